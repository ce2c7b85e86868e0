"""Makes documents from a few records or the example school, and reads their text."""

from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from fosdesk.content import read_framework
from fosdesk.domain.changes.change_history import History, HistoryEntry
from fosdesk.domain.changes.written_value import WrittenValue
from fosdesk.domain.fields import Long, Record, Short, noun_of
from fosdesk.domain.journal import heads
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.domain.values.period import Period
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import name_fields, names_written
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.reports.writer import WriteResult
from fosdesk.words import read_words
from tests.reports.reading import Reading

DAY = date(2026, 11, 23)
FRAMEWORK = read_framework("en")


@cache
def example(language: str) -> School:
    journal = example_journal(language="nn" if language == "nn" else "nb", entries=60)
    return school_from_heads(journal.school, heads(journal))


def school_of(*records: Record) -> School:
    return School("school-under-test", {record.id: record for record in records}, {})


def with_history(school: School) -> History:
    """A history in which every value of the school was written once before it was written again."""
    found = []
    for record in school.records.values():
        noun = noun_of(record)
        for name, value in values_of(record).items():
            if value == noun.fields[name].blank:
                continue
            first = f"{value}Æ" if isinstance(noun.fields[name], Short | Long) else value
            found.append(HistoryEntry(record.id, noun.key, name, None, first, "2026-02-14", "principal"))
            if first != value:
                found.append(HistoryEntry(record.id, noun.key, name, first, value, "2026-03-14", "deputy"))
    return tuple(found)


def known_names_of(school: School, history: History = ()) -> NameDetector:
    """The names in a school, and the earlier ones in its history."""
    said = [
        WrittenValue((one.role, number), one.record, one.noun, one.field, value, 0, one.role, False)
        for number, one in enumerate(history)
        for value in (one.before, one.value)
        if (one.noun, one.field) in name_fields()
    ]
    return names_written(said, school)


def make(
    folder: Path,
    key: str,
    school: School,
    *,
    language: str = "en",
    audience: Audience | None = None,
    ticked: Collection[str] = (),
    draft: bool = True,
    period: str = "",
    within: Period | None = None,
    meeting: str = "",
    history: History | None = None,
    ending: str = ".pdf",
    is_example: bool = False,
) -> tuple[WriteResult, bytes]:
    """Make a document for its first audience, unless `audience` is given; returns the result and the bytes."""
    path = folder / f"{key}{ending}"
    audience = audience or (DOCUMENTS[key].audiences[0] if key in DOCUMENTS else Audience.SCHOOL)
    framework, words = read_framework(language), read_words(language)
    if history is None:
        history = with_history(school) if key in DOCUMENTS and DOCUMENTS[key].history else ()
    made = make_document(
        key,
        school,
        framework,
        words,
        audience,
        DAY,
        path,
        names=known_names_of(school, history),
        ticked=ticked,
        draft=draft,
        period=period,
        within=within,
        meeting=meeting,
        history=history,
        is_example=is_example,
    )
    return made, path.read_bytes()


def lines(written: bytes) -> list[str]:
    with Reading(written) as reading:
        return [words for _, words in reading.blocks() if words]


def said(folder: Path, key: str, *records: Record, audience: Audience | None = None) -> str:
    return "\n".join(lines(make(folder, key, school_of(*records), audience=audience)[1]))


def in_order(text: str, *parts: str) -> bool:
    """Whether all parts are in the text, one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True
