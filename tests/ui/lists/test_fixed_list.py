"""Lists of what is there beforehand: filled in row by row or several at once, and nothing is added or taken away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Balance, Seat
from fosdesk.ui.lists.fixed_list import FixedList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.work_group.seat_view import SeatPanel
from tests.ui.acts import bring_to_front, desk_of, settle
from tests.ui.hands import row_of


def shown(program: Fosdesk, page: str, part: str) -> NounPart:
    """A part with such a list, shown."""
    window = program.window
    window.go(page, "")
    there = window.page(page)
    there.turn_to_part(part)
    bring_to_front(window)
    settle()
    found = there.part(part)  # type: ignore[attr-defined]
    assert isinstance(found, NounPart)
    assert isinstance(found.list, FixedList)
    return found


def test_every_row_is_there_before_anything_is_written(fresh_school: Fosdesk) -> None:
    part = shown(fresh_school, "work_group", "seats")
    assert len(part.list.shown_ids) == 11
    assert row_of(part, "seat:teachers").startswith("Lærere")
    for hidden in (part.list.quick, part.list.paste, part.list.save):
        assert not hidden.isVisible()
    assert not fresh_school.window.page("work_group").main.isVisible()  # type: ignore[attr-defined]


def test_several_seats_are_answered_at_once_and_taken_back_as_one(fresh_school: Fosdesk) -> None:
    desk, part = desk_of(fresh_school), shown(fresh_school, "work_group", "seats")
    part.list.acts.set_choice(["seat:fau", "seat:health"], "considered", "later")
    assert {one.id: one.considered for one in desk.school.of(Seat)} == {"seat:fau": "later", "seat:health": "later"}
    fresh_school.window.undo()
    assert {one.considered for one in desk.school.of(Seat)} <= {""}


def test_a_row_opens_by_the_keyboard_and_says_which_it_is(fresh_school: Fosdesk) -> None:
    part = shown(fresh_school, "work_group", "seats")
    part.list.table.setFocus()
    part.list.table.setCurrentIndex(part.list.rows.index(0, 0))
    QTest.keyClick(part.list.table, Qt.Key.Key_Return)
    assert isinstance(part.list.panel, SeatPanel)
    assert part.list.frame.heading.text() == "Lærere"
    QTest.keyClick(part.list.frame, Qt.Key.Key_Escape)
    assert not part.list.is_open


def test_what_is_seen_at_the_pupils_is_written_beside_effort_and_gain(fresh_school: Fosdesk) -> None:
    desk, part = desk_of(fresh_school), shown(fresh_school, "time", "balance")
    part.open_record("balance:2026H")
    assert part.list.frame.heading.text() == "Høst 2026"
    editors = part.list.panel.editors  # type: ignore[union-attr]
    assert {"effort", "gain", "adjust", "seen", "seen_where", "component"} <= editors.keys()
    desk.workspace.add(Balance("balance:2026V", effort="Mye"))
    desk.workspace.add(Balance("balance:2025H", effort="Mer"))
    assert part.list.shown_ids == ["balance:2026H", "balance:2026V", "balance:2025H"]
    assert row_of(part, "balance:2026V").startswith("Vår 2026 · Mye")
