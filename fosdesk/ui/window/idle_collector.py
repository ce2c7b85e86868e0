"""Runs full garbage collections when there was no input for a while."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from fosdesk.ui.tuning import is_collection_due

_BETWEEN = 2_000  # ms between two looks, and of quiet before a collection, at least
_OBJECTS_IN_A_MS = 10  # of quiet: with 20,000 objects 2 s before some 10 ms, with 90,000 9 s before some 70 ms
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
)


class IdleCollector(QObject):
    """Checks every 2 s whether a collection is due, and runs it after a pause in input.

    The more objects there are, the longer the pause has to be.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waits = False  # for a quiet moment, with an event filter that sees every event meanwhile
        self._quiet = True  # since the last look
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._check)
        self._timer.start(_BETWEEN)

    def end(self) -> None:
        """Stop checking, because the program ends."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None and self._waits:
            self._waits = False
            app.removeEventFilter(self)

    def _check(self) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        if not is_collection_due():
            self._stop_waiting(app)
        elif self._waits and self._quiet:
            self._stop_waiting(app)
            gc.collect()
        elif self._waits:
            self._quiet = True
        else:
            self._waits = self._quiet = True
            app.installEventFilter(self)
            self._timer.start(max(_BETWEEN, len(gc.get_objects(generation=2)) // _OBJECTS_IN_A_MS))

    def _stop_waiting(self, app: QCoreApplication) -> None:
        if self._waits:
            self._waits = False
            app.removeEventFilter(self)
            self._timer.start(_BETWEEN)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the time of input; filters nothing."""
        if event.type() in _INPUT:
            self._quiet = False
        return False
