"""A page canvas: drawing operators of one page, each as marked content of a structure element or as an artifact."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from math import cos, radians, sin
from typing import Any, NamedTuple

from fosdesk.reports.pdf.fonts import FontFace
from fosdesk.reports.pdf.structure_tree import LinkReference, MarkedContent, Node, Rectangle, text_string

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
Operator = str | Callable[[], str]  # a callable is called when all pages are laid out
# Distance of the control points, in radii, of the four Bézier arcs that make a circle.
_CIRCLE_CONTROL = 0.5523


class Link(NamedTuple):
    """A link on a page: its box in points from the bottom left, target, alternative text, and structure element."""

    page: int
    box: Rectangle
    target: str
    alt: str
    node: Node


class _EncodingTable(dict[int, str]):
    """How each character is written in one font and size.

    A character beyond the first font subset switches to its own subset and back.
    """

    def __init__(self, face: FontFace, size: float, document: Any) -> None:
        super().__init__()
        self._face, self._size, self._document = face, size, document
        self.font_operator = self._font_operator(0)

    def _font_operator(self, subset: int) -> str:
        return f"{self._face.font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def __missing__(self, letter: int) -> str:
        ((subset, codes),) = self._face.font.splitString(chr(letter), self._document)
        code = codes[0]
        written = chr(code) if 32 <= code < 127 and code not in b"()\\" else f"\\{code:03o}"
        if subset:
            written = f") Tj {self._font_operator(subset)} ({written}) Tj {self.font_operator} ("
        self[letter] = written
        return written


class TextEncoder:
    """The encodings of the text of one document; `document` is ReportLab's, which embeds the fonts."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[tuple[str, float], _EncodingTable] = {}

    def table_for(self, face: FontFace, size: float) -> _EncodingTable:
        """The table for str.translate of a font in one size; its `font_operator` selects the font."""
        codes = self._codes.get((face.name, size))
        if codes is None:
            codes = self._codes[face.name, size] = _EncodingTable(face, size, self._document)
        return codes


