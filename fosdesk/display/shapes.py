"""The shapes of figures, painted alike on the screen and in documents; lengths in points."""

from typing import NamedTuple

# A shape's colour is the name of a role in the palette of whoever paints:
# ink, quiet, paper, panel, hairline, accent, accent_soft, accent_faint, on_accent, ochre, ochre_soft,
# plum, plum_soft, sand.
Point = tuple[float, float]


class Area(NamedTuple):
    """A polygon, filled or outlined in colours of the palette; with a `key` it is clickable."""

    points: tuple[Point, ...]
    fill: str
    outline: str = ""
    key: str = ""


class Line(NamedTuple):
    """An open line through points."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    dashed: bool = False


class Label(NamedTuple):
    """A line of text; `x`, `y` is the left end, middle or right end of its baseline, as `anchor` says.

    `turn` turns it about that point, in degrees clockwise.
    """

    text: str
    x: float
    y: float
    colour: str = "ink"
    size: float = 10.0
    bold: bool = False
    anchor: str = "left"  # left, middle, right
    key: str = ""
    turn: float = 0.0


def moved(shape: Area | Line | Label, right: float, down: float) -> Area | Line | Label:
    """The shape so far to the right and down."""
    if isinstance(shape, Label):
        return shape._replace(x=shape.x + right, y=shape.y + down)
    points = tuple([(x + right, y + down) for x, y in shape.points])
    if isinstance(shape, Line):  # made anew, as there may be thousands and _replace takes longer
        return Line(points, shape.colour, shape.width, shape.dashed)
    return Area(points, shape.fill, shape.outline, shape.key)


class Figure(NamedTuple):
    """Shapes in painting order, y growing downwards, and an alternative text."""

    width: float
    height: float
    shapes: tuple[Area | Line | Label, ...]
    alt: str
