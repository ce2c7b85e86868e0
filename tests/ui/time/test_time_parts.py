"""The part with protected time: what is added up, and what is not."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.display.time_words import who_words
from fosdesk.domain.records import StopItem, TimeSlot
from tests.ui.acts import desk_of, has_button, press, said_on, settle
from tests.ui.time.test_time_page import choose, form_of, page_of, slots_of, stops_of


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
    settle()
    assert part.unsaid.text().startswith("1 ting er ikke med i noen figur")
    press(part, "For hvem?")
    settle()
    form = form_of(part if noun is TimeSlot else stops_of(page))
    who = form.editors["who"]
    assert who.isAncestorOf(fresh_school.window.focusWidget()), "the field is open, and the cursor in it"
    choose(who, "work_group")
    slots_of(page)
    settle()
    assert not part.unsaid.isVisible()
    assert not has_button(part, "For hvem?")
