"""The end of every document: what is withheld and why, what is shortened, and what was included by a tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import Record, Scalar, noun_of
from fosdesk.privacy.filtered_school import AT_HOME, FOR_OTHERS, NAME_IN_TEXT, PERSON, PRIVATE, TEXT
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.reports.inline_text import Bold, Inline, Item
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

_MAX_TITLE_LENGTH = 90  # characters of what the two texts are about


class TwoTexts(NamedTuple):
    """A field in which two people wrote at the same time; the first of the values is shown."""

    record: Record
    name: str
    values: tuple[Scalar, ...]


def write_withheld(
    writer: Writer,
    reader: DocumentReader,
    withheld: Collection[WithheldItem],
    included: Collection[WithheldItem],
    two_texts: Sequence[TwoTexts] = (),
) -> None:
    """Write the page, or a small paragraph in a brief document; call it when everything else is written.

    A brief document tells a few things of many, so it never says that nothing is left out.
    """
    words = reader.words
    if writer.brief:
        _write_colophon(writer, reader, withheld, included, two_texts)
        return
    if two_texts:
        writer.heading(1, words("Where two texts stand"), key="two texts")
        writer.paragraph(_why_two_texts(words))
        writer.bullets([_both(reader, one) for one in two_texts])
    short = _shortened(reader)
    writer.heading(1, words("What is not included"), key="left out")
    if not withheld and not short:
        writer.paragraph(words("Nothing has been held back or shortened."))
    for reason, (title, explanation) in _reasons(words).items():
        rows = [one for one in withheld if one.reason == reason]
        if rows and all(not one.count for one in rows):  # only what it is about, so a sentence is enough
            about = words("It is about: {what}.", what=words.joined([lowercase_first(one.subject) for one in rows]))
            writer.paragraph(Bold(title), "\n", explanation, " ", about)
        elif rows:
            writer.paragraph(Bold(title), "\n", explanation)
            writer.bullets([_item_text(words, one) for one in rows])
    for title, explanation, kinds in short:
        writer.paragraph(Bold(title), "\n", explanation)
        writer.bullets(kinds)
    if included:
        lead = words("Whoever made the document chose to include this:")
        writer.paragraph(Bold(words("Included this one time")), "\n", lead)
        writer.bullets([one.subject for one in included])


def _shortened(reader: DocumentReader) -> list[tuple[str, str, list[str]]]:
    """A title, an explanation and the kinds: of texts that are cut, and of records that are not listed."""
    words = reader.words
    found = (
        (
            words("Shortened"),
            words("There is not room for all of these texts. What is cut ends with “…”."),
            reader.shortening.cut_texts(words),
        ),
        (
            words("Not listed"),
            words("There are more of these than are listed here."),
            reader.shortening.unlisted(words),
        ),
    )
    return [one for one in found if one[2]]


def _item_text(words: Words, one: WithheldItem) -> str:
    if one.reason in (PRIVATE, AT_HOME):
        return one.subject  # the number of them is private, too
    return words("{what} ({n})", what=one.subject, n=words.number(one.count))


def _reasons(words: Words) -> dict[str, tuple[str, str]]:
    """For each reason for withholding, a title and an explanation."""
    return {
        PERSON: (words("People"), words("Names and contacts stay at the school. Roles stand in their place.")),
        NAME_IN_TEXT: (
            words("Texts that mention somebody"),
            words("Texts that mention somebody by name stay at the school."),
        ),
        FOR_OTHERS: (words("Answers"), words("This was written to somebody else, and stays at the school.")),
        TEXT: (words("Texts"), words("Texts stay at the school, but for those that were chosen one by one.")),
        AT_HOME: (
            words("The leadership team's meetings"),
            words("What came of the leadership team's own meetings stays at the school."),
        ),
        PRIVATE: (
            words("The leadership team's own"),
            words("Some notes are written for the leadership team alone. They belong in no document."),
        ),
    }


def _write_colophon(
    writer: Writer,
    reader: DocumentReader,
    withheld: Collection[WithheldItem],
    included: Collection[WithheldItem],
    two_texts: Sequence[TwoTexts],
) -> None:
    """The same as a small paragraph, for a document of a page or two; nothing where there is nothing to tell."""
    words = reader.words
    parts: list[Inline] = []
    if two_texts:
        places = "; ".join(_place(reader, one) for one in two_texts)
        parts += [Bold(f"{words('Where two texts stand')}: "), f"{places}. {_why_two_texts(words)} "]
    if withheld:
        parts.append(Bold(f"{words('What is not included')}: "))
    for reason, (_, explanation) in _reasons(words).items():
        rows = [_item_text(words, one) for one in withheld if one.reason == reason]
        if rows:
            parts.append(f"{'; '.join(rows)}. {explanation} ")
    for title, explanation, kinds in _shortened(reader):
        parts += [Bold(f"{title}: "), f"{'; '.join(kinds)}. {explanation} "]
    if included:
        parts += [Bold(f"{words('Included this one time')}: "), f"{'; '.join(one.subject for one in included)}."]
    if parts:
        writer.colophon(*parts)


def _why_two_texts(words: Words) -> str:
    return words(
        "Two people wrote at the same time. Both are kept until the leadership team chooses; one is shown here."
    )


def _place(reader: DocumentReader, one: TwoTexts) -> str:
    title, label = reader.own_title(one.record), lowercase_first(reader.label(one.record, one.name))
    what = excerpt(title, _MAX_TITLE_LENGTH) or noun_one(reader.words, noun_of(one.record))
    return reader.words("{what}: {field}", what=what, field=label)


def _both(reader: DocumentReader, one: TwoTexts) -> Item:
    """The place, and below it each of the values, the shown one first."""
    field = noun_of(one.record).fields[one.name]
    said = [reader.field_value(field, value) or reader.words("(empty)") for value in one.values]
    return Item(Bold(_place(reader, one)), said)
