"""Estimated text widths from a table, without asking a font; rather too wide than too narrow."""

from collections.abc import Mapping
from functools import lru_cache, partial

from fosdesk.display.line_filling import fill_lines

_TOLERANCE = 1e-9  # of widths that are added word by word
_BOLD_FACTOR = 1.035
_SAFETY_FACTOR = 1.03
_DEFAULT_WIDTH, _WIDE_CHARACTER = 0.58, 1.05
_BY_WIDTH = {
    0.21: " \u00a0",
    0.26: "ijlI.,:;·'|!",
    0.31: "()-f\u00ad",
    0.35: 'rt/[]*"',
    0.43: "sz«»?“”",
    0.48: "yxvcYJ–_",
    0.51: "aegåkFL0123456789",
    0.55: "bdhnopquøATESVXZÅ+=~<>",
    0.59: "CKRBP",
    0.66: "DGHNOQUØ&",
    0.74: "wM",
    0.83: "mæÆW@%—…",
}
_WIDTHS: Mapping[str, float] = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The estimated width of a line of text at a font size, in the unit of the size."""
    return _width_in_em(text) * size * (_BOLD_FACTOR if bold else 1)


def truncated(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text cut to a width, with an ellipsis where something is left out."""
    line = " ".join(text.replace("\n", " ").split(" ")).strip()
    if text_width(line, size, bold=bold) <= width:
        return line
    room, kept = width - text_width("…", size, bold=bold), 0
    while kept < len(line) and text_width(line[: kept + 1], size, bold=bold) <= room:
        kept += 1
    return line[:kept].rstrip() + "…"


def wrapped(text: str, size: float, width: float, max_lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """The text in at most `max_lines` lines of about equal length; with an ellipsis where it needs more."""
    lines = _fill_lines(text, size, width, bold=bold)
    if len(lines) > max_lines:
        return (*lines[: max_lines - 1], truncated(" ".join(lines[max_lines - 1 :]), size, width, bold=bold))
    # Lines of about the same length are calmer than a full one and a single word.
    narrow = width
    while narrow > width / 2:
        narrower = _fill_lines(text, size, narrow - size / 2, bold=bold)
        if len(narrower) > len(lines) or _widest(narrower, size, bold=bold) > narrow - size / 2:
            break
        lines, narrow = narrower, narrow - size / 2
    return tuple(truncated(line, size, width, bold=bold) for line in lines)


def fits(text: str, size: float, width: float, max_lines: int, *, bold: bool = False) -> bool:
    """Whether the whole text fits in `max_lines` lines."""
    lines = _fill_lines(text, size, width, bold=bold)
    return len(lines) <= max_lines and _widest(lines, size, bold=bold) <= width


@lru_cache(maxsize=4096)
def _width_in_em(text: str) -> float:
    return _SAFETY_FACTOR * sum(
        _WIDTHS.get(c) or (_DEFAULT_WIDTH if ord(c) < 0x2000 else _WIDE_CHARACTER) for c in text
    )


def _fill_lines(text: str, size: float, width: float, *, bold: bool) -> list[str]:
    # A space that does not break keeps a number with its name.
    words = filter(None, text.replace("\n", " ").replace("\t", " ").split(" "))
    wide = partial(text_width, size=size, bold=bold)
    lines = fill_lines(words, wide, wide(" "), width + _TOLERANCE)
    return [" ".join(line.words) for line in lines if line.words]


def _widest(lines: list[str], size: float, *, bold: bool) -> float:
    return max((text_width(line, size, bold=bold) for line in lines), default=0)
