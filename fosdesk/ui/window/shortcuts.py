"""What the window's keys do, where that depends on the widget with the focus."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from fosdesk.ui.frame.desk import Desk


def connect_shortcuts(window: QWidget, *acts: tuple[str, Callable[[], object]]) -> None:
    """Let each key sequence, such as «Ctrl+K», do its act while the window is active."""
    for keys, act in acts:
        QShortcut(QKeySequence(keys), window).activated.connect(act)


def act_unless_searching(window: QWidget, act: Callable[[], object]) -> None:
    """Undo or redo by its key, unless the cursor is in a text that is never stored, such as a search."""
    from fosdesk.ui.forms.editors import Editor

    there = window.focusWidget()
    is_text = isinstance(there, QLineEdit | QPlainTextEdit) and not there.isReadOnly()
    if not is_text or isinstance(there, Editor):
        act()


def show_history(desk: Desk, window: QWidget) -> None:
    """The history of the focused field; without one, the page History."""
    from fosdesk.ui.forms.field_editor import FieldEditor  # the start waits for none of these
    from fosdesk.ui.forms.history_dialog import HistoryDialog

    there: QWidget | None = window.focusWidget()
    while there is not None and not isinstance(there, FieldEditor):
        there = there.parentWidget()
    if there is None:
        desk.go("history", "")
    elif desk.release(there):
        HistoryDialog(desk, there.record_id, window, field=there.name).open()
