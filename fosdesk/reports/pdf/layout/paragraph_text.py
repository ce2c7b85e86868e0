"""The text of one structure element: composed from marked-up text, broken into lines, drawn on one or several pages."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import NamedTuple

from fosdesk.domain.values.text_language import foreign_language, passages
from fosdesk.reports.inline_text import Bold, Foreign, Inline, Italic, Link, Text, inline_parts, plain_text
from fosdesk.reports.link_targets import safe_address
from fosdesk.reports.pdf import fonts
from fosdesk.reports.pdf.layout import bidi
from fosdesk.reports.pdf.layout.line_breaking import Line, Run, break_lines
from fosdesk.reports.pdf.page_canvas import PageCanvas, rgb
from fosdesk.reports.pdf.structure_tree import Node

# Elements that hold this text and nothing else, so that its language is theirs.
_TEXT_ROLES = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "TH", "TD", "Lbl", "Caption"})
# From the middle of a line down to its baseline, in em: half the cap height.
_HALF_CAP_HEIGHT = 0.33


class Direction(Enum):
    """The direction of a text: left to right, left to right with right-to-left parts, or right to left."""

    LEFT_TO_RIGHT = 1
    MIXED = 2
    RIGHT_TO_LEFT = 3


class TextStyle(NamedTuple):
    """Character style: font name, size and leading in points, and colours (#rrggbb) of text, links and bold text."""

    face: str
    size: float
    leading: float
    colour: str
    link_colour: str
    strong_colour: str = ""


def baseline(leading: float, size: float) -> float:
    """How far below the top of a line its baseline lies, in points."""
    return leading / 2 + size * _HALF_CAP_HEIGHT


class ParagraphText:
    """The text of one structure element, as runs; its lines are computed for one width at a time."""

    __slots__ = ("_lines", "_direction", "_width", "leading", "node", "runs")

    def __init__(
        self, runs: list[Run], node: Node, leading: float, direction: Direction = Direction.LEFT_TO_RIGHT
    ) -> None:
        self.runs = runs
        self._direction = direction
        self.node = node
        self.leading = leading
        self._lines: list[Line] = []
        self._width = -1.0

    def lines(self, width: float) -> list[Line]:
        """The lines in a width in points; the last answer is kept."""
        if width != self._width:
            self._width, self._lines = width, break_lines(self.runs, width)
        return self._lines

    def line_width(self, line: Line) -> float:
        """The width of a line in points."""
        return sum(self.runs[number].face.widths[text] * self.runs[number].size for number, text in line)

    def draw(self, canvas: PageCanvas, x: float, y: float, lines: list[Line], *, repeated: bool = False) -> None:
        """Draw lines from the point (`x`, `y`) down; with `repeated` (a repeated table head) as an artifact.

        `y` counts from the top of the page. The element takes its place in the structure tree at the first call.
        """
        self.node.attach()
        if not lines:
            return
        if self._direction is not Direction.LEFT_TO_RIGHT:
            self._draw_bidi(canvas, x, y, lines, repeated=repeated)
            return
        runs = self.runs
        start = canvas.height - y - baseline(self.leading, max(run.size for run in runs))
        operators = [f"BT {self.leading:g} TL 1 0 0 1 {x:.2f} {start:.2f} Tm"]
        last: Run | None = None
        open_node: Node | None = None
        for number, line in enumerate(lines):
            if number:
                operators.append("T*")
            for index, text in line:
                run = runs[index]
                node = run.node or self.node
                if node is not open_node:
                    if open_node is not None:
                        operators.append("EMC")
                    operators.append(canvas.mark(None if repeated else node))
                    open_node = node
                table = canvas.encoder.table_for(run.face, run.size)
                if last is None or last.face is not run.face or last.size != run.size:
                    operators.append(table.font_operator)
                if last is None or last.colour != run.colour:
                    operators.append(f"{rgb(run.colour)} rg")
                last = run
                operators.append(f"({text.translate(table)}) Tj")
        if open_node is not None:
            operators.append("EMC")
        operators.append("ET")
        canvas.operators.append(" ".join(operators))
        if not repeated and any(run.target for run in runs):
            self._draw_links(canvas, x, y, lines)

    def _draw_bidi(self, canvas: PageCanvas, x: float, y: float, lines: list[Line], *, repeated: bool) -> None:
        """Draw lines that hold right-to-left text: each part at its place, in reading order."""
        tallest = max(run.size for run in self.runs)
        for number, line in enumerate(lines):
            low = canvas.height - y - number * self.leading - baseline(self.leading, tallest)
            left = x + (self._width - self.line_width(line) if self._direction is Direction.RIGHT_TO_LEFT else 0.0)
            places: dict[Node, tuple[Run, float, float]] = {}
            for at, visual_text, actual_text, start, width in bidi.directed_runs(
                line, self.runs, right_to_left=self._direction is Direction.RIGHT_TO_LEFT
            ):
                run = self.runs[at]
                table = canvas.encoder.table_for(run.face, run.size)
                canvas.operators.append(
                    f"BT {canvas.mark(None if repeated else run.node or self.node, actual_text)} {table.font_operator} "
                    f"{rgb(run.colour)} rg 1 0 0 1 {left + start:.2f} {low:.2f} Tm "
                    f"({visual_text.translate(table)}) Tj EMC ET"
                )
                if run.target and run.node is not None:
                    _, first, last = places.get(run.node, (run, start, start))
                    places[run.node] = (run, min(first, start), max(last, start + width))
            if not repeated:
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
            canvas.link(run.node, (x + left, top, x + right, top + self.leading), run.target, run.alt or run.text)

    def _linked(self, line: Line) -> Iterator[tuple[Run, float, float]]:
        """The linked parts of a line, with left and right edge in points; one for each link."""
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
    """Turns marked-up text into `ParagraphText`, and counts characters that no font has.

    `keys` are the keys of the document's headings, which links may lead to. Passages in another language than
    `language` (a tag such as «nb-NO») are marked; none where it is empty.
    """

    def __init__(self, keys: AbstractSet[str], language: str = "") -> None:
        self.missing: Counter[str] = Counter()
        self._keys = keys
        self._language = language.partition("-")[0]

    def compose(self, text: Text, text_style: TextStyle, node: Node) -> ParagraphText:
        """The text in a style, as content of the element `node`. User text is never read as markup."""
        runs: list[Run] = []
        direction = Direction.LEFT_TO_RIGHT
        found = list(self._stretches(text, node))
        spoken = {language for _, words, language in found if words.strip()}
        if len(spoken) == 1 and node.role in _TEXT_ROLES and not node.language:
            (node.language,) = spoken
        for part, words, language in found:
            face, colour, inner, target, alt = text_style.face, text_style.colour, None, "", ""
            other = "" if language == node.language else language
            if isinstance(part, Bold):
                face, colour = fonts.STRONG, text_style.strong_colour or colour
            elif isinstance(part, Italic):
                face = fonts.ITALIC
            if isinstance(part, Link) and fonts.has_visible_text(words) and (target := self._safe_target(part.target)):
                inner, colour = Node("Link", node, language=other), text_style.link_colour
                alt = fonts.single_line(part.text)
            elif other or isinstance(part, Foreign):
                inner = Node("Span", node, language=language)
            if bidi.has_right_to_left(words):
                direction, words = Direction.MIXED, bidi.shape_arabic(words)
            for font, stretch in fonts.font_runs(words, face, self.missing):
                runs.append(Run(stretch, font, text_style.size, colour, inner, target, alt))
        if direction is Direction.MIXED and bidi.begins_right_to_left(plain_text(inline_parts(text))):
            direction = Direction.RIGHT_TO_LEFT
        return ParagraphText(runs, node, text_style.leading, direction)

    def _stretches(self, text: Text, node: Node) -> Iterator[tuple[Inline, str, str]]:
        """The parts of a text with their displayable words and language; empty for that of the document."""
        for part in inline_parts(text):
            words = fonts.displayable(part if isinstance(part, str) else part.text)
            if isinstance(part, Foreign):
                yield part, words, part.language
            elif isinstance(part, Link):
                yield part, words, foreign_language(words, self._language)
            elif node.language or not self._language:
                yield part, words, node.language
            else:
                for stretch, language in passages(words, self._language):
                    yield part, stretch, language

    def _safe_target(self, target: str) -> str:
        """The target of a link if it is allowed: a heading of this document, a web or a mail address; else empty."""
        if target.startswith("#"):
            return target if target[1:] in self._keys else ""
        return safe_address(target)
