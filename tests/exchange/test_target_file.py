"""What the command line writes takes nothing with it: not what it reads, not a file of another kind, not a device."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.exchange.password_seal import seal
from tests.store.store_copies import two_school_files

ENGLISH = ("--language", "en")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files of one school, the second one with more in it."""
    return two_school_files(tmp_path, 1_700_000_000_000, 1_700_000_000_000)


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that must be refused in one sentence."""

    def ask(*arguments: str | Path) -> str:
        capsys.readouterr()
        assert main([*ENGLISH, *map(str, arguments)]) == 2
        out, err = capsys.readouterr()
        assert (out, len(err.splitlines())) == ("", 1)
        return err

    return ask


def report(school: Path, target: Path, *more: str) -> int:
    return main(["report", "gate_log", str(school), str(target), *more])


def test_a_report_never_takes_the_place_of_what_it_reads(
    files: list[Path], tmp_path: Path, refused: Callable[..., str]
) -> None:
    school = files[0].rename(tmp_path / "skolen.pdf")
    before = school.read_bytes()
    link = tmp_path / "lenke.pdf"
    os.link(school, link)
    for target in (school, link, tmp_path / "x" / ".." / "skolen.pdf"):
        (tmp_path / "x").mkdir(exist_ok=True)
        assert "not written over" in refused("report", "gate_log", school, target)
    assert school.read_bytes() == link.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"notes"),
        ("a.docx", b"notes"),
        ("a.docx", b"PK\3\4 no more"),
        ("a.docx", b"%PDF-1.7"),
        ("a.PDF", b"PK\3\4"),
        ("a.pdf", b"SQLite format 3\0"),
    ],
)
def test_a_report_takes_the_place_of_nothing_but_an_earlier_one(
    files: list[Path], tmp_path: Path, refused: Callable[..., str], name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert "something else in it" in refused("report", "gate_log", files[0], tmp_path / name)
    assert (tmp_path / name).read_bytes() == content


@pytest.mark.parametrize("name", ["a.pdf", "b.docx"])
def test_an_earlier_report_and_an_empty_file_are_written_over(files: list[Path], tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.touch()
    assert report(files[0], target, "--language", "nb") == 0
    before = target.read_bytes()
    assert report(files[0], target, "--language", "en") == 0
    assert target.read_bytes() != before


@pytest.mark.parametrize("name", ["a", "a.txt", "a.fosdesk", "a.pdf.bak", "a.doc", "pdf"])
def test_a_name_of_another_kind_is_refused(
    files: list[Path], tmp_path: Path, refused: Callable[..., str], name: str
) -> None:
    assert "does not fit" in refused("report", "gate_log", files[0], tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.db", "a.zip"])
def test_a_school_file_is_not_called_as_something_else(
    files: list[Path], tmp_path: Path, refused: Callable[..., str], name: str
) -> None:
    assert "does not fit" in refused("merge", *files, tmp_path / name)
    assert "does not fit" in refused("example", tmp_path / name, "--years", "1", "--entries", "0")
    assert main(["merge", *map(str, files), str(tmp_path / "skolen 23.11.2026")]) == 0


def test_a_merge_takes_no_place_in_which_more_is_written(
    files: list[Path], tmp_path: Path, refused: Callable[..., str]
) -> None:
    one, other = files
    assert main(["merge", str(one), str(one), str(tmp_path / "both.fosdesk")]) == 0
    assert main(["merge", str(one), str(other), str(tmp_path / "both.fosdesk")]) == 0, "all of it is in the new one"
    before = other.read_bytes()
    assert "something else in it" in refused("merge", one, one, other)
    sealed = tmp_path / "sealed.fosdesk"
    sealed.write_bytes(seal(before, "hemmelig og lang"))
    assert "something else in it" in refused("merge", one, other, sealed)
    (tmp_path / "notes").write_text("notes", encoding="utf-8")
    assert "something else in it" in refused("merge", one, other, tmp_path / "notes")
    assert other.read_bytes() == before
    assert main(["merge", str(one), str(other), str(one)]) == 0, "one of the two may become both"


def test_an_example_takes_the_place_of_an_example_only(
    files: list[Path], tmp_path: Path, refused: Callable[..., str]
) -> None:
    small = ("--years", "1", "--entries", "0")
    before = files[0].read_bytes()
    assert "something else in it" in refused("example", files[0], *small)
    assert files[0].read_bytes() == before
    for seed in ("1", "2"):
        assert main(["example", str(tmp_path / "e.fosdesk"), *small, "--seed", seed]) == 0


def test_pipes_and_devices_are_neither_read_nor_replaced(files: list[Path], tmp_path: Path) -> None:
    """In a process of its own, as a program that waits for a pipe does not come back."""
    names = ["p.pdf", "p.fosdesk", "p"]
    if os.name != "nt":
        for name in names:
            os.mkfifo(tmp_path / name)
    else:
        for name in names:
            (tmp_path / name).mkdir()
    commands: list[list[str | Path]] = [
        ["report", "gate_log", files[0], tmp_path / "p.pdf"],
        ["report", "gate_log", tmp_path / "p.fosdesk", tmp_path / "x.pdf"],
        ["merge", *files, tmp_path / "p"],
        ["merge", files[0], tmp_path / "p.fosdesk", tmp_path / "x.fosdesk"],
        ["example", tmp_path / "p.fosdesk", "--years", "1", "--entries", "0"],
        ["info", tmp_path / "p.fosdesk"],
        ["check", tmp_path / "p.fosdesk"],
    ]
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "fosdesk", *map(str, command)], capture_output=True, timeout=60, check=False
        )
        assert done.returncode == 2, command
        assert len(done.stderr.splitlines()) == 1
    assert not any((tmp_path / name).is_file() for name in names)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("day", ["1989-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_on_which_no_document_is_made_is_refused(
    files: list[Path], tmp_path: Path, refused: Callable[..., str], day: str
) -> None:
    said = refused("report", "gate_log", files[0], tmp_path / "a.pdf", "--date", day)
    assert f"between 1990 and 2100, not on {day}" in said
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_are_taken(files: list[Path], tmp_path: Path, day: str) -> None:
    assert report(files[0], tmp_path / "a.pdf", "--date", day) == 0
