"""Columns are wide enough for what they say, where there is room."""

import pytest
from PySide6.QtWidgets import QHeaderView

from fosdesk.app import Fosdesk
from fosdesk.display.noun_table import TITLE, column_names, field_of
from fosdesk.display.noun_words import options_words
from fosdesk.domain.fields import NOUNS, Choice, Date
from fosdesk.ui.controls.color_dots import words_width
from fosdesk.ui.lists.noun_list import NounList
from tests.ui.acts import desk_of

ROOM = 1050  # px of a list in a window of 1366
LISTED = sorted(noun.key for noun in NOUNS.values() if noun.use.part and noun.page != "overview")


def header_of(program: Fosdesk, key: str, room: int) -> QHeaderView:
    made = NounList(desk_of(program), NOUNS[key])
    made.setParent(program.window)
    made.fit_list(room)
    return made.table.header


def test_no_day_is_cut_and_the_title_keeps_its_room(with_example: Fosdesk) -> None:
    desk = desk_of(with_example)
    days = [desk.words.short_date(f"2027-{month:02}-28") for month in range(1, 13)]
    widest = max(words_width(desk.theme, day) for day in days)
    for key in LISTED:
        noun = NOUNS[key]
        header = header_of(with_example, key, ROOM)
        for section, name in enumerate((TITLE, *column_names(noun))):
            if isinstance(field_of(noun, name), Date) and not header.isSectionHidden(section):
                assert header.sectionSize(section) >= widest + 16, (key, name)


@pytest.mark.parametrize("key", ["involvement", "initiative", "existing_group", "partner", "expectation"])
def test_a_choice_is_read_in_full_where_the_title_can_spare_it(with_example: Fosdesk, key: str) -> None:
    desk, noun = desk_of(with_example), NOUNS[key]
    header = header_of(with_example, key, ROOM)
    names = (TITLE, *column_names(noun))
    shown = [section for section in range(1, len(names)) if not header.isSectionHidden(section)]
    left = ROOM - sum(header.sectionSize(section) for section in shown)
    for section in shown:
        field = field_of(noun, names[section])
        if isinstance(field, Choice):
            longest = max(words_width(desk.theme, said) for _, said in options_words(desk.words, field))
            assert header.sectionSize(section) >= longest or left <= desk.theme.px(610), names[section]
    assert left >= desk.theme.px(220)


def test_no_column_has_all_the_room_that_the_title_can_spare_while_another_is_cut(with_example: Fosdesk) -> None:
    header = header_of(with_example, "practice", ROOM)
    who, component = (1 + column_names(NOUNS["practice"]).index(name) for name in ("who", "component"))
    assert abs(header.sectionSize(who) - header.sectionSize(component)) <= 1
