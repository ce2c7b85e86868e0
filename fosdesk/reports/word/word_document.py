"""The same documents as Word files: everything that a book takes, written for those who edit on."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from fosdesk.display.shapes import Figure
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.reports.inline_text import Blank, Bold, FormItem, Item, Part, Text
from fosdesk.reports.pdf import finished_pdf, fonts, style
from fosdesk.reports.word import word_styles
from fosdesk.reports.word.docx_writer import DocxWriter, Lines
from fosdesk.reports.writer import NAMELESS, Depth, DocumentProperties, Made, two_levels

Plan = Callable[[DocxWriter], None]
_COVER_TOP = 3600  # twentieths of a point above what opens a cover
_LONG_LABEL = 24  # characters that still leave room for what they label beside them


class WordDocument:
    """Writes a document as a Word file; pages and line breaks are left to Word."""

    def __init__(self, properties: DocumentProperties) -> None:
        line, given = fonts.one_line, properties
        title = line(given.title)
        self._front = finished_pdf.FileFacts(
            title or NAMELESS, given.language, line(given.author), line(given.subject), given.day
        )
        head = title if given.running_head is None else line(given.running_head)
        self._lines = Lines(head, line(given.running_foot), given.phrases.page_of)
        self._phrases = given.phrases
        self._size = given.size
        self._plans: list[Plan] = []
        self._headings: list[tuple[int, str, str]] = []
        self._marks: dict[str, str] = {}
        self._titled = False
        self._covered = False
        self.brief = False

    def _add(self, plan: Plan) -> None:
        self._plans.append(plan)

    # ------------------------------------------------------------------------------------------------ the beginning

    def cover(
        self, kind: str, title: str, subtitle: str = "", facts: Sequence[tuple[str, Text]] = (), mark: str = ""
    ) -> None:
        """A page of its own: what it is, its title, a list of facts; `mark` says draft or final."""
        self._covered = True
        self._title(kind, title, subtitle, mark)
        self.facts(facts)
        self.page_break()

    def masthead(self, kind: str, title: str, subtitle: str = "", mark: str = "", facts: Sequence[str] = ()) -> None:
        """The title, and what stands around it; facts follow on a quiet line."""
        self.brief = True
        self._title(kind, title, subtitle, mark)
        self.small(style.BETWEEN_FACTS.join(fonts.one_line(fact) for fact in facts if fact.strip()))

    def _title(self, kind: str, title: str, subtitle: str, mark: str) -> None:
        self._titled = True
        covered = self._covered
        name = fonts.one_line(title) or NAMELESS

        def plan(writer: DocxWriter) -> None:
            opening = [writer.paragraph("Kind", kind)] if kind.strip() else []
            opening.append(writer.paragraph("Title", name))
            if covered:
                writer.direct(opening[0], "spacing", before=_COVER_TOP)
            if subtitle.strip():
                writer.paragraph("Subtitle", subtitle)
            if mark.strip():
                writer.paragraph("Mark", fonts.one_line(mark))

        self._add(plan)

    def contents(self, depth: Depth = two_levels) -> None:
        """The table of contents, and then a new page; how deep is asked when all headings are known."""

        def plan(writer: DocxWriter) -> None:
            levels = depth(Counter(level for level, _, _ in self._headings))
            if levels and self._headings:
                writer.paragraph("Contents", self._phrases.contents)
                writer.contents([one for one in self._headings if one[0] <= levels], levels)
                writer.turn()

        self._add(plan)

    # ------------------------------------------------------------------------------------------------ running text

    def heading(self, level: int, text: str, *, key: str = "", language: str = "") -> None:
        """A heading; level 1 is a chapter. No level may be skipped. With a key, `Link("#key", …)` leads here."""
        words = fonts.one_line(text) or NAMELESS
        if not 1 <= level <= len(style.HEADINGS):
            raise ValueError(f"no heading has level {level}")
        if level > (self._headings[-1][0] if self._headings else 0) + 1:
            raise ValueError(f"a heading of level {level} skips a level: {words}")
        key = key or f"heading {len(self._headings) + 1}"
        if key in self._marks:
            raise ValueError(f"two headings have the key {key}")
        mark = self._marks[key] = f"_Toc{len(self._headings) + 1:08}"
        self._headings.append((level, words, key))

        def plan(writer: DocxWriter) -> None:
            writer.bookmark(writer.paragraph(f"Heading{level}", words, language=language), mark)

        self._add(plan)

    def paragraph(self, *parts: Part, language: str = "") -> None:
        """Running text."""
        self._text("Normal", parts, language)

    def lead(self, *parts: Part, language: str = "") -> None:
        """The larger words that open a document or a chapter."""
        self._text("Lead", parts, language)

    def small(self, *parts: Part, language: str = "") -> None:
        """Quiet small print."""
        self._text("Small", parts, language)

    def colophon(self, *parts: Part) -> None:
        """Small print that closes a document."""
        self.small(*parts)

    def note(self, *parts: Part, title: str = "") -> None:
        """A few words on a tint, perhaps under a title of their own."""
        opening: tuple[Part, ...] = (Bold(title), "\n") if title.strip() else ()
        if fonts.is_seen(parts):
            self._text("Note", (*opening, *parts), "")

    def _text(self, named: str, text: Text, language: str) -> None:
        if fonts.is_seen(text):
            self._add(lambda writer: writer.paragraph(named, text, language=language))

    def quote(self, *parts: Part, source: str = "", language: str = "") -> None:
        """Somebody's own words, and who said them."""
        self._text("Quote", parts, language)
        if fonts.is_seen(parts) and source.strip():
            self._text("Source", source, "")

    # ------------------------------------------------------------------------------------------------ lists

    def bullets(self, items: Sequence[Item | Text]) -> None:
        """A list whose order says nothing."""
        self._add(lambda writer: _items(writer, items, word_styles.BULLETED, 0))

    def numbered(self, items: Sequence[Item | Text]) -> None:
        """A list whose order counts."""
        if items:
            self._add(lambda writer: _items(writer, items, writer.counted_list(), 0))

    def checks(self, items: Sequence[Item | Text], *, lines: int = 0) -> None:
        """A list with boxes to tick, and lines to write on below each."""
        self._add(lambda writer: _items(writer, items, word_styles.TICKED, 0, lines))

    def blank(self, lines: int) -> None:
        """Lines to write on."""
        self._add(lambda writer: _lines(writer, lines))

    def form(self, entries: Sequence[FormItem]) -> None:
        """A list for a meeting: boxes to tick, and places to write under their labels."""
        self._add(lambda writer: _form(writer, entries))

    def ask(self, *blanks: Blank) -> None:
        """Places to write, each behind its label."""
        self._add(lambda writer: _ask(writer, blanks))

    # ------------------------------------------------------------------------------------------------ tables, figures

    def facts(self, pairs: Sequence[tuple[str, Text]]) -> None:
        """A quiet list of labels and what belongs to each."""

        def plan(writer: DocxWriter) -> None:
            for label, value in pairs:
                name = fonts.one_line(label)
                line = writer.paragraph("Fact", Bold(name))
                writer.step(line, down=len(name) > _LONG_LABEL)
                writer.write(line, value)

        self._add(plan)

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
        if any(len(row) != len(head) for row in rows) or len(widths) != len(head):
            raise ValueError("every row of a table has as many cells as its head")
        shares = [width / sum(widths) for width in widths]

        def plan(writer: DocxWriter) -> None:
            if caption.strip():
                writer.paragraph("Caption", caption)
            table = writer.table(shares, first_column=row_heads, says=fonts.one_line(caption))
            table.row(head, head=True)
            for row in rows:
                table.row(row, room=room)
            writer.paragraph("Cell")  # two tables that touch would become one

        self._add(plan)

    def columns(self, *columns: Callable[[], None], widths: Sequence[float] = ()) -> None:
        """What stands side by side on paper stands one after the other here, where it is edited."""
        if widths and len(widths) != len(columns):
            raise ValueError("every column has a width")
        for write in columns:
            write()

    def figure(self, figure: Figure, caption: str = "", *, whole: bool = False) -> None:
        """A drawing, with its own words for those who cannot see it, and perhaps a line below.

        A `whole` one is made as large as the page has room for; any other only smaller where it must.
        """
        alt = fonts.one_line(figure.alt)
        if not alt:
            raise ValueError("a figure says in words what it shows")

        def plan(writer: DocxWriter) -> None:
            writer.picture(figure, alt, whole=whole)
            if caption.strip():
                writer.paragraph("BelowFigure", caption)

        self._add(plan)

    # ------------------------------------------------------------------------------------------------ pages, the end

    def space(self, points: float) -> None:
        """A little more air: Word's paragraphs keep their own distance."""

    def page_break(self) -> None:
        """What follows begins on a new page."""
        self._add(lambda writer: writer.turn())

    def write(self, path: Path, pace: Pace = NO_HURRY) -> Made:
        """Make the file and put it in place whole, or raise OSError and leave what was there."""
        written, missing = self._make(pace)
        pace()
        return Made(0, missing, finished_pdf.put_in_place(written, path, pace, checked=False))

    def made_bytes(self, pace: Pace = NO_HURRY) -> bytes:
        """The file without a place, to look at."""
        return self._make(pace)[0]

    def _make(self, pace: Pace) -> tuple[bytes, int]:
        if not self._titled:
            raise ValueError("a document begins with a cover or a masthead")
        writer = DocxWriter(self._front, self._size, self._marks)
        for number, plan in enumerate(self._plans):
            pace(number, len(self._plans) + 1)
            plan(writer)
        pace(len(self._plans), len(self._plans) + 1)
        return writer.finish(self._lines, cover=self._covered), writer.missing.total()


def _items(writer: DocxWriter, items: Sequence[Item | Text], number: int, level: int, lines: int = 0) -> None:
    for item in items:
        text, below = item if isinstance(item, Item) else (item, ())
        writer.item(number, level, text)
        _lines(writer, lines)
        _items(writer, below, number, level + 1, lines)


def _form(writer: DocxWriter, entries: Sequence[FormItem]) -> None:
    for entry in entries:
        done = f"{style.TICKED_BOX} " if entry.ticked else ""
        writer.item(word_styles.TICKED, 0, Bold(f"{done}{entry.text}"))
        if entry.below.strip():
            writer.paragraph("Normal", entry.below)
        _ask(writer, entry.blanks)
        _lines(writer, entry.lines)


def _ask(writer: DocxWriter, blanks: Sequence[Blank]) -> None:
    for blank in blanks:
        writer.paragraph("WrittenLine", f"{blank.asked}: {blank.given}")


def _lines(writer: DocxWriter, count: int) -> None:
    for _ in range(count):
        writer.paragraph("WrittenLine")
