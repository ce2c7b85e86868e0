"""A form on paper: items with a box to tick, and places to write under their labels."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import Blank, FormItem
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.fonts import REGULAR, STRONG
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, Type
from fosdesk.reports.pdf.layout.text_blocks import Paragraph, Shape
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import LayoutRun, Plan
from fosdesk.reports.pdf.structure_tree import Node

_INDENT = 28.0
_ITEM = Type(STRONG, 12.5, 17, style.INK, style.ACCENT)
_BOX = Type(REGULAR, 19, 17, style.INK, style.ACCENT)
_BELOW = Type(REGULAR, 10.5, 14.5, style.INK, style.ACCENT)
_ASKED = Type(REGULAR, 9.5, 13, style.QUIET, style.ACCENT)
_GIVEN = Type(REGULAR, 11, 13, style.INK, style.ACCENT)
_GUTTER, _GAP = 16.0, 6.0
_PEN = 0.7


def items(entries: Sequence[FormItem]) -> Plan:
    """A list in which each item has a box to tick and room to write."""

    def plan(layout: LayoutRun) -> Iterator[Block]:
        whole = Node("L", layout.root, numbering="None")
        for item in entries:
            entry = Node("LI", whole)
            box = layout.passage(style.TICKED_BOX if item.ticked else style.CHECK_BOX, _BOX, "Lbl", entry)
            body = Node("LBody", entry)
            below, room = bool(item.below.strip()), bool(item.blanks or item.lines)
            yield Paragraph(layout.passage(item.text, _ITEM, "P", body), _item_shape(with_next=below or room), box)
            if below:
                yield Paragraph(layout.passage(item.below, _BELOW, "P", body), _below_shape(with_next=room))
            if item.blanks:
                yield _Blanks(layout, body, item.blanks, _INDENT, with_next=item.lines > 0)
            if item.lines:
                yield WritingLines(item.lines, _INDENT)

    return plan


def blanks(asked: Sequence[Blank]) -> Plan:
    """Places to write across the page."""
    return lambda layout: iter((_Blanks(layout, layout.root, asked, 0.0, with_next=False),))


def _item_shape(*, with_next: bool) -> Shape:
    return Shape(before=14, after=2, indent=_INDENT, with_next=with_next)


def _below_shape(*, with_next: bool) -> Shape:
    return Shape(indent=_INDENT, with_next=with_next)


class _Blanks:
    """One row of labels with a line behind each of them."""

    before, after = 0.0, 4.0

    def __init__(
        self, layout: LayoutRun, parent: Node, asked: Sequence[Blank], indent: float, *, with_next: bool
    ) -> None:
        self._blanks = [
            (layout.passage(one.asked, _ASKED, "P", parent), _given(layout, one, parent), one.share) for one in asked
        ]
        self.with_next = with_next
        self._indent = indent

    def least(self, width: float, height: float) -> float:
        return min(self._height(width - self._indent), height)

    def _height(self, width: float) -> float:
        """What is known already may need more than a line."""
        placed = self._placed(width)
        tallest = max(len(given.lines(room)) * given.leading if given else 0.0 for _, _, given, _, room in placed)
        return max(style.WRITTEN_LINE, tallest + 10)

    def _placed(self, width: float) -> Iterator[tuple[float, ParagraphText, ParagraphText | None, float, float]]:
        """Where each begins, its label, what is known, where its line begins, and how long that is."""
        shares = sum(share for _, _, share in self._blanks)
        room = width - _GUTTER * (len(self._blanks) - 1)
        x = 0.0
        for asked, given, share in self._blanks:
            whole = room * share / shares
            label = max((asked.extent(line) for line in asked.lines(whole / 2)), default=0.0)
            yield x, asked, given, x + label + _GAP, whole - label - _GAP
            x += whole + _GUTTER

    def lay(self, flow: PageFlow) -> None:
        left, width = flow.frame.left + self._indent, flow.frame.width - self._indent
        height = self._height(width)
        if height > flow.room and not flow.fresh:
            flow.turn()
        low = flow.y + min(height, flow.room)
        for x, asked, given, begins, room in self._placed(width):
            asked.draw(flow.canvas, left + x, low - asked.leading - 2, asked.lines(begins - x)[:1])
            if given:
                said = given.lines(room)[: max(int((low - flow.y) // given.leading), 1)]
                given.draw(flow.canvas, left + begins, low - 3 - len(said) * given.leading, said)
            with flow.canvas.artifact():
                flow.canvas.rule(left + begins, low - 3, left + begins + room, style.QUIET, _PEN)
        flow.y = low


def _given(layout: LayoutRun, blank: Blank, parent: Node) -> ParagraphText | None:
    return layout.passage(blank.given, _GIVEN, "P", parent) if blank.given.strip() else None
