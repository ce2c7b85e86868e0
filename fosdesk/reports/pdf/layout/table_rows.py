"""Rows of cells: tables and fact lists that continue over any number of pages as one structure element."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.page_canvas import PageCanvas

Row = list[ParagraphText]
_MIN_LINES = 2  # lines of a divided row on each side of a page break
_MAX_REPEATED_HEAD = 0.3  # a head taller than this part of a page is not repeated


@dataclass(frozen=True)
class TableStyle:
    """Distances around the table, cell padding and column gutter in points, and colours of the rules (empty: none)."""

    space_before: float
    space_after: float
    cell_padding: float
    gutter: float
    rule: str = ""
    head_rule: str = ""


class TableRows:
    """Rows that are made one at a time as the page flow reaches them, under a head that is repeated on each page.

    `widths` are shares of the width, `row` makes the row of a number, and no row is lower than `min_row_height`
    (points).
    """

    keep_with_next = keep_with_previous = opens_section = False

    def __init__(
        self,
        table_style: TableStyle,
        widths: Sequence[float],
        count: int,
        row: Callable[[int], Row],
        head: Row | None = None,
        min_row_height: float = 0.0,
    ) -> None:
        self.table_style = table_style
        self.space_before, self.space_after = table_style.space_before, table_style.space_after
        self._fractions = widths
        self._count = count
        self._row = row
        self._head = head
        self._min_row_height = min_row_height
        self._cached_rows: dict[int, Row] = {}
        self._repeats = False

    def minimum_height(self, width: float, height: float) -> float:
        cells = self._columns(width)
        head = self._height(self._head, cells) if self._head else 0.0
        if not self._count:
            return head
        first = self._row_height(self._cached_row(0), cells)
        if self._count > 1 and first < height / 6:
            second = self._row_height(self._cached_row(1), cells)
            first += second if second < height / 6 else 0.0
        if first > height / 3:
            first = max(text.leading for text in self._cached_row(0)) * _MIN_LINES + 2 * self.table_style.cell_padding
        return head + first

    def draw(self, flow: PageFlow) -> None:
        cells = self._columns(flow.frame.width)
        if self._head:
            self._draw_row(flow, self._head, cells, self.table_style.head_rule)
            self._repeats = self._height(self._head, cells) < flow.frame.height * _MAX_REPEATED_HEAD
        for number in range(self._count):
            flow.on_progress(number / self._count)
            row = self._cached_row(number)
            if number == self._count - 2 and number:
                self._avoid_orphan_row(flow, row, self._cached_row(number + 1), cells)
            self._draw_row(flow, row, cells, self.table_style.rule)
        self._cached_rows.clear()

    def _cached_row(self, number: int) -> Row:
        """The row of a number, kept from when it was measured until the one after the next is asked for."""
        row = self._cached_rows.get(number)
        if row is None:
            row = self._cached_rows[number] = self._row(number)
        self._cached_rows.pop(number - 2, None)
        return row

    def _avoid_orphan_row(self, flow: PageFlow, row: Row, last: Row, cells: list[tuple[float, float]]) -> None:
        """Break the page before the last row but one, rather than leave the last row, or what stays with it, alone."""
        room, own = flow.remaining_height, self._row_height(row, cells)
        if own <= room < own + self._row_height(last, cells) + flow.kept_height(self) < flow.frame.height / 3:
            self._new_page(flow, cells)

    def height(self, width: float) -> float:
        """The height of all rows in points, as if the page had no end."""
        cells = self._columns(width)
        self._cached_rows |= {number: self._row(number) for number in range(self._count)}
        rows = sum(self._row_height(row, cells) for row in self._cached_rows.values())
        return rows + (self._height(self._head, cells) if self._head else 0.0)

    def _columns(self, width: float) -> list[tuple[float, float]]:
        """The left edge of each column and the width of its text, in points."""
        inner = width - self.table_style.gutter * (len(self._fractions) - 1)
        cells = []
        x = 0.0
        for fraction in self._fractions:
            cells.append((x, inner * fraction))
            x += inner * fraction + self.table_style.gutter
        return cells

    def _height(self, row: Row, cells: list[tuple[float, float]]) -> float:
        tallest = max(len(text.lines(width)) * text.leading for text, (_, width) in zip(row, cells, strict=True))
        return max(tallest, row[0].leading) + 2 * self.table_style.cell_padding

    def _row_height(self, row: Row, cells: list[tuple[float, float]]) -> float:
        return max(self._height(row, cells), self._min_row_height)

    def _new_page(self, flow: PageFlow, cells: list[tuple[float, float]]) -> None:
        flow.new_page()
        if self._head and self._repeats:
            self._draw(flow.canvas, flow, self._head, cells, [0] * len(cells), None, repeated=True)
            flow.y += self._height(self._head, cells)
            self._rule(flow, self.table_style.head_rule)

    def _draw_row(self, flow: PageFlow, row: Row, cells: list[tuple[float, float]], rule: str) -> None:
        height = self._height(row, cells) if row is self._head else self._row_height(row, cells)
        if self._min_row_height and flow.remaining_height < height < flow.frame.height / 2:
            self._new_page(flow, cells)  # a row to write in is not divided
        if height <= flow.remaining_height:
            self._draw(flow.canvas, flow, row, cells, [0] * len(cells), None)
            flow.y += height
            self._rule(flow, rule)
            return
        starts = [0] * len(cells)
        turned = flow.at_page_top
        while True:
            left = [len(text.lines(width)) - at for text, (_, width), at in zip(row, cells, starts, strict=True)]
            height = (
                max(max(count * text.leading for count, text in zip(left, row, strict=True)), row[0].leading)
                + 2 * self.table_style.cell_padding
            )
            if height <= flow.remaining_height:
                self._draw(flow.canvas, flow, row, cells, starts, None)
                flow.y += height
                break
            room = flow.remaining_height - 2 * self.table_style.cell_padding
            if not turned and (height < flow.frame.height / 3 or room < _MIN_LINES * row[0].leading):
                self._new_page(flow, cells)
                turned = True
                continue
            counts = [max(int(room // text.leading), 1) for text in row]
            self._draw(flow.canvas, flow, row, cells, starts, counts)
            starts = [at + min(line_count, count) for at, line_count, count in zip(starts, counts, left, strict=True)]
            self._new_page(flow, cells)
            turned = True
        self._rule(flow, rule)

    def _draw(
        self,
        canvas: PageCanvas,
        flow: PageFlow,
        row: Row,
        cells: list[tuple[float, float]],
        starts: list[int],
        counts: list[int] | None,
        *,
        repeated: bool = False,
    ) -> None:
        for number, (text, (x, width)) in enumerate(zip(row, cells, strict=True)):
            start = starts[number]
            stop = None if counts is None else start + counts[number]
            lines = text.lines(width)
            part = lines if start == 0 and stop is None else lines[start:stop]
            text.draw(canvas, flow.frame.left + x, flow.y + self.table_style.cell_padding, part, repeated=repeated)

    def _rule(self, flow: PageFlow, colour: str) -> None:
        if colour:
            with flow.canvas.artifact():
                flow.canvas.rule(flow.frame.left, flow.y, flow.frame.left + flow.frame.width, colour)
