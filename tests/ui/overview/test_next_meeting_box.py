"""The next meeting on the overview: of every kind, with its agenda, and leading to it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Meeting, PhaseState
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart
from fosdesk.ui.overview.next_meeting_box import NextMeetingBox
from fosdesk.ui.overview.overview_page import OverviewPage
from tests.ui.acts import bring_to_front, desk_of, page_of, settle


def box_of(program: Fosdesk) -> NextMeetingBox:
    """The box, on the overview."""
    page = page_of(program.window, "overview", OverviewPage)
    settle()
    return page.meeting


def part_of(program: Fosdesk) -> NextMeetingPart:
    """The part that it leads to."""
    settle()
    assert program.window.current_key == "meetings"
    page = program.window.page("meetings")
    assert isinstance(page, MeetingsPage)
    part = page.part(page.tabs.key)
    assert isinstance(part, NextMeetingPart)
    return part


def test_the_next_meeting_of_any_kind_stands_on_top_and_leads_to_its_agenda(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Meeting("owner", what="Rammer", day="2026-12-02", start="09:00", who="owner", minutes=45))
    workspace.add(Meeting("group", day="2026-12-08", who="work_group"))
    box = box_of(fresh_school)
    assert box.when.text() == "Onsdag 2. desember kl. 09.00"
    assert box.facts.text() == "Rammer · Skoleeieren · 45 min"
    assert box.prepare.text() == "Lag saksliste"
    page = page_of(fresh_school.window, "overview", OverviewPage)
    assert not [one for one in page.steps.buttons if "Rammer" in one.title], "and is no step as well"
    bring_to_front(fresh_school.window)
    QTest.mouseClick(box.prepare, Qt.MouseButton.LeftButton)
    part = part_of(fresh_school)
    assert part.meeting_id == "owner"
    cursor = QApplication.focusWidget()
    assert cursor is not None
    assert part.isAncestorOf(cursor)


def test_an_agenda_that_is_begun_is_told(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Meeting("group", day="2026-12-08", who="work_group"))
    workspace.add(AgendaLine(meeting="group", what="Leksefri", minutes=20))
    box = box_of(fresh_school)
    assert box.facts.text() == "Arbeidsgruppen · 1 sak på sakslisten (20 min)"
    assert box.prepare.text() == "Se sakslisten"


def test_no_meeting_is_told_to_a_school_that_has_begun_and_one_is_proposed(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    assert not box_of(fresh_school).isVisible()
    workspace.add(PhaseState("phase:F1", opened="2026-11-20"))
    box = box_of(fresh_school)
    assert box.when.text() == "Ingen møter er planlagt."
    box.prepare.click()
    assert part_of(fresh_school).is_proposed


def test_a_colleagues_school_shows_its_next_meeting_and_asks_for_none(fresh_school: Fosdesk) -> None:
    workspace = desk_of(fresh_school).workspace
    workspace.add(Meeting("held", day="2026-11-02"))
    box = box_of(fresh_school)
    workspace.read_only = True
    box.refresh()
    assert not box.isVisible()
    workspace.read_only = False
    workspace.add(Meeting("group", day="2026-12-08", who="work_group"))
    workspace.read_only = True
    box.refresh()
    assert box.isVisible()
    assert box.prepare.text() == "Se sakslisten"
