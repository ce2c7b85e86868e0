"""Tables and lists of facts: their structure elements and texts, made row by row."""

from collections.abc import Iterator, Sequence

from fosdesk.reports.inline_text import Text
from fosdesk.reports.pdf import style
from fosdesk.reports.pdf.layout.page_flow import Block
from fosdesk.reports.pdf.layout.table_rows import Row, TableRows, TableStyle
from fosdesk.reports.pdf.layout.text_blocks import Paragraph
from fosdesk.reports.pdf.layout_run import BlockBuilder, LayoutRun
from fosdesk.reports.pdf.structure_tree import Node


def fact_grid(layout: LayoutRun, pairs: Sequence[tuple[str, Text]], table_style: TableStyle) -> TableRows:
    """A list of labels with the value of each beside it."""
    node = Node("L", layout.root, numbering="None")

    def row(number: int) -> Row:
        label, value = pairs[number]
        entry = Node("LI", node)
        return [
            layout.paragraph_text(label, layout.body_styles.fact, "Lbl", entry),
            layout.paragraph_text(value, layout.body_styles.fact_value, "LBody", entry),
        ]

    return TableRows(table_style, style.FACT_WIDTHS, len(pairs), row)


def table(
    head: Sequence[Text],
    rows: Sequence[Sequence[Text]],
    widths: Sequence[float],
    *,
    row_heads: bool,
    caption: str,
    min_row_height: float,
) -> BlockBuilder:
    """A builder of a table with a head that is repeated on each page.

    `widths` are shares; `min_row_height` is in points. ValueError when a row has another number of cells than the head.
    """
    if any(len(row) != len(head) for row in rows) or len(widths) != len(head):
        raise ValueError("every row of a table has as many cells as its head")
    shares = [width / sum(widths) for width in widths]

    def build(layout: LayoutRun) -> Iterator[Block]:
        node = Node("Table", layout.root)
        if caption.strip():
            yield Paragraph(layout.paragraph_text(caption, style.CAPTION, "Caption", node), style.CAPTION_PARAGRAPH)
        first = Node("TR", Node("THead", node))
        names = [layout.paragraph_text(cell, style.COLUMN_HEAD, "TH", first, scope="Column") for cell in head]
        body = Node("TBody", node)

        def row(number: int) -> Row:
            line = Node("TR", body)
            return [
                layout.paragraph_text(cell, style.CELL_HEAD, "TH", line, scope="Row")
                if row_heads and column == 0
                else layout.paragraph_text(cell, style.CELL, "TD", line)
                for column, cell in enumerate(rows[number])
            ]

        yield TableRows(style.TABLE_STYLE, shares, len(rows), row, names, min_row_height)

    return build
