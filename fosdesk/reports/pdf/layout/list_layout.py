"""Lists: bullets, numbers and boxes to tick, one inside the other, with lines to write on where somebody wants them."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import Item, Text
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block
from fosdesk.reports.pdf.layout.text_blocks import Paragraph
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import LayoutRun, Plan
from fosdesk.reports.pdf.structure_tree import Node


def items(entries: Sequence[Item | Text], numbering: str, lines: int = 0) -> Plan:
    """A list; `numbering` is Disc, Decimal, or None for boxes; `lines` are to write on below each entry."""

    def plan(layout: LayoutRun) -> Iterator[Block]:
        return _items(layout, entries, numbering, lines, layout.root, 0, 0.0)

    return plan


def _items(
    layout: LayoutRun,
    entries: Sequence[Item | Text],
    numbering: str,
    lines: int,
    parent: Node,
    level: int,
    indent: float,
) -> Iterator[Block]:
    whole = Node("L", parent, numbering=numbering)
    labels = _labels(numbering, len(entries), level)
    step = max(style.ITEM_STEP, style.label_room(labels[-1]))
    for number, (item, label) in enumerate(zip(entries, labels, strict=True), 1):
        text, below = item if isinstance(item, Item) else (item, ())
        entry = Node("LI", whole)
        body = Node("LBody", entry)
        last = number == len(entries) and not below and level == 0
        yield Paragraph(
            layout.composer.passage(text, layout.kinds.body, body),
            style.item_shape(indent + step, last=last, with_next=lines > 0),
            layout.passage(label, layout.kinds.label, "Lbl", entry),
            label_indent=indent,
        )
        if lines:
            yield WritingLines(lines, indent + step, last=last)
        if below:
            yield from _items(layout, below, numbering, lines, body, level + 1, indent + step)


def _labels(numbering: str, count: int, level: int) -> list[str]:
    if numbering == "Decimal":
        return [f"{number}." for number in range(1, count + 1)]
    return [style.CHECK_BOX if numbering == "None" else style.BULLETS[min(level, len(style.BULLETS) - 1)]] * count
