"""A passage: the text of one structure element, set in lines, drawn on one page or over several."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import NamedTuple

from fosdesk.reports.inline_text import Bold, Foreign, Italic, Link, Text, parts_of, plain
from fosdesk.reports.link_targets import safe_address
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout import bidi
from fosdesk.reports.pdf.layout.line_breaking import Line, Run, break_lines
from fosdesk.reports.pdf.page_canvas import PageCanvas, rgb
from fosdesk.reports.pdf.structure_tree import Node

# From the middle of a line down to its baseline, in ems: half the height of the capitals.
_DROP = 0.33


class Way(Enum):
    """Which way a text runs: as here, as here with stretches that run back, or from right to left."""

    ON = 1
    MIXED = 2
    BACK = 3


class Type(NamedTuple):
    """How text is set: font, size, the distance between lines, the colours of text and of links."""

    face: str
    size: float
    leading: float
    colour: str
    link_colour: str
    strong_colour: str = ""


def baseline(leading: float, size: float) -> float:
    """How far below the top of a line its letters stand."""
    return leading / 2 + size * _DROP


class ParagraphText:
    """Text of one structure element."""

    __slots__ = ("_lines", "_way", "_width", "leading", "node", "runs")

    def __init__(self, runs: list[Run], node: Node, leading: float, way: Way = Way.ON) -> None:
        self.runs = runs
        self._way = way
        self.node = node
        self.leading = leading
        self._lines: list[Line] = []
        self._width = -1.0

    def lines(self, width: float) -> list[Line]:
        """Its lines in that width, worked out once."""
        if width != self._width:
            self._width, self._lines = width, break_lines(self.runs, width)
        return self._lines

    def extent(self, line: Line) -> float:
        """How wide a line is."""
        return sum(self.runs[number].face.widths[text] * self.runs[number].size for number, text in line)

    def draw(self, canvas: PageCanvas, x: float, y: float, lines: list[Line], *, again: bool = False) -> None:
        """Draw some of its lines below y; drawing them again (a repeated table head) is decoration."""
        self.node.attach()
        if not lines:
            return
        if self._way is not Way.ON:
            self._draw_turned(canvas, x, y, lines, again=again)
            return
        runs = self.runs
        start = canvas.height - y - baseline(self.leading, max(run.size for run in runs))
        written = [f"BT {self.leading:g} TL 1 0 0 1 {x:.2f} {start:.2f} Tm"]
        last: Run | None = None
        inside: Node | None = None
        for number, line in enumerate(lines):
            if number:
                written.append("T*")
            for index, text in line:
                run = runs[index]
                node = run.node or self.node
                if node is not inside:
                    if inside is not None:
                        written.append("EMC")
                    written.append(canvas.mark(None if again else node))
                    inside = node
                codes = canvas.script.codes(run.face, run.size)
                if last is None or last.face is not run.face or last.size != run.size:
                    written.append(codes.setting)
                if last is None or last.colour != run.colour:
                    written.append(f"{rgb(run.colour)} rg")
                last = run
                written.append(f"({text.translate(codes)}) Tj")
        if inside is not None:
            written.append("EMC")
        written.append("ET")
        canvas.operators.append(" ".join(written))
        if not again and any(run.target for run in runs):
            self._draw_links(canvas, x, y, lines)

    def _draw_turned(self, canvas: PageCanvas, x: float, y: float, lines: list[Line], *, again: bool) -> None:
        """Lines with letters from right to left: each stretch in its place, drawn in the order of reading."""
        tallest = max(run.size for run in self.runs)
        for number, line in enumerate(lines):
            low = canvas.height - y - number * self.leading - baseline(self.leading, tallest)
            left = x + (self._width - self.extent(line) if self._way is Way.BACK else 0.0)
            places: dict[Node, tuple[Run, float, float]] = {}
            for at, shown, means, start, width in bidi.directed_runs(line, self.runs, turned=self._way is Way.BACK):
                run = self.runs[at]
                codes = canvas.script.codes(run.face, run.size)
                canvas.operators.append(
                    f"BT {canvas.mark(None if again else run.node or self.node, means)} {codes.setting} "
                    f"{rgb(run.colour)} rg 1 0 0 1 {left + start:.2f} {low:.2f} Tm ({shown.translate(codes)}) Tj EMC ET"
                )
                if run.target and run.node is not None:
                    _, first, last = places.get(run.node, (run, start, start))
                    places[run.node] = (run, min(first, start), max(last, start + width))
            if not again:
                self._draw_link_row(canvas, left, y + number * self.leading, places.values())

    def _draw_links(self, canvas: PageCanvas, x: float, y: float, lines: list[Line]) -> None:
        for number, line in enumerate(lines):
            self._draw_link_row(canvas, x, y + number * self.leading, self._linked(line))

    def _draw_link_row(
        self, canvas: PageCanvas, x: float, top: float, links: Iterable[tuple[Run, float, float]]
    ) -> None:
        for run, left, right in links:
            if run.node is None:
                continue
            low = top + baseline(self.leading, run.size) + run.size * 0.14
            with canvas.artifact():
                canvas.rule(x + left, low, x + right, run.colour, 0.4)
            canvas.link(run.node, (x + left, top, x + right, top + self.leading), run.target, run.says or run.text)

    def _linked(self, line: Line) -> Iterator[tuple[Run, float, float]]:
        """The linked stretches of a line, one for each link."""
        at = 0.0
        found: list[tuple[Run, float, float]] = []
        for index, text in line:
            run = self.runs[index]
            end = at + run.face.widths[text.rstrip()] * run.size
            if run.target:
                if found and found[-1][0].node is run.node:
                    found[-1] = (run, found[-1][1], end)
                else:
                    found.append((run, at, end))
            at += run.face.widths[text] * run.size
        return iter(found)


class TextComposer:
    """Turns the parts of a text into passages, and remembers what no font could show."""

    def __init__(self, keys: AbstractSet[str]) -> None:
        self.missing: Counter[str] = Counter()
        self._keys = keys

    def passage(self, text: Text, kind: Type, node: Node) -> ParagraphText:
        """The text as a passage of that element; user text is only ever letters, never markup."""
        runs: list[Run] = []
        way = Way.ON
        for part in parts_of(text):
            face, colour, inner, target, says = kind.face, kind.colour, None, "", ""
            words = fonts.clean(part if isinstance(part, str) else part.text)
            if isinstance(part, Bold):
                face, colour = fonts.STRONG, kind.strong_colour or colour
            elif isinstance(part, Italic):
                face = fonts.ITALIC
            elif isinstance(part, Foreign):
                inner = Node("Span", node, language=part.language)
            elif isinstance(part, Link) and words.strip() and (target := self._safe(part.target)):
                inner, colour, says = Node("Link", node), kind.link_colour, fonts.one_line(part.text)
            if bidi.has_right_to_left(words):
                way, words = Way.MIXED, bidi.joined(words)
            for font, stretch in fonts.faces(words, face, self.missing):
                runs.append(Run(stretch, font, kind.size, colour, inner, target, says))
        if way is Way.MIXED and bidi.begins_right_to_left(plain(parts_of(text))):
            way = Way.BACK
        return ParagraphText(runs, node, kind.leading, way)

    def _safe(self, target: str) -> str:
        """Where a link may lead: a heading that exists, the web, or somebody's mail; else nowhere."""
        if target.startswith("#"):
            return target if target[1:] in self._keys else ""
        return safe_address(target)
