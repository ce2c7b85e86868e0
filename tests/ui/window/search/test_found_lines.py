"""Rows are painted within their height, with what is too long cut, whatever it holds."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from fosdesk.display.answer_words import Line
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.window.search.found import Found, FoundRows, Row
from fosdesk.ui.window.search.found_lines import FoundLines


def view_of(qtbot: QtBot, theme: Theme, rows: list[Row]) -> tuple[QListView, FoundLines]:
    view = QListView()
    qtbot.addWidget(view)
    shown = FoundRows(view)
    shown.set_rows(rows)
    view.setModel(shown)
    lines = FoundLines(theme, shown, view)
    view.setItemDelegate(lines)
    view.resize(600, 300)
    view.show()
    return view, lines


def found(text: str, marks: tuple[tuple[int, int], ...] = ()) -> Found:
    return Found(
        "Leksefri på mellomtrinnet " * 9, "Innspill", lambda: None, Line(text, marks), "Parkert", "12. mars", "frist"
    )


@pytest.mark.parametrize("text", ["", "Kort", "<b>Lang</b> & lekser " * 30, "\u202eomvendt 😀 " * 20])
@pytest.mark.parametrize("size", [100, 150])
def test_any_text_is_painted(qtbot: QtBot, text: str, size: int) -> None:
    rows = [Row("Overskrift"), Row(make=lambda: found(text, ((0, 3),)), is_tall=True, is_first=True)]
    rows += [Row(make=lambda: found(text), is_tall=True), Row(make=lambda: found(text))]
    view, _ = view_of(qtbot, Theme("light", size), rows)
    view.setCurrentIndex(view.model().index(1, 0))
    picture = view.grab().toImage()
    assert len({picture.pixelColor(x, y).rgb() for x in range(0, 590, 3) for y in range(0, 200, 3)}) > 10


def test_the_height_follows_the_kind_of_row_and_grows_with_the_text_size(qtbot: QtBot) -> None:
    rows = [
        Row("Overskrift"),
        Row(make=lambda: found("x" * 200), is_tall=True, is_first=True),
        Row(make=lambda: found("x"), is_tall=True, is_first=True),
        Row(make=lambda: found("x")),
    ]
    heights = {}
    for size in (100, 150):
        view, lines = view_of(qtbot, Theme("light", size), rows)
        hints: list[QSize] = [lines.sizeHint(QStyleOptionViewItem(), view.model().index(n, 0)) for n in range(4)]
        heights[size] = [hint.height() for hint in hints]
    assert heights[100] == [30, 74, 54, 34]
    assert heights[150] == [45, 111, 81, 51]


def test_an_answer_that_fits_one_line_leaves_no_empty_one_below_it(qtbot: QtBot) -> None:
    rows = [Row(make=lambda: found("Referat: " + "ord " * 14), is_tall=True, is_first=True)]
    heights = []
    for width in (340, 1200):
        view, lines = view_of(qtbot, Theme("light", 100), rows)
        view.resize(width, 300)
        heights.append(lines.sizeHint(QStyleOptionViewItem(), view.model().index(0, 0)).height())
    assert heights == [74, 54]
