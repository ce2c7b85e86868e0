"""What the search shows, in its order: names, what people wrote, places, acts; and what was opened last."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import AgendaLine, CriticalVoice, Decision, GateEntry, Meeting, Person
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.window.search.found import Row
from fosdesk.ui.work_group.group_parts import PeoplePart
from fosdesk.ui.work_group.work_group_page import WorkGroupPage
from tests.ui.acts import desk_of, window_of
from tests.ui.gate_log import GateLog
from tests.ui.window.search_hands import search_of


def rows(desk: Desk, typed: str, *, private: bool = False) -> list[Row]:
    search = search_of(desk)
    search.begin()
    return search.rows(typed, private=private)


def said(desk: Desk, typed: str, *, private: bool = False) -> list[str]:
    return [row.make().title if row.make else row.heading for row in rows(desk, typed, private=private)]


def test_names_come_first_then_what_was_written_then_places_and_acts(new_school: Fosdesk) -> None:
    desk = desk_of(new_school)
    desk.workspace.add(GateEntry("g", what="Oppfølging av nye elever"))
    found = said(desk, "oppfølging")
    assert found[0] == "Oppfølging"
    assert found.index("Det dere har skrevet") < found.index("Oppfølging av nye elever")
    assert found.index("Oppfølging av nye elever") < found.index("Det dere kan gjøre") < found.index("Ny oppfølging")


def test_a_question_is_answered_first_by_what_people_wrote(new_school: Fosdesk) -> None:
    desk = desk_of(new_school)
    desk.workspace.add(Meeting("m", what="Fellestid", day="2026-11-30"))
    assert said(desk, "neste møte")[0] == "Fellestid"
    assert said(desk, "møte")[0] == "Møter"


def test_a_line_of_an_agenda_is_shown_as_its_meeting_with_its_own_line(new_school: Fosdesk) -> None:
    desk = desk_of(new_school)
    desk.workspace.add(Meeting("m", what="Fellestid", day="2026-11-30"))
    desk.workspace.add(AgendaLine("a", meeting="m", what="Kvernstein", said="Vi venter med kvernsteinen."))
    (hit,) = [row.make() for row in rows(desk, "kvernstein") if row.make is not None and row.is_tall]
    assert (hit.title, hit.record, hit.page, hit.day) == ("Fellestid", "m", "meetings", "mandag 30. november 2026")
    assert "Vi venter" in hit.line.text


def test_what_was_opened_last_is_shown_for_nothing_typed_without_what_is_private(new_school: Fosdesk) -> None:
    desk, window = desk_of(new_school), window_of(desk_of(new_school))
    desk.workspace.add(GateEntry("g", what="Brosjyre"))
    desk.workspace.add(Decision("d", what="Ingen lekser"))
    desk.workspace.add(Person("p", name="Turid", role="teacher"))
    desk.workspace.add(CriticalVoice("v", person="p"))
    for page, record in (("gatekeeping", "g"), ("work_group", "p"), ("meetings", "d")):
        window.go(page, record)
    window.go("gatekeeping", "")
    meetings, group = (window.page(key) for key in ("meetings", "work_group"))
    assert isinstance(meetings, MeetingsPage)
    assert isinstance(group, WorkGroupPage)
    for part in (meetings.part("decisions"), group.part("people")):
        assert isinstance(part, NounPart | PeoplePart)
        part.list.close_row()
    GateLog(window).close_panel()
    found = said(desk, "")
    assert found[: found.index("Sider")] == ["Sist åpnet", "Ingen lekser", "Brosjyre"]
    assert not [one for one in found if "Turid" in one or one == "Lærer"]
    assert "Turid" in said(desk, "", private=True)


def test_titles_are_cut_and_hits_bounded(new_school: Fosdesk) -> None:
    desk = desk_of(new_school)
    for number in range(60):
        desk.workspace.add(GateEntry(f"g{number}", what=f"Kvernstein {number} " + "lang " * 100))
    hits = [row.make() for row in rows(desk, "kvernstein") if row.make is not None and row.is_tall]
    assert len(hits) == 20
    assert all(len(hit.title) <= 120 for hit in hits)
