"""Tries what the program stands on: its files, words, code, store, files of others, and Qt."""

import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import fosdesk
from fosdesk import paths
from fosdesk.commands.trial import Faulty, Trial
from fosdesk.words import LANGUAGES, read_words

if TYPE_CHECKING:
    from fosdesk.domain.journal import Journal

# Which files came with the program, with the sum of each, as `sha256sum` writes it; made when a bundle is built.
CONTENTS = "contents.sha256"
_WORD_FORMS = ("skolene", "elevane", "inkludering", "undervisning")
_NO_WORD = "xqskolezz"
_A_WORD = "Contents"  # which each language has its own for
_PASSWORD = "is og snø"
_RIS = "TY  - JOUR\nAU  - Nordahl, Thomas\nTI  - Skolen\nPY  - 2020\nER  - \n"
_BIBTEX = "@article{a, author = {Nordahl, Thomas}, title = {Skolen}, year = {2020}}\n"


def try_files(trial: Trial) -> str:
    """Each shipped file is there and as it was built, where the installation has a list of them."""
    words, top = trial.words, paths.resource()
    contents = top / CONTENTS
    if not contents.is_file():
        there = sum(path.is_file() for path in top.rglob("*"))
        if not there:
            raise Faulty(str(top))
        return words.plural(
            "{n} file, with no list of sums beside it", "{n} files, with no list of sums beside them", there
        )
    listed = dict(_listed(contents))
    faults = [name for name, wanted in listed.items() if _sum(top / name) != wanted]
    if faults or not listed:
        raise Faulty(*faults)
    return words.plural("{n} file is as it was built", "{n} files are as they were built", len(listed))


def try_words(trial: Trial) -> str:
    """The framework and all other words can be read in each language, and each language has its own."""
    from fosdesk.content import read_framework

    frameworks = [read_framework(language) for language in LANGUAGES]
    items = {sum(len(phase.items) for phase in framework.phases) for framework in frameworks}
    said = {read_words(language)(_A_WORD) for language in LANGUAGES}
    if len(items) != 1 or len(said) != len(LANGUAGES):
        raise Faulty(", ".join(sorted(said)))
    phases = len(frameworks[0].phases)
    return trial.words("{phases} phases, {items} points in each language", phases=phases, items=items.pop())


def try_word_forms(trial: Trial) -> str:
    """The list of word forms tells words from what is none, and there are words to make passwords of."""
    from fosdesk.exchange.passphrase import generate_passphrase, word_list
    from fosdesk.privacy.word_forms import is_word

    if (faults := [one for one in _WORD_FORMS if not is_word(one)]) or is_word(_NO_WORD):
        raise Faulty(*faults)
    if not set(generate_passphrase().replace("-", " ").split()) <= set(word_list()):
        raise Faulty("passwords/words.txt")
    return trial.words("they can be looked up")


def try_licences(trial: Trial) -> str:
    """Each part that others made is listed with its licence, and the texts of it are there."""
    listed = tomllib.loads(paths.resource("licences", "parts.toml").read_text(encoding="utf-8"))["part"]
    faults = [
        f"{part['name']}: {text}"
        for part in listed
        for text in part["texts"] or ("",)
        if not part["licence"] or not _is_text(paths.resource(*text.split("/")))
    ]
    if faults or not listed:
        raise Faulty(*faults)
    return trial.words.plural("{n} part with its licence", "{n} parts with their licences", len(listed))


def try_code(trial: Trial) -> str:
    """Every module of the program can be loaded, with all that it loads in turn."""
    from pkgutil import walk_packages

    from fosdesk.ui.tuning import import_qt

    import_qt()
    faults: list[str] = []
    loaded = 0
    # Some are loaded by a name in a table only, so nothing else may have missed one that was left out.
    for module in walk_packages(fosdesk.__path__, f"{fosdesk.__name__}.", onerror=faults.append):
        try:
            import_module(module.name)
        except Exception as why:
            faults.append(f"{module.name}: {type(why).__name__}: {why}")
        loaded += 1
    if faults or not loaded:
        raise Faulty(*faults)
    return trial.words.plural("{n} module", "{n} modules", loaded)


