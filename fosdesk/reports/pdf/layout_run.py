"""One layout run: builds the blocks of a document, flows them over pages, and has the pages written as a PDF."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fosdesk.pace import Pace
from fosdesk.reports.inline_text import Text
from fosdesk.reports.pdf import finished_pdf, style
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow
from fosdesk.reports.pdf.layout.page_margins import MarginDrawing, MarginTexts
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, TextComposer, TextStyle
from fosdesk.reports.pdf.page_canvas import Link, PageCanvas
from fosdesk.reports.pdf.pdf_writer import PdfWriter
from fosdesk.reports.pdf.structure_tree import Node

# Progress in thousandths after each stage: layout, writing the PDF, the check.
LAYOUT_DONE, WRITE_DONE, CHECK_DONE = 550, 800, 1000


class Heading(NamedTuple):
    """A heading of the document; level 1 is a chapter, and `key` is the target of links to it."""

    level: int
    text: str
    key: str


class LayoutRun:
    """The state that the blocks of one document share: structure tree, headings, styles, pages, links and bookmarks."""

    def __init__(
        self,
        size: tuple[float, float],
        headings: list[Heading],
        language: str,
        *,
        brief: bool,
        scale: float = 1.0,
    ) -> None:
        """`size` is that of the paper; `scale` that of everything on it."""
        self.root = Node("Document")
        self.headings = headings
        self.composer = TextComposer({heading.key for heading in headings}, language)
        self.destinations: dict[str, tuple[int, float]] = {}
        self.body_styles = style.BRIEF_BODY if brief else style.REGULAR_BODY
        self._scale, self._size = scale, (size[0] / scale, size[1] / scale)
        self._frame = style.frame(self._size, brief=brief)
        self._pdf_writer = PdfWriter()
        self._canvases: list[PageCanvas] = []
        self._links: list[Link] = []
        self._bookmarks: list[finished_pdf.Bookmark] = []

    def paragraph_text(
        self,
        text: Text,
        text_style: TextStyle,
        role: str,
        parent: Node | None = None,
        *,
        language: str = "",
        scope: str = "",
    ) -> ParagraphText:
        """A text as a new structure element with that role; its parent is the document unless another is given."""
        node = Node(role, parent or self.root, language=language, scope=scope)
        return self.composer.compose(text, text_style, node)

    def heading_drawn(self, heading: Heading) -> Callable[[PageCanvas, float], None]:
        """The callback for a heading's block: it notes the heading's destination and adds a bookmark."""

        def note(canvas: PageCanvas, y: float) -> None:
            self.destinations[heading.key] = (canvas.number, y - 12)
            top = canvas.on_paper(0, y - 12, 0, y - 12)[1]
            self._bookmarks.append(finished_pdf.Bookmark(heading.level - 1, heading.text, canvas.number, top))

        return note

    def page_of(self, key: str) -> str:
        """The page number of a heading, counted from 1; KeyError before it is drawn."""
        return str(self.destinations[key][0] + 1)

    def lay_out(self, builders: "Sequence[BlockBuilder]", pace: Pace) -> int:
        """Flow all blocks over pages; returns how many pages there are. Stopped, by `pace`, ends it."""
        reached = 0

        def blocks() -> Iterator[Block]:
            nonlocal reached
            for reached, build in enumerate(builders):  # noqa: B007 - read by the progress callback
                yield from build(self)

        def layout_progress(share: float) -> None:
            pace(max(pace.done, int((reached + share) / len(builders) * LAYOUT_DONE)), CHECK_DONE)

        PageFlow(self._frame, self._new_canvas, layout_progress).add_blocks(blocks())
        return len(self._canvases)

    def make(
        self, builders: "Sequence[BlockBuilder]", metadata: finished_pdf.FileMetadata, margins: MarginTexts, pace: Pace
    ) -> tuple[bytes, int]:
        """The bytes of the PDF, and how many pages it has. Stopped, by `pace`, ends it."""
        pages = self.lay_out(builders, pace)
        margin_drawing = MarginDrawing(margins, self._size[0], self.composer.missing)
        for canvas in self._canvases:
            margin_drawing.draw(canvas, pages)

        def write_progress(share: float) -> None:
            pace(int(LAYOUT_DONE + share * (WRITE_DONE - LAYOUT_DONE)), CHECK_DONE)

        written = self._pdf_writer.write(
            self._canvases, self.root, self._links, self.destinations, self._bookmarks, metadata, write_progress
        )
        pace(WRITE_DONE, CHECK_DONE)
        return written, pages

    def _new_canvas(self) -> PageCanvas:
        canvas = PageCanvas(len(self._canvases), self._size, self._pdf_writer.encoder, self._links, self._scale)
        self._canvases.append(canvas)
        return canvas


BlockBuilder = Callable[[LayoutRun], Iterator[Block]]  # makes the blocks of one call of a Writer
