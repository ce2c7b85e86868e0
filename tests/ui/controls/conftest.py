"""General widgets without a school: words in bokmål, the light theme, and a way to show a widget in front."""

from typing import Protocol

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words, read_words
from tests.ui.acts import bring_to_front


class Show(Protocol):
    """Shows a widget in a size, with the keyboard."""

    def __call__(self, widget: QWidget, width: int = 400, height: int = 200) -> None: ...


@pytest.fixture
def words() -> Words:
    return read_words("nb")


@pytest.fixture
def theme() -> Theme:
    return Theme("light")


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """A function that shows a widget in a size, with the keyboard."""

    def shown(widget: QWidget, width: int = 400, height: int = 200) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        bring_to_front(widget)

    return shown
