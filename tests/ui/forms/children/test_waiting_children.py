"""A long list of children shows some of them at first, and the others where they are asked for or come beside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import AgendaLine, Meeting
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.children.waiting_children import MOST
from fosdesk.ui.forms.record_form import child_form
from tests.ui.acts import desk_of, press, settle

MANY = 100


@pytest.fixture
def agenda(fresh_school: Fosdesk) -> ChildList:
    desk = desk_of(fresh_school)
    lines = [AgendaLine(f"l{n:03}", meeting="m", what=f"Sak {n}", pos=f"{n:03}i") for n in range(MANY)]
    desk.workspace.commit_all([(None, Meeting("m", what="Møte")), *((None, one) for one in lines)], "create")
    made = ChildList(desk, NOUNS["agenda_line"], "m", child_form(desk))
    made.setParent(fresh_school.window)
    made.resize(700, 5_000)
    made.show()
    settle()
    return made


def ids(first: int, last: int) -> list[str]:
    return [f"l{n:03}" for n in range(first, last)]


def test_some_lines_come_first_with_the_empty_one_and_the_rest_when_asked_for(agenda: ChildList) -> None:
    assert agenda.order[:-1] == ids(0, MOST)
    below = agenda.rows[agenda.order[-1]]
    assert agenda.rows[agenda.order[-2]].y() < agenda.waiting.y() < below.y()
    assert below.number.text() == ""
    press(agenda, f"Vis {MANY - MOST} til")
    assert agenda.order[:-1] == ids(0, MANY)
    assert agenda.rows["l099"].number.text() == "100"
    assert agenda.waiting.isHidden()


def test_what_is_written_at_the_end_stands_there(agenda: ChildList) -> None:
    agenda.take_cursor()
    last = agenda.order[-1]
    QTest.keyClicks(agenda.rows[last].widget, "Sist")
    QTest.keyClick(agenda.rows[last].widget, Qt.Key.Key_Return)
    settle()
    lines = sorted(agenda.desk.school.of(AgendaLine), key=lambda one: one.pos)
    assert lines[-1].what == "Sist"
    assert lines[-1].id in agenda.order


def test_a_line_below_the_last_that_is_shown_comes_there(agenda: ChildList) -> None:
    here = agenda.rows[ids(0, MOST)[-1]]
    here.widget.setFocus()
    QTest.keyClick(here.widget, Qt.Key.Key_Return)
    assert len(agenda.order) == MANY + 2
    cursor = QApplication.focusWidget()
    assert cursor is agenda.rows[agenda.order[MOST]].widget
    assert agenda.order[MOST + 1] == f"l{MOST:03}"


def test_lines_pasted_at_the_end_come_behind_all(agenda: ChildList) -> None:
    assert agenda.paste_lines(agenda.order[-1], "En\nTo\n")
    said = [one.what for one in sorted(agenda.desk.school.of(AgendaLine), key=lambda one: one.pos)]
    assert said[-3:] == [f"Sak {MANY - 1}", "En", "To"]


def test_a_line_that_waits_is_shown_where_it_is_opened(agenda: ChildList) -> None:
    assert agenda.open_row("l090")
    assert agenda.rows["l090"].fold.is_open
    assert len(agenda.order) == MANY + 1


def test_a_line_is_moved_past_those_that_wait(agenda: ChildList) -> None:
    here = ids(0, MOST)[-1]
    agenda.move_child(here, 1)
    assert agenda.order[MOST - 1 : MOST + 1] == [f"l{MOST:03}", here]


def test_a_short_list_has_no_button(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    lines = [AgendaLine(f"l{n}", meeting="m", what=f"Sak {n}") for n in range(MOST)]
    desk.workspace.commit_all([(None, Meeting("m")), *((None, one) for one in lines)], "create")
    made = ChildList(desk, NOUNS["agenda_line"], "m", child_form(desk))
    assert len(made.rows) == MOST + 1
    assert made.waiting.isHidden()
