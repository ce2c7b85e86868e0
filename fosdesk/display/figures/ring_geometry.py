"""The geometry of the cycle figure: a ring of bands, and an entrance from outside."""

from functools import lru_cache
from math import atan2, cos, pi, radians, sin

from fosdesk.display.figures.curve_shapes import Path, rounded
from fosdesk.display.shapes import Point

_OUTER, _INNER = 2.75, 2.35  # 2 is an ellipse, more is squarer
_STEPS = 48


class Ring:
    """A ring between two rounded curves, thick at top and bottom, where labels stand, and thin at the sides.

    Bands are numbered clockwise from 0, which begins in the west and fills the upper left quarter; band `n` meets the
    next at seam `n + 1`. Angles are in radians, clockwise from the east.
    """

    def __init__(self, width: float, height: float) -> None:
        self.scale = min(width / 520, height / 300)
        edge, left = 4 * self.scale, 0.125 * width
        self.x, self.y = (left + width - edge) / 2, height / 2
        self.a, self.b = (width - edge - left) / 2, height / 2 - edge
        self.lane = min(0.56 * self.b, 84 * self.scale)
        self._side = 56 * self.scale
        self._gap = 4 * self.scale
        self._limits = {number: self.seam(number, 0) for number in (1, 3)}

    def point(self, angle: float, share: float, beyond: float = 0) -> Point:
        """The point at an angle: on the outer curve (share 0), the inner one (1), or between.

        `beyond` is further out.
        """
        away = self._radius(angle, share) + beyond
        return (self.x + away * cos(angle), self.y + away * sin(angle))

    def seam(self, number: int, side: float) -> Path:
        """The line from outer to inner curve where two bands meet; `side` is -1 for the one that ends, else 1."""
        middle = pi + number * pi / 2
        reach, shift = (size / self._radius(middle, 0.5) for size in (38 * self.scale, side * 0.62 * self._gap))
        path = []
        for step in range(21):
            u = step / 20
            glide = 0.45 * u + 0.55 * (3 * u * u - 2 * u * u * u)
            path.append(self.point(middle + shift + (2 * u - 1) * reach, glide))
        return tuple(path)

    def band(self, number: int) -> Path:
        """The outline of a band, pointed along the outer curve at its start and along the inner one at its end."""
        begins, ends = self.seam(number, 1), self.seam(number + 1, -1)
        outer = self._along(begins[0], ends[0], 0)
        inner = self._along(begins[-1], ends[-1], 1)
        return rounded((outer, ends, inner[::-1], begins[::-1]), 7 * self.scale)

    def entrance(self) -> Path:
        """The outline of the entrance: apart from the ring at first, then along it, thinner and thinner."""
        begin, end = radians(160), radians(211)
        outer, inner = [], []
        for step in range(_STEPS + 1):
            u = step / _STEPS
            angle = begin + (end - begin) * u
            away = self._gap + 15 * self.scale * (1 - u) ** 2
            inner.append(self.point(angle, 0, away))
            outer.append(self.point(angle, 0, away + 26 * self.scale * (1 - u**1.5)))
        return rounded((outer, inner[::-1], (inner[0], outer[0])), 10 * self.scale)

    def room(self, number: int, top: float, bottom: float) -> tuple[float, float]:
        """The left and right limit for a line of text between two heights inside a band."""
        pad = 9 * self.scale
        far = max(abs(top - self.y), abs(bottom - self.y))
        half = self.a * max(1 - (far / self.b) ** _OUTER, 0) ** (1 / _OUTER) - pad
        seam = self._limits[1 if number in (0, 1) else 3]
        near = [x for x, y in seam if top - 3 <= y <= bottom + 3] or [x for x, _ in seam]
        if number in (0, 3):
            return self.x - half, min(near) - pad
        return max(near) + pad, self.x + half

    def _radius(self, angle: float, share: float) -> float:
        outer = _superellipse(self.a, self.b, _OUTER, angle)
        if not share:
            return outer
        inner = _superellipse(self.a - self._side, self.b - self.lane, _INNER, angle)
        return outer + (inner - outer) * share

    def _along(self, first: Point, last: Point, share: float) -> Path:
        begin, end = (atan2(y - self.y, x - self.x) for x, y in (first, last))
        end += 2 * pi if end < begin else 0
        inside = (self.point(begin + (end - begin) * n / _STEPS, share) for n in range(1, _STEPS))
        return (first, *inside, last)


@lru_cache(maxsize=8)
def ring_of(width: float, height: float) -> Ring:
    """The ring for a figure of that size (points); cached."""
    return Ring(width, height)


def _superellipse(a: float, b: float, power: float, angle: float) -> float:
    return float((abs(cos(angle) / a) ** power + abs(sin(angle) / b) ** power) ** (-1 / power))
