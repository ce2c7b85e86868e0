"""Opens the workspace of a school for a window."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from fosdesk import __version__
from fosdesk.domain.school import School
from fosdesk.store import Store
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.workspace import Workspace


def open_workspace(
    store: Store,
    school: str,
    settings: SettingsFile,
    clock: Callable[[], int],
    known: School | None,
    window: QObject,
    *,
    read_only: bool,
) -> Workspace:
    """The workspace of one school, which goes with its window; `known` is the snapshot if it was read already."""
    made = Workspace(
        store,
        school,
        role=settings.value.role or "principal",
        app=__version__,
        clock=clock,
        read_only=read_only,
        known=known if known is not None and known.id == school else None,
    )
    made.setParent(window)
    if not read_only:
        made.stand_in_for_the_file()
    return made
