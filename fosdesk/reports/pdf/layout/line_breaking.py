"""Breaking text into lines."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fosdesk.display.line_filling import fill_lines
from fosdesk.reports.pdf.fonts import Face
from fosdesk.reports.pdf.structure_tree import Node

HYPHEN = "\u00ad"  # drawn where a word is divided; readers take it out again
_HYPHEN_CODE = ord(HYPHEN)
_TOKENS = re.compile(r"\n| +|[^ \n]+")
_BREAKS = "/-_.?&=@:;,"
_VOWELS = "aeiouyæøåäöáéAEIOUYÆØÅÄÖÁÉ"
_TOGETHER = {"sk", "sj", "kj", "tj", "gj", "ng", "ch"}  # letters that are one sound
_SLACK = 0.01


class Run(NamedTuple):
    """Text in one font, size and colour, and the element it belongs to when that is not the whole passage's own."""

    text: str
    face: Face
    size: float
    colour: str
    node: Node | None = None
    target: str = ""
    says: str = ""


Piece = tuple[int, str]  # which run, and what of it
Line = list[Piece]


class _Word:
    """A stretch without spaces, perhaps in several fonts."""

    __slots__ = ("pieces", "space", "width")

    def __init__(self, space: int) -> None:
        self.pieces: Line = []
        self.space = space  # the run of the space before it
        self.width = 0.0


def break_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """The lines of a text. A line ends with the space that stood there, so that no reader glues words together."""
    if not runs:
        return []
    if len(runs) == 1:
        return [[(0, line)] if line else [] for line in _plain_lines(runs[0], width)]
    return _mixed_lines(runs, width)


def _plain_lines(run: Run, width: float) -> list[str]:
    room = width / run.size + _SLACK
    widths = run.face.widths
    divided = partial(_divided, face=run.face, room=room)
    lines: list[str] = []
    for stretch in run.text.split("\n"):
        filled = fill_lines(filter(None, stretch.split(" ")), widths.__getitem__, widths[" "], room, divided)
        lines.extend(" ".join(line.words) + ("" if line.goes_on else " ") for line in filled)
    lines[-1] = lines[-1][:-1]
    return ["" if line == " " else line for line in lines]


def _mixed_lines(runs: Sequence[Run], width: float) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    used = 0.0
    for word in _words(runs):
        if word is None:
            lines.append(_ended(line))
            line, used = [], 0.0
            continue
        space = runs[word.space].face.widths[" "] * runs[word.space].size
        if line and used + space + word.width > width + _SLACK:
            lines.append(_ended(line))
            line, used = [], 0.0
        if line:
            _add(line, word.space, " ")
            used += space
        if word.width <= width + _SLACK:
            for piece in word.pieces:
                _add(line, *piece)
            used += word.width
            continue
        for number, text in word.pieces:
            run = runs[number]
            wide = run.face.widths[text] * run.size
            if line and used + wide > width and (wide <= width or width - used < 2 * run.size):
                lines.append(line)
                line, used = [], 0.0
            *whole, text = _divided(text, run.face, width / run.size, (width - used) / run.size)
            for part in whole:
                _add(line, number, part)
                lines.append(line)
                line, used = [], 0.0
            _add(line, number, text)
            used += run.face.widths[text] * run.size
    lines.append(line)
    return lines


def _ended(line: Line) -> Line:
    if line:
        _add(line, line[-1][0], " ")
    return line


def _add(line: Line, number: int, text: str) -> None:
    if line and line[-1][0] == number:
        line[-1] = (number, line[-1][1] + text)
    else:
        line.append((number, text))


def _words(runs: Sequence[Run]) -> Iterator[_Word | None]:
    """The words over all runs; None where a line break stands."""
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


def _divided(word: str, face: Face, room: float, first_room: float | None = None) -> list[str]:
    """A word too wide for a line in parts that fit: after a stroke or point, else at a syllable with a hyphen."""
    bare = word.strip(".,;:!?()«»\"'")
    hyphenates = bare.isalpha() and _HYPHEN_CODE in face.known and unicodedata.bidirectional(bare[0]) == "L"
    parts: list[str] = []
    start, here = 0, room if first_room is None else first_room
    while True:
        stop = _reach(word, start, face, here)
        if stop == len(word):
            return [*parts, word[start:]]
        cut, hyphen = _place(word, start, stop, face, here, hyphenates=hyphenates)
        parts.append(word[start:cut] + hyphen)
        start, here = cut, room


def _reach(word: str, start: int, face: Face, room: float) -> int:
    widths = face.widths
    used = 0.0
    for at in range(start, len(word)):
        used += widths[word[at]]
        if used > room + _SLACK:
            return max(at, start + 1)
    return len(word)


def _place(word: str, start: int, stop: int, face: Face, room: float, *, hyphenates: bool) -> tuple[int, str]:
    for at in range(stop, start + (stop - start) // 2, -1):
        if word[at - 1] in _BREAKS:
            return at, ""
    if not hyphenates:
        return stop, ""
    stop = min(stop, _reach(word, start, face, room - face.widths[HYPHEN]))
    for at in range(stop, start + max(2, (stop - start) // 2), -1):
        if word[at - 1 : at + 1].lower() in _TOGETHER:
            continue
        if len(word) - at >= 3 and word[at] not in _VOWELS and word[at + 1] in _VOWELS:
            return at, HYPHEN
    return stop, HYPHEN
