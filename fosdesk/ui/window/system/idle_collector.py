"""Runs full garbage collections when there was no input for a while."""

import gc

from PySide6.QtCore import QObject, QTimer

from fosdesk.ui.frame.input_watch import InputWatch
from fosdesk.ui.tuning import is_collection_due

_BETWEEN = 2_000  # ms between two looks, and of quiet before a collection, at least
_OBJECTS_IN_A_MS = 10  # of quiet: with 20,000 objects 2 s before some 10 ms, with 90,000 9 s before some 70 ms


class IdleCollector(QObject):
    """Checks every 2 s whether a collection is due, and runs it after a pause in input.

    The more objects there are, the longer the pause has to be.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._input = InputWatch(self)  # on while a collection waits for a quiet moment
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._check)
        self._timer.start(_BETWEEN)

    def end(self) -> None:
        """Stop checking, because the program ends."""
        self._timer.stop()
        self._input.stop()

    def _check(self) -> None:
        if not is_collection_due():
            self._stop_waiting()
        elif not self._input.is_on:
            self._input.start()
            self._timer.start(max(_BETWEEN, len(gc.get_objects(generation=2)) // _OBJECTS_IN_A_MS))
        elif not self._input.take():
            self._stop_waiting()
            gc.collect()

    def _stop_waiting(self) -> None:
        if self._input.is_on:
            self._input.stop()
            self._timer.start(_BETWEEN)
