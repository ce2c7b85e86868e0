"""The experience pack on paper: what the file for a school that begins tells, and nothing more."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, noun_many, options_words
from fosdesk.display.sharing.pack_words import topic_words
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import (
    Answer,
    Description,
    DescriptionSection,
    ExperienceCard,
    ExperiencePack,
    PhaseExperience,
)
from fosdesk.domain.records.descriptions import HEADINGS
from fosdesk.domain.records.networks import PACK_ID
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.domain.rules.sharing.pack_contents import TOPICS, limited_to_pack
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.documents.sharing.network_cards import write_card
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections import four_headings, look_back
from fosdesk.reports.sections.direction_details import practices, themes, write_practices, write_themes
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.group_summary import other_groups, write_other_groups
from fosdesk.reports.sections.involvement_summary import write_labelled
from fosdesk.reports.sections.noun_section import record_section
from fosdesk.reports.sections.time_summary import stop_items, write_stop_items

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def nouns() -> tuple[str, ...]:
    """What the school says to one that begins; of the others, the fields that the pack tells are listed."""
    return ("experience_pack",)


def extra_fields() -> tuple[str, ...]:
    """The fields in the masthead, and those of what the pack tells in part."""
    told = ((NOUNS[key], name) for topic in TOPICS for key, fields in topic.nouns.items() for name in fields)
    parts = (f"{noun.key}.{name}" for noun, name in told if not noun.fields[name].hidden)
    return (*SCHOOL_FACTS, "phase.own_title", *parts)


def write(writer: Writer, reader: DocumentReader) -> None:
    """What is said to a school that begins, then a chapter for each topic that holds anything."""
    limited = copy(reader)
    limited.school = limited_to_pack(reader.school, [topic.key for topic in TOPICS])
    pack = limited.school.get(ExperiencePack, PACK_ID)
    for number, one in enumerate(paragraphs(pack.greeting)):
        (writer.lead if number == 0 and len(one) <= 400 else writer.paragraph)(one)
    _write_offer(writer, limited, pack)
    for key, title in topic_words(reader.words).items():
        chapter = _Chapter(writer, title)
        _CHAPTERS[key](chapter, limited)


class _Chapter:
    """A chapter that writes its heading once there is something below it."""

    def __init__(self, writer: Writer, title: str) -> None:
        self._writer, self._title, self._has_heading = writer, title, False

    def begun(self) -> Writer:
        """The writer, with the heading written."""
        if not self._has_heading:
            self._has_heading = True
            self._writer.heading(1, self._title)
        return self._writer


def _write_offer(writer: Writer, reader: DocumentReader, pack: ExperiencePack) -> None:
    offered = [one for one in reader.school.of(ExperienceCard) if one.kind == "offered" and one.what.strip()]
    if pack.mentor.strip() or offered or pack.reach.strip():
        writer.heading(1, reader.label(pack, "mentor"))
    for one in paragraphs(pack.mentor):
        writer.paragraph(one)
    for card in offered:
        write_card(writer, reader, card, 2)
    if pack.reach.strip():
        writer.facts([(reader.label(pack, "reach"), " ".join(pack.reach.split()))])
    if pack.advice.strip():
        writer.heading(1, reader.label(pack, "advice"))
    for one in paragraphs(pack.advice):
        writer.paragraph(one)


def _direction(chapter: _Chapter, reader: DocumentReader) -> None:
    profile, words = reader.school.profile, reader.words
    if any(reader.value(profile, name) for name in DIRECTION_FIELDS):
        write_labelled(chapter.begun(), reader, profile, DIRECTION_FIELDS)
    if considered := themes(reader):
        chapter.begun().heading(2, noun_many(words, NOUNS["theme"]))
        write_themes(chapter.begun(), reader, considered)
    _records(chapter, reader, "core_component")
    if seen := practices(reader):
        chapter.begun().heading(2, noun_many(words, NOUNS["practice"]))
        write_practices(chapter.begun(), reader, seen)


def _beginning(chapter: _Chapter, reader: DocumentReader) -> None:
    for phase in reader.framework.phases:
        rows: list[Text] = []
        for item in phase.items:
            answer = reader.school.find(f"answer:{item.id}")
            if isinstance(answer, Answer):
                said = (answer.how, answer.reason)
                text = "\n".join(part for one in said for part in paragraphs(one))
                rows.append((Bold(reader.item_text(answer)), f"\n{text}" if text else ""))
        if rows:
            chapter.begun().heading(2, reader.numbered_phase(phase.id))
            chapter.begun().bullets(rows)


def _helped(chapter: _Chapter, reader: DocumentReader) -> None:
    words = reader.words
    kinds = (*options_words(words, choice_of(PhaseExperience, "kind")), ("", words("Other experiences")))
    for phase in (*(one.id for one in reader.framework.phases), ""):
        own = [one for one in reader.school.of(PhaseExperience) if one.phase == phase and one.text.strip()]
        if own:
            title = reader.numbered_phase(phase) if phase else words("Not said of which phase")
            chapter.begun().heading(2, title)
        for kind, said in kinds:
            some: list[Text] = ["\n".join(paragraphs(one.text)) for one in own if one.kind == kind]
            if some:
                chapter.begun().paragraph(Bold(said))
                chapter.begun().bullets(some)
    if found := look_back.evaluations(reader):
        chapter.begun().heading(2, noun_many(words, NOUNS["evaluation"]))
        look_back.write_evaluations(chapter.begun(), reader, found, 3)


def _time(chapter: _Chapter, reader: DocumentReader) -> None:
    if stops := stop_items(reader):
        chapter.begun().heading(2, noun_many(reader.words, NOUNS["stop_item"]))
        write_stop_items(chapter.begun(), reader, stops)
    if others := other_groups(reader):
        chapter.begun().heading(2, noun_many(reader.words, NOUNS["existing_group"]))
        write_other_groups(chapter.begun(), reader, others)


def _methods(chapter: _Chapter, reader: DocumentReader) -> None:
    _records(chapter, reader, "method_card")
    _records(chapter, reader, "learning")


def _records(chapter: _Chapter, reader: DocumentReader, key: str) -> None:
    if reader.school.of(NOUNS[key].record):
        record_section(chapter.begun(), reader, NOUNS[key], 2)


def _cards(chapter: _Chapter, reader: DocumentReader) -> None:
    for card in reader.school.of(ExperienceCard):
        if card.kind == "given" and card.what.strip():
            write_card(chapter.begun(), reader, card, 2)


def _own_words(chapter: _Chapter, reader: DocumentReader) -> None:
    titles = four_headings.titles(reader.words)
    texts = [(titles[key], reader.school.get(Description, f"description:{key}").text) for key in HEADINGS]
    texts += [(one.heading.strip(), one.text) for one in reader.school.of(DescriptionSection)]
    for title, text in texts:
        if text.strip():
            write_title(chapter.begun(), 2, title or noun_many(reader.words, NOUNS["description_section"]))
        for one in paragraphs(text):
            chapter.begun().paragraph(one)


_CHAPTERS: dict[str, Callable[[_Chapter, DocumentReader], None]] = {
    "direction": _direction,
    "beginning": _beginning,
    "helped": _helped,
    "time": _time,
    "methods": _methods,
    "cards": _cards,
    "own_words": _own_words,
}
