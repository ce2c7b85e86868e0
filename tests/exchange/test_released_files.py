"""School files and closed backups that released programs wrote: each is read with nothing lost and nothing let out."""

import json
from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.exchange.backup_seal import unseal_with
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.password_seal import PasswordNeeded, WrongPassword
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from tests.released import (
    BACKUP_PASSWORD,
    EARLIER_FILE,
    ERASED,
    FILE_PASSWORD,
    FOLDER,
    OTHERS_FILE,
    OWN_FILE,
    SEALED_FILE,
    SEALED_OTHERS_FILE,
    SECOND,
    SHIELDED,
    STAYS,
    STORE,
    own_school,
    standing,
    told,
    worldwide,
)

NOW = 1_795_000_000_000


def own_picture() -> tuple[str, dict[str, object]]:
    """The id of the school, and what the program said of it."""
    return next((school, picture) for school, picture in told("picture-2").items() if picture["own"])


@pytest.mark.parametrize("path", [OWN_FILE, SEALED_FILE], ids=["plain", "sealed"])
def test_a_school_file_holds_the_whole_journal(path: Path, tmp_path: Path) -> None:
    school, picture = own_picture()
    file = load_school_file(path, FILE_PASSWORD)
    assert (file.journal.school, file.reference, file.sealed) == (school, False, path is SEALED_FILE)
    assert worldwide(file.journal) == picture["journal"]
    store = Store.open(tmp_path / STORE)
    store.merge(file.journal, own=True, now=NOW)
    assert worldwide(store.journal(school)) == picture["journal"]
    there = standing(store, school)
    assert {part: picture[part] for part in there} == there
    assert store.merge(file.journal, own=True, now=NOW) == 0
    store.close()


def test_it_is_written_byte_for_byte_as_it_was() -> None:
    file = load_school_file(OWN_FILE)
    assert write_school_file(file.journal, app=file.app, made=file.made, reference=False) == OWN_FILE.read_bytes()


@pytest.mark.parametrize("path", [OTHERS_FILE, SEALED_OTHERS_FILE], ids=["plain", "sealed"])
def test_a_file_for_others_shows_what_it_showed(path: Path, tmp_path: Path) -> None:
    file = load_school_file(path, FILE_PASSWORD)
    assert file.reference
    store = Store.open(tmp_path / STORE)
    store.merge(file.journal, own=False, now=NOW)
    assert standing(store, file.journal.school) == told("others-2")
    written = json.dumps(worldwide(file.journal), ensure_ascii=False)
    assert not [name for name in (ERASED, SHIELDED, STAYS) if name in written]
    store.close()


@pytest.mark.parametrize("path", [SEALED_FILE, SEALED_OTHERS_FILE], ids=["own", "others"])
def test_only_the_password_opens_a_sealed_file(path: Path) -> None:
    with pytest.raises(PasswordNeeded):
        load_school_file(path)
    with pytest.raises(WrongPassword):
        load_school_file(path, FILE_PASSWORD + "8")
    assert load_school_file(path, FILE_PASSWORD.replace(" ", "")).journal.changes, "spaces in a password do not count"


@pytest.mark.parametrize("closed", sorted(SECOND.glob("*.sealed")), ids=lambda path: path.stem[8:])
def test_only_the_password_opens_a_closed_backup(closed: Path) -> None:
    with pytest.raises(WrongPassword):
        unseal_with(closed.read_bytes(), FILE_PASSWORD)
    opened = unseal_with(closed.read_bytes(), BACKUP_PASSWORD)
    assert opened == (FOLDER / "backups" / f"{closed.stem}.db").read_bytes()


def test_the_command_line_tells_the_same_of_store_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    password = tmp_path / "password"
    password.write_text(FILE_PASSWORD, encoding="utf-8")
    told_of = []
    for path in (FOLDER / STORE, OWN_FILE, SEALED_FILE):
        assert main(["check", str(path), "--password-file", str(password)]) == 0
        capsys.readouterr()
        assert main(["info", str(path), "--json", "--password-file", str(password)]) == 0
        facts = json.loads(capsys.readouterr().out)
        told_of.append({name: value for name, value in facts.items() if name != "made"})
    assert told_of[0] == told_of[1] == told_of[2]
    assert (told_of[0]["conflicts"], told_of[0]["unknown"], told_of[0]["name"]) == (2, 3, "Fjordvik skole")


def test_reading_ones_own_file_brings_nothing_new(tmp_path: Path) -> None:
    (tmp_path / STORE).write_bytes((FOLDER / STORE).read_bytes())
    store = Store.open(tmp_path / STORE)
    own = own_school(store)
    assert store.merge(load_school_file(OWN_FILE).journal, own=True, now=NOW) == 0
    assert worldwide(store.journal(own)) == told("picture-2")[own]["journal"]
    store.close()


def test_an_earlier_file_brings_back_nobody_who_was_erased(tmp_path: Path) -> None:
    earlier = load_school_file(EARLIER_FILE).journal
    assert ERASED in json.dumps(worldwide(earlier), ensure_ascii=False)
    (tmp_path / STORE).write_bytes((FOLDER / STORE).read_bytes())
    store = Store.open(tmp_path / STORE)
    own = own_school(store)
    store.merge(earlier, own=True, now=NOW)
    assert worldwide(store.journal(own)) == told("picture-2")[own]["journal"]
    store.close()
    assert not [name for name in ERASED.split() if name.encode() in (tmp_path / STORE).read_bytes()]
