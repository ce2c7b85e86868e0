"""On every page, at every width and text size: a sheet ends where its content ends, and nothing is out of reach."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import GateEntry
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.phase.phase_page import PhasePage
from fosdesk.ui.phase.transition_dialog import TransitionDialog
from fosdesk.ui.schools.write_file_dialog import WriteFileDialog
from tests.program import Start
from tests.sampling import sampled
from tests.ui.acts import desk_of, settle
from tests.ui.controls.conftest import Show

WIDTHS = (640, 800, 1024, 1280, 1366, 1920)
SIZES = (100, 125, 150, 175, 200)
NO_BAR = 512  # px at 100 %: a window this wide needs no horizontal bar
MARGIN = 28  # below the last line of a page
SEEN = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea)


def seen(sheet: QWidget) -> list[QWidget]:
    """What a person sees or uses on a sheet."""
    return [one for one in sheet.findChildren(QWidget) if isinstance(one, SEEN) and one.isVisibleTo(sheet)]


def troubles(area: QScrollArea, *, bar_allowed: bool) -> Iterator[str]:
    """What is wrong with a scrolled sheet."""
    settle()
    settle()
    sheet, room = area.widget(), area.viewport()
    assert sheet is not None
    inside = seen(sheet)
    end = max(one.mapTo(sheet, QPoint(0, one.height())).y() for one in inside)
    if sheet.height() > room.height() and sheet.height() - end > MARGIN + 24:
        yield f"{sheet.height() - end} px of nothing at the end"
    bar = area.horizontalScrollBar()
    edge = room.width() + (bar.maximum() if bar.isVisible() else 0)
    for one in inside:
        right = one.mapTo(sheet, QPoint(one.width(), 0)).x()
        if right > edge and one.width() > 0:
            said = one.text() if isinstance(one, QLabel | QAbstractButton) else one.accessibleName()
            yield f"{right - edge} px of {type(one).__name__} {said[:30]!r} cannot be reached"
    for one in inside:
        if isinstance(one, QLabel) and one.wordWrap() and not bar_allowed:
            longest = max((one.fontMetrics().horizontalAdvance(word) for word in one.text().split()), default=0)
            if one.width() < min(longest, 200):
                yield f"{one.width()} px for the words {one.text()[:30]!r}"
    if bar.isVisible() and not bar_allowed:
        yield f"a horizontal bar, {bar.maximum()} px long"


def parts_of(page: Page) -> Iterator[str]:
    """Show one part of a page after the other; their names."""
    if not isinstance(page, TabbedPage):
        yield ""
        return
    for key in page.tabs._names:
        page.tabs.show_tab(key)
        yield key


def started_at(start: Start, folder: Path, size: int) -> Fosdesk:
    SettingsFile(folder).change(language="nb", text_size=size, role="principal", welcomed=True)
    return start(folder)


@pytest.mark.parametrize(("size", "width"), sampled(product(SIZES, WIDTHS), 7))
def test_every_page_ends_where_its_content_ends_and_can_be_reached(
    started: Start, example_folder: Path, size: int, width: int
) -> None:
    window = started_at(started, example_folder, size).window
    found = []
    window.resize(width, 728)
    for place in PAGES:
        window.go(place.key, "")
        page = window.page(place.key)
        for part in parts_of(page):
            wrong = troubles(page.scroller, bar_allowed=width * 100 / size < NO_BAR)
            found += [f"{place.key} {part}: {one}" for one in wrong]
    assert found == []


def test_a_school_that_was_just_started_too(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    found = []
    for width in (640, 1366):
        window.resize(width, 728)
        for place in PAGES:
            window.go(place.key, "")
            page = window.page(place.key)
            for part in parts_of(page):
                wrong = troubles(page.scroller, bar_allowed=False)
                found += [f"{width} px, {place.key} {part}: {one}" for one in wrong]
    assert found == []


@pytest.mark.parametrize("size", [100, 200])
def test_an_open_item_too(started: Start, example_folder: Path, size: int) -> None:
    window = started_at(started, example_folder, size).window
    found = []
    for width in (1024, 1366):
        window.resize(width, 728)
        for key in ("phase:F1", "phase:F3"):
            window.go(key, "")
            page = window.page(key)
            assert isinstance(page, PhasePage)
            page.show_record(next(iter(page.lists[0].rows)))
            assert page.opened.record_id
            found += [f"{width} px, {key}: {one}" for one in troubles(page.scroller, bar_allowed=False)]
    assert found == []


@pytest.mark.parametrize("size", [100, 200])
def test_dialogs_are_no_wider_than_their_window_and_all_in_them_can_be_reached(
    started: Start, example_folder: Path, size: int
) -> None:
    program = started_at(started, example_folder, size)
    window, desk = program.window, desk_of(program)
    found = []
    for width in (640, 1366):
        window.resize(width, 728)
        for dialog in (
            WriteFileDialog(desk, window),
            TransitionDialog(desk, "F2", "closes", window, open_items=("Et punkt som er åpent",)),
            HistoryDialog(desk, desk.school.of(GateEntry)[0].id, window),
        ):
            dialog.open()
            settle()
            assert dialog.width() <= width, type(dialog).__name__
            (area,) = [one for one in dialog.findChildren(QScrollArea) if one.widget() is not None and one.isVisible()]
            wrong = troubles(area, bar_allowed=size > 100)
            found += [f"{width} px, {type(dialog).__name__}: {one}" for one in wrong]
            dialog.done(0)
            settle()
    assert found == []


def test_the_hint_of_an_empty_log_stands_on_one_line(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    window.go("gatekeeping", "")
    settle()
    page = window.page("gatekeeping")
    hint = next(one for one in page.findChildren(QLabel) if one.text().startswith("Ingenting har kommet inn ennå"))
    assert hint.height() < 2 * hint.fontMetrics().lineSpacing(), f"{hint.width()}×{hint.height()}"


def test_a_sheet_is_as_high_as_its_words_at_its_width(qapp: object, show: Show) -> None:
    area = SheetArea()
    body = column(lay_sheet(area))
    label = text("et og annet ord " * 60)
    label.setMinimumSize(0, 0)  # as Qt makes it
    body.addWidget(label)
    show(area, 400, 60)
    sheet = area.widget()
    assert sheet is not None
    assert sheet.height() == label.heightForWidth(label.width()) > 60
    assert not area.horizontalScrollBar().isVisible()


def test_what_cannot_get_narrower_has_a_bar(qapp: object, show: Show) -> None:
    area = SheetArea()
    wide = QWidget()
    wide.setFixedWidth(900)
    column(lay_sheet(area)).addWidget(wide)
    show(area, 400, 60)
    assert area.horizontalScrollBar().maximum() >= 500
