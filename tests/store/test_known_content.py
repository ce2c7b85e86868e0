"""What an opening knows of the store: read quickly, and whole although it is taken apart only when asked for."""

from pathlib import Path

import pytest

from fosdesk.store import Store
from tests.store.store_copies import SCHOOL, Copy


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    copy = Copy(tmp_path / "filled.db")
    copy.write("entry", "what", "one")
    copy.close()
    return copy.path


def test_opening_a_store_takes_no_writer_apart(filled: Path) -> None:
    store = Store.open(filled)
    known = store._transactions.known
    assert known._known_writers == {}
    assert known.tops_of(SCHOOL) == known.tops
    assert len(known._known_writers) == len(known.tops) == 1
    store.close()


def test_writers_that_are_gone_are_still_known(filled: Path) -> None:
    store = Store.open(filled)
    known = store._transactions.known
    (uid,) = known.tops
    connection = store._connection
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in ("change", "step", "writer"):
        connection.execute(f"DELETE FROM {table}")
    known.read(connection)
    assert known.tops == {}
    assert [writer.uid for _, writer in known._writers.values()] == [uid]
    store.close(look=False)
