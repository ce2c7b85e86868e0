"""A worker tells how its work ended on the thread that started it, and swallows nothing."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from fosdesk.ui.frame.worker import Worker


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_what_was_returned_is_told_on_the_thread_of_the_screen(qtbot: QtBot, owner: QObject) -> None:
    told: list[tuple[str, str, str]] = []
    screen = threading.current_thread().name

    def ended() -> None:
        told.append((worker.result(), threading.current_thread().name, screen))

    worker: Worker[str] = Worker(owner, "looking", ended)
    worker.start(lambda: threading.current_thread().name)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("looking", screen, screen)]
    assert not worker.under_way


def test_a_fault_is_raised_where_the_result_is_asked_for(qtbot: QtBot, owner: QObject) -> None:
    with qtbot.capture_exceptions() as faults:
        worker: Worker[int] = Worker(owner, "dividing", lambda: print(worker.result()))
        worker.start(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(faults))
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]


def test_only_one_piece_of_work_at_a_time(qtbot: QtBot, owner: QObject) -> None:
    goes_on, ended = threading.Event(), threading.Event()
    worker: Worker[bool] = Worker(owner, "waiting", ended.set)
    worker.start(lambda: goes_on.wait(30))
    with pytest.raises(RuntimeError):
        worker.start(lambda: True)
    assert not worker.wait(0.01)
    goes_on.set()
    qtbot.waitUntil(ended.is_set)
    assert worker.result()


def test_whoever_waits_is_not_told_again(qtbot: QtBot, owner: QObject) -> None:
    told: list[int] = []
    worker: Worker[int] = Worker(owner, "counting", lambda: told.append(0))
    worker.start(lambda: 7)
    assert worker.wait()
    assert worker.result() == 7
    marker = threading.Event()
    other: Worker[None] = Worker(owner, "after", marker.set)
    other.start(lambda: None)
    qtbot.waitUntil(marker.is_set)
    assert told == []


def test_nobody_is_told_when_the_owner_is_gone(qtbot: QtBot, owner: QObject) -> None:
    told: list[int] = []
    goes_on = threading.Event()
    worker: Worker[bool] = Worker(owner, "late", lambda: told.append(0))
    worker.start(lambda: goes_on.wait(30))
    thread = worker._thread
    assert thread is not None
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    goes_on.set()
    thread.join()
    marker, other_owner = threading.Event(), QObject()
    other: Worker[None] = Worker(other_owner, "after", marker.set)
    other.start(lambda: None)
    qtbot.waitUntil(marker.is_set)
    assert told == []


def test_an_owner_may_go_while_its_work_ends(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    for _ in range(300):
        owner = QObject()
        worker: Worker[None] = Worker(owner, "short", lambda: None)
        worker.start(lambda: None)
        assert worker._thread is not None
        threads.append(worker._thread)
        delete(owner)
    for thread in threads:
        thread.join()
    assert not any(thread.is_alive() for thread in threads)
