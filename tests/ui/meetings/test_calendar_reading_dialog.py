"""Events of another program's calendar become meetings where somebody ticks them, as one step."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting
from fosdesk.ui.meetings.calendar_reading_dialog import CalendarReadingDialog, open_calendar
from tests.exchange.test_calendar_reading import OUTLOOK, calendar
from tests.ui.acts import desk_of, has_button, press, said_on, wait_for_work
from tests.ui.meetings.test_meetings_page import meetings_of, page_of

MANY = calendar(
    *("BEGIN:VEVENT", "UID:1", "SUMMARY:Gammelt", "DTSTART:20250108T130000Z", "END:VEVENT"),
    *("BEGIN:VEVENT", "UID:2", "SUMMARY:Fast", "DTSTART:20261208T130000Z", "RRULE:FREQ=WEEKLY", "END:VEVENT"),
    *("BEGIN:VEVENT", "UID:3", "SUMMARY:Uten dag", "DTSTART:snart", "END:VEVENT"),
    *("BEGIN:VEVENT", "UID:4", "SUMMARY:Er her", "DTSTART;VALUE=DATE:20261210", "END:VEVENT"),
)


def opened(program: Fosdesk, path: Path, content: str) -> list[CalendarReadingDialog]:
    path.write_text(content, encoding="utf-8")
    open_calendar(desk_of(program), program.window, path)
    wait_for_work(desk_of(program))
    return program.window.findChildren(CalendarReadingDialog)


def test_what_is_ticked_becomes_meetings_in_one_step(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    meetings_of(page_of(fresh_school))
    (dialog,) = opened(fresh_school, tmp_path / "x.ics", OUTLOOK)
    assert not dialog.add.isEnabled(), "nothing is ticked before somebody does it"
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.who.show_value("staff")
    press(dialog, "Legg inn 1 møte")
    (made,) = desk.school.of(Meeting)
    assert (made.what, made.day, made.start, made.minutes, made.place, made.who) == (
        "Fellestid",
        "2026-12-08",
        "14:30",
        90,
        "Personalrommet",
        "staff",
    )
    fresh_school.window.undo()
    assert desk.school.of(Meeting) == ()


def test_events_say_what_they_are_and_what_is_there_already(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk_of(fresh_school).workspace.add(Meeting("m", what="Er her", day="2026-12-10"))
    (dialog,) = opened(fresh_school, tmp_path / "x.ics", MANY)
    assert [dialog.list.item(place).text() for place in range(dialog.list.count())] == [
        "8. jan. 2025 14.00 · Gammelt",
        "8. des. 2026 14.00 · Fast · gjentas; bare den første gangen tas med",
        "10. des. 2026 · Er her · står der allerede",
        "Ikke forstått: Uten dag",
    ]
    assert dialog.list.currentRow() == 1, "what is coming is in view"
    dialog.reject()
    assert len(desk_of(fresh_school).school.of(Meeting)) == 1


def test_what_is_no_calendar_is_told_at_the_foot_of_the_window(fresh_school: Fosdesk, tmp_path: Path) -> None:
    assert opened(fresh_school, tmp_path / "brev.ics", "Kjære alle") == []
    assert "brev.ics er ingen kalenderfil" in said_on(fresh_school.window)
    (dialog,) = opened(fresh_school, tmp_path / "tom.ics", calendar())
    assert "Det er ingen hendelser i denne filen." in said_on(dialog)
    dialog.reject()


def test_a_colleagues_school_takes_in_no_calendar(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.read_only = True
    assert not has_button(meetings_of(page_of(fresh_school)), "Fra kalender …")
