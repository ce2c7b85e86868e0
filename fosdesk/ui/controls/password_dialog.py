"""Asks for the password of an encrypted file."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from fosdesk.exchange.password_seal import PasswordNeeded, WrongPassword
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words


class PasswordDialog(QDialog):
    """One field; a wrong password stays in it, so that a typing error can be corrected."""

    def __init__(self, words: Words, theme: Theme, file: str, said: str, tried: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle(words("Password"))
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        layout.addWidget(text(words("The file has a password"), "heading"))
        layout.addWidget(text(file, "quiet"))
        self.field = LineEdit(tried)
        self.field.setAccessibleName(words("Password"))
        self.field.setMaxLength(1000)
        layout.addWidget(self.field)
        self.show_it = QCheckBox(words("Show what I write"))
        self.show_it.toggled.connect(self._show)
        layout.addWidget(self.show_it)
        self.said = text(said, "said")
        self.said.setVisible(bool(said))
        layout.addWidget(self.said)
        layout.addStretch(1)
        self.open_it = button(words("Open"), "main")
        self.open_it.clicked.connect(self.accept)
        self.open_it.setEnabled(bool(tried.strip()))
        self.field.textChanged.connect(lambda now: self.open_it.setEnabled(bool(now.strip())))
        layout.addLayout(dialog_foot(self, words("Cancel"), self.open_it))
        self.show_it.setChecked(bool(tried))
        self._show(bool(tried))
        width = theme.px(460)
        fit_to_window(self, parent, width, layout.totalHeightForWidth(width))
        self.field.selectAll()
        self.field.setFocus()

    def _show(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def ask_password(
    words: Words,
    theme: Theme,
    parent: QWidget,
    file: str,
    trouble: PasswordNeeded,
    then: Callable[[str], None],
    *,
    tried: str = "",
) -> None:
    """Open the dialog after PasswordNeeded; `then` gets the typed password unless it is cancelled.

    `tried` is the password that was wrong the time before.
    """
    said = words(trouble.sentence, **trouble.arguments) if isinstance(trouble, WrongPassword) else ""
    dialog = PasswordDialog(words, theme, file, said, tried, parent)
    dialog.accepted.connect(lambda: then(dialog.field.text()))
    dialog.open()
