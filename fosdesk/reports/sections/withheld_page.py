"""The last page of every document: what was left out, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, PRIVATE, TEXT
from fosdesk.reports.document_text import lowered
from fosdesk.reports.inline_text import Bold, Inline
from fosdesk.reports.withheld_text import LeftOut
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def write_left_out(writer: Writer, words: Words, left: Collection[LeftOut], let_in: Collection[LeftOut]) -> None:
    """Say what stayed out for which reason, and what was let in this one time."""
    if writer.brief:
        _write_colophon(writer, words, left, let_in)
        return
    writer.heading(1, words("What is not included"), key="left out")
    if not left:
        writer.paragraph(words("Nothing has been left out."))
    for why, (title, because) in _reasons(words).items():
        rows = [one for one in left if one.why == why]
        if rows and all(not one.count for one in rows):  # only what it is about, so a sentence is enough
            about = words("It is about: {what}.", what=words.joined([lowered(one.what) for one in rows]))
            writer.paragraph(Bold(title), "\n", because, " ", about)
        elif rows:
            writer.paragraph(Bold(title), "\n", because)
            writer.bullets([_row(words, one) for one in rows])
    if let_in:
        lead = words("Whoever made the document chose to include this:")
        writer.paragraph(Bold(words("Included this one time")), "\n", lead)
        writer.bullets([one.what for one in let_in])


def _row(words: Words, one: LeftOut) -> str:
    if one.why == PRIVATE:
        return one.what  # how many such notes there are is nobody else's matter
    return words("{what} ({n})", what=one.what, n=words.number(one.count))


def _reasons(words: Words) -> dict[str, tuple[str, str]]:
    """What each kind of thing is called that stays out, and why it does."""
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


def _write_colophon(writer: Writer, words: Words, left: Collection[LeftOut], let_in: Collection[LeftOut]) -> None:
    """The same as small print below a rule, where all of a document is to find room on a page or two."""
    said: list[Inline] = [Bold(f"{words('What is not included')}: ")]
    if not left:
        said.append(words("Nothing has been left out."))
    for why, (_, because) in _reasons(words).items():
        rows = [_row(words, one) for one in left if one.why == why]
        if rows:
            said.append(f"{'; '.join(rows)}. {because} ")
    if let_in:
        said += [Bold(f"{words('Included this one time')}: "), f"{'; '.join(one.what for one in let_in)}."]
    writer.colophon(*said)
