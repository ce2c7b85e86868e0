"""Shortens runs of blanks in what is shown: Qt never ends laying out more than 65,535 of them in a wrapping text."""

import re

_LONGEST = 1_000  # blanks in a row that are shown
_FEW = 60_000  # characters, among which there cannot be too many blanks
_LONG_BLANKS = re.compile(rf"[^\S\n]{{{_LONGEST + 1},}}")


def shortened_blanks(words: str) -> str:
    """The text with at most a thousand blanks in a row, for a widget; what is stored stays as it is."""
    return words if len(words) < _FEW else _LONG_BLANKS.sub(lambda run: run[0][:_LONGEST], words)
