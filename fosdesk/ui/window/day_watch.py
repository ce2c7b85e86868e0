"""Notices that the day has changed while the program was left open."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

_BETWEEN = 60_000  # ms between two looks; after sleep, the first comes soon


class DayWatch(QObject):
    """Emits `passed` once for each change of day, whichever way the clock went."""

    passed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today, self._day = today, today()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_BETWEEN)

    def look(self) -> None:
        """Compare with the clock now, as when somebody comes back to the window."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.passed.emit()
