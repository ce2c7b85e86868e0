"""What is copied in order to be read lies in the private place of the data folder, and is gone afterwards."""

import tempfile
from pathlib import Path

import pytest

from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.working_copy import schools_in
from fosdesk.pace import Pace
from fosdesk.paths import WORK_FOLDER
from tests.store.store_copies import Copy


class Looking(Pace):
    """Notes where copies lie whenever somebody reports progress."""

    def __init__(self, *places: Path) -> None:
        super().__init__()
        self._places = places
        self.seen: set[Path] = set()

    def __call__(self, done: int = 0, of: int = 0) -> None:
        super().__call__(done, of)
        self.seen |= {place for place in self._places if list(place.rglob("copy.db"))}


@pytest.fixture
def working_file(tmp_path: Path) -> Path:
    copy = Copy(tmp_path / "kollega.db")
    copy.write("entry", "what", "Leseløftet")
    copy.close()
    return tmp_path / "kollega.db"


def test_a_working_file_is_read_in_the_private_place(
    working_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, system = tmp_path / "data", tmp_path / "system"
    data.mkdir()
    system.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(system))
    looking = Looking(data / WORK_FOLDER, system)
    assert len(schools_in(working_file, looking, data=data)) == 1
    assert looking.seen == {data / WORK_FOLDER}
    assert load_school_file(working_file, pace=looking, data=data).journal.changes
    assert looking.seen == {data / WORK_FOLDER}
    assert list((data / WORK_FOLDER).iterdir()) == []
    assert load_school_file(working_file, pace=looking).journal.changes
    assert looking.seen == {data / WORK_FOLDER, system}, "where there is no data folder"
    assert list(system.iterdir()) == []
