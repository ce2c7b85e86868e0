"""What became different in what an adjustment points to, since the evaluation that asked for it."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.fields import Choice, Long, Privacy, Record, Scalar, Short, noun_of


class Written(NamedTuple):
    """A value that a field got on a day (YYYY-MM-DD)."""

    field: str
    day: str
    value: Scalar


class Difference(NamedTuple):
    """A field whose value on the day of the evaluation was another than now."""

    field: str
    before: str
    after: str


def differences(record: Record, written: Iterable[Written], since: str) -> tuple[Difference, ...]:
    """The open texts and choices of a record that are others than before `since`, in the order of its fields.

    `written` are all values that it ever had, the oldest first. What was blank on that day was written since.
    """
    before: dict[str, str] = {}
    for one in written:
        if one.day < since:
            before[one.field] = str(one.value or "")
    return tuple(
        Difference(name, was, now)
        for name in _told(record)
        if (was := before.get(name, "")) != (now := str(getattr(record, name)))
    )


def _told(record: Record) -> list[str]:
    fields = noun_of(record).fields
    kinds = Short | Long | Choice
    return [n for n, f in fields.items() if isinstance(f, kinds) and f.privacy is Privacy.OPEN and not f.hidden]
