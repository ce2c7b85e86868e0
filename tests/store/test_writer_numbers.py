"""A writer's number in the file is never given twice, and whoever goes by an old number is refused, not obeyed.

Random walks met this fault once in two thousand; the exhaustive walk finds it without luck.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import birth
from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import read_school_file
from fosdesk.store import Store
from fosdesk.store.steps import encode_label
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content
from tests.store.test_arrivals import back, bring, latest, rows


def numbers(copy: Copy) -> set[int]:
    return {row[0] for row in copy.store._connection.execute("SELECT id FROM writer")}


def take_back(copy: Copy, arrival: int) -> None:
    copy.store.take_back(SCHOOL, arrival, **copy.by())


def brought(copy: Copy, colleague: Copy) -> int:
    """A colleague's file is read in, with a writer of its own; the arrival's id."""
    colleague.reopen()
    colleague.write("member", "motivation", "m" if colleague.shown("member", "motivation") != "m" else "n")
    assert bring(copy, colleague.file())
    return latest(copy).id


def test_the_number_of_a_writer_that_went_is_not_given_again(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    arrival = brought(copy, colleague)
    had = numbers(copy)
    assert back(copy).exactly
    copy.reopen()
    copy.write("entry", "what", "b")
    gone = had - numbers(copy)
    assert gone
    assert min(numbers(copy) - had) > max(had)
    with pytest.raises(FosdeskError, match="taken back already"):
        take_back(copy, arrival)
    assert copy.shown("entry", "what") == "b"
    copy.write("entry", "what", "c")  # the next write succeeds
    assert copy.shown("entry", "what") == "c"
    assert_sound(copy)


def test_nor_is_it_given_to_another_file(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    third = Copy(tmp_path / "c.db")
    third.write("group", "name", "g")
    arrival = brought(copy, colleague)
    had = numbers(copy)
    assert back(copy).exactly
    bring(copy, third.file(), "another file")
    assert not (had & numbers(copy))
    had_all = rows(copy)
    with pytest.raises(FosdeskError, match="taken back already"):
        take_back(copy, arrival)
    assert rows(copy) == had_all
    third.close()


def test_nor_after_a_colleagues_school_was_removed_or_the_store_was_opened_anew(copy: Copy, tmp_path: Path) -> None:
    other = Store.open(tmp_path / "other.db")
    other.add_school("another school", own=True, now=1)
    other.append("another school", [birth("entry", "gate_entry")], StepLabel("create"), role="r", app="t", now=1)
    copy.store.merge(other.journal("another school"), own=False, now=2)
    other.close()
    had = numbers(copy)
    copy.store.remove_reference("another school")
    copy.reopen()
    copy.write("entry", "what", "a")
    assert min(numbers(copy)) > max(had)


def test_what_is_rolled_back_leaves_the_counter_and_the_next_write_is_sound(copy: Copy, colleague: Copy) -> None:
    colleague.write("entry", "what", "b")
    journal = read_school_file(colleague.file()).journal
    broken = journal.__class__(journal.school, journal.name, journal.writers, journal.changes[1:], journal.blanked)
    with pytest.raises(FosdeskError):
        copy.store.merge(broken, own=True, now=1)
    copy.write("entry", "what", "a")
    assert len(numbers(copy)) == 1
    assert_sound(copy)


def as_two(copy: Copy, act: Callable[[sqlite3.Connection], object]) -> None:
    """Close a copy, bring its file back to the shape of the fosdesk before, and do something in it by hand."""
    copy.store.close()
    with closing(sqlite3.connect(copy.path, isolation_level=None)) as raw:
        raw.execute("DROP TABLE counter")
        raw.execute("PRAGMA user_version = 2")
        act(raw)
    copy.store = Store.open(copy.path)


@pytest.mark.parametrize(
    "named",
    [
        """INSERT INTO arrival VALUES (90, 1, 1, '', '', '[[70,1,2],[{n},1,2]]', 9, 1)""",
        """INSERT INTO redacted VALUES ({n}, 1, 1)""",
        """INSERT INTO step VALUES ({n}, 1, '["change","","",""]', NULL, NULL, '[]')""",
        """INSERT INTO step VALUES (1, 900, '["change","","",""]', {n}, 3, '[]')""",
        """INSERT INTO step VALUES (1, 900, '["change","","",""]', 1, 1, '[[900,1,1],[901,{n},1]]')""",
        """INSERT INTO writer VALUES ({n}, 'f', 1, 'r', 'a', 1)""",
    ],
    ids=["span", "redacted", "step", "undoes", "restores", "writer"],
)
def test_an_old_store_goes_on_above_every_number_that_anything_still_names(copy: Copy, named: str) -> None:
    copy.write("entry", "what", "a")
    as_two(copy, lambda raw: raw.execute(named.format(n=77)))
    (before,) = copy.store._connection.execute("SELECT value FROM counter WHERE name = 'writer'").fetchone()
    assert before == 77
    copy.store._connection.execute("DELETE FROM redacted")
    copy.store._connection.execute("DELETE FROM step WHERE writer = 77")
    copy.write("entry", "what", "b")
    assert max(numbers(copy)) == 78


def test_an_old_store_with_an_unreadable_span_opens(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    as_two(copy, lambda raw: raw.execute("INSERT INTO arrival VALUES (90, 1, 1, '', '', '[[7,', 9, 1)"))
    copy.write("entry", "what", "b")
    assert copy.shown("entry", "what") == "b"


def reused_by_own_work(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    """What the fosdesk before could leave: the arrival stands again, and its span names a writer of this laptop."""
    (own, top) = raw.execute(
        "SELECT writer, max(number) FROM change GROUP BY writer ORDER BY writer LIMIT 1"
    ).fetchone()
    raw.execute("UPDATE arrival SET taken_back = 0, came = ? WHERE id = ?", (json.dumps([[own, 1, top]]), arrival))


def the_writer_is_gone(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    raw.execute("UPDATE arrival SET taken_back = 0, came = '[[500,1,2]]' WHERE id = ?", (arrival,))


def claimed_by_a_later_arrival(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    raw.execute(
        "INSERT INTO arrival SELECT id + 1, school, at, 'later', backup, came, stood, 0 FROM arrival WHERE id = ?",
        (arrival,),
    )


def another_schools_writer(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    raw.execute("INSERT INTO school VALUES (9, 'another', 0, 1)")
    raw.execute("UPDATE writer SET school = 9 WHERE id = ?", (writer,))
    # nobody has written since, as far as the sums tell
    raw.execute("UPDATE arrival SET stood = stood - 2 WHERE id = ?", (arrival,))


def fewer_changes_than_came(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    came = json.dumps([[writer, 1, 9]])
    raw.execute("UPDATE arrival SET came = ? WHERE id = ?", (came, arrival))


def opened_after_it_came(raw: sqlite3.Connection, arrival: int, writer: int) -> None:
    """It was taken back by a step and brought again, as only an arrival with wrong spans needs to have been."""
    raw.execute("UPDATE writer SET opened = 2000000000000000 WHERE id = ?", (writer,))
    label = encode_label(StepLabel("what a file brought is taken back", "", "", str(arrival)))
    raw.execute("INSERT INTO step VALUES (1, 900, ?, NULL, NULL, '[]')", (label,))


WRONG = [
    reused_by_own_work,
    the_writer_is_gone,
    claimed_by_a_later_arrival,
    another_schools_writer,
    fewer_changes_than_came,
    opened_after_it_came,
]


@pytest.mark.parametrize("spoil", WRONG, ids=[spoil.__name__ for spoil in WRONG])
def test_an_arrival_whose_spans_mean_other_writers_is_refused_and_nothing_changes(
    copy: Copy, colleague: Copy, spoil: Callable[[sqlite3.Connection, int, int], None]
) -> None:
    copy.write("entry", "what", "a")
    arrival = brought(copy, colleague)
    (writer,) = copy.store._connection.execute("SELECT max(id) FROM writer").fetchone()
    as_two(copy, lambda raw: spoil(raw, arrival, writer))
    had, arrivals = rows(copy), copy.store.arrivals(SCHOOL)
    with pytest.raises(FosdeskError, match="can no longer be told"):
        take_back(copy, arrival)
    assert rows(copy) == had
    assert copy.store.arrivals(SCHOOL) == arrivals
    assert copy.store.changes_from_arrival(SCHOOL, arrival, int).lines == ()
    copy.write("entry", "what", "b")
    assert copy.shown("entry", "what") == "b"


@pytest.mark.parametrize("written_since", [False, True])
def test_an_arrival_of_the_fosdesk_before_is_still_taken_back_exactly(
    copy: Copy, colleague: Copy, written_since: bool
) -> None:
    """Also where a colleague's clock is in another century."""
    copy.write("entry", "what", "a")
    had = rows(copy)
    arrival = brought(copy, colleague)
    as_two(copy, lambda raw: raw.execute("UPDATE writer SET opened = 250000000000000 WHERE id > 1"))
    if written_since:
        copy.write("entry", "what", "b")
    taken = copy.store.take_back(SCHOOL, arrival, **copy.by())
    assert taken.exactly == (not written_since)
    assert (rows(copy) == had) == (not written_since)
    assert "member" not in copy.alive()


