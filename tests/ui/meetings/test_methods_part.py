"""A way of working with the meetings in which it was chosen and how it went, chosen for the next one by a press."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Meeting, MethodCard
from fosdesk.ui.meetings.methods_part import MethodForm
from tests.ui.acts import desk_of, has_button, press, said_on, settle
from tests.ui.noun_lists import ShownList

CARD = MethodCard("c" * 12, name="Lapper først")
HELD = Meeting("h" * 12, what="Fellestid", day="2026-10-27", method=CARD.id, method_went="Alle lappene ble lest.")
AHEAD = Meeting("a" * 12, what="Arbeidsgruppen", day="2026-12-08")


def form_of(program: Fosdesk) -> MethodForm:
    form = ShownList(program.window, "method_card").open(CARD.id)
    assert isinstance(form, MethodForm)
    settle()
    return form


def test_how_it_went_is_read_at_the_card_and_it_is_chosen_for_the_next_meeting(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.commit_all([(None, CARD), (None, HELD), (None, AHEAD)])
    form = form_of(fresh_school)
    assert "Alle lappene ble lest." in said_on(form)
    assert "Brukt i" not in said_on(form)
    press(form, "Velg til Arbeidsgruppen, 8. des. 2026")
    assert desk.school.get(Meeting, AHEAD.id).method == CARD.id
    settle()
    assert not form.choose.isVisible()
    fresh_school.window.undo()
    assert desk.school.get(Meeting, AHEAD.id).method == ""


def test_nothing_is_offered_where_no_meeting_is_ahead(fresh_school: Fosdesk) -> None:
    desk_of(fresh_school).workspace.commit_all([(None, CARD), (None, HELD)])
    form = form_of(fresh_school)
    assert not form.choose.isVisible()
    assert not has_button(form, "Velg til")
