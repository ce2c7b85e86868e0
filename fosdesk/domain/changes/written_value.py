"""A value that was once written in a field, current or not."""

from collections.abc import Callable
from typing import NamedTuple

from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.domain.fields import Scalar

TextFilter = Callable[[str], bool]  # whether a value, as it lies in the store, is to be looked at


class WrittenValue(NamedTuple):
    """Where a value was written, when (ms since 1970) and by which role; `live` while nothing has replaced it.

    `change` is the change's id: the writer (one opening on one laptop) and the number among the writer's own
    changes.
    """

    change: ChangeName
    record: str
    noun: str
    field: str
    value: Scalar
    at: int
    role: str
    live: bool
