"""What is piped is UTF-8 on every system, and what fosdesk lacks is told in one sentence, with exit code 2."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fosdesk import __version__
from fosdesk.__main__ import COMMANDS, main
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.exchange.school_file import save_bytes
from tests.store.store_copies import SCHOOL, Copy

ROOT = Path(__file__).resolve().parent.parent
NAME = "Čáhppes skuvla 日本 «ø»"


def run(*arguments: str | Path, home: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, whose output is piped; `home` is where its package lies."""
    there = {"PYTHONPATH": str(home), **environment}
    command = [sys.executable, "-P", "-m", "fosdesk", *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **there}, capture_output=True, timeout=120)


def sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    """The only line on stderr, of a command that ended with 2 and wrote nothing else."""
    assert done.returncode == 2, done.stderr.decode()
    assert done.stdout == b""
    (line,) = done.stderr.decode("utf-8").splitlines()
    return line


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A school with somebody whose name is a word too, so that documents for others ask for the list of words."""
    copy = Copy(tmp_path / "a.db")
    edits = [
        birth("p", "person"),
        Edit("p", "name", "", "Sol"),
        birth("entry", "gate_entry"),
        Edit("entry", "what", "", "Kurs om sol og skygge"),
    ]
    copy.store.append(SCHOOL, edits, StepLabel("create"), **copy.by())
    save_bytes(tmp_path / "a.fosdesk", copy.file())
    copy.close()
    return tmp_path / "a.fosdesk"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program, from which a test takes something away."""
    for part in ("fosdesk", "resources"):
        shutil.copytree(ROOT / part, tmp_path / "there" / part, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "there"


@pytest.mark.parametrize("own", ["cp1252", "ascii", "utf-8", "cp437"])
def test_what_is_piped_is_utf8_whatever_the_system_writes(tmp_path: Path, own: str) -> None:
    named = tmp_path / "named.fosdesk"
    copy = Copy(tmp_path / "a.db")
    edits = [birth("school", "school_profile"), Edit("school", "name", "", NAME)]
    copy.store.append(SCHOOL, edits, StepLabel("create"), **copy.by())
    save_bytes(named, copy.file())
    copy.close()
    done = run("info", named, "--json", PYTHONIOENCODING=own, PYTHONUTF8="0")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["name"] == NAME
    assert NAME in run("info", named, PYTHONIOENCODING=own, PYTHONUTF8="0").stdout.decode("utf-8")


def test_an_error_that_is_piped_is_utf8_too() -> None:
    done = run("check", f"{NAME}.fosdesk", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert NAME in sentence(done)


@pytest.mark.parametrize("arguments", [["--version"], ["check", "--version"], ["--version", "info", "x"]])
def test_the_version_is_told(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out == f"fosdesk {__version__}\n"


def test_the_help_names_all_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for option in ("--data-dir", "--language", "--version", "--debug", *COMMANDS):
        assert option in said


@pytest.mark.parametrize("arguments", [["check", "a"], ["--help"], []])
def test_a_missing_catalogue_is_one_sentence(package: Path, arguments: list[str]) -> None:
    shutil.rmtree(package / "resources" / "translations" / "nb" / "LC_MESSAGES")
    assert "words of the program are missing" in sentence(run(*arguments, home=package, QT_QPA_PLATFORM="offscreen"))


def test_missing_words_of_the_framework_are_one_sentence(package: Path, file: Path, tmp_path: Path) -> None:
    (package / "resources" / "framework" / "nb" / "f3.toml").unlink()
    said = sentence(run("report", "status", file, tmp_path / "a.pdf", home=package))
    assert "Ordene i programmet" in said or "mangler eller er skadet" in said


def test_a_missing_library_of_qt_is_one_sentence(tmp_path: Path) -> None:
    """A package in front of the real one that cannot be loaded, as when the system lacks a library."""
    fake = tmp_path / "front" / "PySide6"
    fake.mkdir(parents=True)
    text = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (fake / "__init__.py").write_text(f"raise ImportError({text!r})", encoding="utf-8")
    front = os.pathsep.join([str(fake.parent), str(ROOT)])
    done = run(home=Path(front), QT_QPA_PLATFORM="offscreen")
    assert "libEGL.so.1" in sentence(done)


def test_without_a_screen_there_is_one_sentence() -> None:
    done = run(QT_QPA_PLATFORM="xcb", DISPLAY="", WAYLAND_DISPLAY="")
    if sys.platform == "linux":
        assert "ingen skjerm" in sentence(done)
    else:
        assert done.returncode != 2


def test_a_fault_while_a_document_is_made_is_no_trouble_with_the_folder(
    package: Path, file: Path, tmp_path: Path
) -> None:
    shutil.rmtree(package / "resources" / "words")
    done = run("report", "description", file, tmp_path / "a.pdf", "--audience", "network", home=package)
    assert done.returncode == 1
    assert "gikk galt i selve fosdesk" in done.stderr.decode("utf-8")
    assert "a.pdf" not in done.stderr.decode("utf-8")


def test_a_folder_that_is_not_there_is_told_as_that(file: Path, tmp_path: Path) -> None:
    assert "kunne ikke skrives" in sentence(run("report", "status", file, tmp_path / "nowhere" / "a.pdf"))
