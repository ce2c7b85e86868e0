"""The part with protected time: what is added up, and what is not."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.display.time_words import who_words
from fosdesk.domain.records import StopItem, TimeSlot
from tests.ui.acts import button_on, desk_of, has_button, press, said_on, settle
from tests.ui.time.test_time_page import choose, page_of, panel_of, slots_of


def test_a_section_adds_up_the_time_of_each_group_by_itself(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    words = desk.words
    for who, minutes in (("work_group", 60), ("work_group", 30), ("staff", 45), ("", 20)):
        desk.workspace.add(TimeSlot(who=who, minutes=minutes, times=2, semester="2026H"))
    said = said_on(slots_of(page))
    assert f"{who_words(words, TimeSlot, 'work_group')}: {words.minutes(180)}" in said
    assert f"{who_words(words, TimeSlot, 'staff')}: {words.minutes(90)}" in said
    assert words.minutes(310) not in said


@pytest.mark.parametrize("noun", [StopItem, TimeSlot])
def test_what_is_left_out_of_the_figures_says_so_and_is_one_click_from_being_told(
    fresh_school: Fosdesk, noun: type[StopItem | TimeSlot]
) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    old = StopItem("old", what="Møte", freed=600) if noun is StopItem else TimeSlot("old", what="Fag", minutes=60)
    desk.workspace.add(old)  # as older versions wrote it
    desk.workspace.add(StopItem("s", what="Ukebrevet", freed=60, who="staff"))
    desk.workspace.add(StopItem("t", what="Noe annet"))  # which frees no time
    part = slots_of(page)
    rows = part.stops if noun is StopItem else part.slots
    settle()
    assert part.unsaid.text().startswith("1 ting nedenfor er ikke med i noen figur")
    assert "Ikke sagt for hvem" in said_on(rows.row("old"))
    assert "Ikke sagt" not in said_on(part.stops.row("s")) + said_on(part.stops.row("t"))
    assert not has_button(part.stops.row("s"), "For hvem?")
    assert not has_button(part.stops.row("t"), "For hvem?")
    assert button_on(rows.row("old"), "For hvem?").accessibleName() == f"For hvem?: {old.what}"
    press(rows.row("old"), "For hvem?")
    settle()
    who = panel_of(rows).editors["who"]
    assert who.isAncestorOf(fresh_school.window.focusWidget()), "the field is open, and the cursor in it"
    choose(who, "work_group")
    settle()
    assert not part.unsaid.isVisible()
    assert not has_button(rows.row("old"), "For hvem?")
    assert "Ikke sagt" not in said_on(rows.row("old"))
