"""The journal as a story: what one role wrote on one day is one change, and nothing else is joined."""

from fosdesk.domain.changes.change_history import HistoryEntry, history_of
from fosdesk.domain.journal import BIRTH, GONE, Change, Journal, Writer

DAY = 86_400_000
WRITERS = (Writer("a" * 32, "principal", "1", 0), Writer("b" * 32, "deputy", "1", 0))


def told(*changes: Change) -> list[HistoryEntry]:
    journal = Journal("school", "Nes skole", WRITERS, changes)
    return list(history_of(journal, lambda at: f"day {at // DAY}"))


def change(
    order: int,
    field: str,
    value: str | None,
    *replaces: tuple[int, int],
    writer: int = 0,
    day: int = 1,
    record: str = "g",
) -> Change:
    return Change(writer, order, order, day * DAY + order, order, record, field, value, replaces)


def wrote(field: str, before: str | None, value: str | None, day: int = 1, role: str = "principal") -> HistoryEntry:
    return HistoryEntry("g", "gate_entry", field, before, value, f"day {day}", role)


def test_a_text_that_grew_in_one_sitting_is_one_change() -> None:
    found = told(
        change(1, BIRTH, "gate_entry"),
        change(2, "reason", "Too"),
        change(3, "reason", "Too much", (0, 2)),
        change(4, "reason", "Too much now", (0, 3)),
        change(5, "reason", "Later", (0, 4), day=2),
    )
    assert found == [wrote("reason", None, "Too much now"), wrote("reason", "Too much now", "Later", 2)]


def test_another_role_on_the_same_day_is_another_change() -> None:
    found = told(
        change(1, BIRTH, "gate_entry"),
        change(2, "decision", "parked"),
        change(3, "decision", "admitted", (0, 2), writer=1),
    )
    assert found == [wrote("decision", None, "parked"), wrote("decision", "parked", "admitted", role="deputy")]


def test_what_was_taken_back_the_same_day_is_no_change() -> None:
    found = told(change(1, BIRTH, "gate_entry"), change(2, "reason", "Oops"), change(3, "reason", None, (0, 2), day=1))
    assert found == []


def test_two_who_wrote_at_once_are_both_told() -> None:
    found = told(
        change(1, BIRTH, "gate_entry"),
        change(2, "decision", "parked"),
        change(3, "decision", "admitted", (0, 2), day=2),
        change(4, "decision", "kept_out", (0, 2), writer=1, day=2),
    )
    assert found[1:] == [
        wrote("decision", "parked", "admitted", 2),
        wrote("decision", "parked", "kept_out", 2, "deputy"),
    ]


def test_what_was_deleted_is_told_and_what_nobody_can_name_is_not() -> None:
    found = told(
        change(1, BIRTH, "gate_entry"),
        change(2, BIRTH, f"{GONE}gate_entry", (0, 1), day=2),
        change(3, "field", "from somewhere", record="unborn"),
    )
    assert [one.deleted for one in found] == [True]
