"""The number by which calendar programs tell a newer version of a meeting from an older one."""

import pytest

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.rules.calendar_revisions import (
    CALENDAR_FIELDS,
    CalendarChange,
    Removed,
    Revision,
    revisions,
    revisions_in,
)


def change(field: str, value: Scalar, order: int, uid: str = "a") -> CalendarChange:
    return CalendarChange("m", field, value, (order, uid, order))


BORN = [change(BIRTH, "meeting", 1), change("day", "2026-12-08", 2), change("start", "14:30", 3)]


@pytest.mark.parametrize("field", sorted(CALENDAR_FIELDS))
def test_every_change_of_what_a_calendar_shows_makes_the_number_greater(field: str) -> None:
    assert revisions([*BORN, change(field, None, 4)])["m"].number > revisions(BORN)["m"].number


def test_what_no_calendar_shows_changes_no_number() -> None:
    assert revisions([*BORN, change("notes", "x", 4), change("series", "Fast", 5)])["m"].number == 6


def test_what_two_laptops_wrote_at_once_makes_it_greater_than_either() -> None:
    one, other = change("place", "Rom 1", 4, "a"), change("place", "Rom 2", 4, "b")
    both = revisions([*BORN, one, other])["m"].number
    assert both > revisions([*BORN, one])["m"].number == revisions([*BORN, other])["m"].number


def test_the_last_day_stays_known_when_the_meeting_is_deleted_or_loses_it() -> None:
    after = [*BORN, change("day", "", 4), change("minutes", 60, 5), change(BIRTH, "!meeting", 6)]
    assert revisions(after)["m"] == Revision(12, "2026-12-08", "14:30", 60)
    assert revisions([*BORN, change("day", "snart", 4)])["m"].day == "2026-12-08"


def test_what_was_removed_is_counted_once_also_when_it_is_here_again() -> None:
    later = change("day", "2026-12-15", 4, "b")
    before = revisions([*BORN, later])["m"]
    removed = [Removed("m", later.rank, "2026-12-15")]
    without = revisions(BORN, removed)["m"]
    assert (without.number, without.day) == (before.number, "2026-12-08")
    assert revisions([*BORN, later], removed)["m"] == before
    assert revisions([*BORN, change("place", "x", 4, "a")], removed)["m"].number > before.number
    assert revisions([], removed)["m"].day == "2026-12-15", "a meeting of which nothing is left can be cancelled"


def test_a_journal_tells_the_meetings_alone() -> None:
    writers = (Writer("w", "", "", 0),)
    changes = (
        Change(0, 1, 1, 0, 1, "m", BIRTH, "meeting", ()),
        Change(0, 2, 2, 0, 1, "m", "day", "2026-12-08", ()),
        Change(0, 3, 3, 0, 3, "p", BIRTH, "partner", ()),
        Change(0, 4, 4, 0, 4, "m", BIRTH, "!meeting", ((0, 1), (0, 2))),
    )
    assert revisions_in(Journal("s", "", writers, changes)) == {"m": Revision(7, "2026-12-08")}
