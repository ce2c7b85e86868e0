"""Saves unsaved text when the operating system ends the session or the program, which closes no window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QGuiApplication

from fosdesk.ui.window.system.termination_signals import TerminationSignals


class Session(Protocol):
    """The part of QSessionManager that is used."""

    def allowsInteraction(self) -> bool:
        """Whether the person may be asked something now."""

    def cancel(self) -> None:
        """Ask the system to continue the session."""


def watch_session(
    app: QGuiApplication, may_close: Callable[[], bool], save: Callable[[], None], end: Callable[[], None]
) -> TerminationSignals:
    """Connect to every way in which the system ends the program; the caller ends the returned signals.

    `may_close` saves, and is False where something cannot be stored; `save` saves what it can, keeps the rest for the
    next start and asks nobody; `end` leaves the event loop.
    """
    app.commitDataRequest.connect(lambda session: session_ends(session, may_close, save))
    app.aboutToQuit.connect(save)  # all that Windows sends when somebody logs off

    def end_by_signal() -> None:
        save()
        end()

    signals = TerminationSignals(app)
    signals.received.connect(end_by_signal)
    return signals


def session_ends(session: Session, may_close: Callable[[], bool], save: Callable[[], None]) -> None:
    """Save, and ask the system to wait where something cannot be stored and interaction is allowed."""
    may_end = may_close()
    save()  # a system that was asked to wait may go on all the same
    if not may_end and session.allowsInteraction():
        session.cancel()
