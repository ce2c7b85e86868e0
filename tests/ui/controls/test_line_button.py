"""A painted line of a list: what it says to everybody, how it wraps, and that the keyboard presses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fosdesk.ui.controls.line_button import LineButton, wrapped
from fosdesk.ui.style.theme import Theme
from tests.ui.controls.conftest import Show

LONG = "Vi prøver elevsamtaler ute på alle trinn, fordi det gir mer ro og bedre svar enn i klasserommet"


@pytest.fixture
def line(theme: Theme, show: Show) -> LineButton:
    made = LineButton(theme)
    show(made)
    return made


def in_lines(theme: Theme, said: str, room: float, most: int) -> list[str]:
    metrics = QFontMetricsF(theme.font())
    split = said.split(" ")
    return wrapped(split, [metrics.horizontalAdvance(word) for word in split], metrics, room, most)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses_it(line: LineButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(line.clicked):
        QTest.keyClick(line, key)


def test_a_screen_reader_hears_all_that_is_painted(line: LineButton) -> None:
    line.set_words("Leseløftet", below="fra kommunen", notes=[("parkert", 80), ("", 40), ("12. mai", 0)])
    assert line.accessibleName() == "Leseløftet. fra kommunen. parkert. 12. mai"
    line.set_words("To\nlinjer   med <b>mye</b> luft")
    assert line.title == line.accessibleName() == "To linjer med <b>mye</b> luft"


def test_words_wrap_and_the_line_grows(line: LineButton) -> None:
    line.set_words(LONG)
    assert line.heightForWidth(300) > line.heightForWidth(1200)


def test_notes_go_below_where_there_is_little_room(line: LineButton) -> None:
    line.set_words("Leseløftet", notes=[("parkert", 0)])
    beside = line.heightForWidth(300)
    line.stack(stacked=True)
    assert line.heightForWidth(300) > beside
    line.set_words("Leseløftet")
    assert line.heightForWidth(300) == beside


@pytest.mark.parametrize("room", [120, 150, 320, 2000])
def test_no_word_is_lost_and_no_line_too_long(theme: Theme, room: float) -> None:
    metrics = QFontMetricsF(theme.font())
    lines = in_lines(theme, LONG, room, 100)
    assert " ".join(lines) == LONG
    assert all(metrics.horizontalAdvance(one) <= room for one in lines)


def test_what_is_cut_says_so_and_a_word_without_end_is_divided(theme: Theme) -> None:
    lines = in_lines(theme, LONG, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert "".join(in_lines(theme, "å" * 60, 120, 40)) == "å" * 60


def test_it_is_painted(line: LineButton) -> None:
    blank = line.grab().toImage()
    line.set_words(LONG, below="fra kommunen", notes=[("parkert", 0)])
    assert line.grab().toImage() != blank


@pytest.mark.parametrize("width", [300, 500, 900])
def test_the_text_below_takes_the_lines_that_it_may_and_needs(qapp: object, theme: Theme, width: int) -> None:
    below = "Hva arbeidsgruppen skal gjøre, hvem som er med, hvilke stemmer som er vurdert, og hvilken tid gruppen har."
    made = LineButton(theme)
    made.set_words("Mandat")
    bare = made.heightForWidth(width)
    made.set_words("Mandat", below=below)
    one = made.heightForWidth(width) - bare
    assert (made._quiet_lines(width) == [below]) == (width == 900)
    made.set_words("Mandat", below=below, most_below=3)
    lines = made._quiet_lines(width)
    assert " ".join(lines) == below, "nothing is cut"
    assert made.heightForWidth(width) - bare >= one + (len(lines) - 1) * 14
    made.set_words("Mandat", below=f"{below} " * 5, most_below=3)
    assert len(made._quiet_lines(width)) <= 3
    assert made._quiet_lines(width)[-1].endswith("…")


def test_the_title_has_the_room_of_empty_columns_beside_it(qapp: object, theme: Theme) -> None:
    def height(*notes: str) -> int:
        made = LineButton(theme)
        made.set_words(LONG, notes=[(note, 150) for note in notes])
        return made.heightForWidth(800)

    made = LineButton(theme)
    made.set_words(LONG)
    assert height("", "", "") == made.heightForWidth(800)
    assert height("", "", "20. nov.") < height("først", "", "20. nov.") == height("først", "Rektor", "20. nov.")
