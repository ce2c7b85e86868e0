"""AutosaveTimer: tells when typed text is to be saved: after a pause, and at the latest some seconds after it began."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 1_500  # ms without typing
LATEST = 8_000  # ms of typing without a pause; Qt may be a twentieth late, and nobody loses more than ten seconds


class AutosaveTimer(QObject):
    """One for each field of text."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pause, self.latest = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self.pause, PAUSE), (self.latest, LATEST)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self._end)

    def typed(self) -> None:
        """Something was typed: wait for a pause, but for no longer than LATEST since the first of it."""
        self.pause.start()
        if not self.latest.isActive():
            self.latest.start()

    def stop(self) -> None:
        """Nothing is to be saved any more."""
        self.pause.stop()
        self.latest.stop()

    def _end(self) -> None:
        self.stop()
        self.due.emit()
