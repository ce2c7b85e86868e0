"""Where things stand on the pages of a PDF: each line of text with its place and font, and each rule and tint."""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

_LETTER = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


class Placed(NamedTuple):
    """A line of text: page (from 0), left edge and baseline in points from the top left, its font, and its words."""

    page: int
    x: float
    y: float
    font: str
    size: float
    artifact: bool
    words: str


class Drawn(NamedTuple):
    """A shape: page (from 0), left, top, right and bottom in points from the top left, and whether it is filled."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    filled: bool


class Pages(NamedTuple):
    """The lines of text and the shapes of a PDF, in the order in which they are drawn."""

    texts: tuple[Placed, ...]
    shapes: tuple[Drawn, ...]
    total: int

    def line(self, words: str, page: int | None = None) -> Placed:
        """The first line that begins with these words; LookupError when there is none."""
        found = (one for one in self.texts if one.words.startswith(words) and page in (None, one.page))
        one = next(found, None)
        if one is None:
            raise LookupError(words)
        return one

    def rules(self, page: int | None = None) -> list[Drawn]:
        """The horizontal lines."""
        return [one for one in self.shapes if not one.filled and one.top == one.bottom and page in (None, one.page)]


def pages_of(written: bytes) -> Pages:
    """What is drawn on the pages of a PDF."""
    texts: list[Placed] = []
    shapes: list[Drawn] = []
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for number, page in enumerate(pdf.pages):
            texts += _texts(number, page)
            shapes += _shapes(number, page)
        return Pages(tuple(texts), tuple(shapes), len(pdf.pages))


def _texts(number: int, page: pikepdf.Page) -> Iterator[Placed]:
    high = float(page.mediabox[3])
    fonts: Any = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    letters: dict[int, str] = {}
    x = y = leading = size = 0.0
    font, words, artifact = "", "", False

    def line() -> Iterator[Placed]:
        if words.strip():
            yield Placed(number, x, high - y, font, size, artifact, " ".join(words.split()))

    instruction: Any
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name in ("BDC", "BMC"):
            artifact = str(operands[0]) == "/Artifact"
        elif name == "TL":
            leading = float(operands[0])
        elif name in ("Tm", "T*", "ET"):
            yield from line()
            words = ""
            if name == "Tm":
                x, y = float(operands[4]), float(operands[5])
            elif name == "T*":
                y -= leading
        elif name == "Tf":
            used = fonts[str(operands[0])]
            pairs = _LETTER.findall(used.ToUnicode.read_bytes())
            letters = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
            if not words.strip():
                font, size = str(used.BaseFont).partition("+")[2], float(operands[1])
        elif name == "Tj":
            words += "".join(letters[code] for code in bytes(operands[0]))


def _shapes(number: int, page: pikepdf.Page) -> Iterator[Drawn]:
    high = float(page.mediabox[3])
    points: list[tuple[float, float]] = []
    instruction: Any
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = [one for one in instruction.operands], str(instruction.operator)
        if name in ("m", "l", "c"):
            points.append((float(operands[-2]), high - float(operands[-1])))
        elif name == "re":
            left, bottom, width, height = (float(one) for one in operands)
            points += [(left, high - bottom), (left + width, high - bottom - height)]
        elif name in ("S", "s", "f", "b", "B"):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            yield Drawn(number, min(xs), min(ys), max(xs), max(ys), name in ("f", "b", "B"))
            points = []
