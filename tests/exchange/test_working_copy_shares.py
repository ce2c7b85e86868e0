"""A working copy is read also where the system keeps its temporary files on a share."""

import tempfile
from pathlib import Path, PureWindowsPath

import pytest

import fosdesk
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.working_copy import schools_in
from fosdesk.store.sqlite_dialect import file_address
from tests.store.store_copies import SCHOOL, Copy


def test_a_working_copy_is_read_with_temporary_files_on_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    copy.close()
    there = tmp_path / "temporary"
    there.mkdir()
    address = (
        f"/{there}" if there.as_posix().startswith("/") else f"//localhost/{there.drive[0]}$/{there.as_posix()[3:]}"
    )
    if not Path(address).is_dir():  # this computer shares none of its disks
        address = str(there)
    monkeypatch.setattr(tempfile, "tempdir", address)
    assert load_school_file(tmp_path / "a.db").journal.school == SCHOOL
    assert list(there.iterdir()) == []


@pytest.mark.parametrize("of_fosdesk", [True, False])
def test_a_place_for_the_copy_that_cannot_be_made_is_not_told_as_damage_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, of_fosdesk: bool
) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.close()
    (tmp_path / "no folder").write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no folder"))
    with pytest.raises(FosdeskError) as told:
        schools_in(tmp_path / "a.db", data=tmp_path / "no folder" if of_fosdesk else None)
    assert told.value.sentence == "The file {file} could not be read; nothing has been changed."


def test_no_address_of_a_server_reaches_sqlite() -> None:
    """`as_uri` would put the server where SQLite expects none, and refuses any."""
    there = PureWindowsPath(r"\\server\skole\temp\a b.db")
    assert file_address(there, "rw") == "file:////server/skole/temp/a%20b.db?mode=rw"
    code = {path: path.read_text(encoding="utf-8") for path in Path(fosdesk.__file__).parent.rglob("*.py")}
    assert [path.name for path, text in code.items() if ".as_uri()" in text] == []
