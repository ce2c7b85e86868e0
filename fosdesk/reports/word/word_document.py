"""The Word writer of documents: the calls of `Writer` as steps that write a .docx file."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import Bold, FormField, FormItem, Inline, Item, Text
from fosdesk.reports.pdf import finished_pdf, fonts, style
from fosdesk.reports.word import word_styles
from fosdesk.reports.word.docx_writer import DocxWriter, HeaderFooter
from fosdesk.reports.writer import NAMELESS, ContentsDepth, DocumentProperties, WriteResult, two_levels

WriteStep = Callable[[DocxWriter], None]
_COVER_TOP = 3600  # space above the title of a cover, in twentieths of a point
_SMALLER_SCALES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.72)  # of the type of a document that is meant to be one page
_MAX_LABEL_BESIDE = 24  # characters of a label whose value stands beside it


class WordDocument:
    """Takes a document part by part and makes a .docx file of it; line and page breaks are left to Word."""

    def __init__(self, properties: DocumentProperties) -> None:
        line, given = fonts.single_line, properties
        self._metadata = finished_pdf.FileMetadata.from_properties(given)
        head = line(given.title if given.running_head is None else given.running_head)
        self._header_footer = HeaderFooter(head, line(given.foot), given.phrases.page_of, line(given.every_page))
        self._phrases = given.phrases
        self._size = given.size
        self._one_page, self._scale = given.one_page, given.scale
        self._steps: list[WriteStep] = []
        self._headings: list[tuple[int, str, str]] = []
        self._bookmark_names: dict[str, str] = {}
        self._has_title = False
        self._has_cover = False
        self.brief = False
        self.heading_pages: Mapping[str, int] = {}  # by key, for the contents until Word has counted itself

    def _add(self, step: WriteStep) -> None:
        self._steps.append(step)

    # ------------------------------------------------------------------------------------------------ the beginning

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """The title at the top of a page of its own, with a list of facts; `mark` says draft or final."""
        self._has_cover = True
        self._title(kind, title, subtitle, mark)
        self.facts(facts)
        self.page_break()

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title at the top of the first page; the facts follow on a small line."""
        self.brief = True
        self._title(kind, title, subtitle, mark)
        self.small(style.BETWEEN_FACTS.join(fonts.single_line(fact) for fact in facts if fact.strip()))

    def _title(self, kind: str, title: str, subtitle: str, mark: str) -> None:
        self._has_title = True
        has_cover = self._has_cover
        name = fonts.single_line(title) or NAMELESS

        def step(writer: DocxWriter) -> None:
            opening = [writer.paragraph("Kind", kind)] if kind.strip() else []
            opening.append(writer.paragraph("Title", name))
            if has_cover:
                writer.set_property(opening[0], "spacing", before=_COVER_TOP)
            if subtitle.strip():
                writer.paragraph("Subtitle", subtitle)
            if mark.strip():
                writer.paragraph("Mark", fonts.single_line(mark))

        self._add(step)

    def contents(self, depth: ContentsDepth = two_levels) -> None:
        """The table of contents, and a page break; `depth` is asked for the levels when all headings are known."""

        def step(writer: DocxWriter) -> None:
            levels = depth(Counter(level for level, _, _ in self._headings))
            if levels and self._headings:
                writer.paragraph("Contents", self._phrases.contents)
                writer.contents([one for one in self._headings if one[0] <= levels], levels, self.heading_pages)
                writer.page_break()

        self._add(step)

    # ------------------------------------------------------------------------------------------------ running text

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. `Link("#key", …)` links to it.

        ValueError for a level that is skipped or a key that is there already.
        """
        words = fonts.single_line(text) or NAMELESS
        if not 1 <= level <= len(style.HEADINGS):
            raise ValueError(f"no heading has level {level}")
        if level > (self._headings[-1][0] if self._headings else 0) + 1:
            raise ValueError(f"a heading of level {level} skips a level: {words}")
        key = key or f"heading {len(self._headings) + 1}"
        if key in self._bookmark_names:
            raise ValueError(f"two headings have the key {key}")
        mark = self._bookmark_names[key] = f"_Toc{len(self._headings) + 1:08}"
        self._headings.append((level, words, key))

        def step(writer: DocxWriter) -> None:
            writer.bookmark(writer.paragraph(f"Heading{level}", words, language=language), mark)

        self._add(step)

    def paragraph(self, *parts: Inline, language: str = "") -> None:
        """A paragraph of running text."""
        self._text("Normal", parts, language)

    def lead(self, *parts: Inline, language: str = "") -> None:
        """A lead paragraph, in larger type, that opens a document or a chapter."""
        self._text("Lead", parts, language)

    def small(self, *parts: Inline, language: str = "") -> None:
        """A paragraph in small type."""
        self._text("Small", parts, language)

    def colophon(self, *parts: Inline) -> None:
        """A small paragraph that ends a document."""
        self.small(*parts)

    def note(self, *parts: Inline, title: str = "") -> None:
        """A paragraph on a coloured background, with an optional title in bold."""
        opening: tuple[Inline, ...] = (Bold(title), "\n") if title.strip() else ()
        if fonts.has_visible_text(parts):
            self._text("Note", (*opening, *parts), "")

    def _text(self, style_name: str, text: Text, language: str) -> None:
        if fonts.has_visible_text(text):
            self._add(lambda writer: writer.paragraph(style_name, text, language=language))

    def quote(self, *parts: Inline, source: str = "", language: str = "") -> None:
        """A block quote, with its source below."""
        self._text("Quote", parts, language)
        if fonts.has_visible_text(parts) and source.strip():
            self._text("Source", source, "")

    # ------------------------------------------------------------------------------------------------ lists

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A bulleted list."""
        self._add(lambda writer: _items(writer, items, word_styles.BULLETED, 0))

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A numbered list."""
        if items:
            self._add(lambda writer: _items(writer, items, writer.new_numbered_list(), 0))

    def checklist(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with check boxes, and a number of writing lines below each item."""
        self._add(lambda writer: _items(writer, items, word_styles.BOXES, 0, lines))

    def writing_lines(self, lines: int) -> None:
        """A number of empty lines to write on."""
        self._add(lambda writer: _writing_lines(writer, lines))

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: items with a check box, labelled fields and writing lines."""
        self._add(lambda writer: _form(writer, entries))

    def form_fields(self, *fields: FormField) -> None:
        """Labelled fields to fill in, each on a line of its own."""
        self._add(lambda writer: _form_fields(writer, fields))

    # ------------------------------------------------------------------------------------------------ tables, figures

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A list of labels with the value of each."""

        def step(writer: DocxWriter) -> None:
            for label, value in pairs:
                name = fonts.single_line(label)
                line = writer.paragraph("Fact", Bold(name))
                writer.tab(line, line_break=len(name) > _MAX_LABEL_BESIDE)
                writer.write(line, value)

        self._add(step)

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

        With `row_heads` the first cell is the head of its row. No row is lower than `min_row_height` (points).
        ValueError when a row has another number of cells than the head.
        """
        if any(len(row) != len(head) for row in rows) or len(widths) != len(head):
            raise ValueError("every row of a table has as many cells as its head")
        shares = [width / sum(widths) for width in widths]

        def step(writer: DocxWriter) -> None:
            if caption.strip():
                writer.paragraph("Caption", caption)
            table = writer.table(shares, first_column=row_heads, alt_text=fonts.single_line(caption))
            table.row(head, head=True)
            for row in rows:
                table.row(row, min_row_height=min_row_height)
            writer.paragraph("Cell")  # two tables that touch would become one

        self._add(step)

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """What each of the functions writes, one after the other: columns would be hard to edit in Word."""
        if widths and len(widths) != len(columns):
            raise ValueError("every column has a width")
        for write in columns:
            write()

    def figure(self, figure: Figure, caption: str = "", *, fill_page: bool = False) -> None:
        """A figure as a picture, with an optional caption below; ValueError when it has no alternative text.

        With `fill_page` it is scaled to the page; without, only scaled down where it must be.
        """
        alt = fonts.single_line(figure.alt)
        if not alt:
            raise ValueError("a figure says in words what it shows")

        def step(writer: DocxWriter) -> None:
            writer.figure(figure, alt, fill_page=fill_page)
            if caption.strip():
                writer.paragraph("BelowFigure", caption)

        self._add(step)

    # ------------------------------------------------------------------------------------------------ pages, the end

    def space(self, points: float) -> None:
        """Nothing: the paragraph styles of Word have distances of their own."""

    def page_break(self) -> None:
        """Begin a new page."""
        self._add(lambda writer: writer.page_break())

    def write(self, path: Path, pace: Pace = NO_HURRY) -> WriteResult:
        """Make the file and save it atomically; OSError or Stopped (by `pace`) leave what was at `path`."""
        written, missing = self._make(pace)
        pace()
        return WriteResult(0, missing, finished_pdf.save_atomically(written, path, pace, check=False))

    def to_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The bytes of the file."""
        return self._make(pace)[0]

    def _make(self, pace: Pace) -> tuple[bytes, int]:
        if not self._has_title:
            raise ValueError("a document begins with a cover or a masthead")
        writer = self._written(self._scale, pace)
        for smaller in _SMALLER_SCALES if self._one_page else ():
            if writer.is_one_page:
                break
            writer = self._written(max(self._scale * smaller, _SMALLER_SCALES[-1]), pace)
        return writer.finish(self._header_footer, cover=self._has_cover), writer.missing.total()

    def _written(self, scale: float, pace: Pace) -> DocxWriter:
        writer = DocxWriter(self._metadata, self._size, self._bookmark_names, scale=scale, one_page=self._one_page)
        for number, step in enumerate(self._steps):
            pace(number, len(self._steps) + 1)
            step(writer)
        pace(len(self._steps), len(self._steps) + 1)
        return writer


def _items(writer: DocxWriter, items: Sequence[Item | Text], number: int, level: int, lines: int = 0) -> None:
    for item in items:
        text, below = item if isinstance(item, Item) else (item, ())
        writer.item(number, level, text)
        _writing_lines(writer, lines)
        _items(writer, below, number, level + 1, lines)


def _form(writer: DocxWriter, entries: Sequence[FormItem]) -> None:
    for entry in entries:
        writer.item(word_styles.TICKED_BOXES if entry.ticked else word_styles.BOXES, 0, Bold(entry.text))
        if entry.below.strip():
            writer.paragraph("Normal", entry.below)
        _form_fields(writer, entry.fields)
        _writing_lines(writer, entry.lines)


def _form_fields(writer: DocxWriter, fields: Sequence[FormField]) -> None:
    for field in fields:
        writer.paragraph("WrittenLine", f"{field.prompt}: {field.value}")


def _writing_lines(writer: DocxWriter, count: int) -> None:
    for _ in range(count):
        writer.paragraph("WrittenLine")
