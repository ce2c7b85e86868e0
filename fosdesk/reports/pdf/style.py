"""The house style of documents: paper, type, colours and distances."""

from typing import NamedTuple

from fosdesk.display.palette import PAPER
from fosdesk.reports.pdf.fonts import ITALIC, REGULAR, STRONG, face
from fosdesk.reports.pdf.layout.page_flow import PageFrame
from fosdesk.reports.pdf.layout.paragraph_text import Type
from fosdesk.reports.pdf.layout.table_rows import TableShape
from fosdesk.reports.pdf.layout.text_blocks import Shape

INK, QUIET, ACCENT, HAIRLINE = (PAPER[role] for role in ("ink", "quiet", "accent", "hairline"))

LEFT, TOP, BOTTOM = 80.0, 84.0, 86.0
MEASURE = 410.0  # the widest a line of running text grows

BODY = Type(REGULAR, 10.5, 15, INK, ACCENT)
LEAD = Type(REGULAR, 13, 19, INK, ACCENT)
SMALL = Type(REGULAR, 9, 12.5, QUIET, ACCENT, INK)
QUOTED = Type(ITALIC, 11, 16, INK, ACCENT)
CELL = Type(REGULAR, 9.5, 13, INK, ACCENT)
CELL_HEAD = Type(STRONG, 9.5, 13, INK, ACCENT)
COLUMN_HEAD = Type(STRONG, 8.5, 12, QUIET, ACCENT)
CAPTION = Type(STRONG, 9.5, 13, INK, ACCENT)
BELOW_FIGURE = Type(REGULAR, 9, 12.5, QUIET, ACCENT)
FACT = Type(REGULAR, 9.5, 14.66, QUIET, ACCENT)  # so that its first line stands level with the larger value
FACT_VALUE = Type(REGULAR, 10.5, 14, INK, ACCENT)
LABEL = Type(REGULAR, 10.5, 15, ACCENT, ACCENT)
KIND = Type(STRONG, 11, 15, ACCENT, ACCENT)
COVER_TITLE = Type(STRONG, 33, 38, INK, ACCENT)
COVER_SUBTITLE = Type(REGULAR, 15, 21, QUIET, ACCENT)
MASTHEAD_TITLE = Type(STRONG, 24, 29, INK, ACCENT)
MASTHEAD_SUBTITLE = Type(REGULAR, 12, 17, QUIET, ACCENT)
TAG = Type(STRONG, 9.5, 13, PAPER["ochre"], PAPER["ochre"])
HEADINGS = (
    Type(STRONG, 20, 25, ACCENT, ACCENT),
    Type(STRONG, 13.5, 18, INK, ACCENT),
    Type(STRONG, 11, 15, INK, ACCENT),
    Type(STRONG, 10.5, 15, QUIET, ACCENT),
)
# Under a masthead, in a document of a page or two, headings are smaller.
BRIEF_HEADINGS = (Type(STRONG, 14, 19, ACCENT, ACCENT), Type(STRONG, 12, 16, INK, ACCENT), *HEADINGS[2:])
CONTENTS = (Type(STRONG, 10.5, 15, INK, INK), Type(REGULAR, 10.5, 15, INK, INK), Type(REGULAR, 9.5, 14, QUIET, QUIET))

HEADING_SHAPES = (
    Shape(before=34, after=10, with_next=True, balanced=True),
    Shape(before=22, after=5, with_next=True, balanced=True),
    Shape(before=16, after=3, with_next=True, balanced=True),
    Shape(before=12, after=2, with_next=True, balanced=True),
)
BRIEF_HEADING_SHAPES = (
    Shape(before=18, after=4, with_next=True, balanced=True),
    Shape(before=18, after=4, with_next=True, balanced=True),
    *HEADING_SHAPES[2:],
)
BODY_SHAPE = Shape(after=8, measure=MEASURE)
LEAD_SHAPE = Shape(after=14, measure=MEASURE, balanced=True)
SMALL_SHAPE = Shape(after=6, measure=MEASURE)
SMALL_UNDER_HEADING_SHAPE = Shape(after=6, measure=MEASURE, with_next=True)
QUOTE_SHAPE = Shape(before=8, after=4, indent=16, measure=MEASURE - 32, balanced=True, bar=PAPER["accent_soft"])
LONE_QUOTE_SHAPE = Shape(before=8, after=14, indent=16, measure=MEASURE - 32, balanced=True, bar=PAPER["accent_soft"])
SOURCE_SHAPE = Shape(after=12, indent=16, measure=MEASURE - 32)
NOTE_SHAPE = Shape(before=10, after=14, padding=12, tint=PAPER["panel"])
CAPTION_SHAPE = Shape(before=14, after=4, with_next=True)
BELOW_FIGURE_SHAPE = Shape(before=6, after=16, measure=MEASURE)
KIND_SHAPE = Shape(after=6, with_next=True)
TITLE_SHAPE = Shape(after=10, with_next=True, measure=400, balanced=True)
SUBTITLE_SHAPE = Shape(after=8, measure=380, balanced=True)
COLOPHON_SHAPE = Shape(before=12, after=4, measure=MEASURE)
CONTENTS_SHAPES = (Shape(before=9, after=2), Shape(after=1, indent=14), Shape(after=1, indent=28))
TABLE_SHAPE = TableShape(before=8, after=18, air=5, gutter=14, rule=HAIRLINE, head_rule=ACCENT)
FACTS_SHAPE = TableShape(before=4, after=14, air=2.5, gutter=16)
COVER_FACTS_SHAPE = TableShape(before=0, after=0, air=4.5, gutter=16, rule=HAIRLINE)
COLUMN_GAP, WRITTEN_LINE = 24.0, 24.0
ITEM_STEP, ITEM_GAP = 16.0, 4.0
BULLETS = ("•", "–", "·")
CHECK_BOX, TICKED_BOX = "☐", "☑"
FACT_WIDTHS = (0.24, 0.76)
COVER_TOP = 0.466  # of the page's height
MASTHEAD_TOP, BRIEF_BOTTOM = 50.0, 68.0
BETWEEN_FACTS = " · "


class Kinds(NamedTuple):
    """The type of what stands most often in a document."""

    body: Type
    label: Type
    fact: Type
    fact_value: Type


ROOMY = Kinds(BODY, LABEL, FACT, FACT_VALUE)
BRIEF = Kinds(
    Type(REGULAR, 10, 14, INK, ACCENT),
    Type(REGULAR, 10, 14, ACCENT, ACCENT),
    Type(REGULAR, 9, 13.66, QUIET, ACCENT),
    Type(REGULAR, 10, 13, INK, ACCENT),
)


def frame(size: tuple[float, float], *, brief: bool = False) -> PageFrame:
    """Where text stands on a page of that size."""
    width, height = size
    return PageFrame(LEFT, TOP, width - 2 * LEFT, height - (BRIEF_BOTTOM if brief else BOTTOM))


def item_shape(indent: float, *, last: bool, with_next: bool = False) -> Shape:
    """How a list item stands; the last one keeps its distance from what follows."""
    after = BODY_SHAPE.after if last else ITEM_GAP
    return Shape(after=after, indent=indent, measure=MEASURE - indent, with_next=with_next)


def label_room(label: str) -> float:
    """How far to the right of a list's labels its text begins, so that the widest label has room."""
    return face(REGULAR).widths[label] * LABEL.size + 6
