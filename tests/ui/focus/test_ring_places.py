"""The ring around what has the keyboard: outside of it, never cut off, seen in all palettes, also in what scrolls."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.focus.ring import FocusRing
from fosdesk.ui.focus.watcher import watch_focus
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.style.palettes import contrast_ratio
from fosdesk.ui.style.steps import FOCUS_GAP, FOCUS_WIDTH
from fosdesk.ui.style.theme import Theme, apply_theme
from tests.ui.acts import bring_to_front, settle

AROUND = FOCUS_GAP + FOCUS_WIDTH
THEMES = pytest.mark.parametrize("name", ["light", "dark", "contrast"])


def _line(theme: Theme) -> LineButton:
    made = LineButton(theme)
    made.set_words("En linje", below="Under")
    return made


KINDS: dict[str, Callable[[Theme], QWidget]] = {
    "outline": lambda _: button("Endre"),
    "main": lambda _: button("Nytt møte", "main"),
    "text": lambda _: button("Historikk", "text"),
    "tab": lambda _: button("Alle møter", "tab"),
    "link": lambda _: button("Lenke", "link"),
    "chip": lambda _: ChipChoice([("a", "Tatt inn")]).chip("a"),
    "row": _line,
    "check box": lambda _: QCheckBox("Fullført"),
    "radio button": lambda _: QRadioButton("Skole"),
    "field": lambda _: QLineEdit("Tekst"),
    "text box": lambda _: QPlainTextEdit("Tekst"),
    "drop-down": lambda _: QComboBox(),
    "number": lambda _: QSpinBox(),
}


def ring_in(window: QWidget) -> FocusRing:
    (ring,) = [one for one in window.children() if isinstance(one, FocusRing)]
    return ring


def place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def shown_in_dialog(qtbot: QtBot, *widgets: QWidget) -> QDialog:
    window = QDialog()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    for one in widgets:
        layout.addWidget(one)
    with qtbot.waitExposed(window):
        window.show()
    bring_to_front(window)
    return window


@THEMES
@pytest.mark.parametrize("kind", KINDS)
def test_the_ring_stands_outside_every_control_and_is_seen_there(
    qtbot: QtBot, qapp: QApplication, name: str, kind: str
) -> None:
    theme = Theme(name)
    apply_theme(qapp, theme)
    watch_focus(theme)
    made = KINDS[kind](theme)
    window = shown_in_dialog(qtbot, QPushButton("Før"), made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ring = ring_in(window)
    place = place_in(window, made)
    assert ring.isVisible()
    assert ring.geometry() == place.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    picture: QImage = window.grab().toImage()
    middle = place.center().x()
    line = QColor(picture.pixel(middle, place.top() - AROUND + 1)).name()
    beside = QColor(picture.pixel(middle, place.top() - 1)).name()
    assert line == theme.colours["focus"]
    assert contrast_ratio(line, beside) >= 3, "a gap is between it and the control"


@THEMES
def test_there_is_one_ring_for_what_has_the_keyboard_and_no_other_mark(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme = Theme(name)
    apply_theme(qapp, theme)
    watch_focus(theme)
    for kind, make in KINDS.items():
        if kind in ("radio button", "number"):
            continue  # the keyboard that comes there chooses it, or what is typed there
        made = make(theme)
        other = QPushButton("Før")
        window = shown_in_dialog(qtbot, other, made)
        if isinstance(made, QLineEdit | QPlainTextEdit):
            made.setReadOnly(True)  # no cursor blinks in it
        pictures = []
        for one in (other, made):
            one.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            if isinstance(made, QLineEdit):
                made.deselect()  # what Tab comes to is chosen whole
            ring_in(window).hide()
            area = place_in(window, made)
            pictures.append(window.grab(area).toImage())
        unlike = sum(
            pictures[0].pixel(x, y) != pictures[1].pixel(x, y)
            for x in range(pictures[0].width())
            for y in range(pictures[0].height())
        )
        assert unlike < 60, f"{kind}: {unlike} pixels differ without the ring; a cursor may"


def test_the_ring_goes_with_what_is_scrolled_and_hides_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme("light")
    apply_theme(qapp, theme)
    watcher = watch_focus(theme)
    area, sheet = QScrollArea(), QWidget()
    layout = QVBoxLayout(sheet)
    lines = [_line(theme) for _ in range(40)]
    for one in lines:
        layout.addWidget(one)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    window = shown_in_dialog(qtbot, area)
    lines[3].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ring = ring_in(window)
    bar = area.verticalScrollBar()
    assert bar is not None
    qtbot.waitUntil(lambda: not watcher._settling.isActive())  # until then it is kept in view
    for by in (0, 20, 45):
        bar.setValue(by)
        settle()
        seen = place_in(window, lines[3]).intersected(place_in(window, area.viewport()))
        assert ring.geometry() == seen.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())
    bar.setValue(bar.maximum())
    settle()
    assert not ring.isVisible()
    lines[-1].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert ring.isVisible()
    assert area.viewport().rect().contains(place_in(area.viewport(), lines[-1]))


def test_in_a_table_the_ring_goes_around_the_row_that_the_keyboard_is_in(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme("light")
    apply_theme(qapp, theme)
    watch_focus(theme)
    table = QTableWidget(5, 3)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    window = shown_in_dialog(qtbot, table)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    tops = []
    for row in (0, 2):
        table.setCurrentCell(row, 1)
        settle()
        index = table.model().index(row, 0)
        top = table.viewport().mapTo(window, table.visualRect(index).topLeft()).y()
        tops.append(top)
        assert ring_in(window).geometry().top() == top - AROUND
    assert tops[0] < tops[1]


def test_the_ring_leaves_with_the_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    watch_focus(Theme("light"))
    made, title = QPushButton("Her"), QLabel("Tittel")
    window = shown_in_dialog(qtbot, title, made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ring = ring_in(window)
    assert ring.isVisible()
    assert not ring.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.clearFocus()
    settle()
    assert not ring.isVisible()


@pytest.mark.parametrize("key", [place.key for place in PAGES])
def test_on_every_page_tab_carries_the_ring_from_stop_to_stop(with_example: Fosdesk, key: str) -> None:
    window = with_example.window
    window.go(key, "")
    settle()
    bring_to_front(window)
    page = window.page(key)
    page.setFocus()
    settle()
    seen = 0
    for _ in range(12):
        window.focusNextPrevChild(True)
        settle()
        there = QApplication.focusWidget()
        assert there is not None
        if isinstance(there, FigureView):
            continue  # a part of it is no rectangle: it paints its ring itself
        ring = ring_in(window)
        assert ring.isVisible(), there
        assert window.rect().contains(ring.geometry())
        cut = place_in(window, there).intersected(window.rect())
        assert ring.geometry().intersects(cut)
        seen += page.isAncestorOf(there)
    assert seen > 0
