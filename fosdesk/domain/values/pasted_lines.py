"""Pasted text as lines of their own: without blank lines, and without the bullets of a list."""

import re
from collections.abc import Sequence
from typing import Final

# What Word, mail programs and web pages put before the lines of a list; no keyboard writes these by itself.
_SIGN: Final = re.compile(
    r"(?:[\u2022\u2023\u2043\u2219\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2610\u00b7\uf0b7\uf0a7\uf0d8]\s*|[o§ü]\t\s*)"
)
_DASH: Final = re.compile(r"[-*+\u2013\u2014](?:\s+|(?=\[))(?:\[[ xX]?\]\s*)?")
_NUMBER: Final = re.compile(r"\(?([0-9]{1,3})[.)]\s+")
_TABS: Final = re.compile(r" *\t[\t ]*")


def lines_of_text(text: str) -> tuple[str, ...]:
    """The lines that hold something, in order; the cells of a row from a table are joined by a space.

    Bullets go only where every line has one, and numbers only where they count on from line to line. A dash before a
    single line stays, as somebody may have meant it.
    """
    written = [line.strip() for line in text.splitlines()]
    found = [line for line in written if line]
    plain = (_TABS.sub(" ", line).strip() for line in _without_bullets(found))
    return tuple(line for line in plain if line)


def _without_bullets(lines: Sequence[str]) -> Sequence[str]:
    signs = [_SIGN.match(line) or (_DASH.match(line) if len(lines) > 1 else None) for line in lines]
    cut = [line[sign.end() :] for line, sign in zip(lines, signs, strict=True) if sign]
    if len(cut) == len(lines):
        return cut
    numbers = [_NUMBER.match(line) for line in lines]
    counted = [int(number[1]) for number in numbers if number]
    if len(lines) > 1 and counted and counted == [*range(counted[0], counted[0] + len(lines))]:
        return [line[number.end() :] for line, number in zip(lines, numbers, strict=True) if number]
    return lines
