"""Saves unsaved text when the operating system ends the session, which closes no window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QGuiApplication


class Session(Protocol):
    """The part of QSessionManager that is used."""

    def allowsInteraction(self) -> bool:
        """Whether the person may be asked something now."""

    def cancel(self) -> None:
        """Ask the system to continue the session."""


def watch_session(app: QGuiApplication, may_close: Callable[[], bool]) -> None:
    """Connect to the end of the session; `may_close` saves, and is False where something cannot be stored."""
    app.commitDataRequest.connect(lambda session: session_ends(session, may_close))


def session_ends(session: Session, may_close: Callable[[], bool]) -> None:
    """Save, and ask the system to wait where something cannot be stored and interaction is allowed."""
    if not may_close() and session.allowsInteraction():
        session.cancel()
