"""Which saves of one text were made in one sitting, and so count as one version in history and undo."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.fields import NOUNS, Long, Scalar, Short

LONGEST_PAUSE = 30_000  # ms between two saves of one sitting
_LONGEST_CORRECTION = 12  # characters of a word that was mistyped and written anew


class TextSave(NamedTuple):
    """One saved value of a field: who wrote it (one opening of the school), when (ms since 1970), and the value."""

    writer: object
    at: int
    value: Scalar


def saves_in_sitting(saves: Iterable[TextSave]) -> int:
    """How many of a field's saves, newest first, belong to the sitting of the newest; at least 1 where there are any.

    No more of them are taken than one beyond the sitting.

    A save belongs to it as long as the newest text still holds all of it but for a mistyped word: what somebody took
    away stays a version of its own. Texts alone have sittings; any other value is a version of its own.
    """
    given = iter(saves)
    newest = next(given, None)
    if newest is None:
        return 0
    later, count = newest, 1
    for earlier in given:
        if not _continues(earlier, later, newest.value):
            break
        later = earlier
        count += 1
    return count


def is_typed(noun: str, field: str) -> bool:
    """Whether the field of a noun holds typed text, which is saved again and again while somebody writes."""
    found = NOUNS.get(noun)
    return found is not None and isinstance(found.fields.get(field), Short | Long)


def _continues(earlier: TextSave, later: TextSave, newest: Scalar) -> bool:
    near = earlier.writer == later.writer and abs(later.at - earlier.at) <= LONGEST_PAUSE
    return (
        near
        and isinstance(earlier.value, str)
        and isinstance(newest, str)
        and bool(earlier.value)
        and _is_held(earlier.value, newest)
    )


def _is_held(earlier: str, later: str) -> bool:
    """Whether a text still stands in a later one, but for some small letters at the end or in the middle of a word."""
    start = _shared(earlier, later)
    end = _shared(earlier[start:][::-1], later[start:][::-1])
    gone = earlier[start : len(earlier) - end]
    if not gone:
        return True
    in_word = start > 0 and earlier[start - 1].isalpha() and gone.isalpha() and gone.islower()
    return in_word and len(gone) <= min(_LONGEST_CORRECTION, start + end)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike; compares halves, as a text may have 200,000 characters."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
