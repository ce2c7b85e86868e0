"""A list that shows some at a time: the rest is neither made nor even looked for until it is asked for."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.words import Words
from tests.reading import words_on
from tests.ui.acts import press, settle
from tests.ui.controls.conftest import Show


class Counted:
    """So many things, and how many of them were looked for and made."""

    def __init__(self, number: int) -> None:
        self.number, self.looked_for, self.made = number, 0, 0

    def __iter__(self) -> Iterator[int]:
        for one in range(self.number):
            self.looked_for += 1
            yield one

    def make(self, one: int) -> QWidget:
        self.made += 1
        return QLabel(f"nummer {one}")


def shown(several: ShowMoreList) -> list[str]:
    settle()
    return [said for said in dict.fromkeys(words_on(several)) if said.startswith("nummer")]


def test_more_come_when_they_are_asked_for(words: Words, show: Show) -> None:
    things = Counted(60)
    several = ShowMoreList(things, things.make, words, most=25)
    show(several)
    for number in (25, 50, 60):
        assert shown(several) == [f"nummer {one}" for one in range(number)]
        assert (things.made, things.looked_for) == (number, min(number + 1, 60))
        assert several.more.isVisibleTo(several) == (number < 60)
        if number < 60:
            press(several, "Vis flere")


@pytest.mark.parametrize("number", [0, 1, 9, 10, 11, 25])
def test_there_is_no_button_for_more_where_there_are_none(words: Words, show: Show, number: int) -> None:
    things = Counted(number)
    several = ShowMoreList(things, things.make, words, most=25)
    show(several)
    assert len(shown(several)) == number
    assert not several.more.isVisibleTo(several)


def test_those_who_wait_for_the_rows_are_told(words: Words, show: Show) -> None:
    things = Counted(15)
    several = ShowMoreList(things, things.make, words, most=25)
    told: list[int] = []
    several.laid.connect(lambda: told.append(things.made))
    show(several)
    settle()
    assert told == [10, 15], "five stood there before anybody could listen"
