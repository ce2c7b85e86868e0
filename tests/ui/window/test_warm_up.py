"""Pages are imported while nobody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.window import warm_up
from fosdesk.ui.window.warm_up import WarmUp
from tests.ui.acts import desk_of


def test_nothing_is_imported_while_somebody_types(
    fresh_school: Fosdesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[str] = []
    monkeypatch.setattr(warm_up, "import_module", imported.append)
    monkeypatch.setattr(warm_up, "_BETWEEN", 3_600_000)  # the test says when the next one would come
    monkeypatch.setattr(warm_up, "_AFTER_INPUT", 3_600_000)
    made = WarmUp(fresh_school.window, desk_of(fresh_school).workspace.store)
    made.begin()
    qtbot.waitUntil(lambda: made._input.is_on, timeout=20_000)
    imported.clear()
    for _ in range(3):
        QTest.keyClick(fresh_school.window, Qt.Key.Key_Shift)
        made._import_next()
        assert imported == [], "a key came since the last look"
    while made._left:
        made._import_next()
    assert "fosdesk.ui.gate.gate_parts_page" in imported
    assert imported[-1] == "fosdesk.ui.forms.history_dialog"
    assert not made._input.is_on, "every event would go through it for ever"
