"""The rows on the plan that no single field holds: the source's plan in own semesters, the wheel, fixed talks."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Milestone, Routine
from fosdesk.ui.forms.months_editor import MonthsEditor
from fosdesk.ui.plan.plan_page import PlanPage
from fosdesk.ui.plan.rebase_dialog import RebaseDialog
from fosdesk.ui.plan.timeline_part import TimelinePart
from fosdesk.ui.plan.wheel_part import WheelPart
from tests.e2e.mission_rows_plan import ON_THE_WHEEL, SOURCE_ROWS, TAKEN_IN
from tests.e2e.test_mission_rows import anew, document, found_by_search, walk
from tests.program import Start
from tests.ui.acts import changed, desk_of, leave, page_of, press, said_on, settle, type_in
from tests.ui.hands import choose
from tests.ui.plan.test_rebase_dialog import part_of as milestones_of


def dialog_of(program: Fosdesk, clicks: Sequence[str]) -> RebaseDialog:
    """The dialog that one comes to by clicks on visible labels."""
    walk(program, clicks)
    settle()
    return next(one for one in program.window.findChildren(RebaseDialog) if one.isVisible())


def wheel_of(program: Fosdesk) -> WheelPart:
    """The wheel that one comes to by clicks on visible labels."""
    walk(program, ON_THE_WHEEL)
    settle()
    page = page_of(program.window, "plan", PlanPage)
    part = page.part(page.part_shown)
    assert isinstance(part, WheelPart)
    return part


def take_in(program: Fosdesk) -> None:
    """Take the source's plan in for spring 2019, when its first schools began."""
    dialog = dialog_of(program, TAKEN_IN)
    dialog.start.addItem("Vår 2019", "2019V")
    dialog.start.show_value("2019V")
    dialog.start.committed.emit()
    dialog.pace.chip("original").click()
    dialog.make.click()
    settle()


def test_the_way_to_each_is_short() -> None:
    assert len(TAKEN_IN) == 3
    assert len(ON_THE_WHEEL) == 2


def test_the_rows_of_the_source_are_found_again_in_list_search_and_document(
    fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    take_in(fresh_school)
    program = anew(fresh_school, started)
    desk, listed = desk_of(program), said_on(milestones_of(program))
    written = document(program, "milestone_plan", tmp_path / "plan.pdf")
    for row, (key, title) in SOURCE_ROWS.items():
        assert [one.what for one in desk.school.of(Milestone) if one.row == key] == [title], row
        assert title in listed, row
        assert title in found_by_search(desk, title, private=False), row
        assert " ".join(title.split()) in " ".join(written.split()), row
    semesters = [one.semester for one in sorted(desk.school.of(Milestone), key=lambda one: one.pos)]
    assert semesters == ["2018H", "2019V", "2019V", "2019H", "2020V", "2020H"]
    assert "ikke avklart" in written  # who is responsible, where the source leaves it blank


def test_all_dates_are_shifted_at_once_but_for_those_that_were_moved_by_hand(
    fresh_school: Fosdesk, started: Start
) -> None:
    take_in(fresh_school)
    desk = desk_of(fresh_school)
    own = next(one for one in desk.school.of(Milestone) if one.row == "new_schools")
    desk.workspace.commit(own, changed(own, semester="2030H"))
    dialog = dialog_of(fresh_school, (*TAKEN_IN[:-1], "Flytt planen …"))
    dialog.start.show_value("2026H")
    dialog.start.committed.emit()
    dialog.make.click()
    settle()
    program = anew(fresh_school, started)
    semesters = {one.row: one.semester for one in desk_of(program).school.of(Milestone)}
    assert (semesters["school_starts"], semesters["routines_in_place"]) == ("2026H", "2027H")
    assert semesters["new_schools"] == "2030H"


@pytest.mark.parametrize(("ring", "row"), [("routine", "K16"), ("talk", "S24"), ("deadline", "K11"), ("review", "K23")])
def test_what_comes_back_every_year_stands_on_the_wheel_and_in_its_document(
    ring: str, row: str, fresh_school: Fosdesk, started: Start, tmp_path: Path
) -> None:
    part = wheel_of(fresh_school)
    press(fresh_school.window.page("plan"), "Ny rutine")
    settle()
    form = part.wheel.panel
    assert form is not None
    editors = getattr(form, "editors")  # noqa: B009  # of the standard form
    type_in(editors["name"], "Kvernstein på veggen")
    leave(editors["name"])
    choose(editors["ring"], ring)
    months = part.wheel.findChild(MonthsEditor)
    assert months is not None
    months.chips[3].click()
    settle()
    program = anew(fresh_school, started)
    again = wheel_of(program)
    (kept,) = desk_of(program).school.of(Routine)
    assert (kept.months, kept.ring) == ("3", ring)
    number = next(n for n, one in enumerate(again.wheel.items) if one.record == kept.id)
    assert again.wheel.view.drawn.places[number], row
    assert "Kvernstein på veggen" in found_by_search(desk_of(program), "Kvernstein", private=False)
    for key in ("annual_wheel", "annual_wheel_a3"):
        assert "Kvernstein på veggen" in document(program, key, tmp_path / f"{key}.pdf")


def test_years_stand_on_a_line_and_in_its_document(fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    take_in(fresh_school)
    program = anew(fresh_school, started)
    walk(program, ("Plan og årshjul", "Tidslinje"))
    page = page_of(program.window, "plan", PlanPage)
    part = page.part(page.part_shown)
    assert isinstance(part, TimelinePart)
    assert len([one for one in part.line.items if one.lane == "milestones"]) == 6
    written = document(program, "timeline", tmp_path / "linje.pdf")
    assert "Arbeidsgruppen driver arbeidet" in " ".join(written.split())


def test_the_half_year_is_one_page(fresh_school: Fosdesk, started: Start, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Milestone(what="Kvernstein på veggen", semester="2026H", responsible="Rektor"))
    desk.workspace.add(Routine(name="Bjørnunge på veggen", months="11"))
    program = anew(fresh_school, started)
    written = document(program, "half_year_plan", tmp_path / "halvår.pdf")
    assert "Kvernstein på veggen (Rektor)" in " ".join(written.split())
    assert "Bjørnunge på veggen" in written
