"""The registry of the documents about many schools, and the function that makes one of them as a PDF or Word file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fosdesk.content import read_framework
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.owner.opened_schools import OpenedSchool, alike, municipality_of
from fosdesk.domain.rules.owner.owner_text import NAME, value_at
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.document_catalogue import PDF, WORD, in_name
from fosdesk.reports.document_text import lowercase_first
from fosdesk.reports.own_faults import own_faults_apart
from fosdesk.reports.owner import description_of_choices, schools_by_municipality, steering_brief
from fosdesk.reports.owner.owner_reader import OwnerReader
from fosdesk.reports.writer import DocumentProperties, FileWriter, Phrases, Writer
from fosdesk.words import Words


class OwnerDocument(NamedTuple):
    """A document about many schools; `title` and `about` are English texts that are looked up in the catalogues."""

    title: str
    about: str
    write: Callable[[Writer, OwnerReader], None]


OWNER_DOCUMENTS: Mapping[str, OwnerDocument] = {
    "schools_brief": OwnerDocument(
        "Brief on the schools for the steering group",
        "Which schools are in which phase, groups of schools, networks, and what the schools ask the owner for.",
        steering_brief.write,
    ),
    "owner_description": OwnerDocument(
        "The owner's description of choices",
        "What the owner writes of its own choices, and what each school chose, side by side.",
        description_of_choices.write,
    ),
    "schools_by_municipality": OwnerDocument(
        "The schools by municipality",
        "Each municipality with its schools: phase, when they began, and their direction in their own words.",
        schools_by_municipality.write,
    ),
}


class OwnerTopic(NamedTuple):
    """What documents are made of: what the owner wrote, the schools, and the one municipality (empty: all)."""

    owner: School
    schools: Sequence[OpenedSchool]
    municipality: str = ""

    def limited(self) -> tuple[OpenedSchool, ...]:
        """The schools that the documents are about."""
        wanted = alike(self.municipality)
        return tuple(one for one in self.schools if not wanted or alike(municipality_of(one)) == wanted)


@own_faults_apart
def owner_document(key: str, ending: str, topic: OwnerTopic, words: Words, day: date, pace: Pace = NO_HURRY) -> bytes:
    """The bytes of a document, a Word file where `ending` is WORD, else a PDF; Stopped by `pace`.

    FosdeskError for an unknown document.
    """
    if key not in OWNER_DOCUMENTS:
        raise FosdeskError(
            "There is no document called “{document}”; choose one of {choices}.",
            document=key,
            choices=", ".join(OWNER_DOCUMENTS),
        )
    kind = OWNER_DOCUMENTS[key]
    framework: Framework = read_framework(words.language)
    reader = OwnerReader(topic.owner, topic.limited(), topic.municipality, framework, words)
    writer = _writer(ending, reader, words(kind.title), day)
    facts = [words.date(day.isoformat()), words("For {audience}", audience=lowercase_first(words("Owner and unions")))]
    writer.masthead(reader.owner_name, words(kind.title), reader.scope, facts=facts)
    pace()
    kind.write(writer, reader)
    writer.colophon(
        words("Made from files that the schools gave to their owner. It says nothing of how far anybody has come.")
    )
    pace()
    return writer.to_bytes(pace)


def owner_file_name(key: str, topic: OwnerTopic, words: Words, day: date, ending: str = PDF) -> str:
    """A file name that every file system accepts, with the municipality or the owner in it."""
    whose = topic.municipality or value_at(topic.owner, NAME)
    name = unicodedata.normalize("NFC", f"{words(OWNER_DOCUMENTS[key].title)} {whose}")
    return f"{in_name(name)[:100].strip(' .')} {day.isoformat()}{ending}"


def _writer(ending: str, reader: OwnerReader, title: str, day: date) -> FileWriter:
    properties = DocumentProperties(
        reader.words("{title}, {school}", title=title, school=reader.municipality or reader.owner_name),
        language=reader.words.pdf_language,
        day=day,
        phrases=Phrases.from_words(reader.words),
        author=reader.owner_name,
        subject=reader.scope,
        running_head=title,
    )
    if ending == WORD:
        from fosdesk.reports.word.word_document import WordDocument  # only here: a PDF needs nothing of Word's

        return WordDocument(properties)
    from fosdesk.reports.pdf.pdf_document import PdfDocument

    return PdfDocument(properties)
