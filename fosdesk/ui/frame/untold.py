"""What was seen too late to be told, when the program was closing: it is told at the next start."""

from contextlib import suppress
from typing import TYPE_CHECKING

from fosdesk.errors import FosdeskError

if TYPE_CHECKING:
    from fosdesk.ui.frame.settings_file import SettingsFile

_ARGUMENTS = ("file", "folder")


def keep_untold(settings: "SettingsFile", told: FosdeskError) -> None:
    """Keep a sentence about the store's file in the settings; silent where they cannot be written."""
    import json

    arguments = {name: str(told.arguments[name]) for name in _ARGUMENTS if name in told.arguments}
    with suppress(FosdeskError):
        settings.change(untold=json.dumps([told.sentence, arguments]))


def take_untold(settings: "SettingsFile") -> FosdeskError | None:
    """The sentence that was kept, once; None when there is none, or what the file says is none."""
    if not settings.value.untold:
        return None
    import json
    from string import Formatter  # none of both before the first paint

    try:
        sentence, arguments = json.loads(settings.value.untold)
        # Others may have written in the file: what asks for more than a sentence of ours does is not filled in.
        asked = {(name, spec) for _, name, spec, _ in Formatter().parse(sentence) if name is not None}
        is_ours = asked <= {(name, "") for name in _ARGUMENTS}
        filled = {name: str(arguments.get(name, "")) for name in _ARGUMENTS}
        told = FosdeskError(sentence, **filled) if is_ours else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        told = None
    with suppress(FosdeskError):
        settings.change(untold="")
    return told
