"""Long work that stands still until a test has pressed Cancel: on no machine, fast or busy, is it done before that."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.pace import Pace
from fosdesk.ui.frame import long_work
from fosdesk.ui.frame.long_work import WorkDialog
from tests.patience import LIMIT


class _Halting(Pace):
    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after
        self.go_on = Event()

    def __call__(self, done: int = 0, of: int = 0) -> None:
        super().__call__(done, of)
        self._left -= 1
        if self._left == 0:
            self.go_on.wait(LIMIT / 1000)
            super().__call__(done, of)  # and ends here when it was asked to meanwhile


class HaltingWork:
    """Takes the place of the pace of the next long work, whose dialog comes at once; those after it go on as always."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._pace: _Halting | None = None
        monkeypatch.setattr(long_work, "_MOMENT", 0)

    def halt_next(self, after: int = 3) -> None:
        """Let the next long work stand still at a word of its pace, counted from one."""
        self._pace = pace = _Halting(after)
        waiting = [pace]
        self._monkeypatch.setattr(long_work, "Pace", lambda: waiting.pop() if waiting else Pace())

    def cancel(self, dialog: WorkDialog) -> None:
        """Press Cancel while the work stands still, and let it go on."""
        assert self._pace is not None
        QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
        self._pace.go_on.set()
