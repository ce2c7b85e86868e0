"""TerminationSignals: POSIX signals that ask the program to end, told in Qt's event loop."""

import os
import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class TerminationSignals(QObject):
    """Takes the signals over until `end`; does nothing on Windows, which tells of the end of a session otherwise."""

    received = Signal(int)  # the number of the signal, in the event loop

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, object] = {}
        if os.name != "posix":
            return
        # Qt's loop waits in C, where Python runs no handler, so a byte in a socket wakes it.
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)
        for name in NAMES:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, _ignore)

    def end(self) -> None:
        """Give the signals back to whoever had them."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before = {}
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _tell(self) -> None:
        received = b""
        with suppress(BlockingIOError):
            received = self._read.recv(64)
        for number in received:
            if number in self._before:
                self.received.emit(number)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Python must have a handler, or the system ends the program at once."""
