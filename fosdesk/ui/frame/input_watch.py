"""Notes whether there was input, so that work in idle time keeps out of the way of whoever types."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
)


class InputWatch(QObject):
    """Sees every event of the program between `start` and `stop`, so it is on only while somebody asks."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self._seen = False

    def start(self) -> None:
        """Begin to watch; what came before does not count."""
        app = QCoreApplication.instance()
        if app is not None and not self.is_on:
            self.is_on, self._seen = True, False
            app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more; harmless when it does not watch."""
        app = QCoreApplication.instance()
        if app is not None and self.is_on:
            self.is_on = False
            app.removeEventFilter(self)

    def take(self) -> bool:
        """Whether there was input since the last call, or since the start."""
        seen, self._seen = self._seen, False
        return seen

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note input; filters nothing."""
        if event.type() in _INPUT:
            self._seen = True
        return False