def test_a_file_taken_back_shows_nothing_that_others_wrote(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    arrival = brought(copy, colleague)
    assert copy.store.changes_from_arrival(SCHOOL, arrival, int).lines
    back(copy)
    copy.reopen()
    copy.write("entry", "what", "b")
    assert copy.store.changes_from_arrival(SCHOOL, arrival, int).lines == ()


def test_a_backup_that_is_put_back_goes_on_with_its_own_counter(copy: Copy, colleague: Copy, tmp_path: Path) -> None:
    """Nothing in it names what was written after it was made."""
    copy.write("entry", "what", "a")
    arrival = brought(copy, colleague)
    backup = copy.store.backup(tmp_path / "kept", 1)
    assert back(copy).exactly
    copy.store.close()
    copy.path.write_bytes(backup.read_bytes())
    copy.store = Store.open(copy.path)
    everything = content(copy.journal())
    assert copy.store.take_back(SCHOOL, arrival, **copy.by()).exactly
    copy.write("entry", "what", "b")
    assert content(copy.journal()).keys() - everything.keys()
    with pytest.raises(FosdeskError, match="taken back already"):
        take_back(copy, arrival)
    assert copy.shown("entry", "what") == "b"


def test_what_was_erased_in_what_came_is_still_named_and_its_writer_stays(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    arrival = brought(copy, colleague)
    key = next(k for k, what in content(copy.journal()).items() if what[0][4] == "motivation")
    copy.store.erase(SCHOOL, Erasure(changes=frozenset({key})), **copy.by())
    had = numbers(copy)
    with suppress(FosdeskError):  # what would come back has been erased
        take_back(copy, arrival)
    assert numbers(copy) >= had
    assert copy.store.erased(SCHOOL).changes == {key}
