"""Long work leaves the screen alone, shows how far it has come, and can be stopped."""

from itertools import count
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace, Stopped
from fosdesk.ui.frame.long_work import LongWork, free_gradually
from fosdesk.words import read_words


class Window(QWidget):
    """A window with one button, and what was said at its foot."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.pressed = 0
        self.press_me = QPushButton("Press", self)
        self.press_me.clicked.connect(self._count)
        self.work = LongWork(self, read_words("nb"), self.said.append)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_work_is_done_elsewhere_and_its_end_is_told_here(window: Window, qtbot: QtBot) -> None:
    found: list[object] = []
    window.work.begin("Leter", lambda pace: current_thread(), lambda who: found.extend([who, current_thread()]))
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] is not main_thread()
    assert found[1] is main_thread()
    assert not window.work.under_way


def test_the_window_takes_no_input_meanwhile(window: Window, qtbot: QtBot) -> None:
    go_on, done = Event(), list[object]()
    window.work.begin("Leter", lambda pace: go_on.wait(120), done.append)
    QTest.mouseClick(window.press_me, Qt.MouseButton.LeftButton)
    assert not window.close()
    assert window.pressed == 0
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    QTest.mouseClick(window.press_me, Qt.MouseButton.LeftButton)
    assert window.pressed == 1


def test_cancel_stops_the_work_and_says_so(window: Window, qtbot: QtBot) -> None:
    came = list[str]()

    def work(pace: Pace) -> None:
        try:
            for step in count():
                pace(step % 10_000, 10_000)
                Event().wait(0.005)  # leaves the processor to the screen
        except Stopped:
            came.append("stopped")
            raise

    window.work.begin("Slår sammen", work, lambda _: came.append("done"))
    qtbot.waitUntil(lambda: window.work.dialog is not None)
    dialog = window.work.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.bar.value() > 0)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.work.under_way)
    assert came == ["stopped"]
    assert window.said == ["Stoppet. Alt er som det var."]


def test_trouble_is_told_in_a_sentence(window: Window, qtbot: QtBot) -> None:
    def work(pace: Pace) -> None:
        raise FosdeskError("The school has become too large for one file.")

    window.work.begin("Skriver", work, lambda _: window.said.append("done"))
    qtbot.waitUntil(lambda: bool(window.said))
    assert window.said == ["Skolen er blitt for stor for én fil."]


def test_what_is_under_way_ends_with_the_program(window: Window) -> None:
    ended = Event()

    def work(pace: Pace) -> None:
        try:
            while True:
                pace()
        finally:
            ended.set()

    window.work.begin("Skriver", work, lambda _: None)
    window.work.end_now()
    assert ended.is_set()
    assert not window.work.under_way


class Things(list[object]):
    """Remembers how many there were each time some went."""

    def __init__(self, count: int) -> None:
        super().__init__(range(count))
        self.counts: list[int] = []

    def __delitem__(self, place: object) -> None:
        super().__delitem__(place)  # type: ignore[arg-type]
        self.counts.append(len(self))


def test_very_many_things_are_forgotten_a_few_at_a_time(qtbot: QtBot) -> None:
    things = Things(5_000)
    free_gradually(things)
    assert things.counts == [], "nothing is felt now"
    qtbot.waitUntil(lambda: not things)
    assert things.counts == [3_000, 1_000, 0]
