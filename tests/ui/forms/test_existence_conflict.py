"""A form says that one person deleted what it shows while another wrote in it, and settles that."""

from pathlib import Path

import msgspec
import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, GateEntry, Meeting
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.existence_conflict import ExistenceConflict
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.ui.acts import desk_of, page_of, press, said_on, settle, window_of

MEETING = Meeting("m", what="Arbeidsgruppen", day="2026-12-08")
LINES = [AgendaLine(f"a{n}", meeting="m", what=f"sak {n}", pos=str(n)) for n in (1, 2)]
HERE = "En av dere har fjernet dette"


@pytest.fixture
def desk(fresh_school: Fosdesk, tmp_path: Path) -> Desk:
    """A meeting that was deleted here, while a colleague wrote in its first line."""
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, MEETING), *((None, line) for line in LINES)], "create")
    school, there = desk.school.id, Store.open(tmp_path / "colleague.db")
    for store, other in ((desk.workspace.store, there), (there, desk.workspace.store)):
        if other is desk.workspace.store:
            colleague = Workspace(there, school, role="deputy", app="test", clock=lambda: NOON)
            colleague.commit(LINES[0], msgspec.structs.replace(LINES[0], said="Vi ble enige."))
            desk.workspace.delete([MEETING])
        file = write_school_file(store.journal(school), app="test", made=NOON, reference=False)
        other.merge(read_school_file(file).journal, own=True, now=NOON)
    there.close()
    desk.workspace.reload()
    return desk


def form_of(desk: Desk) -> MeetingsPage:
    page = page_of(window_of(desk), "meetings", MeetingsPage)
    page.show_record("m")
    settle()
    return page


def test_the_form_says_it_and_the_line_that_was_written_in_is_open(desk: Desk) -> None:
    page = form_of(desk)
    assert f"Arbeidsgruppen: {HERE}" in said_on(page)
    (agenda,) = [one for one in page.findChildren(ChildList) if one.isVisible()]
    assert agenda.rows["a1"].fold.is_open
    assert f"sak 1: {HERE}" in said_on(agenda)
    assert "Vi ble enige." in said_on(agenda)


def test_it_is_kept_from_its_form(desk: Desk) -> None:
    page = form_of(desk)
    press(page, "Behold det")
    settle()
    assert desk.school.find("m") == MEETING
    assert len(desk.school.of(AgendaLine)) == 2
    assert HERE not in said_on(page)


def test_it_is_let_go_from_its_form(desk: Desk) -> None:
    page = form_of(desk)
    press(page, "Fjern det")
    assert desk.school.of(Meeting) == ()
    desk.workspace.undo()
    assert [one.id for one in desk.school.of(Meeting)] == ["m"]


def test_nothing_is_said_where_everybody_agrees(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(GateEntry("g", what="Leseløftet"))
    form = RecordForm(desk, GateEntry, "g")
    form.setParent(desk.window)
    form.show()
    settle()
    (conflict,) = form.findChildren(ExistenceConflict)
    assert not conflict.isVisible()
