"""A page being drawn: all that is painted is either a marked part of the structure or an artifact."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from fosdesk.reports.pdf.fonts import Face
from fosdesk.reports.pdf.structure_tree import Area, Content, Node, Rectangle, text_string

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
Operator = str | Callable[[], str]  # a callable is filled in when every page is known
# Four arcs make a circle; this is how far their control points stand out.
_ROUND = 0.5523


class Link(NamedTuple):
    """A clickable area: where it is, where it leads, what it says, and the element it belongs to."""

    page: int
    box: Rectangle
    target: str
    says: str
    node: Node


class _Codes(dict[int, str]):
    """How each character is written in one font and size; one beyond the first 256 switches the font around it."""

    def __init__(self, face: Face, size: float, document: Any) -> None:
        super().__init__()
        self._face, self._size, self._document = face, size, document
        self.setting = self._setting(0)

    def _setting(self, subset: int) -> str:
        return f"{self._face.font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def __missing__(self, letter: int) -> str:
        ((subset, codes),) = self._face.font.splitString(chr(letter), self._document)
        code = codes[0]
        written = chr(code) if 32 <= code < 127 and code not in b"()\\" else f"\\{code:03o}"
        if subset:
            written = f") Tj {self._setting(subset)} ({written}) Tj {self.setting} ("
        self[letter] = written
        return written


class Script:
    """How one document writes its letters."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._codes: dict[tuple[str, float], _Codes] = {}

    def codes(self, face: Face, size: float) -> _Codes:
        """The codes of a font in one size, to translate text with; their `setting` chooses the font."""
        codes = self._codes.get((face.name, size))
        if codes is None:
            codes = self._codes[face.name, size] = _Codes(face, size, self._document)
        return codes


@cache
def rgb(colour: str) -> str:
    """«#rrggbb» as three numbers of a PDF."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


class PageCanvas:
    """One page: what is drawn on it so far; y is counted from the top."""

    def __init__(self, number: int, size: tuple[float, float], script: Script, links: list[Link]) -> None:
        self.number = number
        self.width, self.height = size
        self.script = script
        self.operators: list[Operator] = []
        self.marks: list[Node] = []
        self.areas: list[int] = []
        self.bare = False  # a cover has nothing in its margins
        self.titled = False  # a masthead stands where the head would be
        self._links = links

    def mark(self, node: Node | None, means: str = "") -> str:
        """The operator that opens a stretch belonging to that element, or an artifact; close it with EMC.

        `means` is what to read in place of what is drawn.
        """
        if node is None:
            return ARTIFACT
        number = len(self.marks)
        self.marks.append(node)
        node.attach().kids.append(Content(self.number, number))
        if means:
            return f"/Span <</MCID {number} /ActualText {text_string(means)}>> BDC"
        return f"/{node.role} <</MCID {number}>> BDC"

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """All that is drawn inside belongs to that element."""
        self.operators.append(self.mark(node))
        yield
        self.operators.append("EMC")

    @contextmanager
    def artifact(self, opening: str = ARTIFACT) -> Iterator[None]:
        """All that is drawn inside is decoration, not content."""
        self.operators.append(opening)
        yield
        self.operators.append("EMC")

    def link(self, node: Node, box: Rectangle, target: str, says: str) -> None:
        """Make an area (left, top, right, bottom) clickable, after the words that it covers."""
        left, top, right, bottom = box
        turned = (left, self.height - bottom, right, self.height - top)
        node.attach().kids.append(Area(self.number, len(self._links)))
        self.areas.append(len(self._links))
        self._links.append(Link(self.number, turned, target, says, node))

    def drawn(self) -> bytes:
        """All that is drawn, as the page's content; what had to wait for all pages is filled in."""
        written = [operator if isinstance(operator, str) else operator() for operator in self.operators]
        return "\n".join(written).encode("latin-1")

    # What follows draws only, and stands inside `marked` or `artifact`.

    def words(self, text: str, x: float, y: float, face: Face, size: float, colour: str, anchor: str = "left") -> None:
        """One line of text whose baseline begins, is centred or ends at a point."""
        self.operators.append(self._line(text, x, y, face, size, colour, anchor))

    def late_words(
        self, text: Callable[[], str], x: float, y: float, face: Face, size: float, colour: str, anchor: str = "left"
    ) -> None:
        """A line of text that is known when all pages are."""
        self.operators.append(lambda: self._line(text(), x, y, face, size, colour, anchor))

    def _line(self, text: str, x: float, y: float, face: Face, size: float, colour: str, anchor: str) -> str:
        codes = self.script.codes(face, size)
        x -= face.widths[text] * size * {"left": 0.0, "middle": 0.5, "right": 1.0}[anchor]
        at = f"1 0 0 1 {x:.2f} {self.height - y:.2f} Tm"
        return f"BT {rgb(colour)} rg {codes.setting} {at} ({text.translate(codes)}) Tj ET"

    def rule(self, x: float, y: float, to: float, colour: str, thickness: float = 0.5) -> None:
        """A horizontal line."""
        self.line([(x, y), (to, y)], colour, thickness)

    def line(self, points: list[tuple[float, float]], colour: str, thickness: float, *, dashed: bool = False) -> None:
        """An open line through points."""
        dash = "[2 2] 0 d" if dashed else "[] 0 d"
        self.operators.append(f"{rgb(colour)} RG {thickness:g} w {dash} 1 J 1 j {self._path(points)} S")

    def area(
        self, points: list[tuple[float, float]], fill: str = "", outline: str = "", thickness: float = 0.75
    ) -> None:
        """A closed outline, filled, drawn, or both."""
        colours = f"{rgb(fill)} rg " if fill else ""
        if outline:
            colours += f"{rgb(outline)} RG {thickness:g} w [] 0 d 1 j "
        if not colours:
            return
        paint = ("b" if outline else "f") if fill else "s"
        self.operators.append(f"{colours}{self._path(points)} {paint}")

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        """A filled rectangle, its corners rounded if so wished."""
        if not radius:
            self.operators.append(
                f"{rgb(fill)} rg {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f"
            )
            return
        left, right, top, bottom = x, x + width, self.height - y, self.height - y - height
        out = radius * (1 - _ROUND)
        self.operators.append(
            f"{rgb(fill)} rg {left + radius:.2f} {bottom:.2f} m {right - radius:.2f} {bottom:.2f} l "
            f"{right - out:.2f} {bottom:.2f} {right:.2f} {bottom + out:.2f} {right:.2f} {bottom + radius:.2f} c "
            f"{right:.2f} {top - radius:.2f} l "
            f"{right:.2f} {top - out:.2f} {right - out:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
            f"{left + radius:.2f} {top:.2f} l "
            f"{left + out:.2f} {top:.2f} {left:.2f} {top - out:.2f} {left:.2f} {top - radius:.2f} c "
            f"{left:.2f} {bottom + radius:.2f} l "
            f"{left:.2f} {bottom + out:.2f} {left + out:.2f} {bottom:.2f} {left + radius:.2f} {bottom:.2f} c f"
        )

    def _path(self, points: list[tuple[float, float]]) -> str:
        (x, y), *others = points
        path = [f"{x:.2f} {self.height - y:.2f} m", *(f"{x:.2f} {self.height - y:.2f} l" for x, y in others)]
        return " ".join(path)
