"""What one act of the team is called, so that undo can say it in any language."""

from typing import NamedTuple


class StepLabel(NamedTuple):
    """Names by key, never by what anybody wrote: `act` is create, change, delete, settle, or our own sentence."""

    act: str
    noun: str = ""
    field: str = ""
    record: str = ""
