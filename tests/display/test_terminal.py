"""Output that nobody takes is no fault of ours: a reader that ended is left alone, a full disk is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fosdesk.display.terminal import single_line

CODE = "import sys; from fosdesk.__main__ import main; sys.exit(main(sys.argv[1:]))"


def test_nothing_that_somebody_wrote_can_steer_a_terminal() -> None:
    assert single_line("a\x1b[31m\u202eb\n  c") == "a [31m b c"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["report", "--help"], ["info", "--help", "--language", "en"], ["--version"]]
)
def test_a_reader_that_has_ended_is_no_fault(arguments: list[str]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    try:
        done = subprocess.run(
            [sys.executable, "-c", CODE, *arguments], stdout=theirs, stderr=subprocess.PIPE, timeout=60, check=False
        )
    finally:
        os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_output_that_is_full_is_one_sentence(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():  # as on Windows and macOS: a file that is open for reading refuses in its own way
        full = tmp_path / "closed"
        full.touch()
    with full.open("wb" if full.name == "full" else "rb") as out:
        done = subprocess.run(
            [sys.executable, "-c", CODE, "--help", "--language", "en"],
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["The answer could not be written out; the disk may be full."]


def test_where_neither_can_be_written_the_exit_code_tells(tmp_path: Path) -> None:
    place = Path("/dev/full") if Path("/dev/full").exists() else tmp_path / "closed"
    if place.parent == tmp_path:
        place.touch()
    with place.open("wb" if place.name == "full" else "rb") as out:
        command = [sys.executable, "-c", CODE, "check", "nowhere"]
        assert subprocess.run(command, stdout=out, stderr=out, timeout=60, check=False).returncode == 2
