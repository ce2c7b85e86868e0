"""What somebody wrote is shown as it was written, whatever it looks like: never markup, never a shortcut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.plain_widgets import ElidedLabel, button, clear, column, held_column, plain_tip, row, text
from tests.reading import words_on
from tests.ui.acts import settle
from tests.ui.controls.conftest import Show

HOSTILE = ("<b>fet</b>", "<img src='file:///etc/passwd'>", "a < b & c > d", "&amp;", "&Lagre", "%s {0} {navn}")


@pytest.mark.parametrize("said", HOSTILE)
def test_a_label_never_reads_its_text_as_markup(show: Show, said: str) -> None:
    label, plain = text(said, wrap=False), QLabel(said)
    plain.setTextFormat(Qt.TextFormat.PlainText)
    show(label)
    assert (label.text(), label.textFormat()) == (said, Qt.TextFormat.PlainText)
    assert label.sizeHint().width() >= plain.fontMetrics().horizontalAdvance(said), "all of it is painted"


@pytest.mark.parametrize("said", HOSTILE)
def test_a_tip_and_a_button_say_what_was_written(show: Show, said: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tip(said))
    assert shown.toPlainText() == said
    made = button(said, tip=said)
    show(made)
    assert made.text().replace("&&", "&") == said
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == said


def test_one_line_ends_in_dots_and_the_whole_is_still_to_be_had(show: Show) -> None:
    said = "Vi prøver elevsamtaler <b>ute</b> på alle trinn\nfra høsten"
    label = ElidedLabel(said)
    show(label, 120, 30)
    whole = " ".join(said.split())
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 120
    assert label.accessibleName() == whole
    assert label.toolTip() == plain_tip(whole)
    label.resize(1200, 30)
    settle()
    assert (label.text(), label.toolTip()) == (whole, "")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_too(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    made = button("Lagre")
    show(made)
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, key)


def test_clearing_takes_everything_away_also_from_layouts_inside(show: Show) -> None:
    sheet = QWidget()
    outer = column(sheet)
    outer.addWidget(text("ytterst"))
    inner = row()
    inner.addWidget(text("innerst"))
    outer.addLayout(inner)
    show(sheet)
    assert set(words_on(sheet)) == {"ytterst", "innerst"}
    clear(outer)
    assert words_on(sheet) == []
    assert outer.count() == 0


def test_no_word_is_cut_off_in_a_widget_that_is_narrower_than_its_place(show: Show) -> None:
    sheet, held = QWidget(), QWidget()
    inside = held_column(held, 300, gap=4)
    labels = [text("Personalet ble ikke spurt før skolen var med, og det skrev vi ned for alle.") for _ in range(6)]
    for label in labels:
        inside.addWidget(label)
    column(sheet, gap=0).addWidget(held)
    show(sheet, 900, 10)
    sheet.resize(900, sheet.heightForWidth(900))
    settle()
    assert held.width() == 300
    assert [label.height() - label.heightForWidth(300) for label in labels] == [0] * len(labels)
