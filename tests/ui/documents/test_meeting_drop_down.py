"""Which meeting a document is about is chosen on the page Documents, or comes with the way there."""

from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, Meeting, Person
from fosdesk.ui.documents.document_panel import DocumentPanel
from fosdesk.ui.documents.documents_page import DocumentsPage
from fosdesk.ui.documents.meeting_drop_down import MeetingDropDown
from fosdesk.ui.meetings.meeting_panel import MeetingPanel
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from tests.reading import text_of
from tests.ui.acts import button_on, changed, desk_of, page_of, press, said_on, wait_for_work

HELD = Meeting("held", what="Holdt møte", day="2026-11-10", who="work_group", notes="Turid Testad ba om mer tid.")
SOON = Meeting("soon", what="Kommer snart", day="2026-11-24", start="14:30", who="parents", present="Turid Testad")
LATER = Meeting("later", what="Lederne", day="2026-12-08", who="leadership")


@pytest.fixture
def with_meetings(fresh_school: Fosdesk) -> Fosdesk:
    """A school with a meeting that was held and two that are planned."""
    desk_of(fresh_school).workspace.commit_all(
        [
            *((None, one) for one in (HELD, SOON, LATER)),
            (None, AgendaLine("l", meeting="soon", what="Skoleveien", minutes=10)),
            (None, Person("p", name="Turid Testad")),
        ]
    )
    return fresh_school


def documents(program: Fosdesk) -> DocumentsPage:
    return page_of(program.window, "documents", DocumentsPage)


def choice_of(panel: DocumentPanel) -> MeetingDropDown:
    assert panel.meeting is not None
    return panel.meeting


def offered(panel: DocumentPanel) -> list[str]:
    box = choice_of(panel)
    return [str(box.itemData(place)) for place in range(box.count())]


def pick(panel: DocumentPanel, meeting: str) -> None:
    """Choose a meeting as an opened list does."""
    box = choice_of(panel)
    box.setCurrentIndex(box.findData(meeting))
    box.activated.emit(box.currentIndex())
    wait_for_work(panel.desk)


def test_the_nearest_meeting_is_chosen_at_first(with_meetings: Fosdesk) -> None:
    page = documents(with_meetings)
    notice = page.choose("agenda")
    assert offered(notice) == ["soon", "later", "held"]
    assert notice.order.meeting == "soon"
    assert choice_of(notice).currentText() == "tirsdag 24. november 2026 kl. 14.30 · Kommer snart · Foreldre"
    assert (notice.order.draft, notice.order.audience) == (False, "network")
    assert notice.audience.chip("network").text() == "Foreldre"
    minutes = page.choose("minutes")
    assert offered(minutes) == ["held", "soon", "later"]
    assert (minutes.order.meeting, minutes.order.draft, minutes.order.audience) == ("held", True, "school")
    assert page.choose("status").meeting is None


def test_with_whom_one_meets_decides_for_whom_it_can_be_made(with_meetings: Fosdesk) -> None:
    panel = documents(with_meetings).choose("agenda")
    pick(panel, "later")
    assert panel.order.meeting == "later"
    assert panel.order.audience == "school"
    assert [
        chip.text() for chip in panel.audience.findChildren(type(panel.audience.chip("school"))) if chip.isVisible()
    ] == ["Vår egen skole"]
    pick(panel, "held")
    assert panel.order.audience == "school"
    assert panel.audience.chip("owner").text() == "Skoleeier og tillitsvalgte"


def test_what_goes_in_is_of_the_chosen_meeting(with_meetings: Fosdesk, tmp_path: Path) -> None:
    panel = documents(with_meetings).choose("agenda")
    assert "Saksliste" in said_on(panel.holds)
    path = tmp_path / "a.pdf"
    panel.make_at(path)
    wait_for_work(panel.desk)
    said = text_of(path)
    assert "Skoleveien" in said
    assert "Utkast" not in said
    pick(panel, "held")
    panel.make_at(path)
    wait_for_work(panel.desk)
    assert "Skoleveien" not in text_of(path)


def test_the_proposed_name_has_the_day_of_the_meeting(with_meetings: Fosdesk) -> None:
    panel = documents(with_meetings).choose("minutes")
    pick(panel, "soon")
    proposed = panel._work.proposed_name(panel.order).name
    assert proposed.startswith("Referat")
    assert proposed.endswith("2026-11-24 (foreldre).pdf")


def test_a_meeting_that_is_gone_gives_way_to_the_nearest(with_meetings: Fosdesk) -> None:
    workspace = desk_of(with_meetings).workspace
    panel = documents(with_meetings).choose("agenda")
    pick(panel, "later")
    workspace.delete([LATER])
    documents(with_meetings)
    assert (panel.order.meeting, panel.order.audience) == ("soon", "network")
    workspace.commit(SOON, changed(SOON, who="leadership"))
    documents(with_meetings)
    assert (panel.order.meeting, panel.order.audience) == ("soon", "school"), "it must not stay open to the parents"


def test_without_meetings_there_is_nothing_to_choose(fresh_school: Fosdesk) -> None:
    panel = documents(fresh_school).choose("agenda")
    assert not choice_of(panel).isVisible()
    assert panel.order.meeting == ""
    desk_of(fresh_school).workspace.commit(None, HELD)
    documents(fresh_school)
    assert choice_of(panel).isVisible()
    assert panel.order.meeting == "held"


def test_the_way_from_a_meeting_leads_to_its_papers(with_meetings: Fosdesk) -> None:
    meetings = page_of(with_meetings.window, "meetings", MeetingsPage)
    for title, key in (("Innkalling …", "agenda"), ("Referat …", "minutes")):
        meetings = page_of(with_meetings.window, "meetings", MeetingsPage)
        meetings.show_record("later")
        part = meetings.part("all")
        assert isinstance(part, MeetingsPart)
        assert isinstance(part.list.panel, MeetingPanel)
        press(part.list.panel, title)
        page = with_meetings.window.page("documents")
        assert isinstance(page, DocumentsPage)
        assert page.isVisible()
        assert page.panel is not None
        assert (page.panel.kind.key, page.panel.order.meeting, page.panel.order.audience) == (key, "later", "school")


def test_a_meeting_that_is_not_stored_yet_has_no_papers(fresh_school: Fosdesk) -> None:
    meetings = page_of(fresh_school.window, "meetings", MeetingsPage)
    meetings.tabs.show_tab("all")
    part = meetings.part("all")
    assert isinstance(part, MeetingsPart)
    part.begin()
    panel = part.list.panel
    assert isinstance(panel, MeetingPanel)
    assert not panel.papers.isVisible()
    panel.editors["what"].editor.setText("Oppstart")  # type: ignore[attr-defined]
    panel.desk.edits.save(panel)
    assert panel.papers.isVisible()
    assert button_on(panel, "Referat …").isEnabled()
