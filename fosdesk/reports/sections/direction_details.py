"""What follows from the direction: themes that were considered, what it means in practice, and expectations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fosdesk.display.noun_words import choice_of, options_words
from fosdesk.domain.records import Expectation, Practice, Theme
from fosdesk.domain.values.dates import known_day
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import paragraphs
from fosdesk.reports.inline_text import Inline, Italic, Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

THEME_FIELDS = (*(f"theme.{name}" for name in ("name", "standing", "reason", "since", "partner")), "partner.name")
PRACTICE_FIELDS = (*(f"practice.{name}" for name in ("text", "where", "who", "component")), "core_component.name")
_WAYS = ("of_us", "of_them")


def themes(reader: DocumentReader) -> list[Theme]:
    """The themes that have a name: the chosen ones first, then those put aside, then those said no to."""
    order = [key for key, _ in options_words(reader.words, choice_of(Theme, "standing"))]
    found = [one for one in reader.school.of(Theme) if one.name.strip()]
    return sorted(found, key=lambda one: (order.index(one.standing) if one.standing in order else len(order), one.pos))


def chosen_themes(reader: DocumentReader) -> list[Theme]:
    """The themes that the school chose."""
    return [one for one in themes(reader) if one.standing == "chosen"]


def write_themes(writer: Writer, reader: DocumentReader, some: Sequence[Theme]) -> None:
    """A table of themes, what became of each, since when, and the whole reason; a no like a yes."""
    head = [reader.label(Theme, name) for name in ("name", "standing", "reason")]
    rows: list[list[Text]] = []
    for one in some:
        since = reader.words.short_date(one.since) if known_day(one.since) else ""
        standing = ", ".join(part for part in (reader.value(one, "standing"), since) if part)
        partner = reader.value(one, "partner")
        told = [*paragraphs(one.reason), *([f"{reader.label(one, 'partner')}: {partner}"] if partner else [])]
        rows.append([" ".join(one.name.split()), standing, "\n".join(told)])
    writer.table(head, rows, (0.28, 0.24, 0.48))


def practices(reader: DocumentReader) -> list[Practice]:
    """What the direction means in practice, in the order of the school."""
    return sorted((one for one in reader.school.of(Practice) if one.text.strip()), key=lambda one: one.pos)


def write_practices(writer: Writer, reader: DocumentReader, some: Sequence[Practice]) -> None:
    """What one can see, place by place, and who does it."""
    places = [key for key, _ in options_words(reader.words, choice_of(Practice, "where"))]
    others = dict.fromkeys(one.where for one in some if one.where not in places)
    rows: list[tuple[str, Text]] = []
    for place in (*places, *others):
        own = [one for one in some if one.where == place]
        if own:
            label = reader.value(own[0], "where") or reader.words("Not said where")
            rows.append((label, "\n".join(_practice(reader, one) for one in own)))
    writer.facts(rows)


def _practice(reader: DocumentReader, one: Practice) -> str:
    about = ", ".join(part for part in (" ".join(one.who.split()), reader.value(one, "component")) if part)
    text = "\n".join(paragraphs(one.text))
    return f"{text} ({about})" if about else text


def expectations(reader: DocumentReader) -> list[Expectation]:
    """The expectations that say something."""
    return [one for one in reader.school.of(Expectation) if one.what.strip()]


def write_expectations(writer: Writer, reader: DocumentReader, found: Sequence[Expectation]) -> None:
    """A row for each who expects something, in the order in which they were written, and a column for each way."""
    words = reader.words
    columns = {
        "of_us": words("They expect of the school"),
        "of_them": words("The school expects of them"),
        "": words("Not said which way"),
    }
    ways = [way for way in columns if any(_way(one) == way for one in found)]
    rows: list[list[Text]] = []
    for who in sorted(dict.fromkeys(_who(one) for one in found), key=lambda one: not one):
        own = [one for one in found if _who(one) == who]
        cells = [_cell(reader, [one for one in own if _way(one) == way]) for way in ways]
        rows.append([who or words("Not said who"), *cells])
    head: list[Text] = [reader.label(Expectation, "who"), *(columns[way] for way in ways)]
    writer.table(head, rows, (0.2, *((0.8 / len(ways),) * len(ways))))


def _who(one: Expectation) -> str:
    return " ".join(one.who.split())


def _way(one: Expectation) -> str:
    return one.way if one.way in _WAYS else ""


def _cell(reader: DocumentReader, some: Sequence[Expectation]) -> Text:
    """Each expectation whole, followed by whether it is agreed and the day on which it was talked about."""
    parts: list[Inline] = []
    for one in some:
        text = "\n".join(paragraphs(one.what))
        parts.append(f"\n{text}" if parts else text)
        clear = reader.value(one, "clarity")
        day = reader.words.short_date(one.day) if known_day(one.day) else ""
        said = ", ".join(part for part in (clear, day) if part)
        if said:
            parts.append(Italic(f"\n{said}"))
    return tuple(parts)
