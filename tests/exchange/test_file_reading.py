"""A chosen file is open while it is read; what is no file, or is gone, is told of in one sentence."""

from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading


def test_what_is_in_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Hvor fornøyd?".encode())
    with reading(tmp_path / "a.csv") as file:
        assert file.read(4) == b"Hvor"
    assert file.closed


@pytest.mark.parametrize("name", ["not there", "folder", "not\0possible"])
def test_what_cannot_be_read_is_told_of(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FosdeskError, match="could not be read; nothing has been changed"), reading(tmp_path / name):
        raise AssertionError("it was read")
