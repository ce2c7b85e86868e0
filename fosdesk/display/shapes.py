"""A drawing as plain shapes, painted alike on the screen and in documents."""

from typing import NamedTuple

# A shape's colour is the name of a role in the palette of whoever paints:
# ink, quiet, paper, panel, hairline, accent, accent_soft, accent_faint, on_accent, ochre, ochre_soft,
# plum, plum_soft, sand.
Point = tuple[float, float]


class Area(NamedTuple):
    """A closed outline of straight lines (a polygon with many points where it is round); `key` makes it clickable."""

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
    """Text on one line; `x`, `y` is its baseline's left end, middle or right end; `size` in points."""

    text: str
    x: float
    y: float
    colour: str = "ink"
    size: float = 10.0
    bold: bool = False
    anchor: str = "left"  # left, middle, right
    key: str = ""


class Figure(NamedTuple):
    """Shapes in painting order, y growing downwards, and the words that say what they show."""

    width: float
    height: float
    shapes: tuple[Area | Line | Label, ...]
    alt: str
