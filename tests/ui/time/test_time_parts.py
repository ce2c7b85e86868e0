"""The part with protected time: what is added up, and what is not."""

from fosdesk.app import Fosdesk
from fosdesk.display.time_words import who_words
from fosdesk.domain.records import TimeSlot
from tests.ui.acts import desk_of
from tests.ui.time.test_time_page import page_of, said_on, slots_of


def test_a_section_adds_up_the_time_of_each_group_by_itself(fresh_school: Fosdesk) -> None:
    page, desk = page_of(fresh_school), desk_of(fresh_school)
    words = desk.words
    for who, minutes in (("work_group", 60), ("work_group", 30), ("staff", 45), ("", 20)):
        desk.workspace.add(TimeSlot(who=who, minutes=minutes, times=2, semester="2026H"))
    said = said_on(slots_of(page))
    assert f"{who_words(words, TimeSlot, 'work_group')}: {words.minutes(180)}" in said
    assert f"{who_words(words, TimeSlot, 'staff')}: {words.minutes(90)}" in said
    assert words.minutes(310) not in said