def try_store(trial: Trial) -> str:
    """A store is made, a copy of it merged into it, backed up, and opened again with all that was in it."""
    from fosdesk.exchange.example.colleague_copy import example_colleague
    from fosdesk.exchange.example.school_days import TODAY, milliseconds
    from fosdesk.exchange.school_file import merge_journals
    from fosdesk.store import Store

    folder, noon = trial.place("store"), milliseconds(TODAY, 12 * 3_600)
    own, theirs = trial.file.journal, example_colleague(trial.file.journal)
    both = merge_journals(own, theirs)
    store = Store.open(folder / "fosdesk.db")
    try:
        new = store.merge(own, own=True, now=noon) + store.merge(theirs, own=True, now=noon)
        backup = store.backup(folder / paths.BACKUP_FOLDER, noon)
    finally:
        store.close()
    for path in (folder / "fosdesk.db", backup):
        again = Store.open(path)
        try:
            found = len(again.journal(own.school).changes)
        finally:
            again.close()
        if found != len(both.changes):
            raise Faulty(f"{path.name}: {found} / {len(both.changes)}")
    conflicts = trial.words.plural("{n} field in conflict", "{n} fields in conflict", _conflicts(both))
    return trial.words.plural("{n} change, {conflicts}", "{n} changes, {conflicts}", new, conflicts=conflicts)


def try_files_of_others(trial: Trial) -> str:
    """School files with a password, tables, calendars and references are written and read again."""
    from fosdesk.exchange.answer_files import read_answers
    from fosdesk.exchange.calendar_file import calendar_of_school_file
    from fosdesk.exchange.calendar_reading import read_calendar_file
    from fosdesk.exchange.password_seal import seal
    from fosdesk.exchange.references.reference_files import WrittenReference, read_references, reference_file
    from fosdesk.exchange.school_file import read_school_file, write_school_file
    from fosdesk.exchange.table_file import as_xlsx

    file, folder, faults = trial.file, trial.place("files"), []
    sealed = seal(write_school_file(file.journal, app=file.app, made=file.made, reference=False), _PASSWORD)
    if read_school_file(sealed, _PASSWORD).journal != file.journal:
        faults.append(".fosdesk")
    calendar = folder / "meetings.ics"
    calendar.write_bytes(calendar_of_school_file(file, trial.school, trial.words, "others")[0])
    if not read_calendar_file(calendar):
        faults.append(calendar.name)
    table = folder / "table.xlsx"
    table.write_bytes(as_xlsx("fosdesk", ["a", "b"], [["æøå", 1], ["=1+1", 2]]))
    read = read_answers(table.read_bytes(), table.name)
    if [*map(list, (read.headings, *read.rows))] != [["a", "b"], ["æøå", "1"], ["=1+1", "2"]]:
        faults.append(table.name)
    for name, text in (("a.ris", _RIS), ("a.bib", _BIBTEX)):
        titles = [one.fields.get("what") for one in read_references(text.encode(), name).references]
        if titles != ["Skolen"]:
            faults.append(name)
    written = [WrittenReference("a", {"what": "Skolen"}, {})]
    for ending in (".ris", ".bib", ".json"):
        if not read_references(reference_file(written, ending), f"a{ending}").references:
            faults.append(f"a{ending}")
    if faults:
        raise Faulty(*faults)
    return trial.words("written and read again")


def try_qt(trial: Trial) -> str:
    """Qt has the plugins, fonts, drawings and translations that the window needs, and prints."""
    from fosdesk.ui.window.system.qt_check import check_printing, check_qt

    version = check_qt(sys.platform)
    check_printing(trial.place("print"))
    return f"Qt {version}"


def _listed(contents: Path) -> Iterator[tuple[str, str]]:
    for line in contents.read_text(encoding="utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        yield name, wanted


def _sum(path: Path) -> str:
    with suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""


def _is_text(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return bool(path.read_text(encoding="utf-8").strip())
    return False


def _conflicts(journal: "Journal") -> int:
    from fosdesk.domain.rules.lost_parents import school_of_journal

    return len(school_of_journal(journal).conflicts)
