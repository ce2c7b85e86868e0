"""Networks, experiences that were given, got and offered as cards, and the groups of schools that begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from fosdesk.display.noun_words import choice_of, noun_many, noun_one, options_words
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import Cohort, ExperienceCard, Network
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

R = TypeVar("R", bound=Record)


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("network", "experience_card", "cohort")


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead."""
    return SCHOOL_FACTS


def write(writer: Writer, reader: DocumentReader) -> None:
    """The networks, the cards by kind, and the groups of schools; a sentence when there are none of them."""
    words = reader.words
    networks = _filled(reader, Network)
    cards = sorted(_filled(reader, ExperienceCard), key=lambda one: one.day, reverse=True)
    groups = sorted(_filled(reader, Cohort), key=lambda one: _when(one.starts))
    if networks:
        writer.heading(1, noun_many(words, NOUNS["network"]))
    for network in networks:
        _write_network(writer, reader, network)
    for kind, said in (*options_words(words, choice_of(ExperienceCard, "kind")), ("", words("Other experiences"))):
        of_kind = [one for one in cards if one.kind == kind]
        if of_kind:
            writer.heading(1, said)
        for card in of_kind:
            write_card(writer, reader, card, 2)
    if groups:
        writer.heading(1, noun_many(words, NOUNS["cohort"]))
        _write_groups(writer, reader, groups)
    if not (networks or cards or groups):
        writer.paragraph(words("Nothing has been written down about other schools."))


def _filled(reader: DocumentReader, kind: type[R]) -> list[R]:
    return [one for one in reader.school.of(kind) if has_visible_content(one, noun_of(kind))]


def _write_network(writer: Writer, reader: DocumentReader, network: Network) -> None:
    write_title(writer, 2, network.name.strip() or noun_one(reader.words, NOUNS["network"]))
    about = [reader.value(network, name) for name in ("basis", "reach", "topic")]
    if any(about):
        writer.small(" · ".join(one for one in about if one))
    for one in paragraphs(network.purpose):
        writer.paragraph(one)
    schools = [one.strip() for one in network.schools.splitlines() if one.strip()]
    if schools:
        writer.facts([(reader.label(network, "schools"), ", ".join(schools))])


def write_card(writer: Writer, reader: DocumentReader, card: ExperienceCard, level: int) -> None:
    """One experience under its title: with whom and when, and what was learnt."""
    words = reader.words
    write_title(writer, level, card.what.strip() or noun_one(words, NOUNS["experience_card"]))
    day = words.date(card.day) if known_day(card.day) else ""
    about = [" ".join(card.with_whom.split()), day, reader.value(card, "network")]
    if any(about):
        writer.small(" · ".join(one for one in about if one))
    for one in paragraphs(card.text):
        writer.paragraph(one)


def _write_groups(writer: Writer, reader: DocumentReader, groups: Sequence[Cohort]) -> None:
    words = reader.words
    head = [
        noun_one(words, NOUNS["cohort"]),
        *(reader.label(Cohort, name) for name in ("starts", "schools", "condition")),
    ]
    rows: list[list[Text]] = []
    for one in groups:
        ours = reader.label(one, "ours") if one.ours else ""
        schools = ", ".join(part.strip() for part in one.schools.splitlines() if part.strip())
        who = "\n".join(part for part in (schools, ours) if part)
        rows.append(
            [" ".join(one.name.split()), reader.value(one, "starts"), who, "\n".join(paragraphs(one.condition))]
        )
    writer.table(head, rows, (0.2, 0.17, 0.3, 0.33))


def _when(semester: str) -> tuple[bool, str]:
    known = Semester.known(semester)
    return (known is None, f"{known.year}{int(known.autumn)}" if known is not None else "")
