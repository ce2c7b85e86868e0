"""The page for IT: network, rights, where things lie, how to install and remove, hashes, parts and licences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from fosdesk import __version__
from fosdesk.reports.documents.for_it import artefacts
from fosdesk.reports.documents.for_it.bundled_parts import BILL, bundled_parts
from fosdesk.reports.documents.for_it.entries import ROOMS
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.writer import DocumentProperties, FileWriter, Phrases, WriteResult
from fosdesk.words import Words

if TYPE_CHECKING:
    from datetime import date

    from fosdesk.reports.document_reader import DocumentReader
    from fosdesk.reports.writer import Writer

TITLE = "For IT"
_WORD = ".docx"

W = TypeVar("W", bound=FileWriter)


class Chapter(NamedTuple):
    """A heading, and below it labels with what is told of each."""

    title: str
    rows: tuple[tuple[str, str], ...]


def nouns() -> tuple[str, ...]:
    """None."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """None: the page tells nothing of the school."""
    return ()


def write(writer: Writer, reader: DocumentReader) -> None:
    """One page that tells of the program alone."""
    write_page(writer, reader.words)


def write_page(writer: Writer, words: Words) -> None:
    """The page without its masthead."""
    writer.paragraph(opening(words))
    for chapter in chapters(words):
        writer.heading(1, chapter.title)
        writer.facts(chapter.rows)
    writer.small(parts_line(words))


def opening(words: Words) -> str:
    """What the program is, in two sentences."""
    return words(
        "fosdesk {version} is a desktop program for the leadership team of a school. It runs for the person who is "
        "signed in, and needs no server and no account.",
        version=__version__,
    )


def chapters(words: Words) -> tuple[Chapter, ...]:
    """All that is told, in the order of the page."""
    return (
        Chapter(words("Network and rights"), _network(words)),
        Chapter(words("Where things lie"), _places(words)),
        Chapter(words("Installing and removing"), _installing(words)),
        Chapter(words("Hashes, parts and licences"), _parts(words)),
    )


def parts_line(words: Words) -> str:
    """The parts with their versions."""
    named = ", ".join(f"{part.name} {part.version}" for part in bundled_parts())
    return words("Parts that come with it: {parts}.", parts=named)


def _network(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        (
            words("Use of the network"),
            words(
                "None. No connection to another computer is opened or accepted, and there is no server store. No "
                "telemetry, no check of licences, no update by itself. A second start finds the first through a local "
                "socket (on Windows a named pipe) of the same user. Only when somebody prints is the system's own "
                "print service asked."
            ),
        ),
        (
            words("Ports and services"),
            words("None. No service, no scheduled task, no driver, and nothing that starts with the computer."),
        ),
        (
            words("Rights"),
            words(
                "Those of an ordinary user. An administrator is needed only to install for everybody on a computer, "
                "and on Linux for the shared libraries of Qt."
            ),
        ),
        (
            words("System requirements"),
            words(
                "64 bit. Windows 10 or 11; macOS 13; Linux with glibc 2.34 (Debian 12, Ubuntu 22.04). The Python "
                "package needs Python 3.11 to 3.14, the installers bring their own."
            ),
        ),
    )


def _places(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        (
            words("Data folder"),
            words(
                "Windows: {windows}. macOS: {macos}. Linux: {linux}. For its owner alone, and not synchronised: "
                "OneDrive and the like damage open databases.",
                windows=r"%LOCALAPPDATA%\fosdesk",
                macos="~/Library/Application Support/fosdesk",
                linux="~/.local/share/fosdesk",
            ),
        ),
        (
            words("What lies in it"),
            words(
                "{store} (the school, SQLite), {settings}, {log} after a fault, {drafts} where something typed could "
                "not be stored, and the backups in {backups}.",
                store="fosdesk.db",
                settings="settings.json",
                log="errors.log",
                drafts="drafts.json",
                backups="backups",
            ),
        ),
        (
            words("Another folder"),
            words(
                "The environment variable {variable} moves all of it, set by group policy or Intune. It may hold other "
                "variables, such as {example}: each user needs a folder of their own, on a local disk. {option} does "
                "the same for one start.",
                variable="FOSDESK_DATA_DIR",
                example=r"D:\fosdesk\%USERNAME%",
                option="--data-dir",
            ),
        ),
        (
            words("Backups"),
            words(
                "By themselves at the start, every half hour and at the end, checked and thinned out. A second folder, "
                "such as a share, is chosen in the program and can be closed with a password."
            ),
        ),
    )


def _installing(words: Words) -> tuple[tuple[str, str], ...]:
    user, machine = ("user", "machine")
    return (
        (
            "Windows",
            words(
                "For one user, without an administrator: {user}. For everybody on the computer: {machine}. Without "
                "installing: unpack {zip}.",
                user=f"msiexec /i {artefacts.msi(__version__, user)} /qn",
                machine=f"msiexec /i {artefacts.msi(__version__, machine)} /qn",
                zip=artefacts.portable(__version__),
            ),
        ),
        (
            words("Linux and macOS"),
            words(
                "Debian and Ubuntu: {deb}. Elsewhere, and on macOS: {pipx} or {uv} with {wheel}.",
                deb=f"apt install ./{artefacts.deb(__version__)}",
                pipx="pipx install",
                uv="uv tool install",
                wheel=artefacts.wheel(__version__),
            ),
        ),
        (
            words("Newer version"),
            words(
                "Installed over the older one. It opens older data and keeps a copy of them ({copy}); an older version "
                "refuses newer data and changes nothing.",
                copy="fosdesk.version-N.db",
            ),
        ),
        (
            words("Removal"),
            words(
                "{windows}, or {debian}. The data folder stays until somebody deletes it.",
                windows=f"msiexec /x {artefacts.msi(__version__, user)} /qn",
                debian="apt remove fosdesk",
            ),
        ),
        (
            words("Detection (Intune)"),
            words(
                "Product code {user} for one user, {machine} for everybody; or the registry value {value} in {key}, "
                "which is {version}.",
                user=artefacts.product_code(__version__, user),
                machine=artefacts.product_code(__version__, machine),
                value=artefacts.ENTRY,
                key=rf"HKCU|HKLM\{artefacts.REGISTRY_KEY}",
                version=__version__,
            ),
        ),
        (
            words("School files"),
            words(
                "{ending} ({kind}) opens with a double click. The file is looked into; nothing is taken in before "
                "somebody chooses it.",
                ending=".fosdesk",
                kind=artefacts.FILE_KIND,
            ),
        ),
        (
            words("Is it whole?"),
            words(
                "{command} tries every part without a screen; the exit code is 0, or 1 with what is wrong.",
                command="fosdesk self-test",
            ),
        ),
    )


def _parts(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        (
            words("Hashes"),
            words(
                "{sums} lies beside the packages. Windows: {windows}. Linux: {linux}.",
                sums="SHA256SUMS",
                windows="certutil -hashfile FILE SHA256",
                linux="sha256sum -c SHA256SUMS",
            ),
        ),
        (
            words("List of parts"),
            words.plural(
                "CycloneDX 1.6 (JSON) in {file}, below the program's own folder: {n} part with version and licence. "
                "The texts of the licences lie beside it, and in the program under “{page}”.",
                "CycloneDX 1.6 (JSON) in {file}, below the program's own folder: {n} parts with version and licence. "
                "The texts of the licences lie beside it, and in the program under “{page}”.",
                len(bundled_parts()),
                file=f"resources/licences/{BILL}",
                page=words("Parts and licences"),
            ),
        ),
        (words("Licence"), words("fosdesk itself has no licence yet: its owner has not chosen one.")),
    )


def text_of(words: Words) -> str:
    """The page as Markdown."""
    lines = [f"# fosdesk: {words(TITLE)}", "", opening(words)]
    for chapter in chapters(words):
        lines += ["", f"## {chapter.title}", "", "| | |", "| --- | --- |"]
        lines += [f"| {label} | {_escaped(told)} |" for label, told in chapter.rows]
    return "\n".join([*lines, "", _escaped(parts_line(words)), ""])


def _escaped(text: str) -> str:
    """A text as it stands, in a cell of a Markdown table."""
    for mark in ("\\", "|", "*", "_", "<", ">", "~", "`"):
        text = text.replace(mark, f"\\{mark}")
    return text


@own_faults_apart
def write_alone(path: Path, words: Words, day: date) -> WriteResult:
    """Write the page without a school to `path`: a Word file for .docx, else a PDF.

    OSError when it cannot be written, which leaves what was there.
    """
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    for room in ROOMS:
        writer = _written_with(PdfDocument, words, day, room.scale)
        if writer.page_count() == 1:
            break
    if path.suffix.lower() != _WORD:
        return writer.write(path)
    from fosdesk.reports.word.word_document import WordDocument

    return _written_with(WordDocument, words, day, room.scale).write(path)


def _written_with(make: Callable[[DocumentProperties], W], words: Words, day: date, scale: float) -> W:
    properties = DocumentProperties(
        words("{title}, {school}", title=words(TITLE), school=f"fosdesk {__version__}"),
        language=words.pdf_language,
        day=day,
        phrases=Phrases.from_words(words),
        author="fosdesk",
        running_head=words(TITLE),
        one_page=True,
        scale=scale,
    )
    writer = make(properties)
    writer.masthead(f"fosdesk {__version__}", words(TITLE), facts=(words.date(day.isoformat()),))
    write_page(writer, words)
    return writer
