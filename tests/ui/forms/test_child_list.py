"""The list of what belongs to a record, in its form: typed into, moved, taken away, and stored with its first word."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Choice, Option, Order, Privacy, Record, Reference, Short, YesNo, noun
from fosdesk.domain.records import AgendaLine, CoreComponent, Meeting
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.reading import words_on
from tests.ui.acts import desk_of, page_of, press, said_on, settle, take_cursor, type_in, window_of
from tests.ui.noun_lists import ShownList

ENTER, BACK, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(fresh_school: Fosdesk) -> Desk:
    return desk_of(fresh_school)


def meeting_in(desk: Desk, *lines: str) -> str:
    """A meeting with an agenda."""
    desk.workspace.add(Meeting("m", what="Arbeidsgruppen"))
    for number, what in enumerate(lines):
        desk.workspace.add(AgendaLine(f"a{number}", meeting="m", what=what, pos=f"{number + 1}"))
    return "m"


def agenda_of(desk: Desk, meeting: str = "m") -> ChildList:
    """The agenda of a meeting, opened on its page."""
    page = page_of(window_of(desk), "meetings", MeetingsPage)
    page.show_record(meeting)
    part = page.part("all")
    assert isinstance(part, MeetingsPart)
    assert part.list.panel is not None
    (found,) = part.list.findChildren(ChildList)
    settle()
    return found


def stored(desk: Desk) -> list[str]:
    return [one.what for one in desk.school.of(AgendaLine)]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def type_line(agenda: ChildList, typed: str) -> None:
    """Type where the cursor is."""
    QTest.keyClicks(focused(), typed)


def cursor_of(agenda: ChildList) -> str:
    """The id of the line that has the cursor."""
    return next(child for child, row in agenda.rows.items() if row.isAncestorOf(focused()))


def last(agenda: ChildList) -> str:
    return agenda.order[-1]


def test_an_empty_list_is_one_quiet_line_and_stores_nothing(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk))
    assert "Saksliste" in words_on(agenda)
    assert len(agenda.order) == 1
    assert stored(desk) == []
    take_cursor(agenda.rows[last(agenda)].widget)
    QTest.keyClick(focused(), ENTER)
    agenda.desk.window.setFocus()
    assert stored(desk) == []


def test_enter_goes_on_to_the_next_line_and_each_is_one_step(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk))
    take_cursor(agenda.rows[last(agenda)].widget)
    for what in ("Leksefri", "Friminuttet", "Vaktene"):
        type_line(agenda, what)
        QTest.keyClick(focused(), ENTER)
    assert stored(desk) == ["Leksefri", "Friminuttet", "Vaktene"]
    assert cursor_of(agenda) == last(agenda)
    assert [row.number.text() for row in map(agenda.rows.__getitem__, agenda.order)] == ["1", "2", "3", ""]
    desk.workspace.undo()
    assert stored(desk) == ["Leksefri", "Friminuttet"]


def test_enter_in_the_middle_adds_a_line_there(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "Først", "Sist"))
    take_cursor(agenda.rows["a0"].widget)
    QTest.keyClick(focused(), ENTER)
    assert len(agenda.order) == 4
    type_line(agenda, "Imellom")
    QTest.keyClick(focused(), ENTER)
    assert stored(desk) == ["Først", "Imellom", "Sist"]
    assert len(agenda.order) == 5
    take_cursor(agenda.rows["a0"].widget)
    settle()
    assert len(agenda.order) == 4, "a line that was left empty is gone"
    assert stored(desk) == ["Først", "Imellom", "Sist"]


def test_a_line_fits_between_two_that_came_to_the_same_place(desk: Desk) -> None:
    desk.workspace.add(Meeting("m"))
    for name in ("a", "b", "c"):
        desk.workspace.add(AgendaLine(name, meeting="m", what=name, pos="i"))
    agenda = agenda_of(desk)
    take_cursor(agenda.rows["a"].widget)
    QTest.keyClick(focused(), ENTER)
    type_line(agenda, "ny")
    QTest.keyClick(focused(), ENTER)
    assert stored(desk) == ["a", "ny", "b", "c"]


def test_alt_and_arrows_move_a_line_as_one_step_and_the_cursor_stays(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to", "tre"))
    take_cursor(agenda.rows["a2"].widget)
    QTest.keyClick(focused(), UP, ALT)
    assert stored(desk) == ["en", "tre", "to"]
    assert agenda.order[:3] == ["a0", "a2", "a1"]
    assert cursor_of(agenda) == "a2"
    QTest.keyClick(focused(), UP, ALT)
    QTest.keyClick(focused(), UP, ALT)  # already at the top
    assert stored(desk) == ["tre", "en", "to"]
    QTest.keyClick(focused(), DOWN, ALT)
    QTest.keyClick(focused(), DOWN, ALT)
    QTest.keyClick(focused(), DOWN, ALT)
    assert stored(desk) == ["en", "to", "tre"]
    assert cursor_of(agenda) == "a2"
    for there in (["en", "tre", "to"], ["tre", "en", "to"], ["en", "tre", "to"], ["en", "to", "tre"]):
        desk.workspace.undo()
        assert stored(desk) == there


def test_what_is_typed_is_stored_before_its_line_moves(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to"))
    take_cursor(agenda.rows["a1"].widget)
    QTest.keyClick(focused(), Qt.Key.Key_End)
    type_line(agenda, " ganger")
    QTest.keyClick(focused(), UP, ALT)
    assert stored(desk) == ["to ganger", "en"]


def test_arrows_go_from_line_to_line(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to"))
    take_cursor(agenda.rows["a0"].widget)
    QTest.keyClick(focused(), DOWN)
    assert cursor_of(agenda) == "a1"
    QTest.keyClick(focused(), DOWN)
    assert cursor_of(agenda) == last(agenda)
    QTest.keyClick(focused(), UP)
    QTest.keyClick(focused(), UP)
    QTest.keyClick(focused(), UP)
    assert cursor_of(agenda) == "a0"


def test_backspace_takes_an_empty_line_away_and_undo_brings_it_back(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to", "tre"))
    take_cursor(agenda.rows["a1"].widget)
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), BACK)
    assert len(stored(desk)) == 3
    QTest.keyClick(focused(), BACK)
    assert stored(desk) == ["en", "tre"]
    assert cursor_of(agenda) == "a0"
    desk.workspace.undo()
    assert "a1" in agenda.order


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_several_pasted_lines_become_a_line_each_in_one_step(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "først", "sist"))
    take_cursor(agenda.rows[last(agenda)].widget)
    paste("ti\r\n\r\n  elleve \ntolv\n")
    assert stored(desk) == ["først", "sist", "ti", "elleve", "tolv"]
    assert cursor_of(agenda) == last(agenda)
    take_cursor(agenda.rows["a0"].widget)
    QTest.keyClick(focused(), ENTER)
    paste("to\ntre")
    assert stored(desk) == ["først", "to", "tre", "sist", "ti", "elleve", "tolv"]
    desk.workspace.undo()
    desk.workspace.undo()
    assert stored(desk) == ["først", "sist"]
    take_cursor(agenda.rows[last(agenda)].widget)
    paste("bare en")
    QTest.keyClick(focused(), ENTER)
    assert stored(desk) == ["først", "sist", "bare en"]


def test_a_begun_meeting_is_stored_with_what_is_pasted_into_its_agenda(desk: Desk) -> None:
    part = page_of(window_of(desk), "meetings", MeetingsPage).part("all")
    assert isinstance(part, MeetingsPart)
    part.begin()
    (agenda,) = part.list.findChildren(ChildList)
    take_cursor(agenda.rows[last(agenda)].widget)
    paste("en\nto")
    (meeting,) = desk.school.of(Meeting)
    assert [(one.meeting, one.what) for one in desk.school.of(AgendaLine)] == [(meeting.id, "en"), (meeting.id, "to")]
    desk.workspace.undo()
    assert (desk.school.of(Meeting), desk.school.of(AgendaLine)) == ((), ())


def test_a_row_opens_for_its_other_fields_and_says_them(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to"))
    press(agenda.rows["a0"], "Mer")
    (form,) = agenda.rows["a0"].findChildren(RecordForm)
    assert "what" not in form.editors
    type_in(form.editors["minutes"], "15")
    form.editors["minutes"].commit()
    assert desk.school.get(AgendaLine, "a0").minutes == 15
    assert "15 min" in agenda.rows["a0"].fold.text()
    press(form, "Flytt ned")
    assert stored(desk) == ["to", "en"]
    press(form, "Fjern")
    assert stored(desk) == ["to"]
    assert agenda.order == ["a1", last(agenda)]
    desk.workspace.undo()
    assert stored(desk) == ["to", "en"]


def test_a_begun_meeting_is_stored_with_its_first_line_in_one_step(desk: Desk) -> None:
    page = page_of(window_of(desk), "meetings", MeetingsPage)
    part = page.part("all")
    assert isinstance(part, MeetingsPart)
    part.begin()
    (agenda,) = part.list.findChildren(ChildList)
    take_cursor(agenda.rows[last(agenda)].widget)
    type_line(agenda, "Leksefri")
    QTest.keyClick(focused(), ENTER)
    (meeting,) = desk.school.of(Meeting)
    assert [(one.meeting, one.what) for one in desk.school.of(AgendaLine)] == [(meeting.id, "Leksefri")]
    assert part.list.close_row()
    assert desk.school.find(meeting.id) == meeting
    desk.workspace.undo()
    assert (desk.school.of(Meeting), desk.school.of(AgendaLine)) == ((), ())


def test_nothing_begun_is_left_when_the_form_closes(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en"))
    take_cursor(agenda.rows["a0"].widget)
    QTest.keyClick(focused(), ENTER)
    part = page_of(window_of(desk), "meetings", MeetingsPage).part("all")
    assert isinstance(part, MeetingsPart)
    assert part.list.close_row()
    assert desk.new_records.of(AgendaLine) == []
    assert stored(desk) == ["en"]


def test_two_lists_of_one_record_do_not_show_each_others_empty_lines(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en"))
    other = RecordForm(desk, Meeting, "m")
    other.setParent(desk.window)
    (beside,) = other.findChildren(ChildList)
    agenda.reload()
    assert len(agenda.order) == len(beside.order) == 2
    desk.new_records.drop("m")  # one of the two forms closes
    other.show()
    beside.take_cursor()
    take_cursor(beside.rows[last(beside)].widget)
    type_line(beside, "to")
    QTest.keyClick(focused(), ENTER)
    assert [(one.meeting, one.what) for one in desk.school.of(AgendaLine)] == [("m", "en"), ("m", "to")]


def test_the_last_line_comes_behind_what_came_meanwhile(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en"))
    desk.workspace.add(AgendaLine("z", meeting="m", what="fra en annen", pos="zz"))
    take_cursor(agenda.rows[last(agenda)].widget)
    type_line(agenda, "sist")
    QTest.keyClick(focused(), ENTER)
    assert stored(desk) == ["en", "fra en annen", "sist"]


def test_a_colleagues_agenda_is_only_read(desk: Desk) -> None:
    meeting_in(desk, "en")
    there = Workspace(desk.workspace.store, desk.school.id, role="", app="test", clock=lambda: NOON, read_only=True)
    form = RecordForm(replace(desk, workspace=there), Meeting, "m")
    form.setParent(desk.window)
    form.show()
    (agenda,) = form.findChildren(ChildList)
    assert agenda.order == ["a0"]
    editor = agenda.rows["a0"].widget
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isReadOnly()
    take_cursor(editor)
    QTest.keyClick(editor, ENTER)
    QTest.keyClick(editor, DOWN, ALT)
    assert agenda.order == ["a0"]
    desk.workspace.add(Meeting("empty"))
    there.reload()
    bare = RecordForm(replace(desk, workspace=there), Meeting, "empty")
    bare.setParent(desk.window)
    bare.show()
    assert "Saksliste" not in said_on(bare)


def test_each_line_has_a_name_of_its_own_for_screen_readers(desk: Desk) -> None:
    agenda = agenda_of(desk, meeting_in(desk, "en", "to"))
    names = [agenda.rows[child].widget.accessibleName() for child in agenda.order]
    assert len(set(names)) == 3
    assert all(names)
    assert "en" in agenda.rows["a0"].fold.accessibleName()


@pytest.fixture
def visit() -> Iterator[type[Record]]:
    """A child noun: this is all there is to it."""

    @noun("visit", one="Visit", many="Visits")
    class Visit(Record, frozen=True):
        """Somebody came to see a component at work."""

        component: Annotated[
            str, Reference("Component", "core_component", parent=True, hidden=True, privacy=Privacy.OPEN)
        ] = ""
        kind: Annotated[str, Choice("Kind", (Option("a", "By bus"),), privacy=Privacy.OPEN)] = ""
        useful: Annotated[bool, YesNo("Useful", privacy=Privacy.OPEN)] = False
        who: Annotated[str, Short("Who", privacy=Privacy.PRIVATE)] = ""
        pos: Annotated[str, Order("Place", hidden=True, privacy=Privacy.OPEN)] = ""

    yield Visit
    del NOUNS["visit"]


def test_a_noun_that_names_its_parent_is_in_the_parents_form_without_more(desk: Desk, visit: type[Record]) -> None:
    desk.workspace.add(CoreComponent("c", name="Voksne som ser"))
    (visits,) = ShownList(window_of(desk), "core_component").open("c").findChildren(ChildList)
    assert "Visits" in words_on(visits)
    assert any("only for the leadership team" in said or "bare for" in said for said in words_on(visits))
    take_cursor(visits.rows[last(visits)].widget)
    type_line(visits, "PPT")
    QTest.keyClick(focused(), ENTER)
    (made,) = desk.school.of(visit)
    assert (getattr(made, "component", ""), getattr(made, "who", "")) == ("c", "PPT")
