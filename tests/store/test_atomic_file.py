"""Whatever the program writes for itself is whole or not there, and waits for those who look into new files."""

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fosdesk.exchange.file_saving import save_bytes
from fosdesk.store import fingerprint
from fosdesk.store.atomic_file import write_whole
from fosdesk.store.copies.backups import mirror
from fosdesk.ui.frame.settings_file import SettingsFile
from tests.store.store_copies import Copy


class Windows(PermissionError):
    """What Windows says while another program looks into the new file."""

    winerror = 5


def settings(folder: Path) -> bool:
    SettingsFile(folder).change(language="nn")
    return SettingsFile(folder).value.language == "nn"


def noted(folder: Path) -> bool:
    (folder / "a.db").write_bytes(b"a store")
    fingerprint.note(folder / "a.db")
    return fingerprint.matches(folder / "a.db")


def saved(folder: Path) -> bool:
    save_bytes(folder / "a.fosdesk", b"new")
    return (folder / "a.fosdesk").read_bytes() == b"new"


def written(folder: Path) -> bool:
    write_whole(folder / "a", b"new", verify=True)
    return (folder / "a").read_bytes() == b"new"


def backed_up(folder: Path) -> bool:
    copy = Copy(folder / "a.db")
    backup = copy.store.backup(folder / "backups", 1)
    copy.close()
    return mirror(folder / "backups", folder / "second", "a", 1) == 1 and (folder / "second" / backup.name).is_file()


@pytest.mark.parametrize("act", [settings, noted, saved, written, backed_up])
def test_a_program_that_looks_into_a_new_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], bool]
) -> None:
    rename, refused = os.replace, list[Path]()

    def held(part: Path, target: Path) -> None:
        if refused.count(Path(target)) < 3:
            refused.append(Path(target))
            raise Windows(errno.EACCES, "The process cannot access the file")
        rename(part, target)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    assert act(tmp_path)
    assert refused
    assert not [path for path in tmp_path.rglob("*.part")]


def test_what_cannot_be_read_again_as_it_was_written_gets_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"what a bad stick says")
    with pytest.raises(OSError, match="not what was written"):
        write_whole(tmp_path / "a", b"new", verify=True)
    assert list(tmp_path.iterdir()) == []
