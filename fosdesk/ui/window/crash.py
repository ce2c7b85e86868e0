"""The exception hook, also for slots: FosdeskError is shown as a sentence, other exceptions as a dialog and logged."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from fosdesk import paths
from fosdesk.errors import FosdeskError, is_unsaved
from fosdesk.system.locked_files import open_file
from fosdesk.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LOG_NAME = "errors.log"  # in the data folder


def catch_exceptions(words: Words, folder: Callable[[], Path], window: "Callable[[], QWidget]") -> None:
    """Install the hook; the log holds tracebacks without values, so that it contains no user text."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        if isinstance(error, FosdeskError):
            sentence, icon = words(error.sentence, **error.arguments), QMessageBox.Icon.Information
        else:
            log = folder() / LOG_NAME
            _write(log, kind, trace)
            sentence, icon = _told(words, error, log), QMessageBox.Icon.Warning
        parent = window()
        if any(box.isVisible() and box.text() == sentence for box in parent.findChildren(QMessageBox)):
            return  # a fault that comes back with every paint is told once
        box = QMessageBox(icon, "fosdesk", sentence, QMessageBox.StandardButton.Ok, parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    sys.excepthook = hook


def log_fault(folder: Path, fault: BaseException) -> None:
    """Append an exception's type and code locations to the log in the data folder."""
    _write(folder / LOG_NAME, type(fault), fault.__traceback__)


def _told(words: Words, fault: BaseException, log: Path) -> str:
    """The text of the dialog: whether the act was saved depends on where the exception was raised."""
    if is_unsaved(fault):
        return words(
            "Something went wrong in the program, so what you did last was not saved. What was saved before is still "
            "there. Copy what you have just written, close fosdesk and start it again. Details are in {file}.",
            file=str(log),
        )
    return words(
        "Something went wrong in the program. Nothing that was saved is lost. "
        "You can go on, or close fosdesk and start it again. Details are in {file}.",
        file=str(log),
    )


def _write(log: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    # The message of an error may hold what somebody wrote; the places in the code do not.
    places = "".join(traceback.format_tb(trace))
    try:
        with open_file(log, "ab", paths.open_private) as file:
            file.write(f"{kind.__name__}\n{places}\n".encode())
    except OSError:
        sys.stderr.write(places)
