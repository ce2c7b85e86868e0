"""Measures figures: labels with their true widths, and whether they are in place."""

from collections.abc import Iterator

from fosdesk.display.palette import PAPER
from fosdesk.display.shapes import Area, Figure, Label, Point
from fosdesk.reports.pdf import fonts
from fosdesk.ui.style.palettes import DARK, LIGHT

Box = tuple[float, float, float, float]


def labels(figure: Figure) -> list[Label]:
    return [shape for shape in figure.shapes if isinstance(shape, Label)]


def texts(figure: Figure) -> list[str]:
    return [label.text for label in labels(figure)]


def keys(figure: Figure) -> list[str]:
    return list(dict.fromkeys(shape.key for shape in figure.shapes if isinstance(shape, Area) and shape.key))


def areas(figure: Figure, key: str) -> list[Area]:
    return [shape for shape in figure.shapes if isinstance(shape, Area) and shape.key == key]


def fills(figure: Figure) -> dict[str, str]:
    return {key: areas(figure, key)[0].fill for key in keys(figure)}


def true_width(label: Label) -> float:
    return fonts.font_face(fonts.STRONG if label.bold else fonts.REGULAR).widths[label.text] * label.size


def box_of(label: Label) -> Box:
    """Left, top, right and bottom of a label, with the font's own widths."""
    width = true_width(label)
    left = label.x - width * {"left": 0, "middle": 0.5, "right": 1}[label.anchor]
    return left, label.y - label.size * 0.72, left + width, label.y + label.size * 0.22


def faults(figure: Figure) -> list[str]:
    """Labels outside the figure or overlapping, shapes outside, and unknown colours."""
    return [*_outside(figure), *_across(figure), *_unknown_colours(figure)]


def _outside(figure: Figure) -> Iterator[str]:
    for label in labels(figure):
        left, top, right, bottom = box_of(label)
        if left < -0.5 or top < -0.5 or right > figure.width + 0.5 or bottom > figure.height + 0.5:
            yield f"{label.text!r} is cut: {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}"
    for shape in figure.shapes:
        if not isinstance(shape, Label):
            for x, y in shape.points:
                if not (-1 <= x <= figure.width + 1 and -1 <= y <= figure.height + 1):
                    yield f"a shape leaves the figure at {x:.0f}, {y:.0f}"
                    break


def _across(figure: Figure) -> Iterator[str]:
    boxes = [(label.text, box_of(label)) for label in labels(figure)]
    for number, (text, one) in enumerate(boxes):
        for other_text, other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            if not apart:
                yield f"{text!r} stands across {other_text!r}"


def _unknown_colours(figure: Figure) -> Iterator[str]:
    for shape in figure.shapes:
        used = (shape.fill, shape.outline) if isinstance(shape, Area) else (shape.colour,)
        yield from (role for role in used if role and not (role in LIGHT and role in DARK and role in PAPER))


def contains(outline: tuple[Point, ...], x: float, y: float) -> bool:
    """Whether a point is inside a polygon."""
    inside = False
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
