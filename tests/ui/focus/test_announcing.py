"""What happens is announced: the latest of a row of changes, and nothing of what is hidden."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.focus.announcing import ANNOUNCED, Announcer, LiveLabel, announce
from tests.ui.acts import changed, desk_of, settle
from tests.ui.gate_log import gate_log


def shown(qtbot: QtBot, label: LiveLabel) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(label)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_a_change_of_a_live_label_is_announced_and_its_first_text_is_not(qtbot: QtBot) -> None:
    label = LiveLabel("12 of 40")
    window = shown(qtbot, label)
    assert window.property(ANNOUNCED) is None
    for count in range(5):
        label.setText(f"{count} of 40")
    assert window.property(ANNOUNCED) is None, "more may follow"
    qtbot.waitUntil(lambda: window.property(ANNOUNCED) == "4 of 40")
    label.hide()
    label.setText("1 of 40")
    QTest.qWait(500)
    assert window.property(ANNOUNCED) == "4 of 40"


def test_what_is_hidden_or_empty_is_not_announced(qtbot: QtBot) -> None:
    label = LiveLabel("")
    window = shown(qtbot, label)
    announce(label, "")
    assert window.property(ANNOUNCED) is None
    announce(label, "here", assertive=True)
    assert window.property(ANNOUNCED) == "here"
    label.hide()
    announce(label, "gone")
    assert window.property(ANNOUNCED) == "here"


def test_an_announcer_goes_with_its_part(qtbot: QtBot) -> None:
    label = LiveLabel("")
    window = shown(qtbot, label)
    announcer = Announcer(label)
    assert announcer.parent() is label
    announcer.say("soon")
    qtbot.waitUntil(lambda: window.property(ANNOUNCED) == "soon")


def test_what_the_window_says_at_its_foot_and_how_many_are_found_is_announced(
    qtbot: QtBot, with_example: Fosdesk
) -> None:
    window, desk = with_example.window, desk_of(with_example)
    page = gate_log(window)
    settle()
    entry = desk.school.of(GateEntry)[0]
    desk.workspace.commit(entry, changed(entry, what="Noe annet"))
    assert str(window.property(ANNOUNCED)).startswith("Lagret")
    QTest.keyClicks(page.wanted, "matematikk")
    qtbot.waitUntil(lambda: " av " in str(window.property(ANNOUNCED)))
    QTest.keyClick(page.wanted, Qt.Key.Key_Escape)
    window.show_message("Skolefilen er lest inn.")
    assert window.property(ANNOUNCED) == "Skolefilen er lest inn."
