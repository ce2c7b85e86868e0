"""The style of PDF documents: page margins, text and paragraph styles, colours and distances, in points."""

from dataclasses import replace
from typing import NamedTuple

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.fonts import ITALIC, REGULAR, STRONG, font_face
from fosdesk.reports.pdf.layout.page_flow import PageFrame
from fosdesk.reports.pdf.layout.paragraph_text import TextStyle
from fosdesk.reports.pdf.layout.table_rows import TableStyle
from fosdesk.reports.pdf.layout.text_blocks import ParagraphStyle

INK, QUIET, ACCENT, HAIRLINE = (PAPER[role] for role in ("ink", "quiet", "accent", "hairline"))

LEFT, TOP, BOTTOM = 80.0, 84.0, 86.0
MEASURE = 410.0  # the widest a line of running text grows

BODY = TextStyle(REGULAR, 10.5, 15, INK, ACCENT)
LEAD = TextStyle(REGULAR, 13, 19, INK, ACCENT)
SMALL = TextStyle(REGULAR, 9, 12.5, QUIET, ACCENT, INK)
QUOTED = TextStyle(ITALIC, 11, 16, INK, ACCENT)
CELL = TextStyle(REGULAR, 9.5, 13, INK, ACCENT)
CELL_HEAD = TextStyle(STRONG, 9.5, 13, INK, ACCENT)
COLUMN_HEAD = TextStyle(STRONG, 8.5, 12, QUIET, ACCENT)
CAPTION = TextStyle(STRONG, 9.5, 13, INK, ACCENT)
BELOW_FIGURE = TextStyle(REGULAR, 9, 12.5, QUIET, ACCENT)
FACT = TextStyle(REGULAR, 9.5, 14.66, QUIET, ACCENT)  # so that its first line stands level with the larger value
FACT_VALUE = TextStyle(REGULAR, 10.5, 14, INK, ACCENT)
LABEL = TextStyle(REGULAR, 10.5, 15, ACCENT, ACCENT)
KIND = TextStyle(STRONG, 11, 15, ACCENT, ACCENT)
COVER_TITLE = TextStyle(STRONG, 33, 38, INK, ACCENT)
COVER_SUBTITLE = TextStyle(REGULAR, 15, 21, QUIET, ACCENT)
MASTHEAD_TITLE = TextStyle(STRONG, 24, 29, INK, ACCENT)
MASTHEAD_SUBTITLE = TextStyle(REGULAR, 12, 17, QUIET, ACCENT)
TAG = TextStyle(STRONG, 9.5, 13, PAPER["ochre"], PAPER["ochre"])
HEADINGS = (
    TextStyle(STRONG, 20, 25, ACCENT, ACCENT),
    TextStyle(STRONG, 13.5, 18, INK, ACCENT),
    TextStyle(STRONG, 11, 15, INK, ACCENT),
    TextStyle(STRONG, 10.5, 15, QUIET, ACCENT),
)
# Under a masthead, in a document of a page or two, headings are smaller.
BRIEF_HEADINGS = (TextStyle(STRONG, 14, 19, ACCENT, ACCENT), TextStyle(STRONG, 12, 16, INK, ACCENT), *HEADINGS[2:])
CONTENTS = (
    TextStyle(STRONG, 10.5, 15, INK, INK),
    TextStyle(REGULAR, 10.5, 15, INK, INK),
    TextStyle(REGULAR, 9.5, 14, QUIET, QUIET),
)

