"""Running header and footer of each page: author, title, draft mark and page number."""

from collections import Counter
from typing import NamedTuple

from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout.bidi import visual_order
from fosdesk.reports.pdf.page_canvas import FOOTER, HEADER, PageCanvas
from fosdesk.reports.pdf.style import LEFT, QUIET

_SIZE = 8.5
_HEADER_Y, _FOOTER_HEIGHT = 48.0, 42.0
_MAX_CHARACTERS = 150  # no margin has room for more characters

TextRuns = list[tuple[fonts.FontFace, str]]


class MarginTexts(NamedTuple):
    """The texts in the header and footer; `page` holds the placeholders {page} and {pages}."""

    left: str
    right: str
    foot: str
    page: str
    cover_foot: str = ""  # all that a cover says in its margins


class MarginDrawing:
    """Draws the header and footer, with texts cut to the width there is; `width` is that of the page in points."""

    def __init__(self, margins: MarginTexts, width: float, missing: Counter[str]) -> None:
        self._width = width - 2 * LEFT
        self._page = margins.page
        self._missing = missing
        self._left = self._fitted(margins.left, 0.48)
        self._right = self._fitted(margins.right, 0.48)
        self._foot = self._fitted(margins.foot, 0.7)
        self._cover_foot = self._fitted(margins.cover_foot, 1)

    def draw(self, canvas: PageCanvas, pages: int) -> None:
        """Draw header and footer as pagination artifacts, which screen readers skip."""
        if canvas.bare:
            if self._cover_foot:
                with canvas.artifact(FOOTER):
                    _draw(canvas, self._cover_foot, LEFT, canvas.height - _FOOTER_HEIGHT)
            return
        page = self._page.replace("{page}", str(canvas.number + 1)).replace("{pages}", str(pages))
        right, bottom = LEFT + self._width, canvas.height - _FOOTER_HEIGHT
        page_of = self._fitted(page, 0.28)
        if not canvas.titled:
            with canvas.artifact(HEADER):
                _draw(canvas, self._left, LEFT, _HEADER_Y)
                _draw(canvas, self._right, right - _width(self._right), _HEADER_Y)
        with canvas.artifact(FOOTER):
            _draw(canvas, self._foot, LEFT, bottom)
            _draw(canvas, page_of, right - _width(page_of), bottom)

    def _fitted(self, text: str, share: float) -> TextRuns:
        kept = text[:_MAX_CHARACTERS]
        runs = fonts.font_runs(visual_order(kept), fonts.REGULAR, self._missing)
        while _width(runs) > self._width * share or (kept and len(kept) < len(text) and not kept.endswith("…")):
            kept = kept.rstrip("… ")[:-1].rstrip() + "…"
            runs = fonts.font_runs(visual_order(kept), fonts.REGULAR, Counter())
        return runs


def _draw(canvas: PageCanvas, runs: TextRuns, x: float, y: float) -> None:
    for face, words in runs:
        canvas.text(words, x, y, face, _SIZE, QUIET)
        x += face.widths[words] * _SIZE


def _width(runs: TextRuns) -> float:
    return sum(face.widths[words] for face, words in runs) * _SIZE
