"""Files that must not stay: in a folder for their owner alone, gone after the act, and swept when a crash left them."""

import os
from pathlib import Path

import pytest

from fosdesk.exchange.private_folder import make_folder, sweep, temporary_folder
from fosdesk.paths import WORK_FOLDER


def test_what_is_made_for_one_act_is_gone_after_it_also_when_it_fails(tmp_path: Path) -> None:
    with temporary_folder(tmp_path) as folder:
        (folder / "plain.db").write_bytes(b"secret")
        assert os.name == "nt" or {one.stat().st_mode & 0o777 for one in (folder, folder.parent)} == {0o700}
    assert list((tmp_path / WORK_FOLDER).iterdir()) == []

    def fail() -> None:
        with temporary_folder(tmp_path) as folder:
            (folder / "plain.db").write_bytes(b"secret")
            raise ValueError("in the middle")

    with pytest.raises(ValueError, match="in the middle"):
        fail()
    assert list((tmp_path / WORK_FOLDER).iterdir()) == []


def test_sweeping_deletes_files_of_any_run_and_follows_no_link(tmp_path: Path) -> None:
    assert sweep(tmp_path) == [], "there is nothing to sweep"
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="utf-8")
    deep = make_folder(tmp_path) / "one" / "two"
    deep.mkdir(parents=True)
    (deep / "a.pdf").write_bytes(b"secret")
    (tmp_path / WORK_FOLDER / "loose.part").write_bytes(b"secret")
    if os.name != "nt":
        (deep / "link").symlink_to(outside, target_is_directory=True)
    assert sweep(tmp_path) == []
    assert list((tmp_path / WORK_FOLDER).iterdir()) == []
    assert (outside / "kept.txt").exists()


def test_what_cannot_be_deleted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, free = make_folder(tmp_path) / "held.pdf", make_folder(tmp_path) / "free.pdf"
    held.write_bytes(b"secret")
    free.write_bytes(b"secret")
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name == "held.pdf":  # as Windows answers when a reader has it open
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert sweep(tmp_path) == [held]
    assert not free.exists()
    monkeypatch.undo()
    assert sweep(tmp_path) == []
