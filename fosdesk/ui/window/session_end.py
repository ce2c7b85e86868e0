"""The end of the session of the computer, which closes no window: what is typed is saved before it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtGui import QGuiApplication


class Session(Protocol):
    """What Qt hands over when the computer is about to end the session; a QSessionManager."""

    def allowsInteraction(self) -> bool:
        """Whether somebody may be asked something now."""

    def cancel(self) -> None:
        """Ask the computer to go on with the session."""


def watch_session(app: QGuiApplication, may_close: Callable[[], bool]) -> None:
    """Save what is typed when the session ends; `may_close` saves, and is False where somebody must look first."""
    app.commitDataRequest.connect(lambda session: session_ends(session, may_close))


def session_ends(session: Session, may_close: Callable[[], bool]) -> None:
    """Save what is typed, and ask the computer to wait, where it lets itself be asked."""
    if not may_close() and session.allowsInteraction():
        session.cancel()
