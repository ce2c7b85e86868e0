"""One value that was once written in a field, whether it still stands or not."""

from collections.abc import Callable
from typing import NamedTuple

from fosdesk.domain.changes.erasure import ChangeName
from fosdesk.domain.fields import Scalar

TextFilter = Callable[[str], bool]  # whether a value, as it lies in the store, is to be looked at


class WrittenValue(NamedTuple):
    """Where it was written, when (ms), by which role; `live` while nothing has replaced it.

    `change` names the writer (one opening on one laptop) and the change's number among that writer's own.
    """

    change: ChangeName
    record: str
    noun: str
    field: str
    value: Scalar
    at: int
    role: str
    live: bool
