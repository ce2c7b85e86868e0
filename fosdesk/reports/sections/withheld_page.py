"""The last page of every document: what is withheld and why, and what was included by a tick."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, PRIVATE, TEXT
from fosdesk.reports.document_text import lowercase_first
from fosdesk.reports.inline_text import Bold, Inline
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write_withheld(
    writer: Writer, words: Words, withheld: Collection[WithheldItem], included: Collection[WithheldItem]
) -> None:
    """Write the page, or a small paragraph in a brief document."""
    if writer.brief:
        _write_colophon(writer, words, withheld, included)
        return
    writer.heading(1, words("What is not included"), key="left out")
    if not withheld:
        writer.paragraph(words("Nothing has been left out."))
    for reason, (title, explanation) in _reasons(words).items():
        rows = [one for one in withheld if one.reason == reason]
        if rows and all(not one.count for one in rows):  # only what it is about, so a sentence is enough
            about = words("It is about: {what}.", what=words.joined([lowercase_first(one.subject) for one in rows]))
            writer.paragraph(Bold(title), "\n", explanation, " ", about)
        elif rows:
            writer.paragraph(Bold(title), "\n", explanation)
            writer.bullets([_item_text(words, one) for one in rows])
    if included:
        lead = words("Whoever made the document chose to include this:")
        writer.paragraph(Bold(words("Included this one time")), "\n", lead)
        writer.bullets([one.subject for one in included])


def _item_text(words: Words, one: WithheldItem) -> str:
    if one.reason == PRIVATE:
        return one.subject  # the number of private notes is private, too
    return words("{what} ({n})", what=one.subject, n=words.number(one.count))


def _reasons(words: Words) -> dict[str, tuple[str, str]]:
    """For each reason for withholding, a title and an explanation."""
    return {
        PERSON: (words("People"), words("Names and contacts stay at the school. Roles stand in their place.")),
        NAME_IN_TEXT: (
            words("Texts that mention somebody"),
            words("Texts that mention somebody by name stay at the school."),
        ),
        TEXT: (words("Texts"), words("Texts stay at the school, but for those that were chosen one by one.")),
        PRIVATE: (
            words("The leadership team's own"),
            words("Some notes are written for the leadership team alone. They belong in no document."),
        ),
    }


def _write_colophon(
    writer: Writer, words: Words, withheld: Collection[WithheldItem], included: Collection[WithheldItem]
) -> None:
    """The same as a small paragraph, for a document of a page or two."""
    parts: list[Inline] = [Bold(f"{words('What is not included')}: ")]
    if not withheld:
        parts.append(words("Nothing has been left out."))
    for reason, (_, explanation) in _reasons(words).items():
        rows = [_item_text(words, one) for one in withheld if one.reason == reason]
        if rows:
            parts.append(f"{'; '.join(rows)}. {explanation} ")
    if included:
        parts += [Bold(f"{words('Included this one time')}: "), f"{'; '.join(one.subject for one in included)}."]
    writer.colophon(*parts)
