"""What the milestone plan follows stands above the list, and a milestone that was moved has a way back."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Milestone
from tests.ui.acts import changed, desk_of, press, said_on, settle
from tests.ui.noun_lists import ShownList
from tests.ui.plan.test_rebase_dialog import part_of, take_in


def moved(program: Fosdesk) -> Milestone:
    """A milestone of the plan, moved by hand."""
    desk = desk_of(program)
    one = next(one for one in desk.school.of(Milestone) if one.row == "group_drives")
    return desk.workspace.commit(one, changed(one, semester="2028V"))


def test_start_and_pace_are_said_and_a_plan_is_offered_before(fresh_school: Fosdesk) -> None:
    assert "Rammeverket har en milepælsplan som kan begynne i deres semester." in said_on(part_of(fresh_school))
    take_in(fresh_school, "2027V", "calm")
    assert part_of(fresh_school).plan.text() == "Start: vår 2027 · Rolig tempo"


def test_a_start_that_was_changed_elsewhere_is_told(fresh_school: Fosdesk) -> None:
    take_in(fresh_school)
    moved(fresh_school)
    profile = desk_of(fresh_school).school.profile
    desk_of(fresh_school).workspace.commit(profile, changed(profile, start="2027V"))
    settle()
    assert "5 milepæler står som før starten ble endret" in part_of(fresh_school).plan.text()


def test_what_was_moved_by_hand_goes_back_to_the_plan(fresh_school: Fosdesk) -> None:
    take_in(fresh_school)
    one = moved(fresh_school)
    fresh_school.window.go("plan", one.id)
    settle()
    press(ShownList(fresh_school.window, "milestone").form, "Tilbake til vår 2027, som i planen")
    found = desk_of(fresh_school).school.get(Milestone, one.id)
    assert (found.semester, found.planned) == ("2027V", "2027V")
