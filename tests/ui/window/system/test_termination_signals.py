"""Signals come through the event loop, and go back to whoever had them."""

import os
import signal

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from fosdesk.ui.window.system.termination_signals import NAMES, TerminationSignals


def test_signals_are_told_in_the_event_loop_and_given_back(qtbot: QtBot) -> None:
    numbers = [int(getattr(signal, name)) for name in NAMES if hasattr(signal, name)] if os.name == "posix" else []
    before = [signal.getsignal(number) for number in numbers]
    owner, told = QObject(), list[int]()
    signals = TerminationSignals(owner)
    signals.received.connect(told.append)
    for number in numbers:
        os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: told == numbers)
    signals.end()
    signals.end()
    assert [signal.getsignal(number) for number in numbers] == before
    assert signal.set_wakeup_fd(-1) == -1
