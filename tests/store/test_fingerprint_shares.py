"""A store on a share: the fingerprint and the exact taking back work where a path begins with two slashes."""

import os
from pathlib import Path

import pytest

from fosdesk.exchange.school_file import read_school_file
from fosdesk.pace import Pace
from fosdesk.store import Store, fingerprint
from fosdesk.store.sqlite_dialect import open_reader
from tests.store.store_copies import SCHOOL, Copy


@pytest.fixture
def share(tmp_path: Path) -> Path:
    r"""The folder under a name that begins with a server, as \\\\server\\skole does."""
    name = tmp_path.as_posix()
    place = Path(f"//localhost/{name[0]}$/{name[3:]}" if os.name == "nt" else f"/{name}")
    assert place.as_posix().startswith("//")
    return place


def test_a_store_on_a_share_is_known_by_its_bytes(share: Path) -> None:
    copy = Copy(share / "a.db")
    copy.write("entry", "what", "a")
    copy.close()
    assert fingerprint.matches(share / "a.db")
    Store.open(share / "a.db").close()
    assert fingerprint.matches(share / "a.db")


def test_a_file_is_taken_back_exactly_on_a_share(share: Path) -> None:
    ours, theirs = Copy(share / "a.db"), Copy(share / "b.db")
    ours.write("entry", "what", "ours")
    before = ours.journal()
    theirs.take_in(ours.file())
    theirs.write("entry", "what", "theirs")
    file = read_school_file(theirs.file())
    backup = ours.store.backup(share / "backups", next(ours.clock))
    ours.store.merge(file.journal, own=True, now=next(ours.clock), file="theirs.fosdesk", backup=backup)
    assert ours.journal() != before
    taken = ours.store.take_back(SCHOOL, ours.store.arrivals(SCHOOL)[0].id, **ours.by(), pace=Pace())
    assert taken.exactly
    assert ours.journal() == before
    for copy in (ours, theirs):
        copy.close()
    assert fingerprint.matches(share / "a.db")


def test_a_reader_opens_a_file_on_a_share(share: Path) -> None:
    Copy(share / "a.db").close()
    reader = open_reader(share / "a.db")
    assert reader.execute("SELECT count(*) FROM school").fetchone() == (1,)
    reader.close()
