"""What the work gives and demands, and the culture, kind by kind and each text whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, noun_many, options_words
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import GainAndDemand
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Bold, Text
from fosdesk.reports.sections.noun_section import has_visible_content

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write_gains(writer: Writer, reader: DocumentReader, level: int) -> bool:
    """All kinds under a heading; whether there was anything."""
    words, noun = reader.words, NOUNS["gain_and_demand"]
    found = [one for one in reader.school.of(GainAndDemand) if has_visible_content(one, noun)]
    if not found:
        return False
    writer.heading(level, noun_many(words, noun))
    known = dict(options_words(words, choice_of(GainAndDemand, "kind")))
    for kind in (*known, *dict.fromkeys(one.kind for one in found if one.kind not in known)):
        own = [one for one in found if one.kind == kind]
        if own:
            write_title(writer, level + 1, known.get(kind) or kind or words("Without a kind"))
            writer.bullets([_text(reader, one) for one in own])
    return True


def _text(reader: DocumentReader, one: GainAndDemand) -> Text:
    group, text = " ".join(one.for_whom.split()), "\n".join(paragraphs(one.text))
    time = reader.value(one, "minutes")
    about = ", ".join(part for part in (reader.value(one, "semester"), time) if part)
    said = f"{text} ({about})" if text and about else text or about
    if not group:
        return said
    return (Bold(f"{group}: "), said) if said else Bold(group)
