"""The command line: without a command, `fosdesk` opens the window; its commands work on school files."""

import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fosdesk.display.command_options import Asked, Command, known_options, parted
from fosdesk.display.terminal import OutputClosed, complain, say, single_line
from fosdesk.domain.values.moments import utc_day
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.paths import may_enter
from fosdesk.words import LANGUAGES, Words, read_words

if TYPE_CHECKING:
    from fosdesk.domain.school import School
    from fosdesk.exchange.school_file import SchoolFile

_DEFAULT_LANGUAGE = "nb"
_AUDIENCES, _WHOSE = ("school", "owner", "network", "research"), ("others", "own")
_THEMES = ("light", "dark", "contrast")
_SCHOOL_FILE = ".fosdesk"
_EVERYWHERE = ("--data-dir DIR", f"--language {'|'.join(LANGUAGES)}", "--help", "--version", "--debug")


# -- the commands


def _example(asked: Asked) -> int:
    from fosdesk.exchange.example.example_school import write_example
    from fosdesk.exchange.school_file import save_bytes
    from fosdesk.exchange.target_file import check_example_target

    target, years, seed = Path(asked.places["FILE"]), asked.whole("--years"), asked.whole("--seed")
    example = write_example(
        years=years,
        entries=asked.whole("--entries"),
        seed=1 if seed is None else seed,
        language=asked.options.get("--language") or ("nn" if asked.language == "nn" else "nb"),
    )
    check_example_target(target)
    save_bytes(target, example)
    return 0


def _tell(asked: Asked) -> int:
    from fosdesk.content import read_framework
    from fosdesk.display.noun_words import noun_many
    from fosdesk.domain.fields import NOUNS
    from fosdesk.domain.rules.progress import phase_status

    file, school = _read(asked)
    words = asked.words
    framework = read_framework(words.language)
    phases = {phase.id: phase_status(school, phase.id) for phase in framework.phases}
    counts = {key: n for key, noun in NOUNS.items() if (n := len(school.of(noun.record)))}
    if "--json" in asked.options:
        facts = {
            "school": school.id,
            "name": file.journal.name,
            "reference": file.reference,
            "made": file.made,
            "app": file.app,
            "changes": len(file.journal.changes),
            "writers": len(file.journal.writers),
            "phases": phases,
            "records": counts,
            "conflicts": len(school.conflicts),
            "unknown": school.unknown,
        }
        say(json.dumps(facts, ensure_ascii=False, indent=2))
        return 0
    say(single_line(file.journal.name) or words("A school without a name"))
    day, version = words.date(f"{utc_day(file.made)}"), single_line(file.app)
    say(words("Written {day} with fosdesk {version}", day=day, version=version))
    if file.reference:
        say(words("For others to read: without people, private notes and history"))
    titles = [phase.title for phase in framework.phases if phases[phase.id] == "open"]
    say(words("Open phases: {phases}", phases=words.joined(titles) or words("none")))
    say(
        words.plural("{n} change", "{n} changes", len(file.journal.changes)),
        words.plural("{n} writer", "{n} writers", len(file.journal.writers)),
        sep=", ",
    )
    if school.conflicts:
        say(words.plural("{n} field with two values", "{n} fields with two values", len(school.conflicts)))
    if school.unknown:
        say(words.plural("{n} value from a newer fosdesk", "{n} values from a newer fosdesk", school.unknown))
    for key, count in counts.items():
        say(f"{words.number(count):>8}  {noun_many(words, NOUNS[key])}")
    return 0


def _check(asked: Asked) -> int:
    _read(asked)
    say(asked.words("The school file is whole and can be read."))
    return 0