_HEADING_PARAGRAPH = ParagraphStyle(keep_with_next=True, opens_section=True, balanced=True)
HEADING_PARAGRAPHS = tuple(
    replace(_HEADING_PARAGRAPH, space_before=before, space_after=after)
    for before, after in ((34, 10), (22, 5), (16, 3), (12, 2))
)
_BRIEF_HEADING_PARAGRAPH = replace(_HEADING_PARAGRAPH, space_before=18, space_after=4)
BRIEF_HEADING_PARAGRAPHS = (_BRIEF_HEADING_PARAGRAPH, _BRIEF_HEADING_PARAGRAPH, *HEADING_PARAGRAPHS[2:])
BODY_PARAGRAPH = ParagraphStyle(space_after=8, measure=MEASURE)
LEAD_PARAGRAPH = ParagraphStyle(space_after=14, measure=MEASURE, balanced=True)
SMALL_PARAGRAPH = ParagraphStyle(space_after=6, measure=MEASURE, keep_with_previous=True)
SMALL_UNDER_HEADING_PARAGRAPH = ParagraphStyle(space_after=6, measure=MEASURE, keep_with_next=True)
QUOTE_PARAGRAPH = ParagraphStyle(
    space_before=8,
    space_after=4,
    indent=16,
    measure=MEASURE - 32,
    keep_with_next=True,
    balanced=True,
    side_bar=PAPER["accent_soft"],
)
LONE_QUOTE_PARAGRAPH = replace(QUOTE_PARAGRAPH, space_after=14, keep_with_next=False)
SOURCE_PARAGRAPH = ParagraphStyle(space_after=12, indent=16, measure=MEASURE - 32, keep_with_previous=True)
NOTE_PARAGRAPH = ParagraphStyle(space_before=10, space_after=14, padding=12, background=PAPER["panel"])
CAPTION_PARAGRAPH = ParagraphStyle(space_before=14, space_after=4, keep_with_next=True)
BELOW_FIGURE_PARAGRAPH = ParagraphStyle(space_before=6, space_after=16, measure=MEASURE)
KIND_PARAGRAPH = ParagraphStyle(space_after=6, keep_with_next=True)
TITLE_PARAGRAPH = ParagraphStyle(space_after=10, keep_with_next=True, measure=400, balanced=True)
SUBTITLE_PARAGRAPH = ParagraphStyle(space_after=8, measure=380, balanced=True)
COLOPHON_PARAGRAPH = ParagraphStyle(space_before=12, space_after=4, measure=MEASURE, keep_with_previous=True)
CONTENTS_PARAGRAPHS = (
    ParagraphStyle(space_before=9, space_after=2),
    ParagraphStyle(space_after=1, indent=14),
    ParagraphStyle(space_after=1, indent=28),
)
TABLE_STYLE = TableStyle(space_before=8, space_after=18, cell_padding=5, gutter=14, rule=HAIRLINE, head_rule=ACCENT)
FACTS_STYLE = TableStyle(space_before=4, space_after=14, cell_padding=2.5, gutter=16)
COVER_FACTS_STYLE = TableStyle(space_before=0, space_after=0, cell_padding=4.5, gutter=16, rule=HAIRLINE)
COLUMN_GAP, WRITING_LINE_HEIGHT = 24.0, 24.0
ITEM_INDENT, ITEM_GAP = 16.0, 4.0
BULLETS = ("•", "–", "·")
CHECK_BOX, TICKED_BOX = "☐", "☑"
FACT_WIDTHS = (0.24, 0.76)
COVER_TOP = 0.466  # of the page's height
MASTHEAD_TOP, BRIEF_BOTTOM = 50.0, 68.0
BETWEEN_FACTS = " · "


class BodyStyles(NamedTuple):
    """The text styles that most of a document is set in."""

    body: TextStyle
    item_label: TextStyle
    fact: TextStyle
    fact_value: TextStyle


REGULAR_BODY = BodyStyles(BODY, LABEL, FACT, FACT_VALUE)
BRIEF_BODY = BodyStyles(
    TextStyle(REGULAR, 10, 14, INK, ACCENT),
    TextStyle(REGULAR, 10, 14, ACCENT, ACCENT),
    TextStyle(REGULAR, 9, 13.66, QUIET, ACCENT),
    TextStyle(REGULAR, 10, 13, INK, ACCENT),
)


def frame(size: tuple[float, float], *, brief: bool = False) -> PageFrame:
    """The text area of a page of that size; a brief document has a smaller bottom margin."""
    width, height = size
    return PageFrame(LEFT, TOP, width - 2 * LEFT, height - (BRIEF_BOTTOM if brief else BOTTOM))


def item_paragraph(indent: float, *, last: bool, keep_with_next: bool = False) -> ParagraphStyle:
    """The paragraph style of a list item; the last item keeps the distance of a paragraph below."""
    space_after = BODY_PARAGRAPH.space_after if last else ITEM_GAP
    return ParagraphStyle(
        space_after=space_after, indent=indent, measure=MEASURE - indent, keep_with_next=keep_with_next
    )


def label_width(label: str) -> float:
    """The distance in points from the labels of a list to its text, wide enough for `label`."""
    return font_face(REGULAR).widths[label] * LABEL.size + 6
