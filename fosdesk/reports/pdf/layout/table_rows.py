"""Rows of cells: tables and fact lists that run over any number of pages as one element."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fosdesk.reports.pdf.layout.page_flow import PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText
from fosdesk.reports.pdf.page_canvas import PageCanvas

Row = list[ParagraphText]
_TOGETHER = 2  # lines of a divided row that stand on either side of the turn
_REPEATED = 0.3  # a head taller than this part of a page is not repeated


@dataclass(frozen=True)
class TableShape:
    """How rows stand: distances around the whole, air in each row, gap between columns, lines."""

    before: float
    after: float
    air: float
    gutter: float
    rule: str = ""
    head_rule: str = ""


class TableRows:
    """Rows that are made one at a time as the page reaches them, under a head that each page repeats."""

    with_next = False

    def __init__(
        self,
        shape: TableShape,
        widths: Sequence[float],
        count: int,
        row: Callable[[int], Row],
        head: Row | None = None,
        room: float = 0.0,
    ) -> None:
        self.shape = shape
        self.before, self.after = shape.before, shape.after
        self._fractions = widths
        self._count = count
        self._row = row
        self._head = head
        self._room = room  # the least height of a row
        self._waiting: dict[int, Row] = {}
        self._repeats = False

    def least(self, width: float, height: float) -> float:
        cells = self._cells(width)
        head = self._height(self._head, cells) if self._head else 0.0
        if not self._count:
            return head
        first = self._row_height(self._row_at(0), cells)
        if self._count > 1 and first < height / 6:
            second = self._row_height(self._row_at(1), cells)
            first += second if second < height / 6 else 0.0
        if first > height / 3:
            first = max(passage.leading for passage in self._row_at(0)) * _TOGETHER + 2 * self.shape.air
        return head + first

    def lay(self, flow: PageFlow) -> None:
        cells = self._cells(flow.frame.width)
        if self._head:
            self._lay_row(flow, self._head, cells, self.shape.head_rule)
            self._repeats = self._height(self._head, cells) < flow.frame.height * _REPEATED
        for number in range(self._count):
            flow.told(number / self._count)
            row = self._row_at(number)
            if number == self._count - 2 and number:
                self._keep_last(flow, row, self._row_at(number + 1), cells)
            self._lay_row(flow, row, cells, self.shape.rule)
        self._waiting.clear()

    def _row_at(self, number: int) -> Row:
        """A row, kept from when it was measured ahead until the one after it is asked for."""
        row = self._waiting.get(number)
        if row is None:
            row = self._waiting[number] = self._row(number)
        self._waiting.pop(number - 2, None)
        return row

    def _keep_last(self, flow: PageFlow, row: Row, last: Row, cells: list[tuple[float, float]]) -> None:
        """Turn the page before the last row but one, rather than leave the last alone overleaf."""
        room, own = flow.room, self._row_height(row, cells)
        if own <= room < own + self._row_height(last, cells) < flow.frame.height / 3:
            self._turn(flow, cells)

    def height(self, width: float) -> float:
        """How high all of it would stand, on a page without end."""
        cells = self._cells(width)
        self._waiting |= {number: self._row(number) for number in range(self._count)}
        rows = sum(self._row_height(row, cells) for row in self._waiting.values())
        return rows + (self._height(self._head, cells) if self._head else 0.0)

    def _cells(self, width: float) -> list[tuple[float, float]]:
        """Where each column begins and how wide its text may be."""
        inner = width - self.shape.gutter * (len(self._fractions) - 1)
        cells = []
        x = 0.0
        for fraction in self._fractions:
            cells.append((x, inner * fraction))
            x += inner * fraction + self.shape.gutter
        return cells

    def _height(self, row: Row, cells: list[tuple[float, float]]) -> float:
        tallest = max(
            len(passage.lines(width)) * passage.leading for passage, (_, width) in zip(row, cells, strict=True)
        )
        return max(tallest, row[0].leading) + 2 * self.shape.air

    def _row_height(self, row: Row, cells: list[tuple[float, float]]) -> float:
        return max(self._height(row, cells), self._room)

    def _turn(self, flow: PageFlow, cells: list[tuple[float, float]]) -> None:
        flow.turn()
        if self._head and self._repeats:
            self._draw(flow.canvas, flow, self._head, cells, [0] * len(cells), None, again=True)
            flow.y += self._height(self._head, cells)
            self._rule(flow, self.shape.head_rule)

    def _lay_row(self, flow: PageFlow, row: Row, cells: list[tuple[float, float]], rule: str) -> None:
        height = self._height(row, cells) if row is self._head else self._row_height(row, cells)
        if self._room and flow.room < height < flow.frame.height / 2:
            self._turn(flow, cells)  # what is to be written in stands whole
        if height <= flow.room:
            self._draw(flow.canvas, flow, row, cells, [0] * len(cells), None)
            flow.y += height
            self._rule(flow, rule)
            return
        starts = [0] * len(cells)
        turned = flow.fresh
        while True:
            left = [len(passage.lines(width)) - at for passage, (_, width), at in zip(row, cells, starts, strict=True)]
            height = (
                max(max(count * passage.leading for count, passage in zip(left, row, strict=True)), row[0].leading)
                + 2 * self.shape.air
            )
            if height <= flow.room:
                self._draw(flow.canvas, flow, row, cells, starts, None)
                flow.y += height
                break
            room = flow.room - 2 * self.shape.air
            if not turned and (height < flow.frame.height / 3 or room < _TOGETHER * row[0].leading):
                self._turn(flow, cells)
                turned = True
                continue
            takes = [max(int(room // passage.leading), 1) for passage in row]
            self._draw(flow.canvas, flow, row, cells, starts, takes)
            starts = [at + min(take, count) for at, take, count in zip(starts, takes, left, strict=True)]
            self._turn(flow, cells)
            turned = True
        self._rule(flow, rule)

    def _draw(
        self,
        canvas: PageCanvas,
        flow: PageFlow,
        row: Row,
        cells: list[tuple[float, float]],
        starts: list[int],
        takes: list[int] | None,
        *,
        again: bool = False,
    ) -> None:
        for number, (passage, (x, width)) in enumerate(zip(row, cells, strict=True)):
            start = starts[number]
            stop = None if takes is None else start + takes[number]
            lines = passage.lines(width)
            part = lines if start == 0 and stop is None else lines[start:stop]
            passage.draw(canvas, flow.frame.left + x, flow.y + self.shape.air, part, again=again)

    def _rule(self, flow: PageFlow, colour: str) -> None:
        if colour:
            with flow.canvas.artifact():
                flow.canvas.rule(flow.frame.left, flow.y, flow.frame.left + flow.frame.width, colour)
