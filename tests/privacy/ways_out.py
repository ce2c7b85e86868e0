"""Every way in which a school's words leave it: each tells which fields came out, for any noun and audience.

A way joins with `@way`, naming the modules of the program that it drives. `test_ways_out` finds every module that asks
the privacy filter, and fails until a way drives it.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.journal import heads
from fosdesk.domain.rules.sharing.pack_contents import TOPICS
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.exchange.calendar_events import Whose, calendar_events
from fosdesk.exchange.calendar_file import write_calendar
from fosdesk.exchange.experience_pack import pack_journal
from fosdesk.exchange.school_file import read_school_file, reference_journal, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import NAME_IN_TEXT
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.reports.document_preview import document_content, shown_fields
from fosdesk.reports.list_table import AUDIENCES, list_table
from fosdesk.words import read_words
from tests.privacy.planted import mark
from tests.reports.telling import DAY, with_history
from tests.reports.word.word_reading import everything_in_word

Place = tuple[str, str]  # a noun and one of its fields
_ONE_OF_A_MEETING = ("meeting", "method_card")  # in the papers of a meeting, which has all lines of the planted school


class Export(NamedTuple):
    """A school to export: for which audience, with whose names known, and what is ticked."""

    school: School
    audience: Audience
    names: NameDetector
    ticked: Collection[str]
    folder: Path


class Way(NamedTuple):
    """A way out: `exported` gives the fields that came out, `drives` the modules of the program that it uses.

    `reach` is how many texts it can tell at least.
    """

    exported: Callable[[Export], set[Place]]
    drives: tuple[str, ...]
    reach: int


WAYS: dict[str, Way] = {}
Exporter = Callable[[Export], set[Place]]


def way(name: str, *drives: str, reach: int = 11) -> Callable[[Exporter], Exporter]:
    """Decorator that registers a way out."""

    def declare(exported: Exporter) -> Exporter:
        WAYS[name] = Way(exported, drives, reach)
        return exported

    return declare


def marked(said: str) -> set[Place]:
    """The fields whose marks are in a text."""
    return {(key, name) for key, noun in NOUNS.items() for name in noun.fields if mark(key, name) in said}


def documents(export: Export, ending: str, read: Callable[[bytes], str]) -> set[Place]:
    """The fields that all documents for an audience show together, made as files of one kind."""
    found: set[Place] = set()
    for key, kind in DOCUMENTS.items():
        if export.audience in kind.audiences:
            path = export.folder / f"{key}{ending}"
            history = with_history(export.school) if kind.history else ()
            words = read_words("en")
            make_document(
                key,
                export.school,
                read_framework("en"),
                words,
                export.audience,
                DAY,
                path,
                names=export.names,
                ticked=export.ticked,
                history=history,
            )
            found |= marked(read(path.read_bytes()))
    return found


@way("PDF", "fosdesk.reports.document_catalogue", "fosdesk.reports.document_school")
def _pdf(export: Export) -> set[Place]:
    from tests.privacy.test_documents_privacy import everything_in

    return documents(export, ".pdf", everything_in)


@way("Word", "fosdesk.reports.document_catalogue", "fosdesk.reports.document_school")
def _word(export: Export) -> set[Place]:
    return documents(export, ".docx", everything_in_word)


@way("school file for others", "fosdesk.exchange.reference_journal")
def _file(export: Export) -> set[Place]:
    if export.audience is Audience.RESEARCH:
        return set()  # no such file is made
    journal = reference_journal(
        export.school, names=export.names, name="", audience=export.audience, ticked=export.ticked, now=1
    )
    read = read_school_file(write_school_file(journal, app="t", made=1, reference=True)).journal
    return {
        (key, name)
        for key, noun in NOUNS.items()
        for record in school_from_heads(read.school, heads(read)).of(noun.record)
        for name, value in values_of(record).items()
        if value != noun.fields[name].blank
    }


@way("experience pack", "fosdesk.exchange.reference_journal")
def _pack(export: Export) -> set[Place]:
    """The fields of a pack with all topics, which is for other schools whoever it is handed to; nothing is ticked."""
    if export.audience is Audience.RESEARCH:
        return set()  # no such file is made
    journal = pack_journal(export.school, [topic.key for topic in TOPICS], names=export.names, now=1)
    read = read_school_file(write_school_file(journal, app="t", made=1, reference=True)).journal
    return {
        (key, name)
        for key, noun in NOUNS.items()
        for record in school_from_heads(read.school, heads(read)).of(noun.record)
        for name, value in values_of(record).items()
        if value != noun.fields[name].blank
    }


@way("list", "fosdesk.reports.document_school")
def _list(export: Export) -> set[Place]:
    """The fields that lists of all nouns tell, had each of them every field as a column; nothing is ticked there."""
    found: set[Place] = set()
    for noun in NOUNS.values() if export.audience in AUDIENCES else ():
        table = list_table(
            export.school,
            noun,
            [one.id for one in export.school.of(noun.record)],
            [name for name, field in noun.fields.items() if not field.hidden],
            export.audience,
            names=export.names,
            words=read_words("en"),
            framework=read_framework("en"),
        )
        found |= marked("\n".join(cell for one in table.texts for cell in one))
    return found


@way("calendar", "fosdesk.exchange.calendar_events", reach=2)
def _calendar(export: Export) -> set[Place]:
    if export.audience is Audience.RESEARCH:
        return set()  # no such file is made
    whose: Whose = "own" if export.audience is Audience.SCHOOL else "others"
    events = calendar_events(export.school, {}, read_words("en"), whose, names=export.names, today="2026-01-01")
    return marked(write_calendar(events, name="", app="t", now=1).replace(b"\r\n ", b"").decode())


@way("preview", "fosdesk.reports.document_school")
def _preview(export: Export) -> set[Place]:
    """The fields that documents show and the preview does not list as withheld."""
    found: set[Place] = set()
    for key, kind in DOCUMENTS.items():
        if export.audience not in kind.audiences or export.audience is Audience.RESEARCH:
            continue
        words, history = read_words("en"), with_history(export.school) if kind.history else ()
        exported = document_content(
            key,
            export.school,
            read_framework("en"),
            words,
            export.audience,
            DAY,
            export.ticked,
            names=export.names,
            history=history,
        )
        out = {
            (noun, field)
            for one in exported.withheld
            if one.place not in export.ticked
            for noun, _, only in [one.place.partition(".")]
            for field in ([only] if only else NOUNS[noun].fields)
            if one.reason != NAME_IN_TEXT
            or one.count
            == (1 if kind.by_meeting and noun in _ONE_OF_A_MEETING else len(export.school.of(NOUNS[noun].record)))
        }
        found |= {(noun, name) for noun, names in shown_fields(key).items() for name in names} - out
    return found
