"""What stands in the margins of each page: whose document, which one, and which page."""

from collections import Counter
from typing import NamedTuple

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.bidi import seen
from fosdesk.reports.pdf.page_canvas import FOOTER, HEADER, PageCanvas
from fosdesk.reports.pdf.style import LEFT, QUIET

_SIZE = 8.5
_HEAD, _FOOT = 48.0, 42.0
_LONGEST = 150  # no margin has room for more characters

Stretches = list[tuple[fonts.Face, str]]


class Margins(NamedTuple):
    """The words above and below each page; `page` has the places {page} and {pages}."""

    left: str
    right: str
    foot: str
    page: str


class MarginLines:
    """The same words, cut to the room there is."""

    def __init__(self, margins: Margins, width: float, missing: Counter[str]) -> None:
        self._width = width - 2 * LEFT
        self._page = margins.page
        self._missing = missing
        self._left = self._fitted(margins.left, 0.48)
        self._right = self._fitted(margins.right, 0.48)
        self._foot = self._fitted(margins.foot, 0.7)

    def draw(self, canvas: PageCanvas, pages: int) -> None:
        """Draw them as decoration, which those who listen to the document are spared."""
        page = self._page.replace("{page}", str(canvas.number + 1)).replace("{pages}", str(pages))
        right, low = LEFT + self._width, canvas.height - _FOOT
        page_of = self._fitted(page, 0.28)
        if not canvas.titled:
            with canvas.artifact(HEADER):
                _draw(canvas, self._left, LEFT, _HEAD)
                _draw(canvas, self._right, right - _width(self._right), _HEAD)
        with canvas.artifact(FOOTER):
            _draw(canvas, self._foot, LEFT, low)
            _draw(canvas, page_of, right - _width(page_of), low)

    def _fitted(self, text: str, share: float) -> Stretches:
        kept = text[:_LONGEST]
        directed_runs = fonts.faces(seen(kept), fonts.REGULAR, self._missing)
        while _width(directed_runs) > self._width * share or (
            kept and len(kept) < len(text) and not kept.endswith("…")
        ):
            kept = kept.rstrip("… ")[:-1].rstrip() + "…"
            directed_runs = fonts.faces(seen(kept), fonts.REGULAR, Counter())
        return directed_runs


def _draw(canvas: PageCanvas, directed_runs: Stretches, x: float, y: float) -> None:
    for face, words in directed_runs:
        canvas.words(words, x, y, face, _SIZE, QUIET)
        x += face.widths[words] * _SIZE


def _width(directed_runs: Stretches) -> float:
    return sum(face.widths[words] for face, words in directed_runs) * _SIZE
