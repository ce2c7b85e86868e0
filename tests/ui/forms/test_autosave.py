"""Whoever types without a pause loses ten seconds at most, and history and undo show one version all the same."""

from itertools import cycle

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.forms import autosave
from fosdesk.ui.forms.autosave import AutosaveTimer
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from tests.patience import LIMIT
from tests.ui.acts import desk_of, leave, settle, type_in

LONG_AND_SHORT = ("reason", "what")


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who types as the test does never pauses; how long a save may take is not waited for."""
    monkeypatch.setattr(autosave, "PAUSE", LIMIT)
    monkeypatch.setattr(autosave, "LATEST", 40)


def editor_for(program: Fosdesk, name: str) -> FieldEditor:
    desk = desk_of(program)
    if desk.school.find("g") is None:
        desk.workspace.add(GateEntry("g"))
    made = FieldEditor(desk, GateEntry, "g", name)
    made.setParent(program.window)
    made.resize(400, 300)
    made.show()
    return made


def type_until_saved(program: Fosdesk, editor: FieldEditor, qtbot: QtBot, times: int) -> str:
    """Type a letter at every look until the field was saved so many times; returns what was typed."""
    desk, saves = desk_of(program), [""]
    widget, letters = type_in(editor, "Vi"), cycle(" leser sammen")

    def is_saved() -> bool:
        QTest.keyClicks(widget, next(letters))
        stored = getattr(desk.school.get(GateEntry, "g"), editor.name)
        if stored != saves[-1]:
            saves.append(stored)
        return len(saves) > times

    qtbot.waitUntil(is_saved)
    leave(editor)
    return editor.as_typed


@pytest.mark.parametrize("name", LONG_AND_SHORT)
def test_steady_typing_is_saved_and_is_one_version(
    fresh_school: Fosdesk, qtbot: QtBot, no_pause: None, name: str
) -> None:
    desk, editor = desk_of(fresh_school), editor_for(fresh_school, name)
    typed = type_until_saved(fresh_school, editor, qtbot, 3).strip()
    assert getattr(desk.school.get(GateEntry, "g"), name) == typed
    assert len(desk.workspace.history("g", name)) >= 3
    dialog = HistoryDialog(desk, "g", desk.window, field=name)
    assert [one.value for one in dialog.versions if one.field == name] == [typed]
    dialog.close()
    settle()
    desk.workspace.undo()
    assert getattr(desk.school.get(GateEntry, "g"), name) == ""
    desk.workspace.redo()
    assert getattr(desk.school.get(GateEntry, "g"), name) == typed


def test_nobody_loses_more_than_ten_seconds() -> None:
    assert autosave.LATEST * 1.05 + autosave.PAUSE <= 10_000


@pytest.mark.parametrize("which", ["pause", "latest"])
def test_either_timer_says_it_once_and_ends_the_other(qtbot: QtBot, which: str) -> None:
    owner, told = QObject(), list[bool]()
    timer = AutosaveTimer(owner)
    timer.due.connect(lambda: told.append(timer.pause.isActive() or timer.latest.isActive()))
    for one in (timer.pause, timer.latest):
        one.setInterval(LIMIT)
    timer.typed()
    timer.stop()
    assert not timer.pause.isActive()
    assert not timer.latest.isActive()
    getattr(timer, which).setInterval(0)
    timer.typed()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [False]
