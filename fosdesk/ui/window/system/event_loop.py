"""Runs the program in Qt's event loop, from its first window to its end."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fosdesk import paths
from fosdesk.system.windows import name_application
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.window.crash import catch_exceptions
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.ui.window.window_place import keep_place, restore_place
from fosdesk.words import Words


class Program(Protocol):
    """What is run."""

    words: Words
    folder: Path
    settings: SettingsFile
    window: MainWindow

    @property
    def opened(self) -> SignalInstance:
        """Emitted when there is something to work with."""

    def is_shown_already(self, file: Path | None) -> bool:
        """Whether another running program has shown its window instead, and taken the file."""

    def read_file(self, file: Path) -> None:
        """Read a school file, and show what is in it, as soon as there is a page for it."""

    def save(self) -> None:
        """Save what can be stored, and keep the rest for the next start."""

    def close(self) -> None:
        """Close everything."""


def run(app: QApplication, program: Program, file: Path | None = None) -> int:
    """Show the program, and a school file in it, until it is closed or the system ends it; returns the exit code."""
    name_application()
    app.setApplicationName("fosdesk")
    app.setApplicationDisplayName("fosdesk")
    app.setDesktopFileName("fosdesk")  # by which a Linux desktop finds the name and icon of a window
    catch_exceptions(program.words, lambda: program.folder, lambda: program.window)
    if program.is_shown_already(file):
        return 0
    if file is not None:
        program.read_file(file)
    ends: list[Callable[[], None]] = []

    def watch() -> None:  # when there is something to write in, which is after the first paint
        app.setWindowIcon(QIcon(str(paths.resource("application", "fosdesk.png"))))
        if not ends:
            from fosdesk.ui.window.system.session_end import watch_session

            signals = watch_session(app, lambda: program.window.may_close(), program.save, lambda: app.exit())
            ends.append(signals.end)

    program.opened.connect(watch)
    restore_place(program.window, program.settings)
    program.window.show()
    code = app.exec()
    keep_place(program.window, program.settings)
    program.close()
    for end in ends:
        end()
    return code
