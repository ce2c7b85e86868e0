"""Tabs: each part is built when it is first shown, the keyboard goes from name to name, and one may be kept."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from fosdesk.ui.controls.chips import ChipLine
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.tabs import Tabs
from tests.ui.acts import settle, take_cursor
from tests.ui.controls.conftest import Show

NAMES = (("people", "Folk"), ("seats", "Plasser"), ("groups", "Grupper"))


class Parts:
    """Builds the parts, and says whether one may be left."""

    def __init__(self) -> None:
        self.built: list[str] = []
        self.may_leave = True
        self.fields: dict[str, QLineEdit] = {}
        self.tabs = Tabs(NAMES, self._make, lambda _: self.may_leave, name="Deler")

    def _make(self, key: str) -> QWidget:
        self.built.append(key)
        part = QWidget()
        self.fields[key] = QLineEdit(key)
        column(part).addWidget(self.fields[key])
        return part

    @property
    def seen(self) -> list[str]:
        return [key for key, field in self.fields.items() if field.isVisibleTo(self.tabs)]

    @property
    def marked(self) -> list[str]:
        return [key for key, _ in NAMES if self.tabs.name_of(key).isChecked()]


@pytest.fixture
def parts(show: Show) -> Parts:
    made = Parts()
    made.tabs.show_tab("people")
    show(made.tabs)
    return made


def test_a_part_is_built_when_it_is_first_shown_and_only_then(parts: Parts) -> None:
    assert parts.built == ["people"]
    parts.tabs.name_of("groups").click()
    parts.tabs.name_of("people").click()
    parts.tabs.name_of("groups").click()
    assert parts.built == ["people", "groups"]
    assert parts.seen == parts.marked == ["groups"]


def test_the_one_that_is_shown_stays_while_it_may_not_be_left(parts: Parts) -> None:
    parts.may_leave = False
    parts.tabs.name_of("seats").click()
    assert (parts.built, parts.seen, parts.marked, parts.tabs.key) == (["people"], ["people"], ["people"], "people")


def test_arrow_keys_go_round_from_name_to_name(parts: Parts) -> None:
    take_cursor(parts.tabs.name_of("people"))
    way = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(parts.tabs.name_of(parts.tabs.key), key)
        way.append(parts.tabs.key)
        assert parts.tabs.name_of(parts.tabs.key).hasFocus()
    assert way == ["seats", "groups", "people", "groups"]


def test_arrow_keys_in_a_field_move_its_cursor(parts: Parts) -> None:
    take_cursor(parts.fields["people"])
    QTest.keyClick(parts.fields["people"], Qt.Key.Key_Right)
    assert parts.tabs.key == "people"


def test_what_has_to_be_seen_is_brought_to_light(parts: Parts) -> None:
    parts.tabs.show_tab("seats")
    parts.may_leave = False  # the text that cannot be saved stands in the part that is to be shown
    parts.tabs.reveal(parts.fields["people"])
    assert parts.seen == parts.marked == ["people"]


@pytest.fixture
def chips(parts: Parts) -> ChipLine:
    made = ChipLine()
    for words in ("Nettverk", "Erfaringer"):
        made.add(QPushButton(words))
    parts.tabs.add_beside(made)
    made.show()
    return made


def rows_of_names(parts: Parts) -> set[int]:
    return {parts.tabs.name_of(key).mapTo(parts.tabs, QPoint()).y() for key, _ in NAMES}


def test_what_belongs_to_a_part_never_takes_the_room_of_a_name(parts: Parts, chips: ChipLine) -> None:
    for width in range(700, 150, -10):
        parts.tabs.resize(width, 900)  # room for all also in large letters
        settle()
        names = max(parts.tabs.name_of(key).mapTo(parts.tabs, QPoint()).y() for key, _ in NAMES)
        at = chips.mapTo(parts.tabs, QPoint())
        last = parts.tabs.name_of("groups")
        if len(rows_of_names(parts)) == 1 and at.y() <= names:
            assert at.x() > last.mapTo(parts.tabs, QPoint(last.width(), 0)).x()
        else:
            assert at.y() > names + last.height(), "in a line of its own, below all names"
    assert at.x() == 0


def test_without_it_the_names_have_all_the_width(parts: Parts, chips: ChipLine) -> None:
    parts.tabs.resize(340, 200)
    settle()
    with_them = parts.tabs.heightForWidth(340)
    chips.hide()
    settle()
    assert len(rows_of_names(parts)) == 1
    assert parts.tabs.heightForWidth(340) < with_them, "its line goes with it"
