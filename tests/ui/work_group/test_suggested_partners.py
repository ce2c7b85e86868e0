"""Partners are suggested from the chosen themes: one click makes the partner, and one undo takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Partner, Theme
from fosdesk.ui.work_group.group_parts import PartnersPart
from tests.ui.acts import button_on, desk_of, has_button, said_on
from tests.ui.hands import page_of

CHIP = "Skolehelsetjenesten til temaet Psykisk helse"


def shown(program: Fosdesk) -> PartnersPart:
    """The part with those from outside, shown."""
    page = page_of(program)
    page.tabs.show_tab("partners")
    part = page.part("partners")
    assert isinstance(part, PartnersPart)
    return part


def test_a_click_makes_the_partner_and_notes_it_in_the_theme(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Theme("t", name="Psykisk helse", standing="chosen"))
    part = shown(fresh_school)
    QTest.mouseClick(button_on(part, CHIP), Qt.MouseButton.LeftButton)
    (partner,) = desk.school.of(Partner)
    assert (partner.kind, partner.name) == ("health", "Skolehelsetjenesten")
    assert desk.school.get(Theme, "t").partner == partner.id
    assert part.list.open_id == partner.id
    assert not has_button(part, CHIP)
    fresh_school.window.undo()
    assert not desk.school.of(Partner)
    assert not desk.school.get(Theme, "t").partner
    assert has_button(part, CHIP)


def test_without_a_chosen_theme_partners_are_among_the_unused_tools(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    assert not page.tabs.name_of("partners").isVisible()
    desk.workspace.add(Theme("t", name="Psykisk helse", standing="parked"))
    assert not page.tabs.name_of("partners").isVisible()
    desk.workspace.commit(desk.school.get(Theme, "t"), Theme("t", name="Psykisk helse", standing="chosen"))
    assert page.tabs.name_of("partners").isVisible()


def test_hours_that_are_asked_for_stand_beside_those_that_can_be_given(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Partner("p", name="PPT", hours_asked=40, hours_possible=25))
    desk.workspace.add(Partner("q", name="UH", hours_asked=10))
    desk.workspace.add(Partner("r", name="Før", hours_asked=90, hours_possible=90, withdraws="2026-01-01"))
    assert "dere ber om 40, de kan gi 25" in said_on(shown(fresh_school))
