"""Fractional indexes: positions in a list, such that a new one fits between any two without changing the others."""

from collections.abc import Mapping, Sequence

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


def places_after_move(order: Sequence[tuple[str, str]], moving: str, before: str) -> Mapping[str, str]:
    """The positions that change, by id, when `moving` is put ahead of `before`, or at the end where that is empty.

    `order` holds id and position of all, as they stand. Nothing changes where an id is not among them.
    """
    rest = [one for one in order if one[0] != moving]
    index = next((i for i, one in enumerate(rest) if one[0] == before), len(rest) if not before else -1)
    if index < 0 or len(rest) == len(order):
        return {}
    last = rest[index - 1][1] if index else ""
    changed: dict[str, str] = {}
    ahead = [(moving, ""), *rest[index:]]
    for number, (record, place) in enumerate(ahead):
        if number and place > last:
            break
        # Two laptops may have chosen the same position; then those that follow move along.
        limit = next((later for _, later in ahead[number + 1 :] if later > last), "")
        changed[record] = last = between(last, limit)
    return changed
