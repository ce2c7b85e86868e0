"""A fault of the program's own in work off the screen's thread is raised where the person is, and not swallowed."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.pace import Pace
from fosdesk.ui.frame.long_work import LongWork
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.words import read_words
from tests.ui.acts import page_of
from tests.ui.safe import keeping


class Fault(Exception):
    """Something that nobody foresaw."""


def test_a_fault_in_long_work_is_raised_on_the_screens_thread(qtbot: QtBot) -> None:
    window, ended = QWidget(), list[object]()
    qtbot.addWidget(window)
    work = LongWork(window, read_words("nb"), ended.append)

    def act(pace: Pace) -> None:
        raise Fault

    with qtbot.captureExceptions() as raised:
        work.begin("Leter", act, ended.append, failed=ended.append, stopped=lambda: ended.append("stopped"))
        qtbot.waitUntil(lambda: not work.under_way, timeout=60_000)
    assert [kind for kind, _, _ in raised] == [Fault]
    assert ended == [], "nobody is told that it was done, stopped or refused"
    work.begin("Leter", lambda pace: "done", ended.append)
    qtbot.waitUntil(lambda: ended == ["done"], timeout=60_000)


def test_a_fault_in_the_backups_thread_is_raised_on_the_screens_thread(
    fresh_school: Fosdesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(pace: Pace) -> int:
        raise Fault

    keeper = keeping(fresh_school)
    monkeypatch.setattr(keeper._store, "bad_rows", fault)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(keeper.changed, timeout=60_000):
        keeper.check_rows()
    assert [kind for kind, _, _ in raised] == [Fault]
    monkeypatch.undo()
    with qtbot.waitSignal(keeper.changed, timeout=60_000):
        keeper.check_rows()
    assert len(keeper.backups()) == 1, "the next one works again"


def test_a_fault_in_the_look_for_copies_is_raised_on_the_screens_thread(
    fresh_school: Fosdesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> list[object]:
        raise Fault

    nearby = page_of(fresh_school.window, "schools", SchoolsPage).nearby
    qtbot.waitUntil(lambda: not nearby.under_way)
    monkeypatch.setattr(nearby, "_copies", fault)
    with qtbot.captureExceptions() as raised:
        nearby.search()
        qtbot.waitUntil(lambda: not nearby.under_way)
    assert [kind for kind, _, _ in raised] == [Fault]
    monkeypatch.undo()
    nearby.search()
    qtbot.waitUntil(lambda: not nearby.under_way)
    assert nearby.found == [], "the next one works again"
