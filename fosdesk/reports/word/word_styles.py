"""The styles and list numbering of Word files, under Word's own style names, which outlines and screen readers know."""

import re
from typing import NamedTuple

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.style import ACCENT, BULLETS, CHECK_BOX, HAIRLINE, INK, QUIET, TICKED_BOX
from fosdesk.reports.word.page_estimate import ParagraphMetrics

FONT = "Calibri"  # on every machine that has Word; a document to edit on must not depend on a font of ours
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LEVELS = 9  # of nested lists in Word
# numId of lists, of which the boxes are empty or ticked; each further numbered list counts on from NUMBERED
BULLETED, BOXES, TICKED_BOXES, NUMBERED = 1, 2, 3, 4
_SIZE, _SPACE_AFTER = 11.0, 8.0  # of running text, in points
INDENT_STEP = 360  # indent of a list level, in twentieths of a point


class _Style(NamedTuple):
    key: str
    name: str
    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    space_before: float = 0.0
    space_after: float = 0.0
    extra_properties: str = ""  # XML of borders, shading, tabs and indent
    level: int = -1  # outline level; -1 for none
    keep_with_next: bool = False


_SIDE_BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{PAPER["accent_soft"][1:]}"/></w:pBdr>'
_UNDERLINE = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="{QUIET[1:]}"/>' for side in ("bottom", "between")
)
_UNDERLINE = f"<w:pBdr>{_UNDERLINE}</w:pBdr>"
_PAGE_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{wide}"/></w:tabs>'
_SHADING = f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER["panel"][1:]}"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="8" w:color="{PAPER["panel"][1:]}"/>'
    for side in ("top", "left", "bottom", "right")
)
_STYLES = (
    _Style("Title", "Title", 28, bold=True, space_after=10, keep_with_next=True),
    _Style("Subtitle", "Subtitle", 14, QUIET, space_after=10),
    _Style("Kind", "fosdesk kind", 11, ACCENT, bold=True, space_after=4, keep_with_next=True),
    _Style("Mark", "fosdesk mark", 10, PAPER["ochre"], bold=True, space_before=4, space_after=16),
    _Style(
        "Heading1", "heading 1", 18, ACCENT, bold=True, space_before=24, space_after=8, level=0, keep_with_next=True
    ),
    _Style("Heading2", "heading 2", 13.5, bold=True, space_before=18, space_after=6, level=1, keep_with_next=True),
    _Style("Heading3", "heading 3", 11.5, bold=True, space_before=14, space_after=4, level=2, keep_with_next=True),
    _Style("Heading4", "heading 4", 11, QUIET, bold=True, space_before=12, space_after=4, level=3, keep_with_next=True),
    _Style("Contents", "TOC Heading", 18, ACCENT, bold=True, space_before=24, space_after=8, keep_with_next=True),
    _Style("TOC1", "toc 1", 11, bold=True, space_before=6, space_after=2, extra_properties=_PAGE_TAB),
    _Style("TOC2", "toc 2", 11, space_after=1, extra_properties=_PAGE_TAB + '<w:ind w:left="280"/>'),
    _Style("TOC3", "toc 3", 10, QUIET, space_after=1, extra_properties=_PAGE_TAB + '<w:ind w:left="560"/>'),
    _Style("TOC4", "toc 4", 10, QUIET, space_after=1, extra_properties=_PAGE_TAB + '<w:ind w:left="840"/>'),
    _Style("Lead", "fosdesk lead", 13, space_after=12),
    _Style("WrittenLine", "fosdesk written line", 16, extra_properties=_UNDERLINE),
    _Style("Small", "fosdesk small", 9.5, QUIET, space_after=6),
    _Style(
        "Note",
        "fosdesk note",
        11,
        space_before=10,
        space_after=14,
        extra_properties=f"<w:pBdr>{_BORDERS}</w:pBdr>{_SHADING}",
    ),
    _Style(
        "Quote",
        "Quote",
        11.5,
        italic=True,
        space_before=8,
        space_after=4,
        keep_with_next=True,  # its source, which is nearly always there
        extra_properties=_SIDE_BAR + '<w:ind w:left="320"/>',
    ),
    _Style(
        "Source", "fosdesk source", 9.5, QUIET, space_after=12, extra_properties=_SIDE_BAR + '<w:ind w:left="320"/>'
    ),
    _Style("ListParagraph", "List Paragraph", 11, space_after=4),
    _Style("Fact", "fosdesk fact", 11, space_after=3, extra_properties='<w:ind w:left="2900" w:hanging="2900"/>'),
    _Style("Caption", "caption", 10, bold=True, space_before=14, space_after=4, keep_with_next=True),
    _Style("BelowFigure", "fosdesk below figure", 9.5, QUIET, space_before=4, space_after=14),
    _Style("Figure", "fosdesk figure", 11, space_before=10, space_after=4),
    _Style("Cell", "fosdesk cell", 10),
    _Style("CellHead", "fosdesk cell head", 10, bold=True),
    _Style("ColumnHead", "fosdesk column head", 9, QUIET, bold=True, keep_with_next=True),
    _Style("Header", "header", 9, QUIET, extra_properties='<w:tabs><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'),
    _Style("Footer", "footer", 9, QUIET, extra_properties='<w:tabs><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'),
)