def _merge(asked: Asked) -> int:
    from fosdesk import __version__
    from fosdesk.domain.rules.lost_parents import school_of_journal
    from fosdesk.domain.school import compare
    from fosdesk.exchange.passphrase import read_password_file
    from fosdesk.exchange.password_seal import seal
    from fosdesk.exchange.school_file import merge_journals, save_bytes, write_school_file
    from fosdesk.exchange.target_file import check_merge_target

    (one, before), (other, _) = _read(asked, "ONE"), _read(asked, "OTHER")
    if one.reference or other.reference:
        raise FosdeskError("A file that was made for others to read cannot be merged; ask for a file with everything.")
    both = merge_journals(one.journal, other.journal)
    target, password = Path(asked.places["FILE"]), ""
    if "--password-file" in asked.options:
        password = read_password_file(Path(asked.options["--password-file"]))
    check_merge_target(target, [Path(asked.places[place]) for place in ("ONE", "OTHER")], both, password)
    after = school_of_journal(both)
    merged = write_school_file(both, app=__version__, made=max(one.made, other.made), reference=False)
    if one.sealed or other.sealed:
        merged = seal(merged, password)
    save_bytes(target, merged)
    counts = compare(before, after).counts()
    if "--json" in asked.options:
        say(json.dumps({**counts, "changes": len(both.changes) - len(one.journal.changes)}, indent=2))
        return 0
    words = asked.words
    for sentence in (
        words.plural("{n} thing is new", "{n} things are new", counts["new"]),
        words.plural("{n} thing was changed", "{n} things were changed", counts["changed"]),
        words.plural("{n} thing was deleted", "{n} things were deleted", counts["gone"]),
        words.plural("{n} field is in conflict", "{n} fields are in conflict", counts["conflicts"]),
    ):
        say(sentence)
    return 0


def _report(asked: Asked) -> int:
    from fosdesk.content import read_framework
    from fosdesk.domain.changes.change_history import history_of
    from fosdesk.domain.values.dates import document_day
    from fosdesk.exchange.example.example_ids import offered_examples
    from fosdesk.exchange.example.example_school import is_untouched_example
    from fosdesk.exchange.target_file import check_document_target
    from fosdesk.privacy.audience import Audience
    from fosdesk.privacy.known_names import names_in
    from fosdesk.privacy.meeting_audience import audiences_of_meeting
    from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
    from fosdesk.reports.meeting_choice import meeting_asked_for
    from fosdesk.reports.period_choice import period_asked_for
    from fosdesk.reports.writer import missing_characters

    file, school = _read(asked)
    day = document_day(asked.options["--date"]) if "--date" in asked.options else utc_day(file.made)
    target = Path(asked.places["PDF|DOCX"])
    check_document_target(target, Path(asked.places["FILE"]))
    words = read_words(asked.options.get("--language") or asked.language or _DEFAULT_LANGUAGE)
    kind = DOCUMENTS.get(asked.places["DOCUMENT"])
    within = period_asked_for(kind, asked.options.get("--period"), day, asked.words)
    meeting = meeting_asked_for(kind, school, day, asked.options.get("--meeting"), asked.words) if kind else None
    fits = audiences_of_meeting(school, meeting) if meeting is not None else kind.audiences if kind else ()
    audience = Audience(asked.options.get("--audience", fits[0] if fits else Audience.SCHOOL))
    try:
        made = make_document(
            asked.places["DOCUMENT"],
            school,
            read_framework(words.language),
            words,
            audience,
            day,
            target,
            names=names_in(file.journal, school),
            within=within,
            draft=not (kind and kind.is_final),
            meeting=meeting.id if meeting is not None else "",
            history=history_of(file.journal, lambda at: utc_day(at).isoformat()) if kind and kind.history else (),
            is_example=school.id in offered_examples() or is_untouched_example(file),
        )
    except OSError as why:
        raise FosdeskError(
            "{file} could not be written; the folder may be missing, full or closed to you.", file=str(target)
        ) from why
    say(asked.words.plural("{n} page", "{n} pages", made.pages) if made.pages else asked.words("1 Word file"))
    if made.missing:
        complain(missing_characters(asked.words, made.missing))
    return 0


