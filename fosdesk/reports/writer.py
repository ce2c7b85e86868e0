"""What documents are written with: one interface, which the PDF, the Word file and the preview implement."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import FormField, FormItem, Inline, Item, Text
from fosdesk.words import Words

NAMELESS = "…"  # stands where somebody has not found a title yet
A4, A3 = (595.28, 841.89), (841.89, 1190.55)  # width and height in points
PAPER_SIZES = {"A4": A4, "A3": A3, "A4 on its side": A4[::-1], "A3 on its side": A3[::-1]}


ContentsDepth = Callable[[Mapping[int, int]], int]  # from how many headings there are of each level; 0 for no table


def two_levels(headings: Mapping[int, int]) -> int:
    """As deep as a table of contents usually goes."""
    return 2


class Phrases(NamedTuple):
    """The few words that pages need by themselves; {page}, {pages} and {heading} are filled in."""

    contents: str
    page_of: str
    go_to: str

    @classmethod
    def from_words(cls, words: Words) -> "Phrases":
        """The same, in the language of those words."""
        return cls(
            contents=words("Contents"),
            page_of=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
            go_to=words("Go to {heading}", heading="{heading}"),
        )


class DocumentProperties(NamedTuple):
    """What a file says about itself, and what stands in the margins of its pages."""

    title: str
    language: str  # a tag such as «nb-NO»
    day: date  # when it was made, also as the file's own date
    phrases: Phrases
    author: str = ""
    subject: str = ""
    running_head: str | None = None  # the title, unless something else is said
    running_foot: str = ""
    size: tuple[float, float] = A4  # of a page, in points


class WriteResult(NamedTuple):
    """A document that was made: its pages, the characters no font had, and what the archive check remarked on."""

    pages: int
    missing: int
    findings: tuple[str, ...]


class Writer(Protocol):
    """Takes a document from top to bottom, part by part; no text is ever read as markup."""

    @property
    def brief(self) -> bool:
        """It has a masthead in place of a cover: all of it is to find room on a page or two."""

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """A page of its own: what it is, its title, a list of facts; `mark` says draft or final."""

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title at the top of the first page, for a document of a page or two; facts follow it on a quiet line."""

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        """The table of contents, and then a new page; how deep is asked when all headings are known."""

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. With a key, `Link("#key", …)` leads here.

        ValueError for a level that is skipped or a key that is there already.
        """

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        """Running text."""

    def lead(self, *parts: Inline, language: str = "") -> None:
        """The larger words that open a document or a chapter."""

    def small(self, *parts: Inline, language: str = "") -> None:
        """Quiet small print; right under a heading it belongs to it."""

    def colophon(self, *parts: Inline) -> None:
        """Small print that closes a document."""

    def note(self, *parts: Inline, title: str = "") -> None:
        """A few words on a tint, perhaps under a title of their own."""

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        """Somebody's own words, and who said them."""

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A list whose order says nothing."""

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A list whose order counts."""

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with boxes to tick on paper, and lines to write on below each."""

    def writing_lines(self, lines: int) -> None:
        """Lines to write on."""

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: boxes to tick, and places to write under their labels."""

    def form_fields(self, *fields: FormField) -> None:
        """Places to write across the page, each behind its label."""

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A quiet list of labels and what belongs to each."""

    def table(
        self,
        head: Sequence[Text],
        rows: Sequence[Sequence[Text]],
        widths: Sequence[float],
        *,
        row_heads: bool = True,
        caption: str = "",
        min_row_height: float = 0.0,
    ) -> None:
        """Rows under a head that each page repeats; widths are shares; the first cell of a row names it.

        With `min_row_height` (points), each row is at least so high, so that somebody can write in it.
        """

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """What each of them writes, side by side where the page allows; widths are shares."""

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        """A drawing, with its own words for those who cannot see it, and perhaps a line below.

        A `fill_page` one is made as large as the page has room for; any other only smaller where it must.
        """

    def space(self, points: float) -> None:
        """A little more air."""

    def page_break(self) -> None:
        """What follows begins on a new page."""


class FileWriter(Writer, Protocol):
    """A writer that makes a file in the end; made from `DocumentProperties`."""

    def write(self, path: Path, pace: Pace = NO_HURRY) -> WriteResult:
        """Make the file and put it in place whole, or raise OSError or Stopped and leave what was there."""

    def to_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The file without a place, to look at."""
