"""The label of an undo step, stored as keys so that it can be shown in any language."""

from typing import NamedTuple


class StepLabel(NamedTuple):
    """Keys only, no user text: `act` is create, change, delete, settle, or an English sentence of the catalogues."""

    act: str
    noun: str = ""
    field: str = ""
    record: str = ""
