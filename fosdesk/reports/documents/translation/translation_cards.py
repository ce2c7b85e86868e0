"""Translation cards: for each, the source and the school side by side, and what became of it when it was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.rules.gate_rules import UNDECIDED, decision_of
from fosdesk.domain.rules.review.translations import translation_id, translations
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first, paragraphs, write_title
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS
from fosdesk.reports.sections.gate_summary import beside_what_is_there, challenge_and_optimism

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_ENTRY = ("what", "kind", "source", "brought_by", "came", "decision", "signed")
_OUTCOME = ("kept", "added", "left_out", "reshaped")


def nouns() -> tuple[str, ...]:
    """The nouns written out here."""
    return ("translation_note",)


def extra_fields() -> tuple[str, ...]:
    """The fields of entries that say what was translated, and how the school thinks."""
    return (*SCHOOL_FACTS, "school_profile.how_we_think", *(f"gate_entry.{name}" for name in _ENTRY))


def write(writer: Writer, reader: DocumentReader) -> None:
    """How the school thinks, then a card for each translation; a sentence when there is none."""
    words, profile = reader.words, reader.school.profile
    thinks = paragraphs(profile.how_we_think)
    for number, one in enumerate(thinks):
        writer.note(one, title="" if number else reader.label(profile, "how_we_think"))
    found = translations(reader.school).written
    for entry in found:
        _write_card(writer, reader, entry)
    if not found:
        writer.paragraph(words("Nothing has been translated yet."))


def _write_card(writer: Writer, reader: DocumentReader, entry: GateEntry) -> None:
    words = reader.words
    note = reader.school.get(TranslationNote, translation_id(entry.id))
    write_title(writer, 1, " ".join(entry.what.split()) or words("Entry without a title"))
    about = " · ".join(_about(reader, entry))
    if about:
        writer.small(about)
    _write_sides(writer, reader, note)
    facts: list[tuple[str, Text]] = [
        (reader.label(note, name), _text(note, name)) for name in _OUTCOME if _text(note, name)
    ]
    facts += beside_what_is_there(reader, note)
    facts += [(reader.label(note, "challenge"), _text(note, "challenge"))] if _text(note, "challenge") else []
    facts += challenge_and_optimism(reader, note)
    facts += [(reader.label(note, "optimism"), _text(note, "optimism"))] if _text(note, "optimism") else []
    with_whom = ", ".join(filter(None, (reader.value(note, "tried_with"), reader.value(note, "tried"))))
    facts += [(reader.label(note, "tried_with"), with_whom)] if with_whom else []
    facts += [(reader.label(note, "feedback"), _text(note, "feedback"))] if _text(note, "feedback") else []
    facts += [(reader.label(note, "standing"), reader.value(note, "standing"))] if note.standing else []
    if facts:
        writer.facts(facts)


def _about(reader: DocumentReader, entry: GateEntry) -> list[str]:
    """Where it came from, and what was decided."""
    words = reader.words
    who, day = entry.brought_by.strip(), words.short_date(entry.signed)
    decided = "" if decision_of(entry) == UNDECIDED else reader.value(entry, "decision")
    parts = (
        reader.value(entry, "kind"),
        words("from {who}", who=lowercase_first(who)) if who else "",
        " ".join(entry.source.split()),
        words("came in {date}", date=words.short_date(entry.came)) if entry.came else "",
        f"{lowercase_first(decided)} {day}".strip() if decided else "",
    )
    return [part for part in parts if part]


def _write_sides(writer: Writer, reader: DocumentReader, note: TranslationNote) -> None:
    """The questions that somebody wrote of, the source to the left."""
    words = reader.words
    questions = (
        (words("What is essential"), "essential_source", "essential_here"),
        (words("Must not be lost"), "not_lost_source", "not_lost_here"),
        (words("The words"), "source_words", "our_words"),
        (words("What changes on Monday?"), "source_asks", "monday"),
    )
    rows = [
        (question, _text(note, source), _text(note, here))
        for question, source, here in questions
        if _text(note, source) or _text(note, here)
    ]
    if rows:
        head = [words("Question"), words("In the source"), words("Here at the school")]
        writer.table(head, rows, (0.2, 0.4, 0.4))


def _text(note: TranslationNote, name: str) -> str:
    return "\n".join(paragraphs(str(getattr(note, name))))
