"""The example school: an invented school's story of some school years, the same bytes for the same arguments."""

from fosdesk import __version__
from fosdesk.domain.journal import Journal
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_journal import JournalBuilder, digest
from fosdesk.exchange.example.meeting_rhythm import grow
from fosdesk.exchange.example.school_days import TODAY, milliseconds
from fosdesk.exchange.example.story_files import LANGUAGES, read_plot, read_words
from fosdesk.exchange.example.story_player import StoryPlayer

MOST_YEARS = 6
MOST_ENTRIES = 100_000
_ENTRIES_A_YEAR = 86


def write_example(*, years: int = 3, entries: int | None = None, seed: int = 1, language: str = "nb") -> bytes:
    """A school file of the example school; the same bytes for the same arguments."""
    from fosdesk.exchange.school_file import write_school_file

    journal = example_journal(years=years, entries=entries, seed=seed, language=language)
    return write_school_file(journal, app=__version__, made=milliseconds(TODAY, 15 * 3600), reference=False)


def example_journal(*, years: int = 3, entries: int | None = None, seed: int = 1, language: str = "nb") -> Journal:
    """The example school's journal: so many school years up to November 2026, and so many gatekeeping entries."""
    _refuse(years, entries, language)
    wanted = _ENTRIES_A_YEAR * years if entries is None else entries
    mark = _mark(language, seed, years, entries)
    teller = StoryPlayer(mark, language, read_plot(), read_words(language), years)
    teller.scenes(teller.plot["scenes"])
    teller.answers()
    grow(teller, wanted)
    pen = JournalBuilder(mark, __version__)
    pen.write(teller.acts)
    return pen.journal(_school_id(mark), teller.words["school_profile"]["school"]["name"])


def example_schools() -> frozenset[str]:
    """The ids of the example schools that the program itself offers, one in each language."""
    return frozenset(_school_id(_mark(language, 1, 3, None)) for language in LANGUAGES)


def _mark(language: str, seed: int, years: int, entries: int | None) -> str:
    """What every id of one example is made from, so that two different examples are two different schools."""
    return digest(8, "example", language, seed, years, entries)


def _school_id(mark: str) -> str:
    return digest(16, mark, "school")


def _refuse(years: int, entries: int | None, language: str) -> None:
    if language not in LANGUAGES:
        raise FosdeskError("The example school is told in nb and nn, not in “{language}”.", language=language)
    if not 1 <= years <= MOST_YEARS:
        raise FosdeskError("The example school covers 1 to {most} school years.", most=MOST_YEARS)
    if entries is not None and not 0 <= entries <= MOST_ENTRIES:
        raise FosdeskError("The example school has 0 to {most} gatekeeping entries.", most=MOST_ENTRIES)
