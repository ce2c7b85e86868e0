"""The house style of Word files, under Word's own names, so that outlines and screen readers know them."""

from typing import NamedTuple

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.style import ACCENT, HAIRLINE, INK, QUIET

FONT = "Calibri"  # on every machine that has Word; a document to edit on must not depend on a font of ours
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS = ("•", "–", "·")
CHECK_BOX = "☐"
LEVELS = 9  # as many as Word has
BULLETED, TICKED, COUNTED = 1, 2, 3  # the kinds of list; each counted list gets a number of its own
STEP = 360  # twentieths of a point that a list is moved in by for each level


class _Style(NamedTuple):
    key: str
    name: str
    size: float
    colour: str = INK
    strong: bool = False
    slanted: bool = False
    before: float = 0.0
    after: float = 0.0
    more: str = ""  # of the paragraph's properties
    level: int = -1  # in the outline
    with_next: bool = False


_BAR = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{PAPER["accent_soft"][1:]}"/></w:pBdr>'
_UNDER = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="{QUIET[1:]}"/>' for side in ("bottom", "between")
)
_UNDER = f"<w:pBdr>{_UNDER}</w:pBdr>"
_TINT = f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER["panel"][1:]}"/>'
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="8" w:color="{PAPER["panel"][1:]}"/>'
    for side in ("top", "left", "bottom", "right")
)
_STYLES = (
    _Style("Title", "Title", 28, strong=True, after=10, with_next=True),
    _Style("Subtitle", "Subtitle", 14, QUIET, after=10),
    _Style("Kind", "fosdesk kind", 11, ACCENT, strong=True, after=4, with_next=True),
    _Style("Mark", "fosdesk mark", 10, PAPER["ochre"], strong=True, before=4, after=16),
    _Style("Heading1", "heading 1", 18, ACCENT, strong=True, before=24, after=8, level=0, with_next=True),
    _Style("Heading2", "heading 2", 13.5, strong=True, before=18, after=6, level=1, with_next=True),
    _Style("Heading3", "heading 3", 11.5, strong=True, before=14, after=4, level=2, with_next=True),
    _Style("Heading4", "heading 4", 11, QUIET, strong=True, before=12, after=4, level=3, with_next=True),
    _Style("Contents", "TOC Heading", 18, ACCENT, strong=True, before=24, after=8, with_next=True),
    _Style("TOC1", "toc 1", 11, strong=True, before=6, after=2),
    _Style("TOC2", "toc 2", 11, after=1, more='<w:ind w:left="280"/>'),
    _Style("TOC3", "toc 3", 10, QUIET, after=1, more='<w:ind w:left="560"/>'),
    _Style("TOC4", "toc 4", 10, QUIET, after=1, more='<w:ind w:left="840"/>'),
    _Style("Lead", "fosdesk lead", 13, after=12),
    _Style("WrittenLine", "fosdesk written line", 16, more=_UNDER),
    _Style("Small", "fosdesk small", 9.5, QUIET, after=6),
    _Style("Note", "fosdesk note", 11, before=10, after=14, more=f"<w:pBdr>{_EDGES}</w:pBdr>{_TINT}"),
    _Style("Quote", "Quote", 11.5, slanted=True, before=8, after=4, more=_BAR + '<w:ind w:left="320"/>'),
    _Style("Source", "fosdesk source", 9.5, QUIET, after=12, more=_BAR + '<w:ind w:left="320"/>'),
    _Style("ListParagraph", "List Paragraph", 11, after=4),
    _Style("Fact", "fosdesk fact", 11, after=3, more='<w:ind w:left="2900" w:hanging="2900"/>'),
    _Style("Caption", "caption", 10, strong=True, before=14, after=4, with_next=True),
    _Style("BelowFigure", "fosdesk below figure", 9.5, QUIET, before=4, after=14),
    _Style("Figure", "fosdesk figure", 11, before=10, after=4),
    _Style("Cell", "fosdesk cell", 10),
    _Style("CellHead", "fosdesk cell head", 10, strong=True),
    _Style("ColumnHead", "fosdesk column head", 9, QUIET, strong=True, with_next=True),
    _Style("Header", "header", 9, QUIET, more='<w:tabs><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'),
    _Style("Footer", "footer", 9, QUIET, more='<w:tabs><w:tab w:val="right" w:pos="{wide}"/></w:tabs>'),
)


def styles(language: str, wide: int) -> str:
    """The part that holds the styles; `wide` is the width of a line in twentieths of a point."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" '
        f'w:eastAsia="{FONT}"/><w:color w:val="{INK[1:]}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
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
    made = "".join(_written(style).replace("{wide}", str(wide)) for style in _STYLES)
    return f'<w:styles xmlns:w="{_NAMESPACE}">{defaults}{fixed}{made}</w:styles>'


def _written(style: _Style) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.with_next else ""
    outline = f'<w:outlineLvl w:val="{style.level}"/>' if style.level >= 0 else ""
    border, _, indent = style.more.partition("<w:ind ")
    spacing = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"/>'
    size = round(style.size * 2)
    look = ("<w:b/><w:bCs/>" if style.strong else "") + ("<w:i/><w:iCs/>" if style.slanted else "")
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{_NEXT.get(style.key, "Normal")}"/><w:qFormat/>'
        f"<w:pPr>{keep}{border}{spacing}{'<w:ind ' + indent if indent else ''}{outline}</w:pPr>"
        f'<w:rPr>{look}<w:color w:val="{style.colour[1:]}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


_NEXT = {key: key for key in ("ListParagraph", "Fact", "Cell", "CellHead", "Header", "Footer")}


def numbering(counted: int) -> str:
    """The part that says how lists are marked: bullets, boxes to tick, and so many lists that count from one."""
    kinds = (
        ("bullet", [BULLETS[min(level, len(BULLETS) - 1)] for level in range(LEVELS)]),
        ("bullet", [CHECK_BOX] * LEVELS),
        ("decimal", [f"%{level + 1}." for level in range(LEVELS)]),
    )
    written = ""
    for number, (kind, labels) in enumerate(kinds, 1):
        levels = ""
        for level, label in enumerate(labels):
            indent = f'<w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/>'
            levels += (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr><w:rPr><w:color w:val="{ACCENT[1:]}"/></w:rPr></w:lvl>'
            )
        written += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
            "</w:abstractNum>"
        )
    written += "".join(f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind in (1, 2))
    for number in range(counted):
        again = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(LEVELS)
        )
        written += f'<w:num w:numId="{COUNTED + number}"><w:abstractNumId w:val="3"/>{again}</w:num>'
    return f'<w:numbering xmlns:w="{_NAMESPACE}">{written}</w:numbering>'
