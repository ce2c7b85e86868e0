"""Waiting for the program on a machine that is busy with other things: as long as it takes, and no longer."""

from typing import Any

from pytestqt.qtbot import QtBot

LIMIT = 120_000  # ms; reached only where something never comes


class PatientBot(QtBot):
    """Waits for what is to come, whatever limit a test was written with: no test is about how fast this machine is."""

    def waitSignal(self, signal: Any, *, timeout: int = LIMIT, **more: Any) -> Any:
        """As pytest-qt's, with a limit that no busy machine reaches."""
        return super().waitSignal(signal, timeout=max(timeout, LIMIT), **more)

    def waitSignals(self, signals: Any, *, timeout: int = LIMIT, **more: Any) -> Any:
        """As pytest-qt's, with a limit that no busy machine reaches."""
        return super().waitSignals(signals, timeout=max(timeout, LIMIT), **more)

    def waitUntil(self, callback: Any, *, timeout: int = LIMIT) -> None:
        """As pytest-qt's, with a limit that no busy machine reaches."""
        super().waitUntil(callback, timeout=max(timeout, LIMIT))

    def waitExposed(self, widget: Any, *, timeout: int = LIMIT) -> Any:
        """As pytest-qt's, with a limit that no busy machine reaches."""
        return super().waitExposed(widget, timeout=max(timeout, LIMIT))

    def waitActive(self, widget: Any, *, timeout: int = LIMIT) -> Any:
        """As pytest-qt's, with a limit that no busy machine reaches."""
        return super().waitActive(widget, timeout=max(timeout, LIMIT))