@cache
def rgb(colour: str) -> str:
    """A colour «#rrggbb» as the three operands of a PDF colour operator."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


class PageCanvas:
    """One page with the operators drawn on it so far; points, with y counted from the top.

    `scale` enlarges all that is drawn on its way to the paper; the page is that many times as large as the canvas.
    """

    def __init__(
        self, number: int, size: tuple[float, float], encoder: TextEncoder, links: list[Link], scale: float = 1.0
    ) -> None:
        self.number = number
        self.width, self.height = size
        self.scale = scale
        self.encoder = encoder
        self.operators: list[Operator] = []
        self.marks: list[Node] = []
        self.link_numbers: list[int] = []
        self.bare = False  # a cover has no header and no page number
        self.titled = False  # a masthead stands where the head would be
        self._links = links

    def mark(self, node: Node | None, actual_text: str = "") -> str:
        """The operator that opens marked content of an element, or an artifact; to be closed with EMC.

        `actual_text` is the text to extract in place of what is drawn.
        """
        if node is None:
            return ARTIFACT
        number = len(self.marks)
        self.marks.append(node)
        node.attach().kids.append(MarkedContent(self.number, number))
        if actual_text:
            return f"/Span <</MCID {number} /ActualText {text_string(actual_text)}>> BDC"
        return f"/{node.role} <</MCID {number}>> BDC"

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """All that is drawn inside belongs to that element."""
        self.operators.append(self.mark(node))
        yield
        self.operators.append("EMC")

    @contextmanager
    def artifact(self, opening: str = ARTIFACT) -> Iterator[None]:
        """All that is drawn inside is an artifact (decoration), which screen readers skip."""
        self.operators.append(opening)
        yield
        self.operators.append("EMC")

    def link(self, node: Node, box: Rectangle, target: str, alt: str) -> None:
        """Make a box (left, top, right, bottom; y from the top) a link, after the text that it covers."""
        left, top, right, bottom = box
        box_from_bottom = self.on_paper(left, top, right, bottom)
        node.attach().kids.append(LinkReference(self.number, len(self._links)))
        self.link_numbers.append(len(self._links))
        self._links.append(Link(self.number, box_from_bottom, target, alt, node))

    def content_stream(self) -> bytes:
        """The content stream of the page; deferred text is filled in now."""
        written = [operator if isinstance(operator, str) else operator() for operator in self.operators]
        if self.scale != 1:
            written.insert(0, f"{self.scale:.5f} 0 0 {self.scale:.5f} 0 0 cm")
        return "\n".join(written).encode("latin-1")

    def on_paper(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """A box on the canvas as one on the page, from the bottom left."""
        edges = (left, self.height - bottom, right, self.height - top)
        x, y, to_x, to_y = (edge * self.scale for edge in edges)
        return x, y, to_x, to_y

    # The following methods only draw; call them inside `marked` or `artifact`.

    def text(
        self,
        text: str,
        x: float,
        y: float,
        face: FontFace,
        size: float,
        colour: str,
        anchor: str = "left",
        turn: float = 0.0,
    ) -> None:
        """Draw one line of text with its baseline at (x, y); `anchor` is left, middle or right.

        `turn` turns what begins at the left there, in degrees clockwise.
        """
        self.operators.append(self._text_operators(text, x, y, face, size, colour, anchor, turn))

    def deferred_text(
        self,
        text: Callable[[], str],
        x: float,
        y: float,
        face: FontFace,
        size: float,
        colour: str,
        anchor: str = "left",
    ) -> None:
        """Draw a line of text that is only known when all pages are laid out."""
        self.operators.append(lambda: self._text_operators(text(), x, y, face, size, colour, anchor))

    def _text_operators(
        self, text: str, x: float, y: float, face: FontFace, size: float, colour: str, anchor: str, turn: float = 0.0
    ) -> str:
        codes = self.encoder.table_for(face, size)
        x -= face.widths[text] * size * {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor]
        along, across = cos(radians(turn)), sin(radians(turn))
        matrix = f"{along:.5f} {-across:.5f} {across:.5f} {along:.5f}" if turn else "1 0 0 1"
        at = f"{matrix} {x:.2f} {self.height - y:.2f} Tm"
        return f"BT {rgb(colour)} rg {codes.font_operator} {at} ({text.translate(codes)}) Tj ET"

    def rule(self, x: float, y: float, to: float, colour: str, thickness: float = 0.5) -> None:
        """Draw a horizontal line from x to `to`."""
        self.line([(x, y), (to, y)], colour, thickness)

    def line(self, points: list[tuple[float, float]], colour: str, thickness: float, *, dashed: bool = False) -> None:
        """Draw an open line through points."""
        dash = "[2 2] 0 d" if dashed else "[] 0 d"
        self.operators.append(f"{rgb(colour)} RG {thickness:g} w {dash} 1 J 1 j {self._path(points)} S")

    def area(
        self, points: list[tuple[float, float]], fill: str = "", outline: str = "", thickness: float = 0.75
    ) -> None:
        """Draw a polygon, filled, outlined, or both."""
        colours = f"{rgb(fill)} rg " if fill else ""
        if outline:
            colours += f"{rgb(outline)} RG {thickness:g} w [] 0 d 1 j "
        if not colours:
            return
        paint = ("b" if outline else "f") if fill else "s"
        self.operators.append(f"{colours}{self._path(points)} {paint}")

    def rectangle(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """Draw a filled rectangle, with rounded corners where `radius` (points) is given."""
        if not radius:
            self.operators.append(
                f"{rgb(fill)} rg {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f"
            )
            return
        left, right, top, bottom = x, x + width, self.height - y, self.height - y - height
        control = radius * (1 - _CIRCLE_CONTROL)
        self.operators.append(
            f"{rgb(fill)} rg {left + radius:.2f} {bottom:.2f} m {right - radius:.2f} {bottom:.2f} l "
            f"{right - control:.2f} {bottom:.2f} {right:.2f} {bottom + control:.2f} "
            f"{right:.2f} {bottom + radius:.2f} c "
            f"{right:.2f} {top - radius:.2f} l "
            f"{right:.2f} {top - control:.2f} {right - control:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
            f"{left + radius:.2f} {top:.2f} l "
            f"{left + control:.2f} {top:.2f} {left:.2f} {top - control:.2f} {left:.2f} {top - radius:.2f} c "
            f"{left:.2f} {bottom + radius:.2f} l "
            f"{left:.2f} {bottom + control:.2f} {left + control:.2f} {bottom:.2f} {left + radius:.2f} {bottom:.2f} c f"
        )

    def _path(self, points: list[tuple[float, float]]) -> str:
        (x, y), *others = points
        path = [f"{x:.2f} {self.height - y:.2f} m", *(f"{x:.2f} {self.height - y:.2f} l" for x, y in others)]
        return " ".join(path)
