"""Forms to fill in on paper: items with a check box, and labelled lines to write on."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import FormField, FormItem
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.fonts import REGULAR, STRONG
from fosdesk.reports.pdf.layout.page_flow import Block, PageFlow
from fosdesk.reports.pdf.layout.paragraph_text import ParagraphText, TextStyle
from fosdesk.reports.pdf.layout.text_blocks import Paragraph, ParagraphStyle
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import BlockBuilder, LayoutRun
from fosdesk.reports.pdf.structure_tree import Node

_INDENT = 28.0
_ITEM = TextStyle(STRONG, 12.5, 17, style.INK, style.ACCENT)
_CHECK_BOX = TextStyle(REGULAR, 19, 17, style.INK, style.ACCENT)
_NOTE = TextStyle(REGULAR, 10.5, 14.5, style.INK, style.ACCENT)
_LABEL = TextStyle(REGULAR, 9.5, 13, style.QUIET, style.ACCENT)
_VALUE = TextStyle(REGULAR, 11, 13, style.INK, style.ACCENT)
_GUTTER, _GAP = 16.0, 6.0
_LINE_THICKNESS = 0.7


def items(entries: Sequence[FormItem]) -> BlockBuilder:
    """A builder of a list whose items have a check box, labelled form fields and writing lines."""

    def build(layout: LayoutRun) -> Iterator[Block]:
        list_node = Node("L", layout.root, numbering="None")
        for item in entries:
            entry = Node("LI", list_node)
            box = layout.paragraph_text(style.TICKED_BOX if item.ticked else style.CHECK_BOX, _CHECK_BOX, "Lbl", entry)
            body = Node("LBody", entry)
            below, room = bool(item.below.strip()), bool(item.fields or item.lines)
            yield Paragraph(
                layout.paragraph_text(item.text, _ITEM, "P", body), _item_paragraph(keep_with_next=below or room), box
            )
            if below:
                yield Paragraph(
                    layout.paragraph_text(item.below, _NOTE, "P", body), _note_paragraph(keep_with_next=room)
                )
            if item.fields:
                yield _FormFieldRow(layout, body, item.fields, _INDENT, keep_with_next=item.lines > 0)
            if item.lines:
                yield WritingLines(item.lines, _INDENT)

    return build


def form_fields(fields: Sequence[FormField]) -> BlockBuilder:
    """A builder of one row of form fields across the page."""
    return lambda layout: iter((_FormFieldRow(layout, layout.root, fields, 0.0, keep_with_next=False),))


def _item_paragraph(*, keep_with_next: bool) -> ParagraphStyle:
    return ParagraphStyle(space_before=14, space_after=2, indent=_INDENT, keep_with_next=keep_with_next)


def _note_paragraph(*, keep_with_next: bool) -> ParagraphStyle:
    return ParagraphStyle(indent=_INDENT, keep_with_next=keep_with_next)


class _FormFieldRow:
    """One row of labels with a writing line behind each of them."""

    space_before, space_after = 0.0, 4.0

    def __init__(
        self, layout: LayoutRun, parent: Node, fields: Sequence[FormField], indent: float, *, keep_with_next: bool
    ) -> None:
        self._fields = [
            (layout.paragraph_text(one.prompt, _LABEL, "P", parent), _value_text(layout, one, parent), one.share)
            for one in fields
        ]
        self.keep_with_next, self.keep_with_previous, self.opens_section = keep_with_next, False, False
        self._indent = indent

    def minimum_height(self, width: float, height: float) -> float:
        return min(self._height(width - self._indent), height)

    def _height(self, width: float) -> float:
        """The height of the row in points; a value that is filled in may need more than one line."""
        placed = self._positions(width)
        tallest = max(len(value.lines(room)) * value.leading if value else 0.0 for _, _, value, _, room in placed)
        return max(style.WRITING_LINE_HEIGHT, tallest + 10)

    def _positions(self, width: float) -> Iterator[tuple[float, ParagraphText, ParagraphText | None, float, float]]:
        """For each field: left edge, label, value, where its writing line begins, and how long that is (points)."""
        shares = sum(share for _, _, share in self._fields)
        room = width - _GUTTER * (len(self._fields) - 1)
        x = 0.0
        for label, value, share in self._fields:
            field_width = room * share / shares
            label_width = max((label.line_width(line) for line in label.lines(field_width / 2)), default=0.0)
            yield x, label, value, x + label_width + _GAP, field_width - label_width - _GAP
            x += field_width + _GUTTER

    def draw(self, flow: PageFlow) -> None:
        left, width = flow.frame.left + self._indent, flow.frame.width - self._indent
        height = self._height(width)
        if height > flow.remaining_height and not flow.at_page_top:
            flow.new_page()
        bottom = flow.y + min(height, flow.remaining_height)
        for x, label, value, line_start, room in self._positions(width):
            label.draw(flow.canvas, left + x, bottom - label.leading - 2, label.lines(line_start - x)[:1])
            if value:
                said = value.lines(room)[: max(int((bottom - flow.y) // value.leading), 1)]
                value.draw(flow.canvas, left + line_start, bottom - 3 - len(said) * value.leading, said)
            with flow.canvas.artifact():
                flow.canvas.rule(left + line_start, bottom - 3, left + line_start + room, style.QUIET, _LINE_THICKNESS)
        flow.y = bottom


def _value_text(layout: LayoutRun, field: FormField, parent: Node) -> ParagraphText | None:
    return layout.paragraph_text(field.value, _VALUE, "P", parent) if field.value.strip() else None
