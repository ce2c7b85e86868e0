"""Making a document: its blocks flow down the pages, and the pages and their structure become one file."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fosdesk.pace import Pace
from fosdesk.reports.inline_text import Text
from fosdesk.reports.pdf import finished_pdf, style
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow
from fosdesk.reports.pdf.layout.page_margins import MarginLines, Margins
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, TextComposer, Type
from fosdesk.reports.pdf.page_canvas import Link, PageCanvas
from fosdesk.reports.pdf.pdf_writer import PdfWriter
from fosdesk.reports.pdf.structure_tree import Node

# How far each part of the work brings us, of a thousand: laying out, printing, the check.
LAID, PRINTED, CHECKED = 550, 800, 1000


class Heading(NamedTuple):
    """A heading of the document; level 1 is a chapter."""

    level: int
    text: str
    key: str


class LayoutRun:
    """One document in the making: what its blocks need to know of each other."""

    def __init__(self, size: tuple[float, float], headings: list[Heading], *, brief: bool) -> None:
        self.root = Node("Document")
        self.headings = headings
        self.composer = TextComposer({heading.key for heading in headings})
        self.places: dict[str, tuple[int, float]] = {}
        self.kinds = style.BRIEF if brief else style.ROOMY
        self._frame, self._size = style.frame(size, brief=brief), size
        self._press = PdfWriter()
        self._sheets: list[PageCanvas] = []
        self._links: list[Link] = []
        self._bookmarks: list[finished_pdf.Bookmark] = []

    def passage(
        self, text: Text, kind: Type, role: str, parent: Node | None = None, *, language: str = "", scope: str = ""
    ) -> ParagraphText:
        """A text as an element of its own."""
        node = Node(role, parent or self.root, language=language, scope=scope)
        return self.composer.passage(text, kind, node)

    def reached(self, heading: Heading) -> Callable[[PageCanvas, float], None]:
        """What a heading's block calls where it is drawn."""

        def note(canvas: PageCanvas, y: float) -> None:
            self.places[heading.key] = (canvas.number, y - 12)
            top = canvas.height - y + 12
            self._bookmarks.append(finished_pdf.Bookmark(heading.level - 1, heading.text, canvas.number, top))

        return note

    def page_of(self, key: str) -> str:
        """The number of the page where a heading stands, once it is drawn."""
        return str(self.places[key][0] + 1)

    def make(
        self, plans: "Sequence[Plan]", front: finished_pdf.FileFacts, margins: Margins, pace: Pace
    ) -> tuple[bytes, int]:
        """The finished bytes, and how many pages."""
        reached = 0

        def blocks() -> Iterator[Block]:
            nonlocal reached
            for reached, plan in enumerate(plans):  # noqa: B007 - how far we are is told below
                yield from plan(self)

        def told(share: float) -> None:
            pace(max(pace.done, int((reached + share) / len(plans) * LAID)), CHECKED)

        PageFlow(self._frame, self._new_sheet, told).place(blocks())
        pages = len(self._sheets)
        lines = MarginLines(margins, self._size[0], self.composer.missing)
        for canvas in self._sheets:
            if not canvas.bare:
                lines.draw(canvas, pages)

        def printing(share: float) -> None:
            pace(int(LAID + share * (PRINTED - LAID)), CHECKED)

        printed = self._press.print(self._sheets, self.root, self._links, self.places, self._bookmarks, front, printing)
        pace(PRINTED, CHECKED)
        return printed, pages

    def _new_sheet(self) -> PageCanvas:
        canvas = PageCanvas(len(self._sheets), self._size, self._press.script, self._links)
        self._sheets.append(canvas)
        return canvas


Plan = Callable[[LayoutRun], Iterator[Block]]  # what a book remembers of one thing that was written in it
