"""The acts of the search: a record of each noun is begun on its page, and looks are changed; nothing is lost."""

import pytest
from PySide6.QtWidgets import QApplication

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import GateEntry
from fosdesk.ui.frame.places import home_of
from fosdesk.ui.meetings.meetings_page import MeetingsPage
from fosdesk.ui.window.search.commands import act_entries, change_look, made_nouns, offers_to_make
from tests.sampling import sampled
from tests.ui.acts import desk_of, settle, window_of
from tests.ui.window.search_hands import opened, search_of

MADE = [noun.key for noun in made_nouns()]


def test_the_nouns_that_people_write_in_lists_are_among_them() -> None:
    written = {"decision", "follow_up", "meeting", "method_card", "gate_entry", "person", "partner", "core_component"}
    assert written <= {*MADE}
    assert "agenda_line" not in MADE


@pytest.mark.parametrize("key", sampled(MADE))
def test_a_record_of_each_noun_is_begun_with_the_cursor_in_it(fresh_school: Fosdesk, key: str) -> None:
    desk, noun = desk_of(fresh_school), NOUNS[key]
    before = dict(desk.school.records)
    assert search_of(desk).begin_record(noun)
    settle()
    window = window_of(desk)
    assert window.current_key == home_of(noun)
    there = window.focusWidget()
    assert there is not None
    assert window.page(window.current_key).isAncestorOf(there)
    assert desk.school.records == before, "nothing is stored before something is written"
    assert desk.new_records.of(noun.record) or key in ("person", "translation_note")  # begun by a line


@pytest.mark.parametrize("key", sampled(MADE))
def test_what_was_not_found_becomes_the_title_of_one_record_in_one_step(fresh_school: Fosdesk, key: str) -> None:
    desk, noun = desk_of(fresh_school), NOUNS[key]
    offers = {one.kind: one for one in offers_to_make(desk, "  Kaker   til møtet ")}
    from fosdesk.display.noun_words import noun_one

    offer = offers.get(noun_one(desk.words, noun))
    assert (offer is None) is (
        key in ("person", "critical_question", "disclosure")
    )  # whose title is not for all to see
    if offer is not None:
        offer.act()
        stored = NOUNS["gate_entry"] if key == "translation_note" else noun  # what is translated came in
        (made,) = desk.school.of(stored.record)
        assert getattr(made, stored.title) == "Kaker til møtet"
        window_of(desk).undo()
        assert desk.school.of(stored.record) == ()


@pytest.mark.parametrize("typed", ["lag saksliste", "saksliste"])
def test_the_agenda_of_the_next_meeting_is_among_the_first(with_example: Fosdesk, typed: str) -> None:
    dialog = opened(desk_of(with_example), typed)
    shown = [one for one in map(dialog.rows.found, range(4)) if one is not None]
    (act,) = [one for one in shown if one.title == "Lag saksliste"]
    dialog.reject()
    act.act()
    settle()
    page = with_example.window.page("meetings")
    assert with_example.window.current_key == "meetings"
    assert isinstance(page, MeetingsPage)
    assert page.part("next").isVisible()


def test_an_entry_that_is_made_came_today(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    next(one for one in offers_to_make(desk, "Brosjyre") if one.page == "gatekeeping").act()
    assert desk.school.of(GateEntry)[0].came == desk.day()


def test_the_look_changes_and_the_window_is_built_anew(fresh_school: Fosdesk) -> None:
    desk = desk_of(fresh_school)
    change_look(desk, theme="dark")
    QApplication.processEvents()
    assert fresh_school.theme.name == "dark"
    assert desk_of(fresh_school) is not desk
    titles = [one.found.title for one in act_entries(desk_of(fresh_school), search_of(desk_of(fresh_school)))]
    assert "Mørke farger" not in titles
    assert {"Lyse farger", "Større tekst", "Språk: Nynorsk", "Gjør om igjen det som ble angret"} <= {*titles}
    assert "Mindre tekst" not in titles
