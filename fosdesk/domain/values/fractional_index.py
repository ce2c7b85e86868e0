"""Fractional indexes: positions in a list, such that a new one fits between any two without changing the others."""

from fosdesk.domain.fields import Noun, Record
from fosdesk.domain.school import School

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(before: str, after: str) -> str:
    """A position after `before` and ahead of `after`; an empty string means that end of the list."""
    place = ""
    for depth in range(len(before) + len(after) + 2):
        low = _DIGITS.index(before[depth]) if depth < len(before) else 0
        high = _DIGITS.index(after[depth]) if depth < len(after) else len(_DIGITS)
        if high - low > 1:
            return place + _DIGITS[(low + high) // 2]
        place += _DIGITS[low]
        if low < high:
            after = ""
    return place + _DIGITS[len(_DIGITS) // 2]


def at_the_end(school: School, noun: Noun) -> Record:
    """A blank record positioned last in its list, where the noun has an Order field."""
    if "pos" not in noun.fields:
        return noun.record()
    last = max((getattr(record, "pos", "") for record in school.of(noun.record)), default="")
    return noun.record(pos=between(last, ""))  # type: ignore[call-arg]  # a field of this noun
