"""Lists: bulleted, numbered and with check boxes, nested, with writing lines where wanted."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import Item, Text
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block
from fosdesk.reports.pdf.layout.text_blocks import Paragraph
from fosdesk.reports.pdf.layout.writing_lines import WritingLines
from fosdesk.reports.pdf.layout_run import BlockBuilder, LayoutRun
from fosdesk.reports.pdf.structure_tree import Node


def items(entries: Sequence[Item | Text], numbering: str, lines: int = 0) -> BlockBuilder:
    """A builder of a list's blocks.

    `numbering` is the PDF ListNumbering: Disc, Decimal, or None for check boxes; `lines` is the number of writing lines
    below each entry.
    """

    def build(layout: LayoutRun) -> Iterator[Block]:
        return _items(layout, entries, numbering, lines, layout.root, 0, 0.0)

    return build


def _items(
    layout: LayoutRun,
    entries: Sequence[Item | Text],
    numbering: str,
    lines: int,
    parent: Node,
    level: int,
    indent: float,
) -> Iterator[Block]:
    list_node = Node("L", parent, numbering=numbering)
    labels = _labels(numbering, len(entries), level)
    indent_step = max(style.ITEM_INDENT, style.label_width(labels[-1]))
    for number, (item, label) in enumerate(zip(entries, labels, strict=True), 1):
        text, below = item if isinstance(item, Item) else (item, ())
        entry = Node("LI", list_node)
        body = Node("LBody", entry)
        last = number == len(entries) and not below and level == 0
        yield Paragraph(
            layout.composer.compose(text, layout.body_styles.body, body),
            style.item_paragraph(indent + indent_step, last=last, keep_with_next=lines > 0),
            layout.paragraph_text(label, layout.body_styles.item_label, "Lbl", entry),
            label_indent=indent,
        )
        if lines:
            yield WritingLines(lines, indent + indent_step, last=last)
        if below:
            yield from _items(layout, below, numbering, lines, body, level + 1, indent + indent_step)


def _labels(numbering: str, count: int, level: int) -> list[str]:
    if numbering == "Decimal":
        return [f"{number}." for number in range(1, count + 1)]
    return [style.CHECK_BOX if numbering == "None" else style.BULLETS[min(level, len(style.BULLETS) - 1)]] * count
