"""The question for the password of a file: hidden at first, shown when it was wrong, and given to nobody else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from fosdesk.exchange.password_seal import PasswordNeeded, WrongPassword
from fosdesk.ui.controls.password_dialog import PasswordDialog, ask_password
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words
from tests.ui.acts import press, said_on
from tests.ui.controls.conftest import Show


class Asked:
    """A window in which a password is asked for, and what came of it."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self.words, self.theme = words, theme
        self.window = QWidget()
        self.given: list[str] = []

    def ask(self, trouble: PasswordNeeded, tried: str = "") -> PasswordDialog:
        ask_password(
            self.words, self.theme, self.window, "fra <kollega>.fosdesk", trouble, self.given.append, tried=tried
        )
        return next(one for one in self.window.findChildren(PasswordDialog) if one.isVisible())


@pytest.fixture
def asked(words: Words, theme: Theme, show: Show) -> Asked:
    made = Asked(words, theme)
    show(made.window, 800, 600)
    return made


def test_what_is_written_is_hidden_until_one_wants_to_see_it(asked: Asked) -> None:
    dialog = asked.ask(PasswordNeeded("The file has a password."))
    assert "fra <kollega>.fosdesk" in said_on(dialog)
    QTest.keyClicks(dialog.field, "fem ord på rad")
    assert dialog.field.displayText() != "fem ord på rad"
    dialog.show_it.click()
    assert dialog.field.displayText() == "fem ord på rad"
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert asked.given == ["fem ord på rad"]
    assert not dialog.isVisible()


def test_nothing_and_blanks_cannot_be_given(asked: Asked) -> None:
    dialog = asked.ask(PasswordNeeded("The file has a password."))
    for typed in ("", "   "):
        dialog.field.setText(typed)
        assert not dialog.open_it.isEnabled()
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (asked.given, dialog.isVisible()) == ([], True)


def test_cancel_gives_nothing(asked: Asked) -> None:
    dialog = asked.ask(PasswordNeeded("The file has a password."))
    QTest.keyClicks(dialog.field, "ord")
    press(dialog, "Avbryt")
    assert (asked.given, dialog.isVisible()) == ([], False)


def test_a_wrong_one_stands_there_still_and_can_be_read(asked: Asked) -> None:
    wrong = WrongPassword("The password is wrong.")
    dialog = asked.ask(wrong, tried="fem ord på rat")
    assert dialog.field.text() == dialog.field.selectedText() == "fem ord på rat"
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Normal
    assert asked.words(wrong.sentence) in said_on(dialog)
