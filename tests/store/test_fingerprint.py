"""A start that finds the bytes of the last end need not look into them again; any other bytes are looked into."""

from pathlib import Path

import pytest

from fosdesk.store import Store, fingerprint
from fosdesk.store.database import DamagedStore
from tests.store.store_copies import Copy


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A store in which something was written, closed in good order."""
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    copy.close()
    return copy.path


def test_a_store_that_was_closed_whole_is_known_again(closed: Path) -> None:
    assert fingerprint.matches(closed)
    before = closed.with_name("a.db.whole").stat().st_mtime_ns
    Store.open(closed).close()
    assert closed.with_name("a.db.whole").stat().st_mtime_ns == before, "nothing changed, so nothing is written"


def test_what_is_written_makes_another_fingerprint(closed: Path) -> None:
    copy = Copy(closed)
    copy.write("entry", "what", "b")
    assert not fingerprint.matches(closed), "a store that is killed now is looked into at the next start"
    copy.close()
    assert fingerprint.matches(closed)


def test_a_store_damaged_behind_our_back_is_looked_into(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[4096:4200] = bytes(104)
    closed.write_bytes(content)
    with pytest.raises(DamagedStore):
        Store.open(closed)
    assert closed.read_bytes() == content


def test_a_journal_left_by_a_crash_is_not_passed_over(closed: Path) -> None:
    closed.with_name("a.db-journal").write_bytes(b"half a transaction")
    assert not fingerprint.matches(closed)
    Store.open(closed).close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0" * 64])
def test_a_broken_fingerprint_only_costs_a_look(closed: Path, content: bytes) -> None:
    closed.with_name("a.db.whole").write_bytes(content)
    Store.open(closed).close()
    assert fingerprint.matches(closed)


def test_a_store_that_is_damaged_while_open_leaves_no_fingerprint(closed: Path) -> None:
    store = Store.open(closed)
    content = bytearray(closed.read_bytes())
    content[4096:4200] = bytes(104)
    closed.write_bytes(content)
    store.close()
    assert not fingerprint.matches(closed)
    with pytest.raises(DamagedStore):
        Store.open(closed)
