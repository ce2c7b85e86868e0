"""The command line: without a command, `fosdesk` opens the window; its commands work on school files."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from fosdesk.display.command_options import Asked, Command, known_options, parted
from fosdesk.display.terminal import OutputClosed, complain, prepared_output, say, single_line
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.paths import may_enter
from fosdesk.words import DEFAULT_LANGUAGE, LANGUAGES, Words, read_words

_AUDIENCES, _WHOSE = ("school", "owner", "network", "research"), ("others", "own")
_THEMES = ("light", "dark", "contrast")
_SCHOOL_FILE = ".fosdesk"
_EVERYWHERE = ("--data-dir DIR", f"--language {'|'.join(LANGUAGES)}", "--help", "--version", "--debug")


# -- the commands


def _later(place: str) -> Callable[[Asked], int]:
    """A command in fosdesk/commands/, written «module:function»; the window, and the help, load none of them."""
    module, _, name = place.partition(":")

    def run(asked: Asked) -> int:
        code: int = getattr(import_module(f"fosdesk.commands.{module}"), name)(asked)
        return code

    return run


_LANGUAGE = f"--language {'|'.join(LANGUAGES)}"
_PASSWORD = "--password-file FILE"
COMMANDS = {
    "example": Command(
        "Write an example school file; the same arguments give the same bytes.",
        ("FILE",),
        ("--years N", "--entries N", "--seed N", "--language nb|nn"),
        _later("school_files:example"),
    ),
    "info": Command("Tell what a school file holds.", ("FILE",), ("--json", _PASSWORD), _later("school_files:tell")),
    "check": Command(
        "Tell whether a school file is whole and readable.", ("FILE",), (_PASSWORD,), _later("school_files:check")
    ),
    "merge": Command(
        "Write everything that is in either of two files of one school into a third.",
        ("ONE", "OTHER", "FILE"),
        ("--json", _PASSWORD),
        _later("school_files:merge"),
    ),
    "report": Command(
        "Make a document, as PDF or as Word file by what its name ends in; it is dated as the school file is, unless "
        "you give another day. The gatekeeping log can be limited to a period, written as 2025/26, autumn 2025 or "
        "1.8.2025–31.12.2025. A notice is of the next meeting and minutes of the last one, unless you choose a "
        "meeting. What hangs on a wall can be made on A3, too.",
        ("DOCUMENT", "FILE", "PDF|DOCX"),
        (
            _LANGUAGE,
            f"--audience {'|'.join(_AUDIENCES)}",
            "--date YYYY-MM-DD",
            "--period PERIOD",
            "--meeting next/last/YYYY-MM-DD",
            "--paper A4|A3",
            _PASSWORD,
        ),
        _later("documents:report"),
    ),
    "schools": Command(
        "Make a document about many schools from a folder of their files, for their owner: of all of them, or of one "
        "municipality. Files that cannot be shown are told of by name.",
        ("FOLDER", "PDF|DOCX"),
        (
            _LANGUAGE,
            "--document schools_brief|owner_description|schools_by_municipality",
            "--municipality NAME",
            "--date YYYY-MM-DD",
        ),
        _later("many_schools:schools"),
    ),
    "calendar": Command(
        "Write the meetings as a calendar file, for others. For the leadership team's own calendar, also its own "
        "meetings, and texts that name somebody.",
        ("FILE", "ICS"),
        (_LANGUAGE, f"--for {'|'.join(_WHOSE)}", "--series NAME", _PASSWORD),
        _later("documents:calendar"),
    ),
    "for-it": Command(
        "Write the page for whoever looks after the computers, as PDF, Word file or text by what its name ends in; it "
        "tells of the program and of no school.",
        ("PDF|DOCX|MD",),
        (_LANGUAGE, "--date YYYY-MM-DD"),
        _later("documents:for_it"),
    ),
    "screenshots": Command(
        "Show each page of the example school as a picture.",
        ("DIR",),
        (_LANGUAGE, f"--theme {'|'.join(_THEMES)}", "--scale F"),
        _later("documents:screenshots"),
    ),
    "self-test": Command(
        "Tell whether everything that belongs to the program is here and works: nothing is read from your data "
        "folder, and nothing is left behind unless you name an empty folder to keep what was made.",
        (),
        (_LANGUAGE, "--keep DIR"),
        _later("self_test:self_test"),
    ),
}


# -- reading what was written after `fosdesk`


def _usage(name: str, command: Command) -> str:
    takes = [f"{{{','.join(_documents())}}}" if place == "DOCUMENT" else place for place in command.takes]
    return " ".join(["fosdesk", name, *takes, *(f"[{option}]" for option in command.options)])


def _documents() -> tuple[str, ...]:
    from fosdesk.reports.document_catalogue import DOCUMENTS

    return tuple(DOCUMENTS)


def _help(words: Words, name: str) -> str:
    if name in COMMANDS:
        return f"{_usage(name, COMMANDS[name])}\n\n{words(COMMANDS[name].about)}"
    start = " ".join(["fosdesk", *(f"[{option}]" for option in _EVERYWHERE[:2]), f"[FILE{_SCHOOL_FILE}]"])
    lines = [start, f"    {words('Open the window, and show what is in a school file.')}"]
    for key, command in COMMANDS.items():
        takes = " ".join(["fosdesk", key, *command.takes, *(f"[{option}]" for option in command.options)])
        lines += [takes, f"    {words(command.about)}"]
    lines += ["fosdesk --version", f"    {words('Tell which version this is.')}"]
    lines += ["--debug", f"    {words('With any of them: tell all about what goes wrong in fosdesk itself.')}"]
    return "\n".join(lines)


def _run(arguments: Sequence[str], language: str, words: Words) -> int:
    at = next((i for i, text in enumerate(arguments) if text in COMMANDS and not _belongs(arguments, i)), None)
    name = arguments[at] if at is not None else ""
    before = arguments if at is None else arguments[:at]
    known = known_options(_EVERYWHERE)
    places, everywhere = parted(before, known)
    named = at is None and len(places) == 1 and places[0].lower().endswith(_SCHOOL_FILE)
    if places and not named:
        raise FosdeskError("There is no command “{command}”; fosdesk --help tells which there are.", command=places[0])
    if at is None:
        if "--version" in everywhere:
            return _tell_version()
        if "--help" in everywhere:
            say(_help(words, ""))
            return 0
        file = Path(places[0]) if places else None
        if file is not None and not file.is_file():
            raise FosdeskError("There is no file {file}.", file=places[0])
        from fosdesk.ui.window.start_check import load_qt

        load_qt(os.environ, sys.platform)
        from fosdesk.app import main as start

        folder = everywhere.get("--data-dir")
        if folder and not may_enter(Path(folder)):
            raise unusable_folder_error(folder)
        return start(Path(folder) if folder else None, everywhere.get("--language"), file)
    if "--help" in everywhere or {"--help", "-h"}.intersection(arguments[at + 1 :]):
        say(_help(words, name))
        return 0
    command = COMMANDS[name]
    if "--version" in everywhere or "--version" in arguments[at + 1 :]:
        return _tell_version()
    places, options = parted(arguments[at + 1 :], {**known, **known_options(command.options)})
    if len(places) != len(command.takes):
        raise FosdeskError("It is written like this: {usage}", usage=_usage(name, command))
    return command.run(Asked(dict(zip(command.takes, places, strict=True)), options, language, words))


def _tell_version() -> int:
    from fosdesk import __version__

    say(f"fosdesk {__version__}")
    return 0


def _belongs(arguments: Sequence[str], place: int) -> bool:
    """Whether an argument is the value of the option before it, as in `--data-dir check`."""
    return place > 0 and arguments[place - 1] in ("--data-dir", "--language")


def _language_in(arguments: Sequence[str]) -> str:
    """The last valid language given, wherever it stands; empty when there is none."""
    found = ""
    for place, text in enumerate(arguments):
        option, given, value = text.partition("=")
        if option == "--language":
            asked = value if given else "".join(arguments[place + 1 : place + 2])
            found = asked if asked in LANGUAGES else found
    return found


@prepared_output()
def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0, 2 for a FosdeskError (one sentence on stderr), 1 for a bug."""
    written = list(sys.argv[1:] if arguments is None else arguments)
    language = _language_in(written)
    try:
        words = read_words(language or DEFAULT_LANGUAGE)
    except FosdeskError as trouble:
        complain(str(trouble))  # in English, as there are no other words
        return 2
    try:
        return _run(written, language, words)
    except FosdeskError as trouble:
        complain(single_line(words(trouble.sentence, **trouble.arguments)))
        return 2
    except KeyboardInterrupt:
        return 130
    except OutputClosed:
        return 0
    except Exception:
        if "--debug" in written:
            raise
        complain(words("Something went wrong in fosdesk itself; with --debug it tells what."))
        return 1


if __name__ == "__main__":
    sys.exit(main())
