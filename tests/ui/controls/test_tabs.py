"""Tabs: each part is built when it is first shown, the keyboard goes from name to name, and one may be kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.tabs import Tabs
from tests.ui.acts import take_cursor
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
