"""What stands in the margins of each page: whose document, which one, and which page."""

from collections import Counter
from typing import NamedTuple

from fosdesk.reports import letters
from fosdesk.reports.house import LEFT, QUIET
from fosdesk.reports.sheet import FOOTER, HEADER, Sheet

_SIZE = 8.5
_HEAD, _FOOT = 48.0, 42.0


class Margins(NamedTuple):
    """The words above and below each page; `page` has the places {page} and {pages}."""

    left: str
    right: str
    foot: str
    page: str

    def draw(self, sheet: Sheet, pages: int, missing: Counter[str]) -> None:
        """Draw them as decoration, which those who listen to the document are spared."""
        width, low = sheet.width - 2 * LEFT, sheet.height - _FOOT
        page = self.page.replace("{page}", str(sheet.number + 1)).replace("{pages}", str(pages))
        with sheet.artifact(HEADER):
            _draw(sheet, self.left, _HEAD, width * 0.48, missing)
            _draw(sheet, self.right, _HEAD, width * 0.48, missing, to_the_right=True)
        with sheet.artifact(FOOTER):
            _draw(sheet, self.foot, low, width * 0.7, missing)
            _draw(sheet, page, low, width * 0.28, missing, to_the_right=True)


def _draw(sheet: Sheet, text: str, y: float, room: float, missing: Counter[str], *, to_the_right: bool = False) -> None:
    stretches = [(face, words) for face, words in letters.faces(text, letters.REGULAR, missing)]
    while stretches and _width(stretches) > room:
        face, words = stretches.pop()
        if len(words) > 2:
            stretches.append((face, words[:-2].rstrip(" …") + "…"))
    x = sheet.width - LEFT - _width(stretches) if to_the_right else LEFT
    for face, words in stretches:
        sheet.words(words, x, y, face, _SIZE, QUIET)
        x += face.widths[words] * _SIZE


def _width(stretches: list[tuple[letters.Face, str]]) -> float:
    return sum(face.widths[words] for face, words in stretches) * _SIZE
