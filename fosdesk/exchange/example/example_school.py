"""The example school: an invented school with a history of some school years, reproducible for the same arguments."""

# Three years are told in full; the fourth, before them, is the one in which only the principal was trained.

from typing import TYPE_CHECKING

from fosdesk import __version__
from fosdesk.domain.journal import Journal
from fosdesk.errors import FosdeskError
from fosdesk.exchange.example.example_journal import JournalBuilder, digest
from fosdesk.exchange.example.meeting_rhythm import add_meetings_and_entries
from fosdesk.exchange.example.school_days import STORY_YEARS, TODAY, YEARS_WITH_ENTRIES, milliseconds
from fosdesk.exchange.example.story_files import LANGUAGES, read_plot, read_words
from fosdesk.exchange.example.story_player import StoryPlayer

if TYPE_CHECKING:
    from fosdesk.exchange.school_file import SchoolFile

MAX_YEARS = 6
MAX_ENTRIES = 100_000
_ENTRIES_A_YEAR = 86
_MADE = milliseconds(TODAY, 15 * 3600)


def write_example(
    *, years: int | None = None, entries: int | None = None, seed: int = 1, language: str = "nb"
) -> bytes:
    """A school file of the example school; the same arguments give the same bytes."""
    from fosdesk.exchange.school_file import write_school_file

    years = STORY_YEARS if years is None else years
    journal = example_journal(years=years, entries=entries, seed=seed, language=language)
    return write_school_file(journal, app=__version__, made=_MADE, reference=False)


def is_untouched_example(file: "SchoolFile") -> bool:
    """Whether `write_example` made a file: the program writes whatever was worked in with the time of that day."""
    return file.made == _MADE and all(writer.opened <= _MADE for writer in file.journal.writers)


def example_journal(
    *, years: int = STORY_YEARS, entries: int | None = None, seed: int = 1, language: str = "nb"
) -> Journal:
    """The example school's journal: school years up to November 2026, and a number of gatekeeping entries."""
    _check_arguments(years, entries, language)
    wanted = _ENTRIES_A_YEAR * _years_with_entries(years) if entries is None else entries
    namespace = _namespace(language, seed, years, entries)
    invented = _namespace(language, seed, min(years, YEARS_WITH_ENTRIES), entries)
    player = StoryPlayer(namespace, language, read_plot(), read_words(language), years, invented)
    player.play_scenes(player.plot["scenes"])
    player.play_answers()
    add_meetings_and_entries(player, wanted)
    player.play_scenes(player.plot["meeting_scenes"])
    if years >= STORY_YEARS:
        player.play_scenes(player.plot["first_year_scenes"])
    builder = JournalBuilder(namespace, __version__)
    builder.write(player.edits)
    return builder.journal(_school_id(namespace), player.words["school_profile"]["school"]["name"])


def example_schools() -> frozenset[str]:
    """The ids of the example schools that the program itself offers, one in each language."""
    return frozenset(_school_id(_namespace(language, 1, STORY_YEARS, None)) for language in LANGUAGES)


def _years_with_entries(years: int) -> int:
    """For how many of the school years something came to the gate; in the year of training nothing did."""
    return years - 1 if years >= STORY_YEARS else years


def _namespace(language: str, seed: int, years: int, entries: int | None) -> str:
    """The text that all ids of one example are computed from, so that two examples are different schools."""
    return digest(8, "example", language, seed, years, entries)


def _school_id(namespace: str) -> str:
    return digest(16, namespace, "school")


def _check_arguments(years: int, entries: int | None, language: str) -> None:
    if language not in LANGUAGES:
        raise FosdeskError("The example school is told in nb and nn, not in “{language}”.", language=language)
    if not 1 <= years <= MAX_YEARS:
        raise FosdeskError("The example school covers 1 to {most} school years.", most=MAX_YEARS)
    if entries is not None and not 0 <= entries <= MAX_ENTRIES:
        raise FosdeskError("The example school has 0 to {most} gatekeeping entries.", most=MAX_ENTRIES)
