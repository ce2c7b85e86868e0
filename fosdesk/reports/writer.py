"""The interface that documents are written with; the PDF, the Word file and the preview implement it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import FormField, FormItem, Inline, Item, Text
from fosdesk.words import Words

NAMELESS = "…"  # in place of an empty title
A4, A3 = (595.28, 841.89), (841.89, 1190.55)  # width and height in points
PAPER_SIZES = {"A4": A4, "A3": A3, "A4 on its side": A4[::-1], "A3 on its side": A3[::-1]}


ContentsDepth = Callable[
    [Mapping[int, int]], int
]  # from the number of headings of each level; 0 for no table of contents


def two_levels(headings: Mapping[int, int]) -> int:
    """The default depth of a table of contents."""
    return 2


class Phrases(NamedTuple):
    """The texts that pages need by themselves, with the placeholders {page}, {pages} and {heading}."""

    contents: str
    page_of: str
    go_to: str

    @classmethod
    def from_words(cls, words: Words) -> "Phrases":
        """The phrases in one language."""
        return cls(
            contents=words("Contents"),
            page_of=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
            go_to=words("Go to {heading}", heading="{heading}"),
        )


class DocumentProperties(NamedTuple):
    """The metadata of a document, the texts of its header and footer, and its page size."""

    title: str
    language: str  # a tag such as «nb-NO»
    day: date  # when it was made, also as the file's own date
    phrases: Phrases
    author: str = ""
    subject: str = ""
    running_head: str | None = None  # the title, unless something else is said
    running_foot: str = ""
    every_page: str = ""  # follows the running foot, and stands at the foot of a cover too
    size: tuple[float, float] = A4  # of a page, in points
    one_page: bool = False  # meant to be a single page; what is left to do for that is making the type smaller
    scale: float = 1.0  # of everything on the page, against what is usual: type, distances, margins and figures

    @property
    def foot(self) -> str:
        """The text at the foot of the pages after a cover."""
        return " · ".join(part for part in (self.running_foot, self.every_page) if part)


class WriteResult(NamedTuple):
    """What was written: pages (0 for a Word file), characters that no font had, and findings of the PDF/A check."""

    pages: int
    missing: int
    findings: tuple[str, ...]


def missing_characters(words: Words, missing: int) -> str:
    """The sentence on characters that no font has; `missing` is at least 1."""
    return words.plural(
        "{n} character could not be shown and stands as □.",
        "{n} characters could not be shown and stand as □.",
        missing,
    )


class Writer(Protocol):
    """Takes a document from top to bottom, part by part; no text is ever read as markup."""

    @property
    def brief(self) -> bool:
        """Whether the document has a masthead in place of a cover, and is meant to fit on a page or two."""

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """A page of its own: the kind of document, its title, a subtitle and a list of facts.

        `mark` says draft or final.
        """

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title at the top of the first page, for a document of a page or two; the facts follow on a line."""

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        """The table of contents, and a page break; `depth` is asked for the levels when all headings are known."""

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. `Link("#key", …)` links to it.

        ValueError for a level that is skipped or a key that is there already.
        """

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        """A paragraph of running text."""

    def lead(self, *parts: Inline, language: str = "") -> None:
        """A lead paragraph, in larger type, that opens a document or a chapter."""

    def small(self, *parts: Inline, language: str = "") -> None:
        """A paragraph in small type; right under a heading it belongs to it."""

    def colophon(self, *parts: Inline) -> None:
        """A small paragraph that ends a document."""

    def note(self, *parts: Inline, title: str = "") -> None:
        """A paragraph on a coloured background, with an optional title."""

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        """A block quote, with its source below."""

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A bulleted list."""

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A numbered list."""

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with check boxes to tick on paper, and a number of writing lines below each item."""

    def writing_lines(self, lines: int) -> None:
        """A number of empty lines to write on."""

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: items with a check box, labelled fields and writing lines."""

    def form_fields(self, *fields: FormField) -> None:
        """Labelled fields to fill in on paper."""

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A list of labels with the value of each."""

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
        """A table whose head is repeated on each page; `widths` are shares.

        With `row_heads` the first cell is the head of its row. No row is lower than `min_row_height` (points), so that
        somebody can write in it.
        """

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """What each of the functions writes, side by side where the page allows; `widths` are shares."""

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        """A figure, with an optional caption below; ValueError when it has no alternative text.

        With `fill_page` it is scaled to the page; without, only scaled down where it must be.
        """

    def space(self, points: float) -> None:
        """Vertical distance in points."""

    def page_break(self) -> None:
        """Begin a new page."""


class FileWriter(Writer, Protocol):
    """A writer that makes a file; its class is called with the `DocumentProperties`."""

    def write(self, path: Path, pace: Pace = NO_HURRY) -> WriteResult:
        """Make the file and save it atomically; OSError or Stopped (by `pace`) leave what was at `path`."""

    def to_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The bytes of the file."""
