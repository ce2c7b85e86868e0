"""Text functions for documents: paragraphs, excerpts, lower case inside a sentence, and titles of any length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fosdesk.privacy.small_counts import MIN_COUNT, Cell, Suppressed
from fosdesk.words import Words

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

FIGURE_WIDTH = 560.0  # drawn somewhat smaller on the page, so that its letters are as large as those of the text
LINE_LENGTH = 220  # characters of a text that must stand on a line or two, such as in a masthead
CUT_MARK = " …"
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def paragraphs(text: str) -> list[str]:
    """A text split at blank lines; single line breaks stay."""
    return [part.strip() for part in _BLANK_LINES.split(text.replace("\r\n", "\n")) if part.strip()]


def lowercase_first(text: str) -> str:
    """The text with a lower-case first letter, unless it begins with an abbreviation; for use inside a sentence."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def capitalized(text: str) -> str:
    """The text with an upper-case first letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def count_words(words: Words, cell: Cell) -> str:
    """A count as others may see it, in words where it is too small to be told."""
    if cell is Suppressed.SMALL:
        return words("fewer than {n}", n=MIN_COUNT)
    return words("not shown") if cell is Suppressed.COMPLEMENTARY else words.number(int(cell))


def excerpt(text: str, max_length: int = LINE_LENGTH) -> str:
    """The first sentences of a text on one line of about `max_length` characters, else cut at a word.

    What is cut ends with « …», also after a whole sentence: an end that nobody wrote must not look like one.
    """
    text = " ".join(text.split())
    if len(text) <= max_length:
        return text
    beginning = text[:max_length]
    stop = max(beginning.rfind(mark) for mark in (". ", "! ", "? "))
    if stop > max_length // 3:
        return beginning[: stop + 1] + CUT_MARK
    return beginning[: max(beginning.rfind(" "), max_length // 2)].rstrip(" ,;:–") + CUT_MARK


def write_title(writer: Writer, level: int, text: str, *, key: str = "") -> None:
    """A heading with a user's text; a text too long for a heading is cut there and follows in full below."""
    title = excerpt(text)
    writer.heading(level, title, key=key)
    if title != " ".join(text.split()):
        writer.paragraph(text)
