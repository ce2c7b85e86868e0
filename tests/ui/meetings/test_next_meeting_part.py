"""Preparing the next meeting in the real window: what is taken, typed, moved and timed, and what is only proposed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, FollowUp, GateEntry, Meeting, Person, PhaseState
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.meetings.meeting_form import MeetingForm
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from tests.reading import words_on
from tests.ui.acts import bring_to_front, button_on, desk_of, said_on, settle, take_cursor, type_in, wait_until
from tests.ui.meetings.test_meetings_page import meetings_of, page_of
from tests.ui.time.test_time_page import click

NEXT = Meeting("next", day="2026-12-08", start="14:30", who="work_group", minutes=60)


def part_of(program: Fosdesk) -> NextMeetingPart:
    """The part, shown."""
    page = page_of(program)
    page.tabs.show_tab("next")
    part = page.part("next")
    assert isinstance(part, NextMeetingPart)
    bring_to_front(program.window)
    settle()
    return part


def prepared(program: Fosdesk) -> NextMeetingPart:
    """The part in a school with a coming meeting and three things to propose."""
    workspace = desk_of(program).workspace
    workspace.add(PhaseState("phase:F1", opened="2026-08-20"))
    workspace.add(NEXT)
    workspace.add(FollowUp("f1", what="Åpne boden i skolegården", responsible="vaktmester", due="2026-11-13"))
    workspace.add(GateEntry("g1", what="Artikkel om friminutt", came="2026-11-13"))
    return part_of(program)


def titles(part: NextMeetingPart) -> list[str]:
    return [one.title for one in part.proposals.buttons]


def agenda(part: NextMeetingPart) -> list[str]:
    return [line.what for line in lines_of_meeting(part.desk.school, part.meeting_id)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the cursor."""
    there = QApplication.focusWidget()
    assert there is not None
    QTest.keyClick(there, key, modifier)
    settle()


def type_lines(part: NextMeetingPart, *lines: str) -> None:
    take_cursor(part.entry.typed)
    for line in lines:
        QTest.keyClicks(part.entry.typed, line)
        press(Qt.Key.Key_Return)


