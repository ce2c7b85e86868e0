"""The wheel is handed on to the next school year after a look, as one step of undo."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Evaluation, Routine
from fosdesk.ui.plan.roll_over_dialog import RollOverDialog
from tests.ui.acts import desk_of, press, said_on, settle
from tests.ui.plan.test_wheel_part import part_of


def opened(program: Fosdesk) -> RollOverDialog:
    """The dialog, opened by its button."""
    press(part_of(program), "Over til neste skoleår …")
    settle()
    return next(one for one in program.window.findChildren(RollOverDialog) if one.isVisible())


def test_what_is_ticked_goes_on_and_what_is_not_ends_as_one_step(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Routine("r1", name="Vi spør elevene", months="3,10", review="2027-06-10"))
    desk.workspace.add(Routine("r2", name="Bli kjent-dager", months="5"))
    desk.workspace.add(Evaluation("e1", what="Halvårsvurdering", day="2027-01-15"))
    before = desk.school.records
    dialog = opened(fresh_school)
    said = said_on(dialog)
    assert "Vi spør elevene: blir med, samme måneder (oktober, mars); ses på igjen 12. juni 2028" in said
    assert "Halvårsvurdering: kommer igjen 17. jan. 2028" in said
    assert desk.school.records == before
    dialog.lines["r2"].tick.click()
    dialog.make.click()
    settle()
    assert desk.school.get(Routine, "r1").review == "2028-06-12"
    assert desk.school.get(Routine, "r2").until == "2027V"
    assert sorted(one.day for one in desk.school.of(Evaluation)) == ["2027-01-15", "2028-01-17"]
    shown = part_of(fresh_school)
    assert shown.years.name.text() == "2027–2028"
    assert "r2" not in {one.record for one in shown.wheel.items}
    desk.workspace.undo()
    assert desk.school.records == before


def test_where_nothing_need_be_written_the_next_year_is_shown(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Routine("r1", name="Vi spør elevene", months="3,10"))
    before = desk.school.records
    opened(fresh_school).make.click()
    settle()
    assert desk.school.records == before
    assert part_of(fresh_school).years.name.text() == "2027–2028"


def test_a_year_without_anything_says_so(fresh_school: Fosdesk) -> None:
    assert "Det er ingenting å ta med" in said_on(opened(fresh_school))
