"""Memory does not grow with long work: nothing is frozen, and garbage goes when nobody is at the keys."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.pace import Pace
from fosdesk.privacy.audience import Audience
from fosdesk.ui.documents.document_job import DocumentJob, DocumentRequest
from fosdesk.ui.frame.long_work import LongWork
from fosdesk.ui.tuning import is_collection_due
from fosdesk.ui.window.system.idle_collector import IdleCollector
from fosdesk.words import read_words
from tests.ui.acts import desk_of
from tests.ui.window.search_hands import search_of


class Part:
    """Something that is part of a circle, as what a document is made of."""

    def __init__(self) -> None:
        self.itself = self
        self.letters = ["a"] * 100


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def full_collections_wait() -> Iterator[None]:
    """As after a start: Python itself looks through the oldest objects practically never."""
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(*before[:2], 1_000_000)
    yield
    gc.set_threshold(*before)


def test_nothing_is_frozen_for_long_work(window: QWidget, qtbot: QtBot) -> None:
    work = LongWork(window, read_words("nb"), pytest.fail)
    frozen = gc.get_freeze_count()
    for _ in range(3):
        done: list[object] = []
        work.begin("Leter", lambda pace: [Part() for _ in range(2_000)], done.append)
        qtbot.waitUntil(lambda done=done: bool(done))  # type: ignore[misc]
        assert gc.isenabled()
    assert gc.get_freeze_count() == frozen


def test_garbage_of_long_work_goes_once_nobody_touches_anything(
    window: QWidget, qtbot: QtBot, full_collections_wait: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fosdesk.ui.window.system.idle_collector._BETWEEN", 100)
    monkeypatch.setattr("fosdesk.ui.window.system.idle_collector._OBJECTS_IN_A_MS", 1_000)
    collector = IdleCollector(window)
    seen: list[ref[Part]] = []

    def act(pace: Pace) -> None:
        while not is_due():
            part = Part()
            seen.append(ref(part))
            pace.done += 1

    def is_due() -> bool:  # while collecting is switched off, nothing counts as due
        return gc.get_count()[2] >= 20

    ended: list[object] = []
    LongWork(window, read_words("nb"), pytest.fail).begin("Leter", act, ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert is_collection_due()
    qtbot.waitUntil(lambda: not is_collection_due(), timeout=20_000)
    assert not [one for one in seen if one() is not None]
    assert collector.parent() is window


def test_whoever_types_is_not_made_to_wait(
    window: QWidget, full_collections_wait: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fosdesk.ui.window.system.idle_collector._BETWEEN", 3_600_000)
    collector = IdleCollector(window)
    for _ in range(20):
        gc.collect(1)
    assert is_collection_due()
    collector._check()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_A)
        collector._check()
        assert is_collection_due(), "somebody has typed since the last look"
    collector._check()
    assert not is_collection_due()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert not collector._input.take(), "nothing is listened to while nothing is due"


def test_documents_leave_no_more_objects_the_eighth_time_than_the_fifth(with_example: Fosdesk, qtbot: QtBot) -> None:
    search_of(desk_of(with_example))  # what is indexed meanwhile is no document's
    work = DocumentJob(desk_of(with_example))
    counts: list[int] = []
    frozen = gc.get_freeze_count()
    for _ in range(8):
        ready: list[object] = []
        order = DocumentRequest("description", Audience.SCHOOL, "nb", draft=False, ticked=frozenset())
        work.make(order, ready.append, lambda trouble: pytest.fail(str(trouble)))
        qtbot.waitUntil(lambda ready=ready: bool(ready), timeout=60_000)  # type: ignore[misc]
        work.drop()
        ready.clear()
        gc.collect()
        counts.append(len(gc.get_objects()))
    assert gc.get_freeze_count() == frozen
    assert counts[7] - counts[4] < 300, counts


def test_nothing_is_looked_for_once_the_program_has_ended(fresh_school: Fosdesk) -> None:
    collector = fresh_school._collector
    assert collector is not None
    fresh_school.window.close()
    assert not collector._timer.isActive()
    assert not collector._input.is_on
