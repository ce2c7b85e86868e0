"""Meetings saved as a calendar file from the page: all, one series or the open one; for others or for oneself."""

from pathlib import Path

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting
from fosdesk.ui.meetings.calendar_dialog import CalendarDialog
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from tests.exchange.strict_calendar import Part, read_strictly
from tests.ui.acts import changed, desk_of, has_button, press, said_on, wait_for_work
from tests.ui.meetings.test_meetings_page import meetings_of, page_of


def opened(part: MeetingsPart) -> CalendarDialog:
    """The dialog, opened by a click."""
    press(part, "Til kalender …")
    (dialog,) = part.window().findChildren(CalendarDialog)
    return dialog


def saved(part: MeetingsPart, path: Path, *choose: str) -> list[Part]:
    """The events in the file that is saved with some choices made."""
    dialog = opened(part)
    for name in choose:
        getattr(dialog, name).click()
    dialog.write(path)
    wait_for_work(part.desk)
    return [one for one in read_strictly(path.read_bytes()).parts if one.name == "VEVENT"]


def with_meetings(program: Fosdesk) -> MeetingsPart:
    desk = desk_of(program)
    desk.workspace.add(Meeting("a", what="Fellestid", day="2026-12-08", start="14:30", who="staff", series="Fast"))
    desk.workspace.add(Meeting("b", what="Fellestid", day="2026-12-15", start="14:30", who="staff", series="Fast"))
    desk.workspace.add(Meeting("c", what="Lønnssamtaler", day="2026-12-10", who="leadership"))
    desk.workspace.add(Meeting("d", what="En gang"))
    return meetings_of(page_of(program))


def test_what_is_chosen_is_saved_for_others_unless_one_says_otherwise(fresh_school: Fosdesk, tmp_path: Path) -> None:
    part = with_meetings(fresh_school)
    titles = [one.text("SUMMARY") for one in saved(part, tmp_path / "alle.ics")]
    assert titles == ["Fellestid", "Fellestid"]
    assert "Lagret" in said_on(fresh_school.window)
    own = saved(part, tmp_path / "egen.ics", "own")
    assert [one.text("SUMMARY") for one in own] == ["Fellestid", "Lønnssamtaler", "Fellestid"]
    series = saved(part, tmp_path / "serie.ics", "one_series")
    assert [one.text("DTSTART")[:8] for one in series] == ["20261208", "20261215"]
    part.open_record("c")
    (alone,) = saved(part, tmp_path / "ett.ics", "own")
    assert alone.text("UID") == f"c@{part.desk.school.id}.fosdesk"


def test_a_later_file_has_greater_numbers_and_cancels_what_is_gone(fresh_school: Fosdesk, tmp_path: Path) -> None:
    part, work = with_meetings(fresh_school), desk_of(fresh_school).workspace
    before = {one.text("UID")[:1]: int(one.text("SEQUENCE")) for one in saved(part, tmp_path / "x.ics")}
    meeting = work.school.get(Meeting, "a")
    work.commit(meeting, changed(meeting, place="Rom 2"))
    work.delete([work.school.get(Meeting, "b")])
    now = {one.text("UID")[:1]: one for one in saved(part, tmp_path / "x.ics")}
    assert {key: int(one.text("SEQUENCE")) > before[key] for key, one in now.items()} == {"a": True, "b": True}
    assert [now[key].text("STATUS") for key in "ab"] == ["CONFIRMED", "CANCELLED"]
    fresh_school.window.undo()
    again = {one.text("UID")[:1]: one for one in saved(part, tmp_path / "x.ics")}
    assert again["b"].text("STATUS") == "CONFIRMED"
    assert int(again["b"].text("SEQUENCE")) > int(now["b"].text("SEQUENCE"))


def test_another_file_is_never_written_over_and_the_sentence_is_shown(fresh_school: Fosdesk, tmp_path: Path) -> None:
    part = with_meetings(fresh_school)
    (tmp_path / "brev.ics").write_text("Kjære alle", encoding="utf-8")
    dialog = opened(part)
    dialog.write(tmp_path / "brev.ics")
    wait_for_work(part.desk)
    assert "brev.ics" in said_on(dialog)
    assert (tmp_path / "brev.ics").read_text(encoding="utf-8") == "Kjære alle"
    assert dialog.isEnabled()
    dialog.write(tmp_path / "plan")
    wait_for_work(part.desk)
    assert (tmp_path / "plan.ics").exists(), "the ending is added"


def test_the_dialog_counts_and_offers_only_what_there_is(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("a", day="2026-12-08"))
    dialog = opened(meetings_of(page_of(fresh_school)))
    assert not dialog.one_series.isEnabled()
    assert dialog.one_meeting.isHidden()
    assert dialog.count.text() == "1 møte"
    assert dialog.others.isChecked()
    dialog.reject()


def test_a_colleagues_school_is_not_saved_as_a_calendar(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.read_only = True
    assert not has_button(meetings_of(page_of(fresh_school)), "Til kalender …")
