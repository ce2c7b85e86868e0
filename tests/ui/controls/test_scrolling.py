"""What is asked for is scrolled into view, also where the page around it grows a moment later."""

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import delete

from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.scrolling import scroll_into_view
from tests.ui.acts import wait_until
from tests.ui.controls.conftest import Show


def seen(area: QScrollArea, widget: QWidget) -> bool:
    return area.viewport().rect().contains(QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size()))


def test_it_is_seen_in_all_areas_around_it_and_stays_seen_as_they_grow(show: Show) -> None:
    outer, inner, wanted, above = QScrollArea(), QScrollArea(), QLabel("her"), QLabel("over")
    sheet, page = QWidget(), QWidget()
    inside, outside = column(sheet), column(page)
    wanted.setFixedHeight(30)
    above.setFixedHeight(900)
    inside.addWidget(above)
    inside.addWidget(wanted)
    inside.addSpacing(700)
    inner.setWidgetResizable(True)
    inner.setWidget(sheet)
    inner.setFixedHeight(160)
    outside.addSpacing(600)
    outside.addWidget(inner)
    outer.setWidgetResizable(True)
    outer.setWidget(page)
    show(outer, 400, 220)
    assert not seen(inner, wanted)
    scroll_into_view(wanted)
    wait_until(lambda: seen(inner, wanted) and seen(outer, wanted))
    QTimer.singleShot(200, above, lambda: above.setFixedHeight(2000))
    wait_until(lambda: above.height() == 2000)
    wait_until(lambda: seen(inner, wanted) and seen(outer, wanted))


def test_what_is_gone_when_the_page_grows_is_left_alone(show: Show) -> None:
    area, sheet, wanted, above = QScrollArea(), QWidget(), QLabel("her"), QLabel("over")
    inside = column(sheet)
    inside.addWidget(above)
    inside.addWidget(wanted)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    show(area)
    scroll_into_view(wanted)
    delete(wanted)
    above.setFixedHeight(2000)
    wait_until(lambda: area.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0


def test_whoever_scrolls_meanwhile_is_left_alone(show: Show) -> None:
    area, sheet, wanted, above, below = QScrollArea(), QWidget(), QLabel("her"), QLabel("over"), QLabel("under")
    inside = column(sheet)
    for part, height in ((above, 900), (wanted, 30), (below, 900)):
        part.setFixedHeight(height)
        inside.addWidget(part)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    show(area, 400, 220)
    scroll_into_view(wanted)
    QTest.qWait(100)  # what is told of at once has been done
    assert seen(area, wanted)
    area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    below.setFixedHeight(2000)
    wait_until(lambda: area.verticalScrollBar().maximum() > 2000)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0
