"""Line breaking: fills lines with words in one or several fonts, and divides words that are too wide for a line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from fosdesk.display.line_filling import fill_lines
from fosdesk.reports.pdf.fonts import HARD_SPACES, ZERO_WIDTH_SPACE, FontFace
from fosdesk.reports.pdf.structure_tree import Node

HYPHEN = "\u00ad"  # a soft hyphen: text extraction removes it again
_HYPHEN_CODE = ord(HYPHEN)
_TOKENS = re.compile(f"\n| +|{ZERO_WIDTH_SPACE}+|[^ \n{ZERO_WIDTH_SPACE}]+")
_SEPARATORS = f" \n{ZERO_WIDTH_SPACE}"
_HARD_SPACE = re.compile(f"[{''.join(sorted(HARD_SPACES))}]")
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

    __slots__ = ("follows_directly", "pieces", "space", "width")

    def __init__(self, space: int, *, follows_directly: bool) -> None:
        self.pieces: Line = []
        self.space = space  # the run of the space before it
        self.follows_directly = follows_directly  # there is no space, but a line may be broken here
        self.width = 0.0


def break_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """The lines of a text within a width in points.

    A line keeps the space it was broken at, so that extracted text does not join two words.
    """
    if not runs:
        return []
    if len(runs) == 1 and ZERO_WIDTH_SPACE not in runs[0].text:
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
        space = 0.0 if word.follows_directly else runs[word.space].face.widths[" "] * runs[word.space].size
        if line and used + space + word.width > width + _TOLERANCE:
            lines.append(line if word.follows_directly else _with_final_space(line))
            line, used = [], 0.0
        if line and not word.follows_directly:
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
    """The words of all runs in order; None where a forced line break stands. Zero-width spaces are left out."""
    word: _Word | None = None
    space = 0
    directly = False
    for number, run in enumerate(runs):
        for token in _TOKENS.findall(run.text):
            if token[0] in _SEPARATORS:
                if word is not None:
                    yield word
                    word, directly = None, token[0] == ZERO_WIDTH_SPACE
                elif token[0] != ZERO_WIDTH_SPACE:
                    directly = False
                space = number
                if token == "\n":
                    yield None
            else:
                word = word or _Word(space, follows_directly=directly)
                word.pieces.append((number, token))
                word.width += run.face.widths[token] * run.size
    if word is not None:
        yield word


def _split_word(word: str, face: FontFace, available: float, first_available: float | None = None) -> list[str]:
    """A word too wide for a line in parts that fit.

    It is divided at a hard space, else after a slash, point or the like, else at a syllable with a hyphen. `available`
    and `first_available` (for the first part) are widths in em.
    """
    parts: list[str] = []
    start, here = 0, available if first_available is None else first_available
    end, hyphenates = 0, False  # of what stands between two hard spaces
    while True:
        stop = _fitting_length(word, start, face, here)
        if stop == len(word):
            return [*parts, word[start:]]
        hard = next((at for at in range(stop, start, -1) if word[at - 1] in HARD_SPACES), 0)
        if hard or word[stop] in HARD_SPACES:
            cut, hyphen = hard or stop + 1, ""  # the space itself need not fit
        else:
            if start >= end:
                found = _HARD_SPACE.search(word, start)
                end = found.start() if found else len(word)
                hyphenates = _hyphenates(word[start:end], face)
            cut, hyphen = _break_position(word, start, stop, end, face, here, hyphenates=hyphenates)
        parts.append(word[start:cut] + hyphen)
        start, here = cut, available


def _hyphenates(word: str, face: FontFace) -> bool:
    """Whether a word may be divided with a hyphen: letters of a script from left to right, in a font with a hyphen."""
    bare = word.strip(".,;:!?()«»\"'")
    return bare.isalpha() and _HYPHEN_CODE in face.glyphs and unicodedata.bidirectional(bare[0]) == "L"


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
    word: str, start: int, stop: int, end: int, face: FontFace, available: float, *, hyphenates: bool
) -> tuple[int, str]:
    """Where to break a word that ends at `end` and fits up to `stop`, and the hyphen to add (or an empty text)."""
    for at in range(stop, start + (stop - start) // 2, -1):
        if word[at - 1] in _BREAK_AFTER:
            return at, ""
    if not hyphenates:
        return stop, ""
    stop = min(stop, _fitting_length(word, start, face, available - face.widths[HYPHEN]))
    for at in range(stop, start + max(2, (stop - start) // 2), -1):
        if word[at - 1 : at + 1].lower() in _DIGRAPHS:
            continue
        if end - at >= 3 and word[at] not in _VOWELS and word[at + 1] in _VOWELS:
            return at, HYPHEN
    return stop, HYPHEN
