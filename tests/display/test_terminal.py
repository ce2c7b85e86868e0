"""Output that nobody takes is no fault of ours: a reader that ended is left alone, a full disk is told."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fosdesk.display.terminal import prepared_output, single_line

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


# -- a windowed program, which has neither stdout nor stderr

WINDOWED = """
import sys
sys.stdout = sys.stderr = None
from fosdesk.display import terminal
shown = []
def run(arguments):
    from fosdesk.__main__ import main
    with terminal.prepared_output(shown.append):
        return main.__wrapped__(arguments)
code = run(sys.argv[1:])
with open("told", "w", encoding="utf-8") as told:
    told.write(repr((code, shown)))
"""


def windowed(folder: Path, *arguments: str) -> str:
    """The exit code and what stood in boxes when the program runs without a console."""
    subprocess.run([sys.executable, "-c", WINDOWED, *arguments], cwd=folder, timeout=60, check=True)
    return (folder / "told").read_text(encoding="utf-8")


def test_without_a_console_an_error_is_shown_in_a_box(tmp_path: Path) -> None:
    assert windowed(tmp_path, "gone.fosdesk", "--language", "en") == "(2, ['There is no file gone.fosdesk.'])"


def test_without_a_console_an_answer_of_many_lines_is_shown_in_one_box(tmp_path: Path) -> None:
    code, shown = ast.literal_eval(windowed(tmp_path, "--help", "--language", "en"))
    assert code == 0
    assert len(shown) == 1
    assert "Open the window" in shown[0]


def test_without_a_console_what_others_print_opens_no_box() -> None:
    shown: list[str] = []
    out, err = sys.stdout, sys.stderr
    try:
        sys.stdout = sys.stderr = None
        with prepared_output(shown.append):
            print("a library's remark", file=sys.stderr)
            print("and another")
    finally:
        sys.stdout, sys.stderr = out, err
    assert shown == []


def test_without_a_console_a_fault_that_nobody_caught_is_shown() -> None:
    shown: list[str] = []
    out, err = sys.stdout, sys.stderr
    try:
        sys.stdout = sys.stderr = None
        with pytest.raises(ZeroDivisionError), prepared_output(shown.append):
            assert 1 / 0
    finally:
        sys.stdout, sys.stderr = out, err
    assert "ZeroDivisionError" in shown[0]
