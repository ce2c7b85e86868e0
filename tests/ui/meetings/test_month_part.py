"""The month on the page Meetings, by keyboard and by mouse: what comes up on each day, opened from there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import FollowUp, GateEntry, Meeting, SchoolCalendar
from fosdesk.ui.meetings.month_part import MonthPart
from tests.ui.acts import bring_to_front, desk_of, press, settle
from tests.ui.meetings.test_meetings_page import meetings_of, page_of


def month_of(program: Fosdesk) -> MonthPart:
    """The part with the month, shown in the window that is in front, with the cursor in its table."""
    page = page_of(program)
    page.turn_to_part("month")
    part = page.part("month")
    assert isinstance(part, MonthPart)
    bring_to_front(program.window)
    part.table.setFocus()
    settle()
    return part


def typed(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        QApplication.processEvents()


def listed(part: MonthPart) -> list[str]:
    return [part.list.item(place).text() for place in range(part.list.count())]


def test_the_arrows_go_from_day_to_day_and_the_page_keys_by_months(fresh_school: Fosdesk) -> None:
    part = month_of(fresh_school)
    assert (part.table.day, part.month.text()) == ("2026-11-23", "November 2026"), "it begins today"
    typed(part.table, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert (part.table.day, part.month.text()) == ("2026-12-01", "Desember 2026"), "on into the next month"
    typed(part.table, Qt.Key.Key_Left)
    assert part.table.day == "2026-11-30"
    typed(part.table, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert part.table.day == "2027-01-30"
    typed(part.table, Qt.Key.Key_Home)
    assert part.table.day == "2027-01-01"
    typed(part.table, Qt.Key.Key_End, Qt.Key.Key_PageUp)
    assert part.table.day == "2026-12-31"
    press(part, "I dag")
    assert part.table.day == "2026-11-23"
    QTest.mouseClick(part.after, Qt.MouseButton.LeftButton)
    assert part.month.text() == "Desember 2026"


def test_enter_opens_the_only_thing_of_a_day_and_goes_to_the_list_where_there_are_more(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m1", what="Fellestid", day="2026-11-24", start="14:30"))
    desk.workspace.add(Meeting("m2", who="leadership", day="2026-11-25", start="08:00"))
    desk.workspace.add(FollowUp("f", what="Ring PPT", due="2026-11-25"))
    desk.workspace.add(SchoolCalendar("s", "2026-11-25", "", "planning", "Kurs"))
    part = month_of(fresh_school)
    typed(part.table, Qt.Key.Key_Right)
    assert listed(part) == ["14.30 Fellestid"]
    typed(part.table, Qt.Key.Key_Return)
    settle()
    page = page_of(fresh_school)
    assert (page.tabs.key, meetings_of(page).list.open_id) == ("all", "m1")
    part = month_of(fresh_school)
    assert part.table.day == "2026-11-24", "where one was"
    typed(part.table, Qt.Key.Key_Right)
    assert listed(part) == ["Kurs", "08.00 Lederteamet", "Frist: Ring PPT"]
    typed(part.table, Qt.Key.Key_Return)
    assert part.list.hasFocus()
    assert part.list.currentItem().text() == "08.00 Lederteamet"
    typed(part.list, Qt.Key.Key_Escape)
    assert part.table.hasFocus()
    typed(part.table, Qt.Key.Key_Return)
    typed(part.list, Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle()
    assert page.tabs.key == "follow_ups"


def test_a_screen_reader_hears_the_whole_day(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m", what="Fellestid", day="2026-11-24", start="14:30"))
    desk.workspace.add(SchoolCalendar("s", "2026-11-24", "", "free"))
    part = month_of(fresh_school)
    face = QAccessible.queryAccessibleInterface(part.table)
    assert face.text(QAccessible.Text.Name) == "Måned"
    typed(part.table, Qt.Key.Key_Right)
    said = part.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "tirsdag 24. november 2026, Fri, 14.30 Fellestid"
    assert part.list.accessibleName() == "tirsdag 24. november 2026"
    heads = [part.table.model().headerData(row, Qt.Orientation.Vertical) for row in range(6)]
    assert heads == ["44", "45", "46", "47", "48", "49"], "the numbers of the weeks"


def test_a_crowded_day_shows_how_many_more_and_all_of_them_beside(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    made = [
        Meeting(f"m{n}", what=f"Møte {n}", day="2026-11-23", start=f"{n // 4 + 8:02}:{n % 4 * 15:02}")
        for n in range(30)
    ]
    desk.workspace.commit_all([(None, one) for one in made])
    part = month_of(fresh_school)
    assert len(listed(part)) == 30
    assert part.list.height() <= part.table.height(), "it scrolls, and the page does not grow"
    shown = part.table.grab().toImage()
    assert not shown.isNull()


def test_a_cell_begins_with_what_it_is_about_and_the_day_beside_says_it_whole(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(FollowUp(what="Ring PPT", due="2026-11-23"))
    desk.workspace.add(GateEntry(what="Leksefri", decision="parked", revisit="2026-11-23"))
    part = month_of(fresh_school)
    (day,) = [one for row in part._weeks._weeks for one in row if one.day == "2026-11-23"]
    assert sorted(part._cell_lines(day)) == ["Leksefri · se på igjen", "Ring PPT · frist"]
    assert sorted(listed(part)) == ["Frist: Ring PPT", "Ses på igjen: Leksefri"]


def test_a_meeting_is_begun_on_the_chosen_day_and_the_month_follows_what_is_written(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = month_of(fresh_school)
    typed(part.table, Qt.Key.Key_Right)
    press(part, "Nytt møte denne dagen")
    page = page_of(fresh_school)
    panel = meetings_of(page).list.panel
    assert page.tabs.key == "all"
    assert panel is not None
    assert desk.school.of(Meeting) == (), "nothing is stored before something is written"
    desk.workspace.add(Meeting("x", what="Annet", day="2026-11-24"))
    assert listed(month_of(fresh_school)) == ["Annet"]


def test_the_month_fits_on_the_smallest_screen_without_scrolling(with_example: Fosdesk) -> None:
    with_example.window.resize(1366, 728)
    part = month_of(with_example)
    part.choose("2026-08-15")
    settle()
    assert part.table.model().rowCount() == 6, "the longest kind of month"
    assert page_of(with_example).scroller.verticalScrollBar().maximum() == 0
    assert part.table.verticalScrollBar().maximum() == 0


def test_a_colleagues_month_can_be_read(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m", what="Fellestid", day="2026-11-23"))
    desk.workspace.read_only = True
    part = month_of(fresh_school)
    assert listed(part) == ["Fellestid"]
    assert not part.new.isVisible()