_HARDLY = 0.75  # of the usual type


def metrics(scale: float) -> dict[str, ParagraphMetrics]:
    """What a paragraph of each style takes, with sizes and distances scaled; sizes are in whole half points."""
    line_spacing = _line_spacing(scale) / 240
    found = {
        "Normal": ParagraphMetrics(round(_SIZE * 2 * scale) / 2, 0.0, _SPACE_AFTER * _distance(scale), line_spacing)
    }
    for one in _STYLES:
        indent = re.search(r'w:left="(\d+)"', one.extra_properties)
        found[one.key] = ParagraphMetrics(
            round(one.size * 2 * scale) / 2,
            one.space_before * _distance(scale),
            one.space_after * _distance(scale),
            line_spacing,
            float(indent[1]) / 20 if indent else 0.0,
            one.bold,
        )
    return found


def _line_spacing(scale: float) -> int:
    """In 240ths of a line: smaller type stands closer."""
    return 276 if scale == 1 else 240


def _distance(scale: float) -> float:
    """The scale of the distances between paragraphs: where type can hardly shrink any more, they do so further."""
    return scale if scale >= _HARDLY else scale * 0.6


def styles(language: str, line_width: int, scale: float = 1.0) -> str:
    """The styles part of the .docx file; `line_width` is in twentieths of a point, `scale` is that of the type."""
    size = round(_SIZE * 2 * scale)
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" '
        f'w:eastAsia="{FONT}"/><w:color w:val="{INK[1:]}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{round(_SPACE_AFTER * 20 * _distance(scale))}" '
        f'w:line="{_line_spacing(scale)}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    fixed = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Plain"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="PlainTable"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        f'<w:color w:val="{ACCENT[1:]}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Rows"><w:name w:val="fosdesk rows"/><w:basedOn w:val="PlainTable"/>'
        "<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{ACCENT[1:]}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE[1:]}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE[1:]}"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>'
        '<w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    paragraph_styles = "".join(_style_xml(style, scale).replace("{wide}", str(line_width)) for style in _STYLES)
    return f'<w:styles xmlns:w="{_NAMESPACE}">{defaults}{fixed}{paragraph_styles}</w:styles>'


def _style_xml(style: _Style, scale: float) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_with_next else ""
    outline = f'<w:outlineLvl w:val="{style.level}"/>' if style.level >= 0 else ""
    border, _, indent = style.extra_properties.partition("<w:ind ")
    before, after = (round(space * 20 * _distance(scale)) for space in (style.space_before, style.space_after))
    spacing = f'<w:spacing w:before="{before}" w:after="{after}"/>'
    size = round(style.size * 2 * scale)
    emphasis = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{_NEXT.get(style.key, "Normal")}"/><w:qFormat/>'
        f"<w:pPr>{keep}{border}{spacing}{'<w:ind ' + indent if indent else ''}{outline}</w:pPr>"
        f'<w:rPr>{emphasis}<w:color w:val="{style.colour[1:]}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


_NEXT = {key: key for key in ("ListParagraph", "Fact", "Cell", "CellHead", "Header", "Footer")}


def numbering(numbered_lists: int) -> str:
    """The numbering part of the .docx file: bullets, check boxes, and as many numbered lists as given."""
    body_styles = (
        ("bullet", [BULLETS[min(level, len(BULLETS) - 1)] for level in range(LEVELS)]),
        ("bullet", [CHECK_BOX] * LEVELS),
        ("bullet", [TICKED_BOX] * LEVELS),
        ("decimal", [f"%{level + 1}." for level in range(LEVELS)]),
    )
    numbering_xml = ""
    for number, (kind, labels) in enumerate(body_styles, 1):
        levels = ""
        for level, label in enumerate(labels):
            indent = f'<w:ind w:left="{INDENT_STEP * (level + 1)}" w:hanging="{INDENT_STEP}"/>'
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr><w:rPr><w:color w:val="{ACCENT[1:]}"/></w:rPr></w:lvl>'
            )
        numbering_xml += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
            "</w:abstractNum>"
        )
    numbering_xml += "".join(f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind in (1, 2, 3))
    for number in range(numbered_lists):
        again = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(LEVELS)
        )
        numbering_xml += f'<w:num w:numId="{NUMBERED + number}"><w:abstractNumId w:val="4"/>{again}</w:num>'
    return f'<w:numbering xmlns:w="{_NAMESPACE}">{numbering_xml}</w:numbering>'
