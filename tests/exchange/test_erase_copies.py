"""A person goes from the store and from every copy of it, or from none of them."""

from pathlib import Path

import pytest

from fosdesk.domain.records import Meeting, Membership, Person
from fosdesk.errors import FosdeskError
from fosdesk.exchange.backup_seal import seal_with, sealing_key_for, unseal_with
from fosdesk.exchange.erase_copies import StoreCopies, delete_all, erase_unfinished
from fosdesk.exchange.password_seal import WrongPassword, seal, unseal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.pace import Pace, Stopped
from fosdesk.privacy.subject_access import SubjectAccessReport
from fosdesk.store import Store
from fosdesk.store.copies.backups import restore_backup
from fosdesk.workspace import Workspace
from tests.closing import close_at_the_end

SCHOOL = "our school"
NAME, ASSESSMENT = "Kari Planteskog", "vil gjerne lede gruppa"
NOW = 1_800_000_000_000


class Office:
    """A store with a person in it, and backups in two folders."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder / "fosdesk.db")
        close_at_the_end(lambda: self.store.close(look=False))
        self.store.add_school(SCHOOL, own=True, now=NOW)
        self.workspace = Workspace(self.store, SCHOOL, role="principal", app="test", clock=lambda: NOW)
        self.folder = folder
        self.folders = [folder / "backups", folder / "elsewhere"]
        self.workspace.add(Person("p", name=NAME, role="teacher", contact="kari@skolen.no"))
        self.store.backup(self.folders[0], NOW, "asked")
        self.workspace.add(Membership("m", person="p", standing="member", motivation=ASSESSMENT))
        first = self.workspace.add(Meeting("t", what="Oppstart", notes=f"{NAME} ledet møtet. Vi ble enige."))
        self.workspace.commit(first, Meeting("t", what="Oppstart", notes="Kari ledet møtet. Vi ble enige om mye."))
        self.store.backup(self.folders[0], NOW + 60_000, "asked")
        self.store.backup(self.folders[1], NOW, "asked")

    def held(self) -> SubjectAccessReport:
        return self.workspace.held("p", lambda role: "[lærer]")

    def erase(self, password: str = "", pace: Pace | None = None) -> list[Path]:
        held = self.held()
        chosen = {mention.written.change for mention in held.mentions}
        left = self.workspace.erase(held, chosen, self.folders, pace or Pace(), password)
        self.workspace.reload()
        return left

    def everywhere(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def holding(self, *secrets: str) -> list[str]:
        wanted = [secret.encode() for secret in secrets or (NAME, "Kari", "kari@skolen.no", ASSESSMENT)]
        return [path.name for path, content in self.everywhere().items() if any(s in content for s in wanted)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    assert len(made.holding()) == 4
    return made


def test_nothing_is_left_in_the_store_or_any_backup(office: Office) -> None:
    (office.folder / "fosdesk.version-1.db").write_bytes((office.folder / "fosdesk.db").read_bytes())
    (office.folders[0] / "fosdesk 2026-01-01 10.00.00.db.part").write_text(NAME, encoding="utf-8")
    assert office.erase() == []
    assert office.holding() == []
    assert office.workspace.school.of(Person) == ()
    assert office.workspace.school.of(Membership) == ()
    assert office.workspace.school.get(Meeting, "t").notes == "[lærer] ledet møtet. Vi ble enige om mye."
    assert office.held().is_empty
    # The copy made just before is there as well, and can be opened like the others.
    copies = [path for folder in office.folders for path in folder.glob("*.db")]
    assert len(copies) == 4
    for path in copies:
        copy = Store.open(path)
        assert copy.snapshot(SCHOOL).of(Person) == ()
        copy.close()


def test_an_old_file_that_is_read_later_brings_nobody_back(office: Office) -> None:
    old = write_school_file(office.store.journal(SCHOOL), app="t", made=NOW, reference=False)
    office.erase()
    assert office.workspace.preview(read_school_file(old)).incoming == ()
    office.workspace.merge(read_school_file(old), office.folders[0])
    assert office.holding() == []
    assert office.workspace.school.of(Person) == ()


def test_a_copy_that_takes_the_place_of_the_store_knows_what_was_erased(office: Office) -> None:
    old = write_school_file(office.store.journal(SCHOOL), app="t", made=NOW, reference=False)
    office.erase()
    backup = sorted(office.folders[0].glob("*.db"))[0]
    office.store.close()
    restore_backup(backup, office.folder / "fosdesk.db", NOW)
    store = Store.open(office.folder / "fosdesk.db")
    store.merge(read_school_file(old).journal, own=True, now=NOW)
    assert store.snapshot(SCHOOL).of(Person) == ()
    store.close()
    assert office.holding() == []


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 8])
def test_cancelling_leaves_every_file_as_it_was(office: Office, steps: int) -> None:
    class Impatient(Pace):
        left = steps

        def __call__(self, done: int = 0, of: int = 0) -> None:
            self.left -= 1
            if self.left < 0:
                self.stop()
            super().__call__(done, of)

    before = office.everywhere()
    with pytest.raises(Stopped):
        office.erase(pace=Impatient())
    assert office.everywhere() == before
    assert office.workspace.school.get(Person, "p").name == NAME


def test_trouble_with_the_store_leaves_the_copies_alone(office: Office) -> None:
    held = office.held()
    chosen = {mention.written.change for mention in held.mentions}
    before = office.everywhere()
    with office.store._transactions.writing(), pytest.raises(FosdeskError, match="busy with something else"):
        office.workspace.erase(held, chosen, office.folders)
    assert office.everywhere() == before


def test_a_sealed_copy_is_cleaned_with_its_password(office: Office) -> None:
    plain = next(iter(office.folders[0].glob("*.db")))
    sealed = office.folders[1] / "fosdesk 2026-11-01 10.00.00.sealed"
    sealed.write_bytes(seal(plain.read_bytes(), "hemmelig"))
    before = office.everywhere()
    with pytest.raises(WrongPassword):
        office.erase("feil")
    assert office.everywhere() == before
    assert StoreCopies(office.store.path, office.folders).sealed == [sealed]
    assert office.erase("hemmelig") == []
    opened = unseal(sealed.read_bytes(), "hemmelig")
    assert NAME.encode() not in opened
    (office.folder / "opened.db").write_bytes(opened)
    store = Store.open(office.folder / "opened.db")
    assert store.erased(SCHOOL).records == {"p", "m"}
    store.close()


def test_what_only_the_computer_closes_is_cleaned_with_the_copy_that_lies_open(office: Office) -> None:
    padlock = sealing_key_for("hemmelig")
    plain = sorted(office.folders[0].glob("*.db"))[0]
    twin = office.folders[1] / f"{plain.stem}.sealed"
    twin.write_bytes(seal_with(padlock, plain.read_bytes()))
    assert StoreCopies(office.store.path, office.folders).sealed == []
    assert office.erase() == []
    assert unseal_with(twin.read_bytes(), "hemmelig") == plain.read_bytes()
    assert NAME.encode() not in plain.read_bytes()
    # One that has no such copy asks for its password, and keeps it.
    alone = office.folders[1] / "fosdesk 2026-11-01 10.00.00.sealed"
    alone.write_bytes(seal_with(padlock, plain.read_bytes()))
    assert StoreCopies(office.store.path, office.folders).sealed == [alone]
    assert office.workspace.clean_copies(office.folders, password="hemmelig") == []
    assert unseal_with(alone.read_bytes(), "hemmelig").startswith(b"SQLite format 3")


def test_what_cannot_be_cleaned_is_told_and_can_be_deleted(office: Office) -> None:
    sealed = office.folders[1] / "fosdesk 2026-11-01 10.00.00.sealed"
    sealed.write_bytes(seal(b"whatever", "hemmelig"))
    damaged = office.folder / "fosdesk damaged 2026-11-01 10.00.00.db"
    damaged.write_bytes(b"SQLite format 3\0" + NAME.encode() * 500)
    assert set(office.erase()) == {sealed, damaged}
    assert office.holding() == [damaged.name]
    assert delete_all([sealed, damaged]) == []
    assert office.holding() == []
    assert office.workspace.clean_copies(office.folders) == []


def test_one_earlier_value_goes_from_everywhere(office: Office) -> None:
    versions = office.workspace.history("t", "notes")
    office.workspace.redact([versions[1].change], office.folders)
    assert office.holding("Vi ble enige.") == []
    assert office.workspace.school.get(Meeting, "t").notes == "Kari ledet møtet. Vi ble enige om mye."
    assert [v.blanked for v in office.workspace.history("t", "notes")] == [False, True]


def test_a_folder_that_was_out_of_reach_is_gone_through_when_it_is_back(office: Office, tmp_path: Path) -> None:
    stick, drawer = office.folders[1], tmp_path / "drawer"
    stick.rename(drawer)
    assert office.erase() == []
    assert office.holding() != []
    drawer.rename(stick)
    assert erase_unfinished(office.store, office.folders, stick, NOW) == []
    assert office.holding() == []
    # Once is enough.
    (backup,) = stick.glob("*.db")
    written = backup.stat().st_mtime_ns, backup.stat().st_ino
    assert erase_unfinished(office.store, office.folders, stick, NOW) == []
    assert (backup.stat().st_mtime_ns, backup.stat().st_ino) == written


def test_what_a_password_closes_there_is_made_anew_or_told(office: Office, tmp_path: Path) -> None:
    stick, drawer, padlock = office.folders[1], tmp_path / "drawer", sealing_key_for("hemmelig og lang")
    here = next(iter(sorted(office.folders[0].glob("*.db"))))
    for there in stick.glob("*.db"):
        there.unlink()
    twin = stick / f"{here.stem}.sealed"
    twin.write_bytes(seal_with(padlock, here.read_bytes()))
    alone = stick / "fosdesk 2026-11-01 10.00.00.sealed"
    alone.write_bytes(seal_with(padlock, here.read_bytes()))
    stick.rename(drawer)
    office.erase()
    drawer.rename(stick)
    assert erase_unfinished(office.store, office.folders, stick, NOW) == [alone]
    assert NAME.encode() not in unseal_with(twin.read_bytes(), "hemmelig og lang")
    assert NAME.encode() in unseal_with(alone.read_bytes(), "hemmelig og lang")
    assert delete_all([alone]) == []
    assert erase_unfinished(office.store, office.folders, stick, NOW) == []


def test_a_folder_that_is_reached_at_once_is_not_gone_through_again(office: Office) -> None:
    office.erase()
    before = office.everywhere()
    assert erase_unfinished(office.store, office.folders, office.folders[1], NOW) == []
    assert office.everywhere() == before
