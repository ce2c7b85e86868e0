"""The school's own calendar among the settings: pasted with a look first, as one step, and each day opens in place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import SchoolCalendar
from fosdesk.ui.settings.school_calendar_paste import SchoolCalendarPaste
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.ui.acts import desk_of, page_of, press, said_on

PASTED = """Skolerute 2026–2027
Planleggingsdag 17.8.2026
Høstferie\t5.–9. oktober
Juleferie: 21. desember–1. januar
Første skoledag etter jul: mandag 4. januar
Skolejubileum 12. mai 2027
SFO er stengt i uke tretti"""


def settings(program: Fosdesk) -> SettingsPage:
    return page_of(program.window, "settings", SettingsPage)


def dialog_of(page: SettingsPage) -> SchoolCalendarPaste:
    """The dialog, opened by a click."""
    press(page.calendar, "Lim inn skoleruten …")
    (dialog,) = page.window().findChildren(SchoolCalendarPaste)
    return dialog


def paste(dialog: SchoolCalendarPaste, words: str) -> None:
    QApplication.clipboard().setText(words)
    dialog.pasted.setFocus()
    QTest.keyClick(dialog.pasted, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.pasted, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog.read()


def test_a_pasted_calendar_is_looked_at_and_taken_as_one_step(fresh_school: Fosdesk) -> None:
    page, desk = settings(fresh_school), desk_of(fresh_school)
    dialog = dialog_of(page)
    assert not dialog.add.isEnabled()
    paste(dialog, PASTED)
    shown = [dialog.list.item(place).text() for place in range(dialog.list.count())]
    assert shown == [
        "17. aug. 2026 · Planleggingsdag",
        "5. okt. – 9. okt. 2026 · Høstferie · Fri",
        "21. des. 2026 – 1. jan. 2027 · Juleferie · Fri",
        "4. jan. 2027 · Første skoledag etter jul · skoledag",
        "12. mai 2027 · Skolejubileum · det står ikke om det er fri",
        "Ikke forstått: SFO er stengt i uke tretti",
    ]
    assert dialog.said.text() == "1 linje er ikke forstått."
    assert dialog.add.text() == "Legg til 3 linjer"
    dialog.list.setCurrentRow(0)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.add.text() == "Legg til 2 linjer", "the space bar unticks"
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    press(dialog, "Legg til 3 linjer")
    assert sorted((one.first, one.last, one.what, one.name) for one in desk.school.of(SchoolCalendar)) == [
        ("2026-08-17", "", "planning", "Planleggingsdag"),
        ("2026-10-05", "2026-10-09", "free", "Høstferie"),
        ("2026-12-21", "2027-01-01", "free", "Juleferie"),
    ]
    assert "Skoleåret 2026/2027" in said_on(page.calendar)
    fresh_school.window.undo()
    assert desk.school.of(SchoolCalendar) == (), "one undo takes all of them back"
    fresh_school.window.redo()
    assert len(desk.school.of(SchoolCalendar)) == 3


def test_what_is_there_already_is_not_ticked_again_and_what_was_pasted_is_kept(fresh_school: Fosdesk) -> None:
    page, desk = settings(fresh_school), desk_of(fresh_school)
    desk.workspace.add(SchoolCalendar("a", "2026-10-05", "2026-10-09", "free", "Ferie"))
    dialog = dialog_of(page)
    paste(dialog, "Høstferie 5.–9. oktober 2026\nHøstferie 5.–9. oktober 2026\nFridag 17. mai 2027")
    assert dialog.add.text() == "Legg til 1 linje"
    assert dialog.list.item(0).text().endswith("står der allerede")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(desk.school.of(SchoolCalendar)) == 1
    QApplication.processEvents()
    again = SchoolCalendarPaste(desk, page.window())
    assert again.pasted.toPlainText().startswith("Høstferie"), "what was pasted waits for the next time"
    again.reject()


def test_a_day_opens_in_place_and_is_found_from_elsewhere(fresh_school: Fosdesk) -> None:
    page, desk = settings(fresh_school), desk_of(fresh_school)
    desk.workspace.add(SchoolCalendar("a", "2026-10-05", "2026-10-09", "free", "Høstferie"))
    desk.workspace.add(SchoolCalendar("b", "2020-10-05", "", "planning"))
    assert "5. okt. – 9. okt. 2026" in said_on(page.calendar)
    fresh_school.window.go("overview", "")
    fresh_school.window.go("settings", "b")
    assert page.calendar.list.open_id == "b"
    QTest.keyClick(page.calendar.list, Qt.Key.Key_Escape)
    press(page.calendar, "Ny dag")
    assert page.calendar.list.panel is not None
    QTest.keyClick(page.calendar.list, Qt.Key.Key_Escape)
    assert len(desk.school.of(SchoolCalendar)) == 2, "an empty line leaves nothing behind"


def test_a_colleagues_calendar_can_be_read_but_not_changed(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(SchoolCalendar("a", "2026-10-05", "2026-10-09", "free", "Høstferie"))
    desk_of(fresh_school).workspace.read_only = True
    page = settings(fresh_school)
    assert "Høstferie" in said_on(page.calendar)
    assert not page.calendar.paste.isVisible()
    assert not page.calendar.new.isVisible()
    page.calendar.open_record("a")
    assert page.calendar.list.open_id == "a"
