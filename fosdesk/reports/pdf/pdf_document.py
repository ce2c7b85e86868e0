"""A document as it is written down: cover, contents, headings, text, lists, tables and figures, made into one file."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import Blank, Bold, FormItem, Item, Part, Text
from fosdesk.reports.pdf import finished_pdf, fonts, style
from fosdesk.reports.pdf.layout import list_layout, paper_form
from fosdesk.reports.pdf.layout.columns import Columns
from fosdesk.reports.pdf.layout.figure_drawing import FigureDrawing
from fosdesk.reports.pdf.layout.page_flow import Block, PageBreak, VerticalSpace
from fosdesk.reports.pdf.layout.page_margins import Margins
from fosdesk.reports.pdf.layout.paragraph_text import Type
from fosdesk.reports.pdf.layout.table_layout import fact_grid, table
from fosdesk.reports.pdf.layout.table_of_contents import ContentsLine
from fosdesk.reports.pdf.layout.text_blocks import Paragraph, Shape
from fosdesk.reports.pdf.layout.title_page import CoverFoot, CoverTop, MastheadTop, Tag
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import Heading, LayoutRun, Plan
from fosdesk.reports.pdf.structure_tree import Node
from fosdesk.reports.writer import NAMELESS, Depth, DocumentProperties, Made, two_levels


class PdfDocument:
    """Write a document from top to bottom, then `write` it to a file. No text is ever read as markup."""

    def __init__(self, properties: DocumentProperties) -> None:
        line, given = fonts.one_line, properties
        title = line(given.title)
        self._front = finished_pdf.FileFacts(
            title or NAMELESS, given.language, line(given.author), line(given.subject), given.day
        )
        head = title if given.running_head is None else line(given.running_head)
        self._margins = Margins(line(given.author), head, line(given.running_foot), given.phrases.page_of)
        self._phrases = given.phrases
        self._size = given.size
        self._plans: list[Plan] = []
        self._headings: list[Heading] = []
        self._keys: set[str] = set()
        self._titled = False
        self._brief = False
        self._under_heading = False

    def _add(self, plan: Plan) -> None:
        self._plans.append(plan)
        self._under_heading = False

    # ------------------------------------------------------------------------------------------------ the beginning

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """A page of its own: what it is, its title, at the foot a list of facts; `mark` says draft or final."""
        self._titled = True

        def plan(layout: LayoutRun) -> Iterator[Block]:
            yield CoverTop()
            yield from self._title(layout, kind, title, subtitle, mark, style.COVER_TITLE, style.COVER_SUBTITLE)
            if facts:
                yield CoverFoot(fact_grid(layout, facts, style.COVER_FACTS_SHAPE))
            yield PageBreak()

        self._add(plan)

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title at the top of the first page, for a document of a page or two; facts follow it on a quiet line."""
        self._titled = self._brief = True

        def plan(layout: LayoutRun) -> Iterator[Block]:
            yield MastheadTop()
            yield from self._title(layout, kind, title, subtitle, "", style.MASTHEAD_TITLE, style.MASTHEAD_SUBTITLE)
            tag = layout.passage(fonts.one_line(mark), style.TAG, "P") if mark.strip() else None
            said = style.BETWEEN_FACTS.join(fonts.one_line(fact) for fact in facts if fact.strip())
            beside = layout.passage(said, style.SMALL, "P") if said else None
            if tag:
                yield Tag(tag, beside)
            elif beside:
                yield Paragraph(beside, style.SMALL_SHAPE)

        self._add(plan)

    def _title(
        self, layout: LayoutRun, kind: str, title: str, subtitle: str, mark: str, size: Type, below: Type
    ) -> Iterator[Block]:
        if kind.strip():
            yield Paragraph(layout.passage(kind, style.KIND, "P"), style.KIND_SHAPE)
        yield Paragraph(layout.passage(fonts.one_line(title) or NAMELESS, size, "H1"), style.TITLE_SHAPE)
        if subtitle.strip():
            yield Paragraph(layout.passage(subtitle, below, "P"), style.SUBTITLE_SHAPE)
        if mark.strip():
            yield Tag(layout.passage(fonts.one_line(mark), style.TAG, "P"))

    @property
    def brief(self) -> bool:
        """It has a masthead in place of a cover: all of it is to find room on a page or two."""
        return self._brief

    @property
    def _body(self) -> Type:
        return (style.BRIEF if self._brief else style.ROOMY).body

    def contents(self, depth: Depth = two_levels) -> None:
        """The table of contents, and then a new page; how deep is asked when all headings are known."""

        def plan(layout: LayoutRun) -> Iterator[Block]:
            levels = depth(Counter(heading.level for heading in layout.headings))
            if not levels or not layout.headings:
                return
            yield Paragraph(layout.passage(self._phrases.contents, style.HEADINGS[0], "H2"), style.HEADING_SHAPES[0])
            open_lists = [Node("TOC", layout.root)]
            for heading in layout.headings:
                if heading.level > levels:
                    continue
                del open_lists[heading.level :]
                while len(open_lists) < heading.level:
                    open_lists.append(Node("TOC", open_lists[-1]))
                yield self._contents_line(layout, heading, Node("TOCI", open_lists[-1]))
            yield PageBreak()

        self._add(plan)

    def _contents_line(self, layout: LayoutRun, heading: Heading, node: Node) -> ContentsLine:
        link = Node("Link", Node("Reference", node))
        rank = min(heading.level, len(style.CONTENTS)) - 1
        return ContentsLine(
            layout.composer.passage(heading.text, style.CONTENTS[rank], link),
            link,
            style.CONTENTS_SHAPES[rank],
            style.CONTENTS[rank],
            f"#{heading.key}",
            self._phrases.go_to.replace("{heading}", heading.text),
            lambda: layout.page_of(heading.key),
        )

    # ------------------------------------------------------------------------------------------------ running text

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. No level may be skipped. With a key, `Link("#key", …)` leads here."""
        words = fonts.one_line(text) or NAMELESS
        if not 1 <= level <= len(style.HEADINGS):
            raise ValueError(f"no heading has level {level}")
        if level > (self._headings[-1].level if self._headings else 0) + 1:
            raise ValueError(f"a heading of level {level} skips a level: {words}")
        heading = Heading(level, words, key or f"heading {len(self._headings) + 1}")
        if heading.key in self._keys:
            raise ValueError(f"two headings have the key {heading.key}")
        self._keys.add(heading.key)
        self._headings.append(heading)

        def plan(layout: LayoutRun) -> Iterator[Block]:
            kinds = style.BRIEF_HEADINGS if self._brief else style.HEADINGS
            shapes = style.BRIEF_HEADING_SHAPES if self._brief else style.HEADING_SHAPES
            passage = layout.passage(words, kinds[level - 1], f"H{level + 1}", language=language)
            yield Paragraph(passage, shapes[level - 1], reached=layout.reached(heading))

        self._add(plan)
        self._under_heading = True

    def paragraph(self, *parts: Part, language: str = "") -> None:
        """Running text."""
        self._text(parts, self._body, style.BODY_SHAPE, language)

    def lead(self, *parts: Part, language: str = "") -> None:
        """The larger words that open a document or a chapter."""
        self._text(parts, style.LEAD, style.LEAD_SHAPE, language)

    def small(self, *parts: Part, language: str = "") -> None:
        """Quiet small print; right under a heading it belongs to it, and no page turns between it and what follows."""
        shape = style.SMALL_UNDER_HEADING_SHAPE if self._under_heading else style.SMALL_SHAPE
        self._text(parts, style.SMALL, shape, language)

    def colophon(self, *parts: Part) -> None:
        """Small print that closes a document."""
        self._text(parts, style.SMALL, style.COLOPHON_SHAPE, "")

    def note(self, *parts: Part, title: str = "") -> None:
        """A few words on a tint, perhaps under a title of their own."""
        opening: tuple[Part, ...] = (Bold(title), "\n") if title.strip() else ()
        if fonts.is_seen(parts):
            self._text((*opening, *parts), self._body, style.NOTE_SHAPE, "")

    def _text(self, text: Text, kind: Type, shape: Shape, language: str) -> None:
        if fonts.is_seen(text):
            self._add(lambda layout: iter((Paragraph(layout.passage(text, kind, "P", language=language), shape),)))

    def quote(self, *parts: Part, source: str = "", language: str = "") -> None:
        """Somebody's own words, and who said them."""
        if not fonts.is_seen(parts):
            return

        def plan(layout: LayoutRun) -> Iterator[Block]:
            quote = Node("BlockQuote", layout.root, language=language)
            shape = style.QUOTE_SHAPE if source.strip() else style.LONE_QUOTE_SHAPE
            yield Paragraph(layout.passage(parts, style.QUOTED, "P", quote), shape)
            if source.strip():
                yield Paragraph(layout.passage(source, style.SMALL, "P", quote), style.SOURCE_SHAPE)

        self._add(plan)

    # ------------------------------------------------------------------------------------------------ lists

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A list whose order says nothing."""
        self._list(items, "Disc")

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A list whose order counts."""
        self._list(items, "Decimal")

    def checks(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with boxes to tick on paper, and lines to write on below each."""
        self._list(items, "None", lines)

    def blank(self, lines: int) -> None:
        """Lines to write on."""
        self._add(lambda layout: iter((WritingLines(lines),)))

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: boxes to tick, and places to write under their labels."""
        if entries:
            self._add(paper_form.items(entries))

    def ask(self, *blanks: Blank) -> None:
        """Places to write across the page, each behind its label."""
        self._add(paper_form.blanks(blanks))

    def _list(self, entries: Sequence[Item | Text], numbering: str, lines: int = 0) -> None:
        if entries:
            self._add(list_layout.items(entries, numbering, lines))

    # ------------------------------------------------------------------------------------------------ tables, figures

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A quiet list of labels and what belongs to each."""
        if pairs:
            self._add(lambda layout: iter((fact_grid(layout, pairs, style.FACTS_SHAPE),)))

    def table(
        self,
        head: Sequence[Text],
        rows: Sequence[Sequence[Text]],
        widths: Sequence[float],
        *,
        row_heads: bool = True,
        caption: str = "",
        room: float = 0.0,
    ) -> None:
        """Rows under a head that each page repeats; widths are shares; the first cell of a row names it.

        With `room`, each row is at least so high, so that somebody can write in it.
        """
        self._add(table(head, rows, widths, row_heads=row_heads, caption=caption, room=room))

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """What each of them writes in this book, side by side; widths are shares. Each is read to its end in turn."""
        shares = widths or [1.0] * len(columns)
        if len(shares) != len(columns):
            raise ValueError("every column has a width")
        plans, told = self._plans, []
        for write in columns:
            self._plans = []
            write()
            told.append(self._plans)
        self._plans = plans
        self._add(
            lambda layout: iter(
                (
                    Columns(
                        [[block for plan in column for block in plan(layout)] for column in told],
                        [share / sum(shares) for share in shares],
                    ),
                )
            )
        )

    def figure(self, figure: Figure, caption: str = "", *, whole: bool = False) -> None:
        """A drawing, with its own words for those who cannot see it, and perhaps a line below.

        A `whole` one is made as large as the page has room for; any other only smaller where it must.
        """
        alt = fonts.one_line(figure.alt)
        if not alt:
            raise ValueError("a figure says in words what it shows")

        def plan(layout: LayoutRun) -> Iterator[Block]:
            node = Node("Figure", layout.root, alt=alt)
            yield FigureDrawing(figure, node, layout.composer.missing, with_next=bool(caption.strip()), whole=whole)
            if caption.strip():
                yield Paragraph(layout.passage(caption, style.BELOW_FIGURE, "P"), style.BELOW_FIGURE_SHAPE)

        self._add(plan)

    # ------------------------------------------------------------------------------------------------ pages, the end

    def space(self, points: float) -> None:
        """A little more air."""
        self._add(lambda layout: iter((VerticalSpace(points),)))

    def page_break(self) -> None:
        """What follows begins on a new page."""
        self._add(lambda layout: iter((PageBreak(),)))

    def write(self, path: Path, pace: Pace = NO_HURRY) -> Made:
        """Make the document and put it in place whole, or raise OSError or Stopped and leave what was there."""
        written, pages, missing = self._make(pace)
        return Made(pages, missing, finished_pdf.put_in_place(written, path, pace))

    def made_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The document without a file, to look at."""
        return self._make(pace)[0]

    def page_count(self) -> int:
        """How many pages it takes; it is laid out for that and thrown away."""
        return self._make(NO_HURRY)[1]

    def _make(self, pace: Pace) -> tuple[bytes, int, int]:
        if not self._titled:
            raise ValueError("a document begins with a cover or a masthead")
        layout = LayoutRun(self._size, self._headings, brief=self._brief)
        written, pages = layout.make(self._plans, self._front, self._margins, pace)
        return written, pages, layout.composer.missing.total()
