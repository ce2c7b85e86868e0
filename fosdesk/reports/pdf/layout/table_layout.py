"""Tables and lists of facts: what a book's words become when rows and their elements are made one by one."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import Text
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block
from fosdesk.reports.pdf.layout.table_rows import Row, TableRows, TableShape
from fosdesk.reports.pdf.layout.text_blocks import Paragraph
from fosdesk.reports.pdf.layout_run import LayoutRun, Plan
from fosdesk.reports.pdf.structure_tree import Node


def fact_grid(layout: LayoutRun, pairs: Sequence[tuple[str, Text]], shape: TableShape) -> TableRows:
    """A list of labels, and what belongs to each beside it."""
    whole = Node("L", layout.root, numbering="None")

    def row(number: int) -> Row:
        label, value = pairs[number]
        entry = Node("LI", whole)
        return [
            layout.passage(label, layout.kinds.fact, "Lbl", entry),
            layout.passage(value, layout.kinds.fact_value, "LBody", entry),
        ]

    return TableRows(shape, style.FACT_WIDTHS, len(pairs), row)


def table(
    head: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    widths: Sequence[float],
    *,
    row_heads: bool,
    caption: str,
    room: float,
) -> Plan:
    """Rows under a head that each page repeats."""
    if any(len(row) != len(head) for row in rows) or len(widths) != len(head):
        raise ValueError("every row of a table has as many cells as its head")
    shares = [width / sum(widths) for width in widths]

    def plan(layout: LayoutRun) -> Iterator[Block]:
        whole = Node("Table", layout.root)
        if caption.strip():
            yield Paragraph(layout.passage(caption, style.CAPTION, "Caption", whole), style.CAPTION_SHAPE)
        first = Node("TR", Node("THead", whole))
        names = [layout.passage(cell, style.COLUMN_HEAD, "TH", first, scope="Column") for cell in head]
        body = Node("TBody", whole)

        def row(number: int) -> Row:
            line = Node("TR", body)
            return [
                layout.passage(cell, style.CELL_HEAD, "TH", line, scope="Row")
                if row_heads and column == 0
                else layout.passage(cell, style.CELL, "TD", line)
                for column, cell in enumerate(rows[number])
            ]

        yield TableRows(style.TABLE_SHAPE, shares, len(rows), row, names, room)

    return plan
