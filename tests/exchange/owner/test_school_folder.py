"""A folder of school files is read whole: each school once, and each file that is not shown with its sentence."""

import os
from pathlib import Path

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.rules.lost_parents import school_of_journal
from fosdesk.domain.rules.owner.opened_schools import OpenedFolder
from fosdesk.domain.rules.owner.owner_text import NAME
from fosdesk.errors import FosdeskError
from fosdesk.exchange.experience_pack import pack_journal
from fosdesk.exchange.owner import school_folder
from fosdesk.exchange.owner.owner_file import OwnerFile
from fosdesk.exchange.owner.school_folder import read_folder
from fosdesk.exchange.password_seal import seal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.pace import Pace, Stopped
from fosdesk.privacy.known_names import names_in
from tests.exchange.hostile import all_hostile
from tests.many_schools import MADE, PERSON, file_of, journal_of, make_folder, records_of

FRAMEWORK = read_framework("nb")


def why_not(read: OpenedFolder) -> dict[str, str]:
    return {one.file: str(one.why) for one in read.unread}


def names_read(read: OpenedFolder) -> list[str]:
    return [one.name for one in read.schools]


def test_all_schools_of_all_subfolders_are_read_in_alphabetical_order_and_nothing_is_written(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 7)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")}
    read = read_folder(folder, FRAMEWORK)
    assert names_read(read)[0] == "Elvebakken A skole"
    assert names_read(read)[-1] == "Åsen A skole"
    assert len(read.schools) == 7
    assert not read.unread
    assert {one.folder for one in read.schools} == {"Åsvik", "Bjørkedal", "Elvestrand"}
    assert {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")} == before


def test_what_cannot_be_shown_is_told_by_name_and_stops_nothing(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 3)
    packed = file_of(journal_of("school-x", records_of(8, "Åsvik")))
    (folder / "tom.fosdesk").write_bytes(b"")
    (folder / "halv.fosdesk").write_bytes(packed[: len(packed) // 2])
    (folder / "låst.fosdesk").write_bytes(seal(packed, "hemmelig"))
    journal = journal_of("school-y", records_of(9, "Åsvik"))
    school = school_of_journal(journal)
    pack = pack_journal(school, ("direction",), names=names_in(journal, school), now=MADE)
    (folder / "pakke.fosdesk").write_bytes(write_school_file(pack, app="x", made=MADE, reference=True))
    (folder / "mappe.fosdesk").mkdir()
    (folder / ".skjult.fosdesk").write_bytes(b"x")
    (folder / "notat.txt").write_text("ikke en skolefil", encoding="utf-8")
    read = read_folder(folder, FRAMEWORK)
    assert len(read.schools) == 3
    told = why_not(read)
    assert set(told) == {"tom.fosdesk", "halv.fosdesk", "låst.fosdesk", "pakke.fosdesk"}
    assert "password" in told["låst.fosdesk"]
    assert "experience pack" in told["pakke.fosdesk"]


def test_hostile_files_are_each_told_of_or_harmless_and_the_others_are_read(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 2)
    hostile = all_hostile()
    for number, (_, content) in enumerate(hostile):
        (folder / f"ond {number}.fosdesk").write_bytes(content)
    read = read_folder(folder, FRAMEWORK)
    assert {"Solbakken A skole", "Åsen A skole"} <= set(names_read(read))
    assert len(read.unread) > len(hostile) // 2


def test_the_newer_by_the_stores_clock_replaces_the_older_whatever_the_days_of_the_files(tmp_path: Path) -> None:
    for number, (name, made) in enumerate((("Ny", MADE + 5), ("Gammel", MADE), ("Midt", MADE + 2))):
        path = tmp_path / f"{number}.fosdesk"
        path.write_bytes(file_of(journal_of("school-1", records_of(1, "Åsvik", name)), made=made))
        os.utime(path, (10_000 * number, 10_000 * number))  # the newest has the oldest day
    read = read_folder(tmp_path, FRAMEWORK)
    assert names_read(read) == ["Ny"]
    assert why_not(read) == {
        name: "An older copy; 0.fosdesk is shown in its place." for name in ("1.fosdesk", "2.fosdesk")
    }


def test_a_file_with_everything_is_shown_without_people_and_said_to_be_one(tmp_path: Path) -> None:
    journal = journal_of("school-1", records_of(1, "Åsvik"))
    (tmp_path / "alt.fosdesk").write_bytes(file_of(journal, whole=True))
    (one,) = read_folder(tmp_path, FRAMEWORK).schools
    assert one.is_whole
    assert PERSON not in repr(dict(one.school.records))
    assert one.phases == ("F1",)


def test_what_the_owner_wrote_is_no_school_and_no_fault(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 2)
    own = OwnerFile(folder, tmp_path / "kept", app="x", role="owner", clock=lambda: MADE)
    own.write(NAME, "Kystkommunene")
    read = read_folder(tmp_path, FRAMEWORK)
    assert len(read.schools) == 2
    assert not read.unread


def test_it_can_be_cancelled_between_files_and_within_one(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 5)

    class Halting(Pace):
        calls = 0

        def __call__(self, done: int = 0, of: int = 0) -> None:
            self.calls += 1
            if self.calls == 6:
                self.stop()
            super().__call__(done, of)

    with pytest.raises(Stopped):
        read_folder(folder, FRAMEWORK, Halting())
    asked = Pace()
    asked.stop()
    with pytest.raises(Stopped):
        school_folder._FileOfMany(asked)()


def test_progress_is_told_in_files(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 4)
    seen: list[tuple[int, int]] = []

    class Telling(Pace):
        def __call__(self, done: int = 0, of: int = 0) -> None:
            seen.append((done, of))

    read_folder(folder, FRAMEWORK, Telling())
    assert [one for one in seen if one[1]] == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FosdeskError, match="could not be read"):
        read_folder(tmp_path / "borte", FRAMEWORK)


def test_no_more_than_so_many_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(school_folder, "MAX_FILES", 3)
    read = read_folder(make_folder(tmp_path, 5, 1), FRAMEWORK)
    assert (len(read.schools), len(read.unread)) == (3, 2)


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, 2)
    os.symlink(folder, folder / "Åsvik" / "igjen", target_is_directory=True)
    assert len(read_folder(folder, FRAMEWORK).schools) == 2
