"""What the documents have in common: paragraphs, a label inside a sentence, a text in a line or two, a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer

FIGURE_WIDTH = 560.0  # drawn somewhat smaller on the page, so that its letters are as large as those of the text
_LONGEST = 220  # characters of a line or two
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def paragraphs(text: str) -> list[str]:
    """What somebody wrote, paragraph by paragraph; single line breaks stay inside."""
    return [part.strip() for part in _BLANK_LINES.split(text.replace("\r\n", "\n")) if part.strip()]


def lowered(text: str) -> str:
    """The same inside a sentence: a small first letter, unless it begins with an abbreviation."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The first sentences of a text, as far as a line or two reach."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[:longest]
    stop = max(cut.rfind(mark) for mark in (". ", "! ", "? "))
    return cut[: stop + 1] if stop > longest // 3 else cut[: max(cut.rfind(" "), longest // 2)].rstrip(" ,;:–") + " …"


def write_title(writer: Writer, level: int, text: str, *, key: str = "") -> None:
    """A heading in somebody's own words; what is too long for one stands below it in full."""
    title = shortened(text)
    writer.heading(level, title, key=key)
    if title != " ".join(text.split()):
        writer.paragraph(text)
