"""The direction is opened for writing without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.ui.overview.direction_line import DirectionLine
from tests.ui.acts import take_cursor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_sentence_answers_to_enter_and_space(fresh_school: Fosdesk, key: Qt.Key) -> None:
    fresh_school.window.go("overview", "")
    (line,) = fresh_school.window.findChildren(DirectionLine)
    take_cursor(line.sentence)
    QTest.keyClick(line.sentence, key)
    assert line.editor is not None
    assert line.editor.isVisible()