def test_enter_takes_a_proposal_and_the_cursor_goes_to_the_next_one(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    assert part.head.when.text() == "Tirsdag 8. desember kl. 14.30"
    assert part.head.facts.text() == "Arbeidsgruppen · 1 t"
    assert titles(part)[:2] == ["Åpne boden i skolegården", "Artikkel om friminutt"]
    assert "oppfølging · frist 13. nov. · vaktmester" in part.proposals.buttons[0].accessibleName()
    part.open_record("")
    settle()
    assert part.proposals.buttons[0].hasFocus()
    press(Qt.Key.Key_Return)
    assert part.proposals.buttons[0].title == "Artikkel om friminutt"
    assert part.proposals.buttons[0].hasFocus()
    press(Qt.Key.Key_Return)
    first, second = lines_of_meeting(part.desk.school, "next")
    assert (first.what, first.about, first.purpose, first.minutes) == ("Åpne boden i skolegården", "f1", "inform", 5)
    assert (second.what, second.about, second.purpose, second.minutes) == ("Artikkel om friminutt", "g1", "decide", 10)
    assert part.time.text() == "15 av 60 minutter"
    assert "Åpne boden i skolegården" not in titles(part)
    fresh_school.window.undo()
    assert agenda(part) == ["Åpne boden i skolegården"]
    assert "Artikkel om friminutt" in titles(part), "what was undone is proposed again"


def test_the_last_proposal_leaves_the_cursor_in_the_line_to_write(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.add(NEXT)
    part = part_of(fresh_school)
    while part.proposals.buttons:
        assert part.proposals.enter()
        press(Qt.Key.Key_Return)
    assert part.entry.typed.hasFocus()
    assert part.desk.words("Nothing to propose now. Write lines of your own.") in words_on(part)


def test_arrows_go_from_one_proposal_to_the_next_and_more_are_shown_when_asked(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    desk_of(fresh_school).workspace.commit_all(
        [(None, FollowUp(f"x{n}", what=f"X{n}", due="2026-12-01")) for n in range(9)]
    )
    settle()
    assert len(titles(part)) == 6
    assert part.proposals.enter()
    press(Qt.Key.Key_Down)
    assert part.proposals.buttons[1].hasFocus()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert part.proposals.buttons[0].hasFocus()
    click(part.proposals.more)
    assert len(titles(part)) > 6


def test_lines_are_typed_with_enter_and_pasted_several_at_a_time(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    type_lines(part, "Frikjøp", "  ", "<b>Årshjul</b> & annet")
    assert agenda(part) == ["Frikjøp", "<b>Årshjul</b> & annet"]
    assert part.time.text() == "0 av 60 minutter · 2 saker uten minutter"
    QTest.keyClicks(part.entry.typed, "Begynt")
    QApplication.clipboard().setText("En\r\n\r\nTo\u2028Tre\n")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert agenda(part)[2:] == ["Begynt", "En", "To", "Tre"]
    fresh_school.window.undo()
    assert len(agenda(part)) == 2, "what was pasted is one step"
    QApplication.clipboard().setText("\n".join(map(str, range(101))))
    take_cursor(part.entry.typed)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(agenda(part)) == 2
    assert part.desk.words("That is {n} lines, and {most} fit at a time.", n=101, most=100) in words_on(part)


def test_a_line_that_is_typed_and_not_added_is_kept_when_the_page_is_left(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    take_cursor(part.entry.typed)
    QTest.keyClicks(part.entry.typed, "Glem ikke dette")
    fresh_school.window.go("overview", "")
    assert agenda(part) == ["Glem ikke dette"]
    assert part.entry.typed.text() == ""


def test_lines_are_moved_timed_and_taken_away_by_key(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    type_lines(part, "En", "To", "Tre")
    ids = [line.id for line in part.agenda.lines]
    part.agenda.enter(ids[2])
    alt = Qt.KeyboardModifier.AltModifier
    press(Qt.Key.Key_Up, alt)
    press(Qt.Key.Key_Up, alt)
    press(Qt.Key.Key_Up, alt)
    assert agenda(part) == ["Tre", "En", "To"]
    assert part.agenda.row(ids[2]).line.hasFocus(), "the cursor stays on the line"
    assert part.agenda.shown_ids == [ids[2], ids[0], ids[1]]
    press(Qt.Key.Key_Down, alt)
    assert agenda(part) == ["En", "Tre", "To"]
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Plus)
    press(Qt.Key.Key_Minus)
    assert part.desk.school.get(AgendaLine, ids[2]).minutes == 5
    press(Qt.Key.Key_Minus)
    assert part.desk.school.get(AgendaLine, ids[2]).minutes is None
    press(Qt.Key.Key_Down)
    assert part.agenda.row(ids[1]).line.hasFocus()
    press(Qt.Key.Key_Delete)
    assert agenda(part) == ["En", "Tre"]
    assert part.agenda.row(ids[2]).line.hasFocus()
    fresh_school.window.undo()
    assert agenda(part) == ["En", "Tre", "To"]


def test_a_line_opens_in_place_and_is_changed_there(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    type_lines(part, "En")
    (line,) = part.agenda.lines
    part.agenda.enter(line.id)
    press(Qt.Key.Key_Return)
    panel = part.agenda.panel
    assert isinstance(panel, FieldsPanel)
    minutes = panel.editors["minutes"]
    type_in(minutes, "20")
    press(Qt.Key.Key_Return)
    assert part.time.text() == "20 av 60 minutter"
    click(as_widget(panel.editors["put_off"].editor))
    assert part.desk.school.get(AgendaLine, line.id).put_off


# -- a meeting that is only proposed


def test_without_a_meeting_one_is_proposed_and_nothing_is_stored_by_looking(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("last", day="2026-11-17", start="08:15", who="leadership", minutes=45))
    before = len(desk.workspace.store.journal(desk.school.id).changes)
    part = part_of(fresh_school)
    assert part.is_proposed
    assert part.head.when.text() == "Forslag: tirsdag 1. desember kl. 08.15"
    assert part.head.facts.text().endswith(" · 45 min")
    page = page_of(fresh_school)
    everything = meetings_of(page)
    assert everything.list.shown_ids == ["last"], "a proposal is in no other list"
    page.tabs.show_tab("next")
    settle()
    assert part.is_proposed
    fresh_school.window.go("overview", "")
    assert len(desk.workspace.store.journal(desk.school.id).changes) == before


def test_a_proposed_meeting_is_stored_when_somebody_says_so(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    part.open_record("")
    settle()
    assert part.make.hasFocus()
    press(Qt.Key.Key_Return)
    (meeting,) = part.desk.school.of(Meeting)
    assert (meeting.day, meeting.who, meeting.minutes) == ("2026-11-30", "work_group", 60)
    assert part.form.panel is None
    assert part.proposals.buttons[0].hasFocus()
    fresh_school.window.go("overview", "")
    assert part.desk.school.of(Meeting) == (meeting,), "it is a record, though nothing is written in it"
    fresh_school.window.undo()
    assert part.desk.school.of(Meeting) == ()


def test_the_first_line_stores_the_proposed_meeting_with_it_as_one_step(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    type_lines(part, "Oppstart")
    (meeting,) = part.desk.school.of(Meeting)
    (line,) = part.desk.school.of(AgendaLine)
    assert line.meeting == meeting.id
    assert not part.is_proposed
    fresh_school.window.undo()
    assert (part.desk.school.of(Meeting), part.desk.school.of(AgendaLine)) == ((), ())
    settle()
    assert part.is_proposed, "and one is proposed again"


def test_day_time_and_people_are_changed_in_place(fresh_school: Fosdesk) -> None:
    part = part_of(fresh_school)
    panel = part.form.panel
    assert isinstance(panel, MeetingForm)
    for name, typed in (("day", "9.12.2026"), ("start", "1430"), ("minutes", "90")):
        editor = panel.editors[name].editor
        assert isinstance(editor, QWidget)
        take_cursor(editor)
        press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, typed)
        press(Qt.Key.Key_Tab)
    (meeting,) = part.desk.school.of(Meeting)
    assert (meeting.day, meeting.start, meeting.minutes) == ("2026-12-09", "14:30", 90)
    assert part.head.when.text() == "Onsdag 9. desember kl. 14.30"
    # The button stays where it is until it is pressed, though what was typed is stored.
    QTest.mousePress(part.make, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(part.make, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle()
    assert part.form.panel is None
    click(part.head.change)
    assert part.form.record_id == meeting.id
    click(part.head.change)
    assert part.form.panel is None


def test_another_meeting_is_chosen_and_a_further_one_begun(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Meeting("later", day="2026-12-15", who="owner"))
    workspace.add(Meeting("held", day="2026-11-20", who="staff"))
    workspace.add(Meeting("long ago", day="2026-09-20", who="staff"))
    part = prepared(fresh_school)
    keys = [part.head.which.itemData(n) for n in range(part.head.which.count())]
    assert keys == ["next", "later", "held", "new"]
    type_lines(part, "På det nærmeste")
    part.head.which.setCurrentIndex(1)
    part.head.which.activated.emit(1)
    assert part.meeting_id == "later"
    assert agenda(part) == []
    part.head.which.activated.emit(part.head.which.findData("new"))
    part.head.which.setCurrentIndex(part.head.which.findData("new"))
    part.head.which.activated.emit(part.head.which.currentIndex())
    settle()
    assert part.is_proposed
    part.open_record("long ago")
    assert part.meeting_id == "long ago"
    assert part.head.which.currentData() == "long ago"


def test_the_meeting_one_looks_at_stays_though_a_nearer_one_comes(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    desk_of(fresh_school).workspace.add(Meeting("nearer", day="2026-11-24"))
    settle()
    assert part.meeting_id == "next"
    fresh_school.window.go("overview", "")
    fresh_school.window.go("meetings", "")
    wait_until(lambda: part.meeting_id == "nearer")


def test_an_agenda_is_reached_from_the_list_of_all_meetings(fresh_school: Fosdesk) -> None:
    part = prepared(fresh_school)
    desk_of(fresh_school).workspace.add(Meeting("later", day="2026-12-15", who="owner"))
    page = page_of(fresh_school)
    meetings_of(page).list.open_row("later")
    click(button_on(meetings_of(page), "Saksliste"))
    assert page.tabs.key == "next"
    assert part.meeting_id == "later"


# -- what is not for everybody


def test_names_are_not_proposed_to_the_owner_and_private_words_are_never_written_into_a_line(
    fresh_school: Fosdesk,
) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Person("p", name="Kari Nordmann", role="teacher"))
    workspace.add(FollowUp("f1", what="Snakk med Kari Nordmann", due="2026-12-01"))
    workspace.add(Meeting("next", day="2026-12-08", who="owner"))
    part = part_of(fresh_school)
    assert "Snakk med Kari Nordmann" not in titles(part)
    workspace.commit(NEXT, Meeting("next", day="2026-12-08", start="14:30", who="work_group", minutes=60))
    workspace.commit(workspace.school.get(Meeting, "next"), NEXT)
    settle()
    assert "Snakk med Kari Nordmann" in titles(part)


def test_a_colleagues_agenda_is_read_and_nothing_is_proposed(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    (meeting,) = [one for one in desk.school.of(Meeting) if one.day == "2026-11-24"]
    desk.workspace.add(AgendaLine("a", meeting=meeting.id, what="Leksefri"))
    desk.workspace.read_only = True
    part = part_of(with_example)
    assert "1. Leksefri" in said_on(part)
    for hidden in (part.entry, part.proposals, part.head.change, part.make):
        assert not hidden.isVisible()
