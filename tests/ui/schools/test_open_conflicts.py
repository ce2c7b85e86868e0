"""What one deleted and another wrote in, with what it belongs to: shown to be settled, and kept or let go whole."""

from pathlib import Path

import msgspec
import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Meeting
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.schools.schools_page import SchoolsPage
from fosdesk.workspace import Workspace
from tests.program import NOON
from tests.ui.acts import desk_of, page_of, press, said_on, window_of

MEETING = Meeting("m", what="Arbeidsgruppen", day="2026-12-08")
LINES = [AgendaLine(f"a{n}", meeting="m", what=f"sak {n}", pos=str(n)) for n in (1, 2)]


@pytest.fixture
def desk(fresh_school: Fosdesk, tmp_path: Path) -> Desk:
    """A meeting that was deleted here, while a colleague wrote in its first line."""
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, MEETING), *((None, line) for line in LINES)], "create")
    school = desk.school.id

    def file_of(store: Store) -> bytes:
        return write_school_file(store.journal(school), app="test", made=NOON, reference=False)

    there = Store.open(tmp_path / "colleague.db")
    there.merge(read_school_file(file_of(desk.workspace.store)).journal, own=True, now=NOON)
    colleague = Workspace(there, school, role="deputy", app="test", clock=lambda: NOON)
    colleague.commit(LINES[0], msgspec.structs.replace(LINES[0], said="Vi ble enige."))
    desk.workspace.delete([MEETING])
    desk.workspace.adopt(desk.workspace.merge(read_school_file(file_of(there)), tmp_path / "backups").update)
    there.close()
    return desk


def conflicts_of(desk: Desk) -> SchoolsPage:
    return page_of(window_of(desk), "schools", SchoolsPage)


def test_the_meeting_is_there_to_be_looked_at_with_the_line(desk: Desk) -> None:
    page = page_of(window_of(desk), "meetings", MeetingsPage)
    page.show_record("a1")
    (agenda,) = [one for one in page.findChildren(ChildList) if one.isVisible()]
    assert agenda.order[:1] == ["a1"]
    assert len(agenda.order) == 2
    said = said_on(conflicts_of(desk).conflicts)
    assert "Arbeidsgruppen: En av dere har fjernet dette, en annen har skrevet i noe som hører til det." in said
    assert "sak 1: En av dere har fjernet dette, en annen har skrevet i det." in said


def test_keeping_it_brings_back_the_whole_meeting(desk: Desk) -> None:
    page = conflicts_of(desk)
    press(page.conflicts, "Behold det")
    assert desk.school.find("m") == MEETING
    assert [one.id for one in desk.school.of(AgendaLine)] == ["a1", "a2"]
    assert not desk.school.conflicts
    assert not page.conflicts.isVisible()
    desk.workspace.undo()
    assert set(desk.school.conflicts) == {("m", ""), ("a1", "")}


def test_letting_it_go_takes_the_line_too(desk: Desk) -> None:
    page = conflicts_of(desk)
    press(page.conflicts, "Fjern det")
    assert desk.school.of(Meeting) == ()
    assert desk.school.of(AgendaLine) == ()
    assert not page.conflicts.isVisible()


def test_what_belongs_to_nothing_is_seen_and_can_be_put_somewhere(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Meeting("m", what="Arbeidsgruppen"))
    desk.workspace.add(AgendaLine("a", what="Ingen vet hvor"))
    page = conflicts_of(desk)
    press(page.conflicts, "Ingen vet hvor: Det er ikke kjent hva dette hører til.")
    (form,) = page.conflicts.findChildren(RecordForm)
    assert "meeting" in form.editors
    desk.workspace.commit(AgendaLine("a", what="Ingen vet hvor"), AgendaLine("a", meeting="m", what="Ingen vet hvor"))
    assert not page.conflicts.isVisible()
