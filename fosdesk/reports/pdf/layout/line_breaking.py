"""Line breaking: fills lines with words in one or several fonts, and divides words that are too wide for a line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fosdesk.display.line_filling import fill_lines
from fosdesk.reports.pdf.fonts import FontFace
from fosdesk.reports.pdf.structure_tree import Node

HYPHEN = "\u00ad"  # a soft hyphen: text extraction removes it again
_HYPHEN_CODE = ord(HYPHEN)
_TOKENS = re.compile(r"\n| +|[^ \n]+")
_BREAK_AFTER = "/-_.?&=@:;,"
_VOWELS = "aeiouyæøåäöáéAEIOUYÆØÅÄÖÁÉ"
_DIGRAPHS = {"sk", "sj", "kj", "tj", "gj", "ng", "ch"}  # no hyphen between these: they are one sound
_TOLERANCE = 0.01


class Run(NamedTuple):
    """Text in one font, size (points) and colour.

    `node`, `target` and `alt` are an element of its own, a link's target and its alternative text, if any.
    """

    text: str
    face: FontFace
    size: float
    colour: str
    node: Node | None = None
    target: str = ""
    alt: str = ""


Piece = tuple[int, str]  # which run, and what of it
Line = list[Piece]


class _Word:
    """A stretch of text without spaces, perhaps in several fonts; its width in points."""

    __slots__ = ("pieces", "space", "width")

    def __init__(self, space: int) -> None:
        self.pieces: Line = []
        self.space = space  # the run of the space before it
        self.width = 0.0


def break_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """The lines of a text within a width in points.

    A line keeps the space it was broken at, so that extracted text does not join two words.
    """
    if not runs:
        return []
    if len(runs) == 1:
        return [[(0, line)] if line else [] for line in _plain_lines(runs[0], width)]
    return _mixed_lines(runs, width)


def _plain_lines(run: Run, width: float) -> list[str]:
    available = width / run.size + _TOLERANCE
    widths = run.face.widths
    split_word = partial(_split_word, face=run.face, available=available)
    lines: list[str] = []
    for paragraph in run.text.split("\n"):
        filled = fill_lines(filter(None, paragraph.split(" ")), widths.__getitem__, widths[" "], available, split_word)
        lines.extend(" ".join(line.words) + ("" if line.continues else " ") for line in filled)
    lines[-1] = lines[-1][:-1]
    return ["" if line == " " else line for line in lines]


def _mixed_lines(runs: Sequence[Run], width: float) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    used = 0.0
    for word in _words(runs):
        if word is None:
            lines.append(_with_final_space(line))
            line, used = [], 0.0
            continue
        space = runs[word.space].face.widths[" "] * runs[word.space].size
        if line and used + space + word.width > width + _TOLERANCE:
            lines.append(_with_final_space(line))
            line, used = [], 0.0
        if line:
            _append(line, word.space, " ")
            used += space
        if word.width <= width + _TOLERANCE:
            for piece in word.pieces:
                _append(line, *piece)
            used += word.width
            continue
        for number, text in word.pieces:
            run = runs[number]
            wide = run.face.widths[text] * run.size
            if line and used + wide > width and (wide <= width or width - used < 2 * run.size):
                lines.append(line)
                line, used = [], 0.0
            *whole, text = _split_word(text, run.face, width / run.size, (width - used) / run.size)
            for part in whole:
                _append(line, number, part)
                lines.append(line)
                line, used = [], 0.0
            _append(line, number, text)
            used += run.face.widths[text] * run.size
    lines.append(line)
    return lines


def _with_final_space(line: Line) -> Line:
    """The line with the space that it was broken at."""
    if line:
        _append(line, line[-1][0], " ")
    return line


def _append(line: Line, number: int, text: str) -> None:
    """Add text to a line, joined to the last piece where that is of the same run."""
    if line and line[-1][0] == number:
        line[-1] = (number, line[-1][1] + text)
    else:
        line.append((number, text))


def _words(runs: Sequence[Run]) -> Iterator[_Word | None]:
    """The words of all runs in order; None where a forced line break stands."""
    word: _Word | None = None
    space = 0
    for number, run in enumerate(runs):
        for token in _TOKENS.findall(run.text):
            if token[0] in " \n":
                if word is not None:
                    yield word
                    word = None
                space = number
                if token == "\n":
                    yield None
            else:
                word = word or _Word(space)
                word.pieces.append((number, token))
                word.width += run.face.widths[token] * run.size
    if word is not None:
        yield word


def _split_word(word: str, face: FontFace, available: float, first_available: float | None = None) -> list[str]:
    """A word too wide for a line in parts that fit: after a slash, point or the like, else at a syllable with a hyphen.

    `available` and `first_available` (for the first part) are widths in em.
    """
    bare = word.strip(".,;:!?()«»\"'")
    hyphenates = bare.isalpha() and _HYPHEN_CODE in face.glyphs and unicodedata.bidirectional(bare[0]) == "L"
    parts: list[str] = []
    start, here = 0, available if first_available is None else first_available
    while True:
        stop = _fitting_length(word, start, face, here)
        if stop == len(word):
            return [*parts, word[start:]]
        cut, hyphen = _break_position(word, start, stop, face, here, hyphenates=hyphenates)
        parts.append(word[start:cut] + hyphen)
        start, here = cut, available


def _fitting_length(word: str, start: int, face: FontFace, available: float) -> int:
    """The index behind the last character that fits into the available width; at least one character."""
    widths = face.widths
    used = 0.0
    for at in range(start, len(word)):
        used += widths[word[at]]
        if used > available + _TOLERANCE:
            return max(at, start + 1)
    return len(word)


def _break_position(
    word: str, start: int, stop: int, face: FontFace, available: float, *, hyphenates: bool
) -> tuple[int, str]:
    """Where to break a word that fits up to `stop`, and the hyphen to add (or an empty text)."""
    for at in range(stop, start + (stop - start) // 2, -1):
        if word[at - 1] in _BREAK_AFTER:
            return at, ""
    if not hyphenates:
        return stop, ""
    stop = min(stop, _fitting_length(word, start, face, available - face.widths[HYPHEN]))
    for at in range(stop, start + max(2, (stop - start) // 2), -1):
        if word[at - 1 : at + 1].lower() in _DIGRAPHS:
            continue
        if len(word) - at >= 3 and word[at] not in _VOWELS and word[at + 1] in _VOWELS:
            return at, HYPHEN
    return stop, HYPHEN
