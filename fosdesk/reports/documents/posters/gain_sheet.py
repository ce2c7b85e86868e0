"""Gain and challenges of today in two columns for each group, and the culture today beside the one that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import GainAndDemand
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs, write_title
from fosdesk.reports.inline_text import Text
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_GAINS = ("gain", "challenge_today")
_CULTURE = ("culture_today", "culture_wanted")


def nouns() -> tuple[str, ...]:
    """None: what the work demands has a sheet of its own, so the fields are listed one by one."""
    return ()


def extra_fields() -> tuple[str, ...]:
    """The fields of gains, challenges and traits of the culture."""
    return (*SCHOOL_FACTS, *(f"gain_and_demand.{name}" for name in ("text", "kind", "for_whom", "semester")))


def write(writer: Writer, reader: DocumentReader) -> None:
    """Each group with its two columns, what is said of no group last, then the culture; no empty parts."""
    words = reader.words
    found = [one for one in reader.school.of(GainAndDemand) if one.text.strip()]
    own = [one for one in found if one.kind in _GAINS]
    groups = sorted(dict.fromkeys(_group(one) for one in own), key=lambda one: not one)
    for group in groups:
        if group or len(groups) > 1:
            write_title(writer, 1, group or words("For all, or not said for whom"))
        _write_pair(writer, reader, [one for one in own if _group(one) == group], _GAINS, level=2 if group else 1)
    culture = [one for one in found if one.kind in _CULTURE]
    if culture:
        writer.heading(1, words("The culture"))
        _write_pair(writer, reader, culture, _CULTURE, level=2)
    if not (own or culture):
        writer.paragraph(words("Nothing has been written down about gain and challenges."))


def _group(one: GainAndDemand) -> str:
    return " ".join(one.for_whom.split())


def _write_pair(
    writer: Writer, reader: DocumentReader, some: Sequence[GainAndDemand], kinds: tuple[str, str], level: int
) -> None:
    """The two kinds side by side; one of them alone where nobody wrote of the other."""
    sides = [(kind, [one for one in some if one.kind == kind]) for kind in kinds]
    filled = [(kind, own) for kind, own in sides if own]

    def write_side(kind: str, own: Sequence[GainAndDemand]) -> None:
        writer.heading(level, option_words(reader.words, choice_of(GainAndDemand, "kind"), kind))
        writer.bullets([_text(reader, one, grouped=kind in _GAINS) for one in own])

    if len(filled) == 1:
        write_side(*filled[0])
        return
    writer.columns(*(lambda side=side: write_side(*side) for side in filled))


def _text(reader: DocumentReader, one: GainAndDemand, *, grouped: bool) -> Text:
    """The text, whole, with its semester, and its group where it does not stand under that."""
    about = [reader.value(one, "semester"), "" if grouped else _group(one)]
    said = ", ".join(part for part in about if part)
    text = "\n".join(paragraphs(one.text))
    return f"{text} ({said})" if said else text
