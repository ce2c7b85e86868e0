"""Places in a list as fractional indexes: a new place fits between any two without moving the others."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(before: str, after: str) -> str:
    """A place after `before` and ahead of `after`; an empty string means the end on that side."""
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
