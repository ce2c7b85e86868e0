"""The PDF writer of documents: the calls of `Writer` recorded as block builders, laid out and written as one file."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import Bold, FormField, FormItem, Inline, Item, Text
from fosdesk.reports.pdf import finished_pdf, fonts, style
from fosdesk.reports.pdf.layout import list_layout, paper_form
from fosdesk.reports.pdf.layout.columns import Columns
from fosdesk.reports.pdf.layout.figure_drawing import FigureDrawing
from fosdesk.reports.pdf.layout.page_flow import Block, PageBreak, VerticalSpace
from fosdesk.reports.pdf.layout.page_margins import MarginTexts
from fosdesk.reports.pdf.layout.paragraph_text import TextStyle
from fosdesk.reports.pdf.layout.table_layout import fact_grid, table
from fosdesk.reports.pdf.layout.table_of_contents import ContentsLine
from fosdesk.reports.pdf.layout.text_blocks import Paragraph, ParagraphStyle
from fosdesk.reports.pdf.layout.title_page import CoverFacts, CoverOrnament, MastheadOrnament, Tag
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import BlockBuilder, Heading, LayoutRun
from fosdesk.reports.pdf.structure_tree import Node
from fosdesk.reports.writer import NAMELESS, ContentsDepth, DocumentProperties, WriteResult, two_levels


class PdfDocument:
    """Takes a document part by part and makes a tagged PDF of it. No text is ever read as markup."""

    def __init__(self, properties: DocumentProperties) -> None:
        line, given = fonts.single_line, properties
        self._metadata = finished_pdf.FileMetadata.from_properties(given)
        head = line(given.title if given.running_head is None else given.running_head)
        self._margins = MarginTexts(
            line(given.author), head, line(given.foot), given.phrases.page_of, line(given.every_page)
        )
        self._phrases = given.phrases
        self._size, self._scale = given.size, given.scale
        self._builders: list[BlockBuilder] = []
        self._headings: list[Heading] = []
        self._keys: set[str] = set()
        self._has_title = False
        self._brief = False
        self._under_heading = False

    def _add(self, build: BlockBuilder) -> None:
        self._builders.append(build)
        self._under_heading = False

    # ------------------------------------------------------------------------------------------------ the beginning

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """A page of its own: the kind of document, its title, a subtitle, and a list of facts at the foot.

        `mark` says draft or final.
        """
        self._has_title = True

        def build(layout: LayoutRun) -> Iterator[Block]:
            yield CoverOrnament()
            yield from self._title(layout, kind, title, subtitle, mark, style.COVER_TITLE, style.COVER_SUBTITLE)
            if facts:
                yield CoverFacts(fact_grid(layout, facts, style.COVER_FACTS_STYLE))
            yield PageBreak()

        self._add(build)

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title at the top of the first page, for a document of a page or two; the facts follow on a line."""
        self._has_title = self._brief = True

        def build(layout: LayoutRun) -> Iterator[Block]:
            yield MastheadOrnament()
            yield from self._title(layout, kind, title, subtitle, "", style.MASTHEAD_TITLE, style.MASTHEAD_SUBTITLE)
            tag = layout.paragraph_text(fonts.single_line(mark), style.TAG, "P") if mark.strip() else None
            said = style.BETWEEN_FACTS.join(fonts.single_line(fact) for fact in facts if fact.strip())
            beside = layout.paragraph_text(said, style.SMALL, "P") if said else None
            if tag:
                yield Tag(tag, beside)
            elif beside:
                yield Paragraph(beside, style.SMALL_PARAGRAPH)

        self._add(build)

    def _title(
        self, layout: LayoutRun, kind: str, title: str, subtitle: str, mark: str, size: TextStyle, below: TextStyle
    ) -> Iterator[Block]:
        if kind.strip():
            yield Paragraph(layout.paragraph_text(kind, style.KIND, "P"), style.KIND_PARAGRAPH)
        yield Paragraph(layout.paragraph_text(fonts.single_line(title) or NAMELESS, size, "H1"), style.TITLE_PARAGRAPH)
        if subtitle.strip():
            yield Paragraph(layout.paragraph_text(subtitle, below, "P"), style.SUBTITLE_PARAGRAPH)
        if mark.strip():
            yield Tag(layout.paragraph_text(fonts.single_line(mark), style.TAG, "P"))

    @property
    def brief(self) -> bool:
        """Whether the document has a masthead in place of a cover, and smaller type."""
        return self._brief

    @property
    def _body(self) -> TextStyle:
        return (style.BRIEF_BODY if self._brief else style.REGULAR_BODY).body

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        """The table of contents, and a page break after it.

        `depth` is asked for the number of levels when all headings are known; 0 is none.
        """

        def build(layout: LayoutRun) -> Iterator[Block]:
            levels = depth(Counter(heading.level for heading in layout.headings))
            if not levels or not layout.headings:
                return
            yield Paragraph(
                layout.paragraph_text(self._phrases.contents, style.HEADINGS[0], "H2"), style.HEADING_PARAGRAPHS[0]
            )
            open_lists = [Node("TOC", layout.root)]
            for heading in layout.headings:
                if heading.level > levels:
                    continue
                del open_lists[heading.level :]
                while len(open_lists) < heading.level:
                    open_lists.append(Node("TOC", open_lists[-1]))
                yield self._contents_line(layout, heading, Node("TOCI", open_lists[-1]))
            yield PageBreak()

        self._add(build)

    def _contents_line(self, layout: LayoutRun, heading: Heading, node: Node) -> ContentsLine:
        link = Node("Link", Node("Reference", node))
        rank = min(heading.level, len(style.CONTENTS)) - 1
        return ContentsLine(
            layout.composer.compose(heading.text, style.CONTENTS[rank], link),
            link,
            style.CONTENTS_PARAGRAPHS[rank],
            style.CONTENTS[rank],
            f"#{heading.key}",
            self._phrases.go_to.replace("{heading}", heading.text),
            lambda: layout.page_of(heading.key),
        )

    # ------------------------------------------------------------------------------------------------ running text

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. `Link("#key", …)` links to it.

        ValueError for a level that is skipped or a key that is there already.
        """
        words = fonts.single_line(text) or NAMELESS
        if not 1 <= level <= len(style.HEADINGS):
            raise ValueError(f"no heading has level {level}")
        if level > (self._headings[-1].level if self._headings else 0) + 1:
            raise ValueError(f"a heading of level {level} skips a level: {words}")
        heading = Heading(level, words, key or f"heading {len(self._headings) + 1}")
        if heading.key in self._keys:
            raise ValueError(f"two headings have the key {heading.key}")
        self._keys.add(heading.key)
        self._headings.append(heading)

        def build(layout: LayoutRun) -> Iterator[Block]:
            text_styles = style.BRIEF_HEADINGS if self._brief else style.HEADINGS
            paragraph_styles = style.BRIEF_HEADING_PARAGRAPHS if self._brief else style.HEADING_PARAGRAPHS
            heading_text = layout.paragraph_text(words, text_styles[level - 1], f"H{level + 1}", language=language)
            yield Paragraph(heading_text, paragraph_styles[level - 1], on_drawn=layout.heading_drawn(heading))

        self._add(build)
        self._under_heading = True

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        """A paragraph of running text."""
        self._text(parts, self._body, style.BODY_PARAGRAPH, language)

    def lead(self, *parts: Inline, language: str = "") -> None:
        """A lead paragraph, in larger type, that opens a document or a chapter."""
        self._text(parts, style.LEAD, style.LEAD_PARAGRAPH, language)

    def small(self, *parts: Inline, language: str = "") -> None:
        """A paragraph in small type; right under a heading it is kept together with both neighbours."""
        paragraph_style = style.SMALL_UNDER_HEADING_PARAGRAPH if self._under_heading else style.SMALL_PARAGRAPH
        self._text(parts, style.SMALL, paragraph_style, language)

    def colophon(self, *parts: Inline) -> None:
        """A small paragraph that ends a document."""
        self._text(parts, style.SMALL, style.COLOPHON_PARAGRAPH, "")

    def note(self, *parts: Inline, title: str = "") -> None:
        """A paragraph on a coloured background, with an optional title in bold."""
        opening: tuple[Inline, ...] = (Bold(title), "\n") if title.strip() else ()
        if fonts.has_visible_text(parts):
            self._text((*opening, *parts), self._body, style.NOTE_PARAGRAPH, "")

    def _text(self, text: Text, kind: TextStyle, paragraph_style: ParagraphStyle, language: str) -> None:
        if fonts.has_visible_text(text):
            self._add(
                lambda layout: iter(
                    (Paragraph(layout.paragraph_text(text, kind, "P", language=language), paragraph_style),)
                )
            )

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        """A block quote, with its source below."""
        if not fonts.has_visible_text(parts):
            return

        def build(layout: LayoutRun) -> Iterator[Block]:
            quote = Node("BlockQuote", layout.root, language=language)
            text = layout.paragraph_text(parts, style.QUOTED, "P", quote)
            if not source.strip():
                yield Paragraph(text, style.LONE_QUOTE_PARAGRAPH)
                return
            yield Paragraph(text, style.QUOTE_PARAGRAPH)
            yield Paragraph(layout.paragraph_text(source, style.SMALL, "P", quote), style.SOURCE_PARAGRAPH)

        self._add(build)

    # ------------------------------------------------------------------------------------------------ lists

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A bulleted list."""
        self._list(items, "Disc")

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A numbered list."""
        self._list(items, "Decimal")

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with check boxes to tick on paper, and a number of writing lines below each item."""
        self._list(items, "None", lines)

    def writing_lines(self, lines: int) -> None:
        """A number of empty lines to write on."""
        self._add(lambda layout: iter((WritingLines(lines),)))

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: items with a check box, labelled fields and writing lines."""
        if entries:
            self._add(paper_form.items(entries))

    def form_fields(self, *fields: FormField) -> None:
        """A row of labelled fields to fill in on paper."""
        self._add(paper_form.form_fields(fields))

    def _list(self, entries: Sequence[Item | Text], numbering: str, lines: int = 0) -> None:
        if entries:
            self._add(list_layout.items(entries, numbering, lines))

    # ------------------------------------------------------------------------------------------------ tables, figures

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A list of labels with the value of each beside it."""
        if pairs:
            self._add(lambda layout: iter((fact_grid(layout, pairs, style.FACTS_STYLE),)))

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
        self._add(table(head, rows, widths, row_heads=row_heads, caption=caption, min_row_height=min_row_height))

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """Side by side, what each of the functions writes into this document; `widths` are shares."""
        shares = widths or [1.0] * len(columns)
        if len(shares) != len(columns):
            raise ValueError("every column has a width")
        builders, columns_of_builders = self._builders, []
        for write in columns:
            self._builders = []
            write()
            columns_of_builders.append(self._builders)
        self._builders = builders
        self._add(
            lambda layout: iter(
                (
                    Columns(
                        [[block for build in column for block in build(layout)] for column in columns_of_builders],
                        [share / sum(shares) for share in shares],
                    ),
                )
            )
        )

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        """A figure, with an optional caption below. ValueError when it has no alternative text.

        With `fill_page` it is scaled to the page; without, only scaled down where it must be.
        """
        alt = fonts.single_line(figure.alt)
        if not alt:
            raise ValueError("a figure says in words what it shows")

        def build(layout: LayoutRun) -> Iterator[Block]:
            node = Node("Figure", layout.root, alt=alt)
            yield FigureDrawing(
                figure, node, layout.composer.missing, keep_with_next=bool(caption.strip()), fill_page=fill_page
            )
            if caption.strip():
                yield Paragraph(layout.paragraph_text(caption, style.BELOW_FIGURE, "P"), style.BELOW_FIGURE_PARAGRAPH)

        self._add(build)

    # ------------------------------------------------------------------------------------------------ pages, the end

    def space(self, points: float) -> None:
        """Vertical distance in points."""
        self._add(lambda layout: iter((VerticalSpace(points),)))

    def page_break(self) -> None:
        """Begin a new page."""
        self._add(lambda layout: iter((PageBreak(),)))

    def write(self, path: Path, pace: Pace = NO_HURRY) -> WriteResult:
        """Make the PDF and save it atomically. OSError or Stopped (by `pace`) leave what was at `path`."""
        written, pages, missing = self._make(pace)
        return WriteResult(pages, missing, finished_pdf.save_atomically(written, path, pace))

    def to_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The bytes of the PDF."""
        return self._make(pace)[0]

    def page_count(self) -> int:
        """The number of pages; the document is laid out for it, and no file is made."""
        return self._layout().lay_out(self._builders, NO_HURRY)

    def heading_pages(self) -> dict[str, int]:
        """The page number of each heading, by its key; the document is laid out for it, and no file is made."""
        layout = self._layout()
        layout.lay_out(self._builders, NO_HURRY)
        return {heading.key: int(layout.page_of(heading.key)) for heading in self._headings}

    def _layout(self) -> LayoutRun:
        if not self._has_title:
            raise ValueError("a document begins with a cover or a masthead")
        return LayoutRun(self._size, self._headings, self._metadata.language, brief=self._brief, scale=self._scale)

    def _make(self, pace: Pace) -> tuple[bytes, int, int]:
        layout = self._layout()
        written, pages = layout.make(self._builders, self._metadata, self._margins, pace)
        return written, pages, layout.composer.missing.total()