def _calendar(asked: Asked) -> int:
    from fosdesk.exchange.calendar_file import calendar_of_school_file
    from fosdesk.exchange.file_saving import save_bytes
    from fosdesk.exchange.target_file import check_calendar_target

    file, school = _read(asked)
    target = Path(asked.places["ICS"])
    check_calendar_target(target)
    words = read_words(asked.options.get("--language") or asked.language or _DEFAULT_LANGUAGE)
    own = asked.options.get("--for") == "own"
    made, n = calendar_of_school_file(
        file, school, words, "own" if own else "others", asked.options.get("--series", "")
    )
    save_bytes(target, made)
    say(asked.words.plural("{n} meeting", "{n} meetings", n))
    return 0


def _screenshots(asked: Asked) -> int:
    from fosdesk.app import screenshots

    scale = asked.options.get("--scale", "1")
    if not re.fullmatch(r"[0-9](\.[0-9]{1,3})?", scale) or not 0.5 <= float(scale) <= 4:
        raise FosdeskError("{option} takes a number from 0.5 to 4, not “{text}”.", option="--scale", text=scale)
    language = asked.options.get("--language") or asked.language or _DEFAULT_LANGUAGE
    made = screenshots(Path(asked.places["DIR"]), language, asked.options.get("--theme", "light"), float(scale))
    say(asked.words.plural("{n} picture", "{n} pictures", len(made)))
    return 0


_LANGUAGE = f"--language {'|'.join(LANGUAGES)}"
_PASSWORD = "--password-file FILE"
COMMANDS = {
    "example": Command(
        "Write an example school file; the same arguments give the same bytes.",
        ("FILE",),
        ("--years N", "--entries N", "--seed N", "--language nb|nn"),
        _example,
    ),
    "info": Command("Tell what a school file holds.", ("FILE",), ("--json", _PASSWORD), _tell),
    "check": Command("Tell whether a school file is whole and readable.", ("FILE",), (_PASSWORD,), _check),
    "merge": Command(
        "Write everything that is in either of two files of one school into a third.",
        ("ONE", "OTHER", "FILE"),
        ("--json", _PASSWORD),
        _merge,
    ),
    "report": Command(
        "Make a document, as PDF or as Word file by what its name ends in; it is dated as the school file is, unless "
        "you give another day. The gatekeeping log can be limited to a period, written as 2025/26, autumn 2025 or "
        "1.8.2025–31.12.2025. A notice is of the next meeting and minutes of the last one, unless you choose a "
        "meeting.",
        ("DOCUMENT", "FILE", "PDF|DOCX"),
        (
            _LANGUAGE,
            f"--audience {'|'.join(_AUDIENCES)}",
            "--date YYYY-MM-DD",
            "--period PERIOD",
            "--meeting next/last/YYYY-MM-DD",
            _PASSWORD,
        ),
        _report,
    ),
    "calendar": Command(
        "Write the meetings as a calendar file, for others. For the leadership team's own calendar, also its own "
        "meetings, and texts that name somebody.",
        ("FILE", "ICS"),
        (_LANGUAGE, f"--for {'|'.join(_WHOSE)}", "--series NAME", _PASSWORD),
        _calendar,
    ),
    "screenshots": Command(
        "Show each page of the example school as a picture.",
        ("DIR",),
        (_LANGUAGE, f"--theme {'|'.join(_THEMES)}", "--scale F"),
        _screenshots,
    ),
}


# -- what the commands share


def _read(asked: Asked, place: str = "FILE") -> "tuple[SchoolFile, School]":
    from fosdesk.domain.rules.lost_parents import school_of_journal
    from fosdesk.exchange.passphrase import load_with_password_file

    file = load_with_password_file(asked.options.get("--password-file"), Path(asked.places[place]))
    return file, school_of_journal(file.journal)


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0, 2 for a FosdeskError (one sentence on stderr), 1 for a bug."""
    written = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            # A terminal that lacks a letter must not stop us; what is piped is UTF-8, whatever the system's own is.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    language = _language_in(written)
    try:
        words = read_words(language or _DEFAULT_LANGUAGE)
    except FosdeskError as trouble:
        print(trouble, file=sys.stderr)  # in English, as there are no other words
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
