"""Long work in a background thread, with a progress dialog and cancellation."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace, Stopped
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.frame.worker import Worker
from fosdesk.ui.tuning import BackgroundWork
from fosdesk.words import Words

T = TypeVar("T")
_LOOK = 15  # ms between looks at how far it has come
_MOMENT = 400  # ms that may pass before anything is shown
_FEW = 2_000  # things that are forgotten in one go
_LATER = 1_000  # ms, by when what was shown of them is gone
_AT_END = 2.0  # s that cancelled work may take to end before it is looked whether it may be left
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.Close,
)


def free_gradually(things: list[Any]) -> None:
    """Empty a large list from the event loop, as freeing all objects at once would block the screen."""
    app = QApplication.instance()  # it outlives the window that showed them
    assert app is not None

    def forget() -> None:
        del things[-_FEW:]
        if things:
            QTimer.singleShot(1, app, forget)

    QTimer.singleShot(_LATER, app, forget)


class WorkDialog(QDialog):
    """What is being done, the progress, and Cancel; Escape cancels too."""

    def __init__(self, title: str, words: Words, pace: Pace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._words, self._pace = words, pace
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        layout.addWidget(text(title, "strong"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        layout.addWidget(self.bar)
        self._said = text("", "quiet")
        layout.addWidget(self._said)
        acts = row()
        acts.addStretch(1)
        self.cancel = button(words("Cancel"))
        self.cancel.clicked.connect(self.reject)
        acts.addWidget(self.cancel)
        layout.addLayout(acts)
        self.setMinimumWidth(380)

    def show_progress(self) -> None:
        """Update the progress bar."""
        if self._pace.of:
            self.bar.setRange(0, 1000)
            self.bar.setValue(self._pace.done * 1000 // self._pace.of)

    def reject(self) -> None:
        """Cancel the work; the dialog closes when it has ended."""
        self._pace.stop()
        self.cancel.setEnabled(False)
        self._said.setText(self._words("Stopping. Everything is left as it was."))


class LongWork(QObject):
    """One piece of work at a time for a window; the window is painted meanwhile but takes no input."""

    def __init__(self, window: QWidget, words: Words, say: Callable[[str], None]) -> None:
        """`say` shows errors, unless `begin` was given a handler."""
        super().__init__(window)
        self._window, self._words, self._show_message = window, words, say
        self._worker: Worker[Any] | None = None
        self.dialog: WorkDialog | None = None

    @property
    def under_way(self) -> bool:
        """Whether work has begun and its end was not handled yet."""
        return self._worker is not None

    def begin(
        self,
        title: str,
        act: Callable[[Pace], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[FosdeskError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Run `act` in a thread, and call `done`, `failed` or `stopped` on the GUI thread.

        `act` may use the store but no widgets. The caller saves unsaved text first.
        """
        if self._worker is not None:
            self._show_message(self._words("fosdesk is busy with something else right now, so try again in a moment."))
            return
        pace, waited = Pace(), 0

        def end() -> None:
            self._finish()
            try:
                result = worker.result()
            except Stopped:
                (stopped or (lambda: self._show_message(self._words("Stopped. Everything is as it was."))))()
            except FosdeskError as trouble:
                told = failed or (
                    lambda trouble: self._show_message(self._words(trouble.sentence, **trouble.arguments))
                )
                told(trouble)
            else:
                done(result)

        def check() -> None:
            nonlocal waited
            waited += _LOOK
            settings.collect_garbage()
            if self.dialog is not None:
                self.dialog.show_progress()
            elif waited >= _MOMENT and not worker.has_ended:
                self.dialog = WorkDialog(title, self._words, pace, self._window)
                self.dialog.open()

        self._settings = settings = BackgroundWork()
        self._pace = pace
        self._timer = QTimer(self)
        self._timer.timeout.connect(check)
        self._timer.start(_LOOK)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._worker = worker = Worker[T](self, title, end, daemon=True)
        worker.start(lambda: act(pace))

    def end_now(self, may_leave: Callable[[], bool] = lambda: False) -> None:
        """Cancel and wait, because the program ends; work that hangs is left while `may_leave`, as on a dead share."""
        if self._worker is not None:
            self._pace.stop()
            while not self._worker.wait(_AT_END) and not may_leave():
                pass
            self._finish()

    def _finish(self) -> None:
        assert self._worker is not None
        self._timer.stop()
        self._timer.deleteLater()
        self._worker.deleteLater()
        self._worker = None
        self._settings.end()
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if self.dialog is not None:
            self.dialog.done(0)
            self.dialog.deleteLater()
            self.dialog = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Block input and closing while work is under way, except in the work's own dialog."""
        if event.type() not in _INPUT or not isinstance(watched, QWidget) or self._worker is None:
            return False
        if watched.window() is not self._window:
            return False
        event.ignore()  # a window that is asked to close stays
        return True
