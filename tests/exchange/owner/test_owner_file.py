"""What an owner writes lies beside the folder; whoever else writes there, nothing of it is lost."""

import shutil
from itertools import count
from pathlib import Path

import pytest

from fosdesk.domain.rules.owner.owner_text import CHOICES, NAME, municipalities_written, others_at, value_at, within
from fosdesk.errors import FosdeskError
from fosdesk.exchange.owner.owner_file import OwnerFile, owner_path
from fosdesk.exchange.school_file import read_school_file

DIRECTION = CHOICES[0]


def opened(folder: Path) -> OwnerFile:
    ticks = count(1_780_000_000_000, 1000)
    made = OwnerFile(folder, folder.parent / "kept here", app="x", role="owner", clock=lambda: next(ticks))
    made.read()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "Skolefiler"
    there.mkdir()
    return there


def test_it_lies_beside_the_folder_and_the_folder_stays_as_it_is(folder: Path) -> None:
    own = opened(folder)
    own.write(NAME, "Kystkommunene")
    own.write(within("Åsvik kommune"), "Rektorene møtes hver måned.")
    assert own.path == folder.parent / "Skolefiler (skoleeier).fosdesk"
    assert list(folder.iterdir()) == []
    again = opened(folder)
    assert value_at(again.school, NAME) == "Kystkommunene"
    assert value_at(again.school, within("ÅSVIK")) == "Rektorene møtes hver måned."
    assert municipalities_written(again.school) == ("Åsvik kommune",)


def test_a_place_with_nothing_beside_it_has_it_inside() -> None:
    root = Path(Path.cwd().anchor)
    assert owner_path(root) == root / "skolefiler (skoleeier).fosdesk"


def test_two_who_write_in_different_places_keep_both(folder: Path) -> None:
    one, other = opened(folder), opened(folder)
    one.write(NAME, "Kystkommunene")
    other.write(DIRECTION, "Alle lærer av hverandre")
    one.write(within(""), "På tvers")
    third = opened(folder)
    assert [value_at(third.school, place) for place in (NAME, DIRECTION, within(""))] == [
        "Kystkommunene",
        "Alle lærer av hverandre",
        "På tvers",
    ]


def test_two_who_write_in_one_place_have_both_texts_until_one_is_chosen(folder: Path) -> None:
    first = opened(folder)
    first.write(DIRECTION, "Først")
    one, other = opened(folder), opened(folder)
    one.write(DIRECTION, "Den enes")
    other.write(DIRECTION, "Den andres")
    third = opened(folder)
    texts = {value_at(third.school, DIRECTION), *others_at(third.school, DIRECTION)}
    assert texts == {"Den enes", "Den andres"}
    third.write(DIRECTION, f"{value_at(third.school, DIRECTION)} nå")  # an edit settles nothing
    assert len(others_at(opened(folder).school, DIRECTION)) == 1
    third.write(DIRECTION, "Begges", settles=True)
    assert (value_at(opened(folder).school, DIRECTION), others_at(opened(folder).school, DIRECTION)) == ("Begges", ())


def test_settling_for_what_stands_there_already_is_an_act_too(folder: Path) -> None:
    one, other = opened(folder), opened(folder)
    one.write(DIRECTION, "Den enes")
    other.write(DIRECTION, "Den andres")
    third = opened(folder)
    shown = value_at(third.school, DIRECTION)
    third.write(DIRECTION, shown, settles=True)
    again = opened(folder)
    assert (value_at(again.school, DIRECTION), others_at(again.school, DIRECTION)) == (shown, ())


def test_copies_that_sync_programs_leave_are_put_together(folder: Path) -> None:
    one = opened(folder)
    one.write(NAME, "Kystkommunene")
    copy = one.path.with_name("Skolefiler (skoleeier) (1).fosdesk")
    shutil.copy(one.path, copy)
    other = opened(folder)
    other.write(DIRECTION, "Skrevet i den ene")
    shutil.move(other.path, copy)
    one.save()
    one.write(NAME, "Kyst")
    there = opened(folder)
    assert (value_at(there.school, NAME), value_at(there.school, DIRECTION)) == ("Kyst", "Skrevet i den ene")


def test_what_cannot_be_written_there_is_kept_here_and_taken_along_the_next_time(folder: Path) -> None:
    own = opened(folder)
    own.path.mkdir()  # as good as a place that is closed
    own.write(NAME, "Kystkommunene")
    assert own.trouble is not None
    own.path.rmdir()
    again = opened(folder)
    assert value_at(again.school, NAME) == "Kystkommunene"
    again.save()
    assert again.trouble is None
    assert value_at(opened(folder).school, NAME) == "Kystkommunene"
    assert list((folder.parent / "kept here").iterdir()) == []


def test_a_file_there_that_was_emptied_by_others_gets_back_what_is_on_the_screen(folder: Path) -> None:
    own = opened(folder)
    own.write(NAME, "Kystkommunene")
    own.path.unlink()
    own.read()
    own.save()
    assert value_at(opened(folder).school, NAME) == "Kystkommunene"


@pytest.mark.parametrize("content", [b"", b"noe annet", b"PK\x03\x04"])
def test_something_else_that_lies_there_is_never_written_over(content: bytes, folder: Path) -> None:
    owner_path(folder).write_bytes(content)
    own = OwnerFile(folder, folder.parent / "kept here", app="x", role="owner", clock=lambda: 1)
    with pytest.raises(FosdeskError):
        own.read()
    own.write(NAME, "Kystkommunene")
    assert own.trouble is not None
    assert own.path.read_bytes() == content


def test_read_as_a_school_it_is_refused_in_one_sentence(folder: Path) -> None:
    own = opened(folder)
    own.write(NAME, "Kystkommunene")
    with pytest.raises(FosdeskError, match="a school owner wrote"):
        read_school_file(own.path.read_bytes())
