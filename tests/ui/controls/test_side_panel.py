"""A panel at the edge of a page: Escape and its button ask for it to be closed, and it scrolls."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.plain_widgets import text
from fosdesk.ui.controls.side_panel import SidePanel
from tests.ui.acts import press, settle, take_cursor
from tests.ui.controls.conftest import Show


@pytest.fixture
def panel(show: Show) -> SidePanel:
    made = SidePanel("Leseløftet", "Lukk")
    made.body.addWidget(QLineEdit())
    for number in range(40):
        made.body.addWidget(text(f"linje {number}"))
    show(made, 300, 200)
    return made


def test_escape_from_a_field_inside_asks_for_closing(panel: SidePanel, qtbot: QtBot) -> None:
    field = panel.findChild(QLineEdit)
    assert field is not None
    take_cursor(field)
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert panel.isVisible(), "the page closes it, once what is typed is saved"


def test_the_button_asks_for_closing_and_other_keys_do_not(panel: SidePanel, qtbot: QtBot) -> None:
    told: list[bool] = []
    panel.closed.connect(lambda: told.append(True))
    QTest.keyClick(panel, Qt.Key.Key_A)
    assert told == []
    with qtbot.waitSignal(panel.closed):
        press(panel, "Lukk")


def test_another_record_is_shown_from_its_beginning(panel: SidePanel) -> None:
    settle()
    bar = panel.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.to_top()
    assert bar.value() == 0
    assert panel.scroller.horizontalScrollBar().maximum() == 0, "words wrap rather than run out to the side"
