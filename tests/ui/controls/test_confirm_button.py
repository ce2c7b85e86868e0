"""A button for what cannot be undone: pressed once it asks, pressed twice it acts, and it forgets."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from fosdesk.ui.controls.confirm_button import ConfirmButton
from fosdesk.ui.controls.plain_widgets import column
from tests.ui.acts import take_cursor
from tests.ui.controls.conftest import Show


@pytest.fixture
def sheet(show: Show) -> QWidget:
    made = QWidget()
    inside = column(made)
    inside.addWidget(ConfirmButton("Slett & glem", "Slett for godt", "notatet om Kari"))
    inside.addWidget(QLineEdit())
    show(made)
    return made


def test_it_asks_once_more_where_it_stands(sheet: QWidget) -> None:
    button = sheet.findChild(ConfirmButton)
    assert button is not None
    told: list[bool] = []
    button.confirmed.connect(lambda: told.append(True))
    assert (button.text(), button.accessibleName()) == ("Slett && glem", "Slett & glem: notatet om Kari")
    take_cursor(button)
    button.click()
    assert (told, button.text(), button.accessibleName()) == ([], "Slett for godt", "Slett for godt: notatet om Kari")
    button.click()
    assert (told, button.text()) == ([True], "Slett && glem")


def test_it_forgets_when_one_goes_elsewhere(sheet: QWidget) -> None:
    button, other = sheet.findChild(ConfirmButton), sheet.findChild(QLineEdit)
    assert button is not None
    assert other is not None
    told: list[bool] = []
    button.confirmed.connect(lambda: told.append(True))
    take_cursor(button)
    button.click()
    take_cursor(other)
    assert button.text() == "Slett && glem"
    button.click()
    assert told == [], "it has been pressed once since"
