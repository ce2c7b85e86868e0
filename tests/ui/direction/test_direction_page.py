"""The page Direction: what the school wants is written where it is read, and its tools stand beside it."""

from fosdesk.app import Fosdesk
from fosdesk.domain.records import CoreComponent, Decision
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.ui.direction.choices_part import ChoicesPart
from fosdesk.ui.direction.direction_page import DirectionPage
from fosdesk.ui.direction.understanding_part import UnderstandingPart
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.settings.settings_page import SettingsPage
from tests.ui.acts import desk_of, leave, page_of, press, put_in, said_on


def texts_of(program: Fosdesk) -> UnderstandingPart:
    """The first part, shown."""
    part = page_of(program.window, "direction", DirectionPage).part("understanding")
    assert isinstance(part, UnderstandingPart)
    return part


def test_the_direction_is_written_where_it_is_read(fresh_school: Fosdesk) -> None:
    part, desk = texts_of(fresh_school), desk_of(fresh_school)
    for name in DIRECTION_FIELDS:
        put_in(part.editors[name], f"Alle er med: {name}")
        leave(part.editors[name])
        assert getattr(desk.school.profile, name) == f"Alle er med: {name}"
    fresh_school.window.undo()
    assert as_widget(part.editors[DIRECTION_FIELDS[-1]].editor).property("plainText") == ""


def test_its_fields_are_found_there_and_no_longer_among_the_settings(fresh_school: Fosdesk) -> None:
    window = fresh_school.window
    window.go_to_field(PROFILE_ID, "left_out")
    assert window.current_key == "direction"
    part = window.page("direction").findChild(UnderstandingPart)
    assert isinstance(part, UnderstandingPart)
    assert part.editors["left_out"].isAncestorOf(window.focusWidget())
    settings = page_of(window, "settings", SettingsPage)
    assert not {*DIRECTION_FIELDS} & {*settings.form.editors}
    press(settings, "Det dere vil, står under Retning")
    assert window.current_key == "direction"
    window.go_to_field(PROFILE_ID, "name")
    assert window.current_key == "settings"


def test_decisions_are_shown_there_as_the_choices_that_they_are(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Decision(what="Leksefri på mellomtrinnet"))
    component = desk.workspace.add(CoreComponent(name="Voksne som ser"))
    page = page_of(fresh_school.window, "direction", DirectionPage)
    page.turn_to_part("decisions")
    part = page.part("decisions")
    assert isinstance(part, ChoicesPart)
    assert "Leksefri på mellomtrinnet" in said_on(part)
    fresh_school.window.go("direction", component.id)
    assert page.part_shown == "components"
