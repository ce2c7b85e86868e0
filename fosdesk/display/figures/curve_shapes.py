"""Curves as polygons with many points."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from fosdesk.display.shapes import Point

Path = tuple[Point, ...]


def between(one: Point, other: Point, share: float) -> Point:
    """The point at that share (0 to 1) of the way from one point to another."""
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def bezier(a: Point, b: Point, c: Point, d: Point, steps: int = 24) -> Path:
    """A cubic Bézier curve from `a` to `d`."""
    path = []
    for step in range(steps + 1):
        u = step / steps
        v = 1 - u
        wa, wb, wc, wd = v * v * v, 3 * v * v * u, 3 * v * u * u, u * u * u
        path.append((wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]))
    return tuple(path)


def disc(x: float, y: float, radius: float, steps: int = 40) -> Path:
    """A circle."""
    return tuple((x + radius * cos(2 * pi * n / steps), y + radius * sin(2 * pi * n / steps)) for n in range(steps))


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """A rectangle, with round corners where a radius is given."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    if radius <= 0:
        return corners
    sides = [(one, corners[(n + 1) % 4]) for n, one in enumerate(corners)]
    return rounded(sides, min(radius, width / 2, height / 2))


def ribbon(left: float, top: float, bottom: float, right: float, end_top: float, end_bottom: float) -> Path:
    """A band with smooth edges from one vertical edge to another."""
    middle = (left + right) / 2
    upper = bezier((left, top), (middle, top), (middle, end_top), (right, end_top))
    lower = bezier((right, end_bottom), (middle, end_bottom), (middle, bottom), (left, bottom))
    return (*upper, *lower)


def rounded(sides: Sequence[Sequence[Point]], radius: float, steps: int = 6) -> Path:
    """A closed outline of curves with each corner made round."""
    trimmed = [_trimmed(side, radius) for side in sides]
    path: list[Point] = []
    for number, side in enumerate(trimmed):
        path += side
        corner, following = sides[number][-1], trimmed[(number + 1) % len(trimmed)][0]
        for step in range(1, steps):
            u = step / steps
            path.append(between(between(side[-1], corner, u), between(corner, following, u), u))
    return tuple(path)


def _trimmed(side: Sequence[Point], max_length: float) -> list[Point]:
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(side, side[1:], strict=False))
    cut = min(max_length, length / 2)
    return _cut_from(_cut_from(side, cut)[::-1], cut)[::-1]


def _cut_from(side: Sequence[Point], cut: float) -> list[Point]:
    # What is left of a path when so much of its length is taken off its beginning.
    for number, (one, other) in enumerate(zip(side, side[1:], strict=False)):
        length = hypot(other[0] - one[0], other[1] - one[1])
        if length > cut:
            return [between(one, other, cut / length), *side[number + 1 :]]
        cut -= length
    return [side[-1]]
