"""The plan is taken in and moved after a look at what would move, as one step of undo."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Milestone
from fosdesk.ui.plan.milestones_part import MilestonesPart
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.rebase_dialog import RebaseDialog
from tests.ui.acts import changed, desk_of, page_of, press, settle


def part_of(program: Fosdesk) -> MilestonesPart:
    """The part, shown in the window."""
    page = page_of(program.window, "plan", PlanPage)
    page.turn_to_part("milestones")
    part = page.part("milestones")
    assert isinstance(part, MilestonesPart)
    settle()
    return part


def opened(program: Fosdesk, act: str) -> RebaseDialog:
    """The dialog, opened by its button."""
    press(part_of(program), act)
    settle()
    return next(one for one in program.window.findChildren(RebaseDialog) if one.isVisible())


def shown(dialog: RebaseDialog) -> list[tuple[str, ...]]:
    """The rows of the look."""
    model = dialog.look.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [tuple(str(model.index(r, c).data()) for c in columns) for r in rows]


def take_in(program: Fosdesk, start: str = "2026H", pace: str = "original") -> None:
    """Take the plan in, for a start and a pace."""
    dialog = opened(program, "Hent planen …")
    dialog.start.show_value(start)
    dialog.start.committed.emit()
    dialog.pace.chip(pace).click()
    dialog.make.click()
    settle()


def semesters(program: Fosdesk) -> dict[str, str]:
    """Where the milestones stand, by row."""
    return {one.row: one.semester for one in desk_of(program).school.of(Milestone)}


def test_the_plan_is_taken_in_with_its_start_as_one_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    before = desk.school.profile
    take_in(fresh_school, "2027V")
    assert (desk.school.profile.start, desk.school.profile.pace) == ("2027V", "original")
    assert semesters(fresh_school)["school_starts"] == "2027V"
    assert len(semesters(fresh_school)) == 6
    desk.workspace.undo()
    assert semesters(fresh_school) == {}
    assert desk.school.profile == before


def test_the_look_says_what_moves_and_why_the_rest_stays(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    take_in(fresh_school)
    moved = next(one for one in desk.school.of(Milestone) if one.row == "group_drives")
    desk.workspace.commit(moved, changed(moved, semester="2028V", moved_because="Vi venter på tid"))
    desk.workspace.add(Milestone(what="Vår egen", semester="2027V"))
    dialog = opened(fresh_school, "Flytt planen …")
    assert not dialog.make.isEnabled()
    dialog.start.show_value("2027V")
    dialog.start.committed.emit()
    rows = shown(dialog)
    assert ("Skolen starter fase 1", "Høst 2026", "Vår 2027") in rows
    assert ("Arbeidsgruppen driver arbeidet", "Vår 2028", "blir stående: flyttet for hånd") in rows
    assert ("Vår egen", "Vår 2027", "blir stående: deres egen milepæl") in rows
    assert dialog.said.text() == "5 milepæler flyttes. 2 blir stående."
    before = semesters(fresh_school)
    dialog.make.click()
    settle()
    assert semesters(fresh_school) | {"": "", "group_drives": "2028V"} == {
        "": "",
        "leadership_training": "2026H",
        "training_ends": "2027V",
        "school_starts": "2027V",
        "group_drives": "2028V",
        "routines_in_place": "2028V",
        "new_schools": "2028H",
    }
    desk.workspace.undo()
    assert semesters(fresh_school) == before


def test_nothing_is_written_by_looking(fresh_school: Fosdesk) -> None:
    take_in(fresh_school)
    before = desk_of(fresh_school).school.records
    dialog = opened(fresh_school, "Flytt planen …")
    dialog.start.show_value("2030H")
    dialog.start.committed.emit()
    dialog.pace.chip("calm").click()
    dialog.reject()
    assert desk_of(fresh_school).school.records == before


def test_rows_that_were_removed_come_back_only_when_wanted(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    take_in(fresh_school)
    desk.workspace.delete([one for one in desk.school.of(Milestone) if one.row == "new_schools"])
    dialog = opened(fresh_school, "Flytt planen …")
    assert not dialog.lacking.tick.isChecked()
    assert not dialog.make.isEnabled()
    dialog.lacking.tick.click()
    dialog.make.click()
    settle()
    assert semesters(fresh_school)["new_schools"] == "2028V"


def test_without_a_start_nothing_can_be_made(fresh_school: Fosdesk) -> None:
    dialog = opened(fresh_school, "Hent planen …")
    dialog.start.setCurrentIndex(0)
    dialog.start.committed.emit()
    assert dialog.said.text() == "Velg et startsemester."
    assert not dialog.make.isEnabled()
