"""The last page of every document: what was left out, and why."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from fosdesk.reports.parts import Bold
from fosdesk.reports.sieve import NAME_IN_TEXT, PERSON, PRIVATE, LeftOut
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.book import Book


def write_left_out(book: Book, words: Words, left: Collection[LeftOut], let_in: Collection[LeftOut]) -> None:
    """Say what stayed out for which reason, and what was let in this one time."""
    book.heading(1, words("What is not included"), key="left out")
    if not left:
        book.paragraph(words("Nothing has been left out."))
    reasons = {
        PERSON: (words("People"), words("Names and contacts stay at the school. Roles stand in their place.")),
        NAME_IN_TEXT: (
            words("Texts that mention somebody"),
            words("Texts that mention somebody by name stay at the school."),
        ),
        PRIVATE: (
            words("The leadership team's own"),
            words("Some notes are written for the leadership team alone. They belong in no document."),
        ),
    }
    for why, (title, because) in reasons.items():
        rows = [one for one in left if one.why == why]
        if rows:
            book.paragraph(Bold(title), "\n", because)
            book.bullets([_row(words, one) for one in rows])
    if let_in:
        lead = words("Whoever made the document chose to include this:")
        book.paragraph(Bold(words("Included this one time")), "\n", lead)
        book.bullets([one.what for one in let_in])


def _row(words: Words, one: LeftOut) -> str:
    if one.why == PRIVATE:
        return one.what  # how many such notes there are is nobody else's matter
    return words("{what} ({n})", what=one.what, n=words.number(one.count))
