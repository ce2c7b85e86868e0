"""A store that could not be vacuumed says so beside itself, until it was."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fosdesk.store import Store
from fosdesk.store.sweeping import is_unswept, mark_unswept, sweep


def test_the_note_stays_until_the_vacuum_succeeds(tmp_path: Path) -> None:
    place = tmp_path / "fosdesk.db"
    Store.open(place).close()
    assert not is_unswept(place)
    mark_unswept(place)
    assert is_unswept(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as one:
        one.execute("PRAGMA busy_timeout = 50")
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT count(*) FROM change").fetchone()
            assert not sweep(one, place)
            assert is_unswept(place)
        assert sweep(one, place)
    assert not is_unswept(place)
    assert list(tmp_path.glob("*.unswept*")) == []


def test_a_place_where_no_note_can_be_written_stops_nothing(tmp_path: Path) -> None:
    mark_unswept(tmp_path / "missing" / "fosdesk.db")
    assert not is_unswept(tmp_path / "missing" / "fosdesk.db")
