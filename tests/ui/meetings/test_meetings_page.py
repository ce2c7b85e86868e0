"""The page for meetings, in the real window: one meeting, several at once, and the records that follow from them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting, StopItem, TimePlan, TimeSlot
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.lists.listing import FINISHED, Heading
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.record_part import RecordPart
from fosdesk.ui.meetings.meeting_panel import MeetingPanel
from fosdesk.ui.meetings.meeting_series import MeetingSeries
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from tests.reading import words_on
from tests.ui.acts import bring_to_front, desk_of, leave, press, said_on, settle, type_in
from tests.ui.time.test_time_page import click, type_into
from tests.ui.time.test_time_page import page_of as time_page_of


def page_of(program: Fosdesk) -> MeetingsPage:
    """The page, shown."""
    program.window.go("meetings", "")
    page = program.window.page("meetings")
    assert isinstance(page, MeetingsPage)
    return page


def meetings_of(page: MeetingsPage) -> MeetingsPart:
    """The part with all meetings, shown."""
    page.tabs.show_tab("all")
    part = page.part("all")
    assert isinstance(part, MeetingsPart)
    return part


def panel_of(rows: NounList) -> MeetingPanel:
    """The open form of the list."""
    assert isinstance(rows.panel, MeetingPanel)
    return rows.panel


def series_of(part: MeetingsPart) -> MeetingSeries:
    """The panel for several meetings, opened by a click."""
    click(part.several)
    assert part.series is not None
    return part.series


def fill(series: MeetingSeries, first: str, last: str, weeks: str) -> None:
    """Type the days and the rhythm, and leave each field with Enter."""
    for editor, typed in ((series.first, first), (series.last, last), (series.weeks, weeks)):
        editor.setFocus()
        editor.selectAll()
        QTest.keyClicks(editor, typed)
        QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_series_of_meetings_is_one_step(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = meetings_of(page)
    series = series_of(part)
    series.what.setText("Arbeidsgruppen")
    series.minutes.setText("1:15")
    fill(series, "12.1.2027", "23.3.2027", "2")
    assert list(series.chips) == [
        "2027-01-12",
        "2027-01-26",
        "2027-02-09",
        "2027-02-23",
        "2027-03-09",
        "2027-03-23",
    ]
    click(series.chips["2027-02-23"])  # winter holiday
    assert series.add.text() == desk.words.plural("Add {n} meeting", "Add {n} meetings", 5)
    click(series.add)
    made = desk.school.of(Meeting)
    assert sorted(m.day for m in made) == ["2027-01-12", "2027-01-26", "2027-02-09", "2027-03-09", "2027-03-23"]
    assert {(m.what, m.who, m.minutes) for m in made} == {("Arbeidsgruppen", "work_group", 75)}
    assert part.series is None
    said = desk.words("Next: {date}", date=desk.words.weekday_date("2027-01-12"))
    assert part.next.text() == f"{said} · Arbeidsgruppen"
    if part.turn.isVisible():  # in a low window, figure and list take turns
        click(part.turn)
    assert part.gaps.isVisible()
    assert desk.words("several meetings") in said_on(fresh_school.window)
    fresh_school.window.undo()
    assert desk.school.of(Meeting) == (), "one undo takes all of them back"
    fresh_school.window.redo()
    assert len(desk.school.of(Meeting)) == 5


def test_a_series_that_ends_before_it_begins_is_told_and_makes_nothing(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    series = series_of(meetings_of(page))
    fill(series, "23.3.2027", "12.1.2027", "2")
    assert desk.words("The last day comes before the first.") in words_on(series)
    assert not series.add.isEnabled()
    fill(series, "i morgen", "12.1.2027", "2")
    assert any("23.11.2026" in words for words in words_on(series)), "an example of a date is given"
    assert desk.school.of(Meeting) == ()


def test_a_series_goes_on_where_the_meetings_end_and_leaves_out_days_that_are_taken(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.add(Meeting(day="2026-12-08", who="work_group"))
    desk.workspace.add(TimeSlot(who="work_group", semester="2026H", minutes=60, times=9, every_weeks=3))
    series = series_of(meetings_of(page))
    assert (series.first.value(), series.weeks.value(), series.minutes.value()) == ("2026-12-29", 3, 60)
    fill(series, "1.12.2026", "22.12.2026", "1")
    assert series.chosen() == ["2026-12-01", "2026-12-15"], "and none in the Christmas holidays"


def test_one_meeting_is_written_in_place_and_moves_when_its_day_passes(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    part = meetings_of(page)
    click(page.main)
    panel = panel_of(part.list)
    assert desk.framework.warning("W12").says() in words_on(panel)
    type_into(panel.editors["day"], "1.12.2026")
    type_into(panel.editors["minutes"], "75")
    notes = panel.editors["notes"].editor
    assert isinstance(notes, QPlainTextEdit)
    notes.setFocus()
    QTest.keyClicks(notes, "Vi ble enige.")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    (meeting,) = desk.school.of(Meeting)
    assert (meeting.day, meeting.minutes, meeting.notes) == ("2026-12-01", 75, "Vi ble enige.")
    assert part.list.panel is None
    assert part.list.listing.count_under(FINISHED) == 0
    part.list.open_row(meeting.id)
    type_into(panel_of(part.list).editors["day"], "2.11.2026")
    assert part.list.listing.count_under(FINISHED) == 1


def test_long_gaps_are_mentioned_softly_and_the_limit_is_the_schools_own(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.add(StopItem(what="Noe"))
    for day in ("2026-11-20", "2027-01-29"):
        desk.workspace.add(Meeting(day=day, who="work_group"))
    (sentence,) = page.advice.sentences
    assert sentence == desk.framework.warning("W9").says(10)
    assert sentence in words_on(page)
    times = time_page_of(fresh_school)
    times.tabs.show_tab("agreements")
    part = times.part("agreements")
    assert isinstance(part, RecordPart)
    type_into(part.editors["gap_weeks"], "12")
    assert desk.school.get(TimePlan, "time_plan").gap_weeks == 12
    assert page_of(fresh_school).advice.sentences == []


def test_meetings_that_were_held_are_folded_and_counted_and_unfold(with_example: Fosdesk) -> None:
    page, desk = page_of(with_example), desk_of(with_example)
    part = meetings_of(page)
    held = [m for m in desk.school.of(Meeting) if "" < m.day < "2026-11-23"]
    (heading,) = [one for one in part.list.rows.rows if isinstance(one, Heading)]
    assert (heading.title, heading.records, heading.is_folded) == ("Tidligere møter", len(held), True)
    part.list.table.fold_asked.emit(FINISHED)
    assert len(part.list.shown_ids) == len(desk.school.of(Meeting))


def test_all_meetings_have_what_every_list_has(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.add(Meeting("m1", what="Oppstart", day="2026-12-10", who="work_group"))
    part = meetings_of(page)
    bring_to_front(fresh_school.window)
    QTest.keyClicks(part.list.quick, "Foreldremøte")
    QTest.keyClick(part.list.quick, Qt.Key.Key_Return)
    (made,) = [one for one in desk.school.of(Meeting) if one.id != "m1"]
    assert (made.what, made.who) == ("Foreldremøte", "work_group")
    part.list.open_row("m1")
    press(part, "Legg bort")
    assert desk.school.get(Meeting, "m1").put_away
    assert part.list.shown_ids == [made.id]
    assert part.list.paste.isVisible()
    assert part.list.save.isVisible()


def test_each_record_opens_in_its_part_and_an_agenda_line_in_its_meeting(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.add(Meeting("m1", what="Oppstart", day="2024-01-10"))
    desk.workspace.add(AgendaLine("l1", meeting="m1", what="Status"))
    desk.workspace.add(Decision("d1", what="Vi tar ikke inn flere innspill."))
    desk.workspace.add(FollowUp("f1", what="Ring PPT", responsible="Rektor"))
    for record, tab, opened in (
        ("m1", "all", "m1"),
        ("l1", "all", "m1"),
        ("d1", "decisions", "d1"),
        ("f1", "follow_ups", "f1"),
    ):
        fresh_school.window.go("meetings", record)
        part = page.part(page.part_shown)
        assert isinstance(part, MeetingsPart | NounPart)
        assert (page.part_shown, part.list.open_id) == (tab, opened)


def test_a_colleagues_school_can_be_read_but_offers_no_act(with_example: Fosdesk) -> None:
    desk_of(with_example).workspace.read_only = True
    page = page_of(with_example)
    assert not meetings_of(page).several.isVisible()
    assert not page.main.isVisible()


def test_what_follows_from_a_meeting_is_written_from_there(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    desk.workspace.add(Meeting("m1", what="Lederkonferanse", day="2026-11-10", who="leader_training"))
    part = meetings_of(page)
    part.list.open_row("m1")
    press(part, "Ny oppfølging")
    assert page.part_shown == "follow_ups"
    following = page.part("follow_ups")
    assert isinstance(following, NounPart)
    form = following.list.panel
    assert isinstance(form, RecordForm)
    type_in(form.editors["what"], "Prøv tre spørsmål i ledermøtet")
    leave(form.editors["what"])
    (made,) = desk.school.of(FollowUp)
    assert (made.what, made.meeting) == ("Prøv tre spørsmål i ledermøtet", "m1")


def test_there_are_four_tabs_and_the_keys_of_those_that_were_are_understood(fresh_school: Fosdesk) -> None:
    page = page_of(fresh_school)
    bring_to_front(fresh_school.window)
    names = [one for one in page.tabs.findChildren(QPushButton) if one.property("look") == "tab" and one.isVisible()]
    assert [one.text() for one in names] == ["Neste møte", "Alle møter", "Oppfølging", "Arbeidsformer"]
    for key, tab, name in (
        ("month", "Alle møter", "Måned"),
        ("decisions", "Oppfølging", "Avgjørelser"),
        ("all", "Alle møter", "Liste"),
        ("follow_ups", "Oppfølging", "Oppfølging"),
    ):
        fresh_school.window.arrive("meetings", key, "")
        settle()
        assert (page.part_shown, fresh_school.window.current_part) == (key, key)
        assert [one.text() for one in names if one.isChecked()] == [tab]
        chips = [one for one in page.tabs.findChildren(QPushButton) if one.property("look") == "chip"]
        assert [one.text() for one in chips if one.isVisible() and one.isChecked() and one.text() == name] == [name]
        assert page.part(key).isVisible()


def test_another_view_of_a_tab_is_shown_by_a_click_and_hears_what_changed_meanwhile(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    page = page_of(fresh_school)
    page.turn_to_part("decisions")
    page.turn_to_part("follow_ups")
    made = desk.workspace.add(Decision(what="Leksefri på mellomtrinnet"))
    bring_to_front(fresh_school.window)
    (chip,) = [one for one in page.tabs.findChildren(QPushButton) if one.text() == "Avgjørelser" and one.isVisible()]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.part_shown == "decisions"
    assert page.main.text() == "Ny avgjørelse"
    assert "Leksefri på mellomtrinnet" in said_on(page)
    fresh_school.window.go("overview", "")
    fresh_school.window.go("meetings", "")
    assert page.part_shown == "decisions", "as it was left"
    assert made.id in page.part("decisions").list.shown_ids  # type: ignore[attr-defined]
