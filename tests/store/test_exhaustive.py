"""Every sequence of a few acts on two laptops keeps all laws; and faults that are put in on purpose are found."""

import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from fosdesk.store import TakenBack, arrivals, exact_removal
from fosdesk.store.arrival_acts import ArrivalActs
from fosdesk.store.lookups.reading import ChangeRange
from fosdesk.store.step_writer import StepWriter
from fosdesk.store.withdrawal import Withdrawal
from tests.sampling import sampled
from tests.store.exhaustive import Found, LawBroken, Walk
from tests.store.store_copies import workplace
from tests.store.test_planted_bugs import deleting_leaves_what_it_has_seen, undo_does_not_look_at_later_edits

Bug = Callable[[pytest.MonkeyPatch], None]
ACTS = {
    *("write", "edit", "delete", "settle", "restore", "undo", "redo", "read", "take back", "bring again"),
    *("back up", "go back", "erase", "erase value", "reopen"),
}


def walked(most: int, only: Collection[str] | None = None) -> Found:
    with workplace() as folder:
        return Walk(folder, only).walk(most)


def test_all_laws_hold_after_every_sequence_of_up_to_four_acts() -> None:
    """P1, P2, P3, P4, P5, P6, P7, P8, P9, P11, P12, P14."""
    found = walked(4)
    print(found)
    assert found.acts.keys() == ACTS
    assert sum(found.states) > 1500


@pytest.mark.long
def test_all_laws_hold_after_every_sequence_of_up_to_five_acts() -> None:
    """P1, P2, P3, P4, P5, P6, P7, P8, P9, P11, P12, P14."""
    found = walked(5)
    print(found)
    assert found.acts.keys() == ACTS
    assert sum(found.states) > 12_000


def test_the_same_is_walked_each_time() -> None:
    assert walked(2) == walked(2)


# -- faults that are put in on purpose


def numbers_of_writers_are_used_again(patch: pytest.MonkeyPatch) -> None:
    """What SQLite does by itself where a number that is free again is not kept from it."""
    whole = ArrivalActs.take_back

    def take_back(self: ArrivalActs, *about: Any, **more: Any) -> TakenBack:
        taken = whole(self, *about, **more)
        with suppress(sqlite3.OperationalError):  # a store that counts nothing uses them again anyhow
            self._transactions.connection.execute("UPDATE counter SET value = 0 WHERE name = 'writer'")
        return taken

    patch.setattr(ArrivalActs, "take_back", take_back)


def taking_back_twice_is_not_refused(patch: pytest.MonkeyPatch) -> None:
    whole = ArrivalActs.take_back

    def take_back(self: ArrivalActs, school: str, arrival: int, **more: Any) -> TakenBack:
        sid, raw = self._schools.number_of(school), self._transactions.connection
        if any(one.taken_back for one in arrivals.arrivals(raw, sid) if one.id == arrival):
            return TakenBack(False, 0, 0)
        return whole(self, school, arrival, **more)

    patch.setattr(ArrivalActs, "take_back", take_back)


def taking_back_exactly_leaves_a_change(patch: pytest.MonkeyPatch) -> None:
    whole = exact_removal.remove

    def remove(sql: Any, raw: Any, sid: int, spans: Sequence[ChangeRange], backup: Path, pace: Any) -> None:
        whole(sql, raw, sid, [(writer, first + 1, last) for writer, first, last in spans], Path("nowhere"), pace)

    patch.setattr("fosdesk.store.arrival_acts.remove", remove)


def taking_back_by_a_step_leaves_a_change(patch: pytest.MonkeyPatch) -> None:
    whole = Withdrawal.take_back

    def take_back(self: Withdrawal, *about: Any) -> None:
        whole(self, *about)
        self.changes = self.changes[:-1]

    patch.setattr(Withdrawal, "take_back", take_back)


def what_comes_again_is_still_marked_as_taken_back(patch: pytest.MonkeyPatch) -> None:
    whole = arrivals.set_taken_back
    patch.setattr(arrivals, "set_taken_back", lambda sql, arrival, *, taken_back: whole(sql, arrival, taken_back=True))


def the_order_does_not_go_on_after_a_merge(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(StepWriter, "merged", lambda self, sid: None)


BUGS: tuple[tuple[Bug, int, tuple[str, ...], str], ...] = (
    (deleting_leaves_what_it_has_seen, 2, ("write", "delete"), "P7"),
    (numbers_of_writers_are_used_again, 4, ("write", "read", "take back"), "came with its file"),
    (taking_back_twice_is_not_refused, 4, ("write", "read", "take back"), "taken back already is refused"),
    (taking_back_exactly_leaves_a_change, 3, ("write", "read", "take back"), "exactly what came is gone"),
    (taking_back_by_a_step_leaves_a_change, 4, ("write", "read", "take back"), "before the file came"),
    (what_comes_again_is_still_marked_as_taken_back, 4, ("write", "read", "take back"), "not marked as taken back"),
    (the_order_does_not_go_on_after_a_merge, 5, ("write", "edit", "read"), "after everything that was known"),
    (undo_does_not_look_at_later_edits, 5, ("write", "edit", "read", "undo"), "left alone"),
)


@pytest.mark.parametrize(("bug", "acts", "only", "law"), sampled(BUGS), ids=[bug.__name__ for bug, *_ in BUGS])
def test_a_planted_bug_is_found_in_the_fewest_acts(
    bug: Bug, acts: int, only: tuple[str, ...], law: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bug(monkeypatch)
    with pytest.raises(LawBroken) as found:
        walked(acts, only)
    print(found.value)
    assert law in str(found.value)
    assert f"after {acts} acts" in str(found.value)


def test_what_is_found_is_told_act_by_act(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers_of_writers_are_used_again(monkeypatch)
    with pytest.raises(LawBroken) as found:
        walked(4, ("write", "read", "take back"))
    assert str(found.value).splitlines()[:6] == [
        "after 4 acts, and after no fewer, a law does not hold:",
        "  1. A writes 'entry by A 1' in a new record, entry",
        "  2. B reads the file of A",
        "  3. B takes back what came with file 1",
        "  4. B writes 'entry by B 1' in a new record, entry",
        'AssertionError: what an arrival means came with its file, but not entry.birth = "gate_entry", '
        'entry.what = "entry by B 1"',
    ]
