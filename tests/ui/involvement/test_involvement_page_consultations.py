"""Consultation (drøfting) has a list of its own: what is begun there stays there, and is found there again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Involvement, Meeting
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.involvement.involvement_page import InvolvementPage
from fosdesk.ui.lists.noun_part import NounPart
from tests.ui.acts import desk_of, page_of, press, said_on, settle


def shown(program: Fosdesk, part: str) -> NounPart:
    """A part of the page, shown."""
    page = page_of(program.window, "involvement", InvolvementPage)
    page.turn_to_part(part)
    found = page.part(part)
    assert isinstance(found, NounPart)
    settle()
    return found


def test_a_line_that_is_added_there_is_a_consultation_with_the_unions(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    part = shown(fresh_school, "consultations")
    QTest.keyClicks(part.list.quick, "Møtetid")
    QTest.keyClick(part.list.quick, Qt.Key.Key_Return)
    (made,) = desk.school.of(Involvement)
    assert (made.what, made.who, made.kind) == ("Møtetid", "unions", "consultation")
    assert "Møtetid" in said_on(part)
    assert "Møtetid" not in said_on(shown(fresh_school, "involved"))


def test_a_link_to_a_consultation_leads_to_its_list(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Involvement("d", what="Møtetid", kind="consultation"))
    desk.workspace.add(Involvement("p", what="Foreldremøte", who="parents"))
    for record, part in (("d", "consultations"), ("p", "involved"), ("d", "consultations")):
        go_to_record(desk, record)
        settle()
        page = fresh_school.window.page("involvement")
        assert isinstance(page, InvolvementPage)
        assert page.part_shown == part
        found = page.part(part)
        assert isinstance(found, NounPart)
        assert found.list.open_id == record


def test_only_tools_in_use_have_a_tab(fresh_school: Fosdesk) -> None:
    desk, page = desk_of(fresh_school), page_of(fresh_school.window, "involvement", InvolvementPage)
    offered = [page.tabs.name_of(key) for key in ("involved", "consultations")]
    assert [one.isVisible() for one in offered] == [False, False]
    desk.workspace.add(Involvement("d", what="Møtetid", who="unions"))
    assert [one.isVisible() for one in offered] == [False, True]


def test_talks_with_the_owner_are_begun_among_what_concerns_the_owner(fresh_school: Fosdesk) -> None:
    desk, window = desk_of(fresh_school), fresh_school.window
    window.go("schools", "")
    press(window.page("schools"), "Flere verktøy")
    press(window.page("schools"), "Ny samtale med skoleeier")
    assert [one.who for one in desk.new_records.of(Meeting)] == ["owner"]
