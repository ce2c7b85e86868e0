"""Saving: whole or not at all."""

import errno
import os
import time
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_saving import save_bytes


def test_what_is_saved_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "Fjordvik skole 👋.fosdesk"
    save_bytes(path, b"first")
    save_bytes(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["nowhere/a.fosdesk", "folder", "file/a.fosdesk", "x" * 300, "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"as before")
    with pytest.raises(FosdeskError, match="could not be written"):
        save_bytes(tmp_path / place, b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"as before"
    assert list((tmp_path / "folder").iterdir()) == []


def test_the_root_is_no_file() -> None:
    with pytest.raises(FosdeskError, match="could not be written"):
        save_bytes(Path("/"), b"new")


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a.fosdesk"
    path.write_bytes(b"as before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FosdeskError, match="could not be written"):
        save_bytes(path, b"new")
    assert path.read_bytes() == b"as before"
    assert list(tmp_path.iterdir()) == [path]


class Windows(PermissionError):
    """What Windows says while another program looks into the new file."""

    winerror = 32


@pytest.mark.parametrize(("times", "arrives"), [(3, True), (100, False)])
def test_a_program_that_holds_the_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, arrives: bool
) -> None:
    left = [times]
    rename = os.replace

    def held(part: Path, target: Path) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise Windows(errno.EACCES, "The process cannot access the file")
        rename(part, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    path = tmp_path / "a.fosdesk"
    path.write_bytes(b"as before")
    if arrives:
        save_bytes(path, b"new")
    else:
        with pytest.raises(FosdeskError, match="could not be written"):
            save_bytes(path, b"new")
    assert path.read_bytes() == (b"new" if arrives else b"as before")
    assert list(tmp_path.iterdir()) == [path]
