"""Fractional indexes: positions in a list, such that a new one fits between any two without changing the others."""

from collections.abc import Mapping, Sequence

from fosdesk.domain.fields import Noun, Record
from fosdesk.domain.school import School

# Positions are compared as plain texts, and made of these alone; none ends in 0, as nothing fits ahead of such a one.
#
# At either end of a list they count up and down, so that they hardly grow: «i1» … «iz», «j11» … «jzz», «k111» … behind,
# «hz» … «h1», «gzz» … «g11» … ahead. The first letter says how many digits follow, of which none is 0. What is not
# counted so, because an older program halved the room that was left, is passed by behind «z», or ahead of «0».
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_COUNTED = _DIGITS[1:]
_UP, _DOWN = "ijklmnopqrstuvwxy", "hgfedcba987654321"
_FIRST, _LAST = _COUNTED[0], _COUNTED[-1]


def between(before: str, after: str) -> str:
    """A position after `before` and ahead of `after`; an empty string means that end of the list.

    Where nothing fits between them, because they are the same or the wrong way round, it is close to them.
    """
    if not after:
        found = _next(before)
    elif not before:
        found = _previous(after)
    else:
        shared = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
        if shared == len(before):  # right ahead of what begins like it
            found = before + _previous(after[shared:])
        elif _number(after[shared : shared + 1]) - _number(before[shared]) > 1:
            found = _halfway(before, after)
        else:  # right behind it, where there is room for as many as one likes
            found = before[: shared + 1] + _next(before[shared + 1 :])
    return found if _fits(before, found, after) else _halfway(before, after)


def _fits(before: str, found: str, after: str) -> bool:
    return before < found and (found < after or not after) and not found.endswith("0")


def _next(place: str) -> str:
    """A position behind one, of about the same length."""
    rest = place.lstrip("z")
    passed = "z" * (len(place) - len(rest))
    if not rest:
        return f"{passed}{_UP[0]}{_FIRST}"
    size = _UP.find(rest[0]) + 1
    digits = rest[1 : size + 1]
    if rest[0] in _DOWN:
        return f"{passed}{_UP[0]}{_FIRST}"
    if not size or len(digits) < size:
        return f"{passed}z{_UP[0]}{_FIRST}"
    low = digits.rstrip(_LAST)
    if low:
        raised = _DIGITS[min(_number(low[-1]) + 1, len(_COUNTED))]
        return f"{passed}{rest[0]}{low[:-1]}{raised}{_FIRST * (size - len(low))}"
    return f"{passed}{_UP[size]}{_FIRST * (size + 1)}" if size < len(_UP) else f"{passed}z{_UP[0]}{_FIRST}"


def _previous(place: str) -> str:
    """A position ahead of one, of about the same length."""
    rest = place.lstrip("0")
    passed = "0" * (len(place) - len(rest))
    size = _DOWN.find(rest[:1]) + 1 if rest else 0
    if rest[:1] in (*_UP, "z"):
        return f"{passed}{_DOWN[0]}{_LAST}"
    digits = rest[1 : size + 1]
    if not size or len(digits) < size:
        return f"{passed}0{_DOWN[0]}{_LAST}"
    high = digits.rstrip("0" + _FIRST)
    if high:
        lowered = _DIGITS[max(_number(high[-1]) - 1, 0)]
        return f"{passed}{rest[0]}{high[:-1]}{lowered}{_LAST * (size - len(high))}"
    return f"{passed}{_DOWN[size]}{_LAST * (size + 1)}" if size < len(_DOWN) else f"{passed}0{_DOWN[0]}{_LAST}"


def _halfway(before: str, after: str) -> str:
    """A position in the middle of the room that is left: short where there is much of it."""
    place = ""
    for depth in range(len(before) + len(after) + 2):
        low = _number(before[depth]) if depth < len(before) else 0
        high = _number(after[depth]) if depth < len(after) else len(_DIGITS)
        if high - low > 1:
            return place + _DIGITS[(low + high) // 2]
        place += _DIGITS[low]
        if low < high:
            after = ""
    return place + _DIGITS[len(_DIGITS) // 2]


def _number(letter: str) -> int:
    """The digit that a letter stands for, or the nearest one: what another program wrote may be anything."""
    found = _DIGITS.find(letter)
    return found if found >= 0 else 0 if letter < _DIGITS[0] else len(_DIGITS) - 1


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
