"""ChangedFile: shows what the store holds after other programs have changed its file; a large one is read beside."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from fosdesk.errors import FosdeskError
from fosdesk.pace import takes_long
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.worker import Worker
from fosdesk.ui.tuning import BackgroundWork

if TYPE_CHECKING:
    from fosdesk.domain.school import School
    from fosdesk.workspace.school_queries import SchoolUpdate


def read_changed_file(window: QObject, closing: SignalInstance, desk: Desk, shown: Callable[[], object]) -> None:
    """Read the school of a window anew, at once where that is not felt; `shown` is called when the window shows it.

    `closing` is emitted before the store is closed.
    """
    reading = next((one for one in window.findChildren(ChangedFile) if one.workspace is desk.workspace), None)
    (reading or ChangedFile(window, closing, desk, shown)).read()


class ChangedFile(QObject):
    """One for each shown school; what is typed meanwhile is kept."""

    def __init__(self, window: QObject, closing: SignalInstance, desk: Desk, shown: Callable[[], object]) -> None:
        super().__init__(window)
        self.workspace, self._desk, self._shown = desk.workspace, desk, shown
        self._before: School | None = None
        self._settings: BackgroundWork | None = None
        self._worker: Worker[SchoolUpdate] = Worker(self, "read again", self._ended, daemon=True)
        closing.connect(self._wait)

    def read(self) -> None:
        """Read the school anew, once more where that is under way."""
        if self._worker.under_way:
            self._before = None
        elif takes_long(self.workspace.store.path):
            self._before, self._settings = self.workspace.school, BackgroundWork()
            self._worker.start(self.workspace.read_update)
        else:
            self.workspace.reload()
            self._shown()

    def _wait(self) -> None:
        """Let the thread end before the store is closed; nothing is shown any more."""
        self._worker.wait()
        self._end_settings()

    def _end_settings(self) -> None:
        if self._settings is not None:
            self._settings.end()
            self._settings = None

    def _ended(self) -> None:
        self._end_settings()
        try:
            update = self._worker.result()
        except FosdeskError as trouble:
            self._desk.show_message(self._desk.words(trouble.sentence, **trouble.arguments))
            return
        if self.workspace.school is not self._before:
            self.read()  # something was written meanwhile
        else:
            self.workspace.adopt(update)
            self._shown()
