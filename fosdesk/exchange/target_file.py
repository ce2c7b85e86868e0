"""Checks that a file may be written at a place: its name fits its kind, and nothing is lost that lies there already."""

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from fosdesk.domain.journal import Journal
from fosdesk.errors import FosdeskError
from fosdesk.exchange import calendar_file
from fosdesk.exchange.example.example_school import is_untouched_example
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.system.locked_files import open_file

TEXT = ".md"  # the ending of a page as Markdown
_SCHOOL_FILE = ".fosdesk"
_ENDING = re.compile(r"\.[^\W\d]\w{0,9}")  # not the «.23» of a day


def check_document_target(target: Path, source: Path) -> None:
    """FosdeskError unless a PDF or a Word file, by what its name ends in, may be written at `target`.

    `source` is the school file that it is made from.
    """
    checks = _DOCUMENTS
    _check_ending(target, tuple(checks))
    if _is_same(target, source):
        raise FosdeskError("{file} is the file that is read here, so it was not written over.", file=target.name)
    _check_existing(target, checks[target.suffix.lower()])


def check_page_target(target: Path) -> None:
    """FosdeskError unless a page about the program may be written at `target`, as PDF, Word file or Markdown."""
    checks = {**_DOCUMENTS, TEXT: _is_page}
    _check_ending(target, tuple(checks))
    _check_existing(target, checks[target.suffix.lower()])


def check_example_target(target: Path) -> None:
    """FosdeskError unless an example school may be written at `target`: only an earlier one is written over."""
    _check_school_ending(target)
    _check_existing(target, lambda path: is_untouched_example(load_school_file(path)))


def check_merge_target(target: Path, sources: Sequence[Path], merged: Journal, password: str) -> None:
    """FosdeskError unless `merged` may be written at `target`: over one of the sources, or a file that it contains."""
    _check_school_ending(target)
    if not any(_is_same(target, source) for source in sources):
        _check_existing(target, lambda path: _contains(merged, load_school_file(path, password).journal))


def check_calendar_target(target: Path) -> None:
    """FosdeskError unless a calendar may be written at `target`: only an earlier one is written over."""
    _check_ending(target, (calendar_file.ENDING,))
    _check_existing(target, _is_calendar)


def _check_school_ending(target: Path) -> None:
    if _ENDING.fullmatch(target.suffix):
        _check_ending(target, (_SCHOOL_FILE,))


def _check_ending(target: Path, endings: Sequence[str]) -> None:
    if target.suffix.lower() not in endings:
        raise FosdeskError(
            "The name {file} does not fit what is to be written; let it end in {endings}.",
            file=target.name,
            endings=" / ".join(endings),
        )


def _check_existing(target: Path, may_go: Callable[[Path], bool]) -> None:
    """FosdeskError where something lies at `target` that is no ordinary file, or a file that must not go."""
    try:
        if not target.exists():
            return
    except OSError:
        return  # such as a name that is too long: writing tells
    if not target.is_file():
        raise FosdeskError("{file} could not be written, as it is no ordinary file.", file=str(target))
    try:
        replaceable = target.stat().st_size == 0 or may_go(target)
    except (OSError, FosdeskError):
        replaceable = False
    if not replaceable:
        raise FosdeskError(
            "There is already a file called {file} with something else in it, so it was not written over; "
            "choose another name.",
            file=target.name,
        )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there


def _is_pdf(path: Path) -> bool:
    with open_file(path) as file:
        return file.read(5) == b"%PDF-"


def _is_word_file(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as container:
            return "word/document.xml" in container.namelist()
    except (zipfile.BadZipFile, ValueError):
        return False


def _is_page(path: Path) -> bool:
    with open_file(path) as file:
        return file.read(11) == b"# fosdesk: "


_DOCUMENTS = {".pdf": _is_pdf, ".docx": _is_word_file}


def _is_calendar(path: Path) -> bool:
    with open_file(path) as file:
        return calendar_file.is_calendar(file.read(32))


def _contains(whole: Journal, part: Journal) -> bool:
    """Whether every change of a journal is in another one of the same school."""

    def changes(journal: Journal) -> set[tuple[str, int]]:
        return {(journal.writers[change.writer].uid, change.number) for change in journal.changes}

    return whole.school == part.school and changes(part) <= changes(whole)
