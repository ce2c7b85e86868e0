"""What a sighted person sees move or come is announced: a row that was moved in its list, and a conflict in a field."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, GateEntry, Meeting, MethodCard
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.ui.focus.announcing import ANNOUNCED
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from fosdesk.ui.phase.phase_page import PhasePage
from tests.ui.acts import changed, desk_of, from_colleague, page_of, settle, take_cursor

ALT = Qt.KeyboardModifier.AltModifier
DOWN = Qt.Key.Key_Down


def moved_down(program: Fosdesk) -> str:
    """Press Alt+Down where the cursor is; returns what was told last."""
    there = QApplication.focusWidget()
    assert there is not None
    QTest.keyClick(there, DOWN, ALT)
    settle()
    return str(program.window.property(ANNOUNCED))


def test_a_row_of_a_list_that_is_moved_says_where_it_stands(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    for name in "abc":
        desk.workspace.add(MethodCard(name, name=name, pos=f"i{name}"))
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    page.tabs.show_tab("methods")
    part = page.part("methods")
    assert isinstance(part, NounPart)
    settle()
    part.list.open_row("a")
    settle()
    assert moved_down(fresh_school) == "2 av 3"
    assert moved_down(fresh_school) == "3 av 3"


def test_a_line_of_the_agenda_that_is_moved_says_where_it_stands(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m", what="Ledermøte", day="2026-12-01"))
    for name in "abcd":
        desk.workspace.add(AgendaLine(name, meeting="m", what=name, pos=f"i{name}"))
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    page.tabs.show_tab("next")
    part = page.part("next")
    assert isinstance(part, NextMeetingPart)
    settle()
    take_cursor(part.agenda.row("b").line)
    assert moved_down(fresh_school) == "3 av 4"


def test_a_child_that_is_moved_in_its_parents_form_says_where_it_stands(qtbot: QtBot, fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m", what="Ledermøte", day="2026-12-01"))
    for name in "ab":
        desk.workspace.add(AgendaLine(name, meeting="m", what=name, pos=f"i{name}"))
    page = page_of(fresh_school.window, "meetings", MeetingsPage)
    page.tabs.show_tab("all")
    page.part("all").open_record("m")
    settle()
    children = next(one for one in page.findChildren(ChildList) if one.isVisible())
    children.take_cursor("a")
    settle()
    assert moved_down(fresh_school) == "2 av 2"


def test_an_item_of_a_checklist_that_is_moved_says_where_it_stands(with_example: Fosdesk) -> None:
    page = page_of(with_example.window, "phase:F1", PhasePage)
    settle()
    shown = page.lists[0]
    shown.act("down", shown._shown_order()[0])
    settle()
    told = str(with_example.window.property(ANNOUNCED))
    assert told.startswith("2 av ")


def test_a_conflict_that_comes_while_its_field_is_looked_at_is_told(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    entry = desk.workspace.add(GateEntry("entry", what="Leseløftet"))
    file = from_colleague(desk, tmp_path, lambda there: there.commit(entry, changed(entry, reason="Fra kollegaen")))
    desk.workspace.commit(entry, changed(entry, reason="Fra oss"))
    editor = FieldEditor(desk, GateEntry, "entry", "reason")
    editor.setParent(fresh_school.window)
    editor.resize(500, 500)
    editor.show()
    desk.workspace.adopt(desk.workspace.merge(load_school_file(file), tmp_path / "backups").update)
    editor.reload()
    told = str(fresh_school.window.property(ANNOUNCED))
    assert told == "Hvorfor: To har skrevet her. Begge er tatt vare på til dere velger."
