"""An estimate of how high the content of a Word file stands, for documents that are meant to be one page."""

# Only Word knows where its lines end. The estimate errs on the side of too high: it measures with Source Sans, which
# runs a little wider than Calibri, and adds up distances of which Word leaves the smaller one out.

from collections.abc import Mapping
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from fosdesk.display.line_filling import fill_lines
from fosdesk.reports.pdf import fonts

_CALIBRI_LINE = 1.2207  # of its size: ascent, descent and gap
_EMU = 12700.0  # in a point
_CELL_RIGHT, _CELL_ABOVE_AND_BELOW = 10.0, 6.0  # points, as in the style of tables


class ParagraphMetrics(NamedTuple):
    """What a paragraph style takes: size of its type, distances and indent in points, and line spacing."""

    size: float
    space_before: float
    space_after: float
    line_spacing: float
    indent: float = 0.0
    bold: bool = False


def estimated_height(body: Any, metrics: Mapping[str, ParagraphMetrics], line_width: float) -> float:
    """The height in points of the paragraphs and tables in a document's body; `line_width` is in points."""
    return sum(
        _table_height(block, metrics) if block.tag == qn("w:tbl") else _paragraph_height(block, metrics, line_width)
        for block in body
        if block.tag in (qn("w:p"), qn("w:tbl"))
    )


def _table_height(table: Any, metrics: Mapping[str, ParagraphMetrics]) -> float:
    height = 0.0
    for row in table.iter(qn("w:tr")):
        least = next((float(one.get(qn("w:val"))) / 20 for one in row.iter(qn("w:trHeight"))), 0.0)
        cells = [_cell_height(cell, metrics) for cell in row.iter(qn("w:tc"))]
        height += max([least, *cells]) + _CELL_ABOVE_AND_BELOW
    return height


def _cell_height(cell: Any, metrics: Mapping[str, ParagraphMetrics]) -> float:
    width = next(float(one.get(qn("w:w"))) / 20 for one in cell.iter(qn("w:tcW"))) - _CELL_RIGHT
    return sum(_paragraph_height(one, metrics, width) for one in cell.iter(qn("w:p")))


def _paragraph_height(paragraph: Any, metrics: Mapping[str, ParagraphMetrics], width: float) -> float:
    named = next((one.get(qn("w:val")) for one in paragraph.iter(qn("w:pStyle"))), "Normal")
    style = metrics[named]
    level = next((int(one.get(qn("w:val"))) for one in paragraph.iter(qn("w:ilvl"))), -1)
    face = fonts.font_face(fonts.STRONG if style.bold else fonts.REGULAR)
    room = width - style.indent - 18.0 * (level + 1)
    lines = 0
    for number, text in enumerate(_lines_of(paragraph)):
        beside, found, value = text.partition("\t")
        if found and number == 0:  # a label, and its value from the indent on
            text = value if face.widths[beside] * style.size < style.indent else f"{beside} {value}"
        lines += len(fill_lines(text.split(), face.widths.__getitem__, face.widths[" "], room / style.size))
    pictures = sum(float(one.get("cy")) / _EMU for one in paragraph.iter() if one.tag.endswith("}extent"))
    line = style.size * _CALIBRI_LINE
    text_height = pictures or max(lines, 1) * line
    return style.space_before + text_height * style.line_spacing + style.space_after


def _lines_of(paragraph: Any) -> list[str]:
    """The text of a paragraph, divided at its forced line breaks."""
    said = []
    for one in paragraph.iter():
        if one.tag == qn("w:t"):
            said.append(one.text or "")
        elif one.tag == qn("w:br"):
            said.append("\n")
        elif one.tag == qn("w:tab") and one.getparent().tag == qn("w:r"):
            said.append("\t")
    return "".join(said).split("\n")
