"""What will be asked for next, brought in while nobody waits: then a page opens, and a first word is saved, at once."""

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from fosdesk.store import Store
from fosdesk.ui.navigation import PLACES

_BETWEEN = 60  # ms between two pages, so that whoever has begun to work feels none of it
_WRITING = "fosdesk.store.schema"  # with SQLAlchemy, which takes longer than anybody should wait for a first word
_WHAT_IS_SHOWN = ("fosdesk.ui.long_work", "fosdesk.ui.dialogs.go_to", "fosdesk.ui.dialogs.history")


class WarmUp(QObject):
    """One for each window that shows a school."""

    def __init__(self, window: QObject, store: Store) -> None:
        super().__init__(window)
        self._store = store
        self._left = [*dict.fromkeys(place.module for place in PLACES), *_WHAT_IS_SHOWN]

    def begin(self) -> None:
        """Bring in one thing after the other."""
        # Nothing of Qt's is in it, so that it need not be on the screen's thread.
        self._thread = Thread(target=import_module, args=(_WRITING,), name="warm up")
        self._thread.start()
        self._next()

    def _next(self) -> None:
        if not self._thread.is_alive():  # both at once would be felt
            self._store.prepare()
            import_module(self._left.pop(0))
        if self._left:
            QTimer.singleShot(_BETWEEN, self, self._next)
