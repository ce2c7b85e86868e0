"""Widgets beside each other where there is room, and below each other in the same order where there is not."""

from PySide6.QtWidgets import QLineEdit, QWidget

from fosdesk.ui.controls.choice_row import choice_row
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.style.theme import Theme
from tests.ui.acts import settle
from tests.ui.controls.conftest import Show


def test_it_turns_at_its_width_and_back(show: Show) -> None:
    pair = SideBySide(500)
    one, other = QLineEdit("en"), QLineEdit("to")
    pair.add(one)
    pair.add(other)
    told: list[bool] = []
    pair.turned.connect(told.append)
    show(pair, 700, 200)
    assert (pair.is_wide, one.y() == other.y()) == (True, True)
    assert one.x() + one.width() <= other.x()
    pair.resize(499, 200)
    settle()
    assert (pair.is_wide, one.x() == other.x()) == (False, True)
    assert one.y() + one.height() <= other.y()
    pair.resize(500, 200)
    settle()
    assert told[-2:] == [False, True]


def test_a_share_is_a_part_of_the_width(show: Show) -> None:
    pair = SideBySide(300)
    one, other = QLineEdit(), QLineEdit()
    pair.add(one, 1)
    pair.add(other, 3)
    show(pair, 900, 60)
    assert 2.5 < other.width() / one.width() < 3.5


def test_a_label_stands_before_its_choices_or_above_them(theme: Theme, show: Show) -> None:
    field = QLineEdit()
    line = choice_row(theme, "Målform", field)
    show(line, 700, 60)
    assert field.x() >= theme.px(160)
    line.resize(300, 120)
    settle()
    assert (field.x(), field.y() > 0) == (0, True)


def test_a_lower_one_stands_in_the_middle_where_that_is_asked_for(show: Show) -> None:
    for middle in (False, True):
        pair = SideBySide(300, middle=middle)
        low, high = QWidget(), QWidget()  # a style sheet gives fields a height of their own
        low.setFixedHeight(20)
        high.setFixedHeight(60)
        pair.add(low)
        pair.add(high)
        show(pair, 900, 60)
        settle()
        assert low.y() - high.y() == (20 if middle else 0)
