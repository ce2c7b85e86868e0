"""A file in a temporary folder is copied before it is read: the folder may be emptied while its password is typed."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.private_folder import sweep
from fosdesk.exchange.received_copy import lasting_copy


def received(folder: Path, name: str = "Fjordvik.fosdesk") -> Path:
    place = folder / "Content.Outlook" / "A1B2C3D4"
    place.mkdir(parents=True)
    (place / name).write_bytes(b"a school")
    return place / name


def test_a_file_that_is_opened_in_a_mail_is_copied(tmp_path: Path) -> None:
    file = received(tmp_path)
    copy = lasting_copy(file, tmp_path / "data")
    file.unlink()
    assert (copy.name, copy.read_bytes()) == (file.name, b"a school")
    assert copy.is_relative_to(tmp_path / "data")
    assert lasting_copy(copy, tmp_path / "data") == copy
    assert sweep(tmp_path / "data") == []
    assert not copy.exists()


def test_a_file_that_somebody_put_somewhere_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.fosdesk").write_bytes(b"a school")
    assert lasting_copy(tmp_path / "a.fosdesk", tmp_path / "data") == tmp_path / "a.fosdesk"
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_gone_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    file = received(tmp_path)
    file.unlink()
    with pytest.raises(FosdeskError):
        lasting_copy(file, tmp_path / "data")
    assert not [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
