"""Asks for the name of a new record."""

from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk


class NameDialog(QDialog):
    """One field; Enter keeps the name, Escape gives it up."""

    def __init__(self, parent: QWidget, desk: Desk, what: str, name: str) -> None:
        """`what` is the kind of the record, `name` what is proposed."""
        super().__init__(parent)
        words = desk.words
        self.setWindowTitle(what)
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        asked = words("What shall it be called?")
        layout.addWidget(text(asked, "heading"))
        self.field = LineEdit(name)
        self.field.setAccessibleName(asked)
        layout.addWidget(self.field)
        layout.addStretch(1)
        acts = row(gap=8)
        acts.addStretch(1)
        cancel = button(words("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        keep = button(words("Keep the name"), "main")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        acts.addWidget(cancel)
        acts.addWidget(keep)
        layout.addLayout(acts)
        width = desk.theme.px(420)
        fit_to_window(self, parent, width, layout.totalHeightForWidth(width))
        self.field.selectAll()
        self.field.setFocus()


def ask_name(parent: QWidget, desk: Desk, what: str) -> str:
    """Ask for the title of a new record; empty when cancelled. What was typed is proposed the next time."""
    draft = f"name {what}"
    dialog = NameDialog(parent, desk, what, desk.edits.draft(draft).get("name", ""))
    yes, typed = bool(dialog.exec()), dialog.field.text()
    dialog.deleteLater()
    desk.edits.keep_draft(draft, {"name": typed} if typed and not yes else {})
    return typed.strip() if yes else ""
