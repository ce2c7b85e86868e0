"""Choices: each with answer, reason and date on one page; what is chosen at its own place stands here at once."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Decision, Seat, Theme
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.direction.choices_part import ChoicesPart
from fosdesk.ui.direction.direction_page import DirectionPage
from tests.ui.acts import desk_of, page_of, press, said_on, settle


def choices_on(program: Fosdesk) -> ChoicesPart:
    """The part, shown."""
    page = page_of(program.window, "direction", DirectionPage)
    program.window.go("choices", "")
    part = page.part("decisions")
    assert isinstance(part, ChoicesPart)
    assert page.part_shown == "decisions"
    settle()
    return part


def line_of(part: ChoicesPart, title: str) -> LineButton:
    """A line by its title."""
    return next(one for one in part.findChildren(LineButton) if one.title == title)


def test_a_no_stands_with_its_reason_and_its_day_like_a_yes(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    no = Seat("seat:critical_voice", considered="no", reason="Vi tar rollen på omgang")
    desk.workspace.commit(Seat(no.id), no)
    yes = Seat("seat:assistants", considered="yes", reason="De ser friminuttene")
    desk.workspace.commit(Seat(yes.id), yes)
    desk.workspace.add(Theme(name="Mobbing", standing="parked", reason="Etter jul", since="2026-10-02"))
    part = choices_on(fresh_school)
    settle()
    assert "Vi tar rollen på omgang" in line_of(part, "Plass: Kritisk stemme («skeptiker»)").accessibleName()
    assert "23. november 2026" in line_of(part, "Plass: Assistenter og fagarbeidere").accessibleName()
    assert "2. oktober 2026" in line_of(part, "Tema: Mobbing").accessibleName()
    line_of(part, "Plass: Kritisk stemme («skeptiker»)").click()
    assert fresh_school.window.current_key == "work_group"


def test_what_nobody_has_considered_stands_folded_and_leads_there(fresh_school: Fosdesk) -> None:
    part = choices_on(fresh_school)
    assert "Dette kan dere vurdere" in said_on(part)
    assert "PPT" not in said_on(part)
    press(part, "Dette kan dere vurdere")
    assert "Plass: PPT" in said_on(part)
    line_of(part, "Vurder hvor mange som bør være med i gruppen.").click()
    assert fresh_school.window.current_key == "phase:F2"


def test_decisions_stand_below_and_lead_to_where_they_are_kept(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Decision(what="Leksefri på mellomtrinnet", why="Prøvd ett år", day="2026-10-01"))
    part = choices_on(fresh_school)
    assert "Prøvd ett år" in line_of(part, "Leksefri på mellomtrinnet").accessibleName()
    line_of(part, "Leksefri på mellomtrinnet").click()
    assert fresh_school.window.current_key == "meetings"
    press(choices_on(fresh_school), "Til listen over avgjørelser")
    assert fresh_school.window.current_key == "meetings"
