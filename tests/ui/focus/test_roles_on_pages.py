"""What a screen reader is told of every page: controls by name and fitting role, headings, tabs, lists and links."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from fosdesk.app import Fosdesk
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.lists.row_list import RowList
from fosdesk.ui.overview.direction_line import Sentence
from fosdesk.ui.window.navigation import Navigation
from tests.ui.acts import settle

Role = QAccessible.Role
# The first class that a control is of decides which roles fit it.
FITTING: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (LineButton, {Role.ListItem, Role.Button}),
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QPushButton, {Role.Button, Role.PageTab, Role.Link, Role.ButtonMenu, Role.RadioButton, Role.CheckBox}),
    (QComboBox, {Role.ComboBox}),
    (QSpinBox, {Role.SpinBox}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QHeaderView, {Role.Table}),
    (QAbstractItemView, {Role.Table, Role.List, Role.Tree}),
    (FigureView, {Role.Graphic}),
    (Sentence, {Role.Button}),
    (QAbstractButton, {Role.Button}),
)
PLACES = [place.key for place in PAGES]


def face_of(widget: QWidget) -> QAccessibleInterface:
    face: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    assert face is not None, widget
    return face


def name_of(widget: QWidget) -> str:
    return face_of(widget).text(QAccessible.Text.Name)


def below(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that a screen reader comes to inside a part that is shown; the cells of tables are Qt's own."""
    for index in range(face.childCount()):
        child: QAccessibleInterface | None = face.child(index)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() not in (Role.Table, Role.Tree, Role.List) or isinstance(child.object(), RowList):
            yield from below(child)


def controls_in(window: QWidget) -> list[QWidget]:
    """The widgets in the tree of the window that Tab or the mouse gives the keyboard to."""
    found = [face.object() for face in below(face_of(window))]
    return [
        one
        for one in found
        if isinstance(one, QWidget) and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]


def faults(window: QWidget) -> list[str]:
    """Controls without a name, or with a role that does not fit."""
    told = []
    for one in controls_in(window):
        role, kind = face_of(one).role(), type(one).__name__
        fitting = next((roles for of, roles in FITTING if isinstance(one, of)), None)
        if fitting is None:
            told.append(f"{kind}: nobody has said which role it has; it is told as {role.name}")
        elif role not in fitting:
            told.append(f"{kind} {name_of(one)[:40]!r} is told as {role.name}")
        named = one.accessibleName() if isinstance(one, QComboBox) else name_of(one)
        if not named.strip() and not face_of(one).relations():
            told.append(f"{kind} has no name")
    return told


def turned_to_each_part(program: Fosdesk, key: str) -> Iterator[str]:
    """Show a page, and each of its parts."""
    program.window.go(key, "")
    settle()
    page = program.window.page(key)
    parts = list(page._makers) if isinstance(page, TabbedPage) else [""]
    for part in parts:
        if isinstance(page, TabbedPage):
            page.tabs.show_tab(part)
            settle()
        yield part


@pytest.mark.parametrize("key", PLACES)
def test_every_control_of_every_page_is_told_by_name_and_role(with_example: Fosdesk, key: str) -> None:
    seen = 0
    for part in turned_to_each_part(with_example, key):
        assert faults(with_example.window) == [], (key, part)
        seen += len(controls_in(with_example.window))
    assert seen > 15, "the tree was walked"


@pytest.mark.parametrize("key", PLACES)
def test_every_page_has_one_title_and_headings_below_it(with_example: Fosdesk, key: str) -> None:
    with_example.window.go(key, "")
    settle()
    page = with_example.window.page(key)
    labels = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    wanted = [one for one in labels if one.property("look") in ("title", "heading")]
    assert [one.text() for one in wanted if one.property("look") == "title"] == [page.title.text()]
    assert {face_of(one).role() for one in wanted} == {Role.Heading}
    assert {face_of(one).role() for one in labels if one not in wanted} <= {Role.StaticText}


def test_tabs_say_which_one_is_chosen_and_are_pressed_by_a_screen_reader(with_example: Fosdesk) -> None:
    with_example.window.go("work_group", "")
    settle()
    page = with_example.window.page("work_group")
    assert isinstance(page, TabbedPage)
    first, second = (page.tabs.name_of(key) for key in list(page._makers)[:2])
    for one in (first, second):
        assert face_of(one).role() == Role.PageTab
        around = face_of(one).parent()
        assert around is not None
        assert around.role() == Role.PageTabList
    assert (face_of(first).state().selected, face_of(second).state().selected) == (True, False)
    action = face_of(second).actionInterface()
    assert action is not None
    assert "Press" in action.actionNames()
    action.doAction("Press")
    settle()
    assert (face_of(first).state().selected, face_of(second).state().selected) == (False, True)


def test_a_disclosure_says_whether_it_is_open(with_example: Fosdesk) -> None:
    with_example.window.go("overview", "")
    settle()
    fold = next(one for one in with_example.window.findChildren(Disclosure))
    for is_open in (True, False):
        fold.unfold(is_open)
        state = face_of(fold).state()
        assert (state.expandable, state.expanded, state.collapsed) == (True, is_open, not is_open)
        assert name_of(fold)


def test_the_rows_of_a_list_say_where_they_stand_in_it(with_example: Fosdesk) -> None:
    with_example.window.go("work_group", "")
    settle()
    shown = next(one for one in with_example.window.findChildren(RowList) if one.isVisible())
    lines = [shown.row(one).line for one in shown.shown_ids]
    said = [face_of(line).text(QAccessible.Text.Description) for line in lines]
    assert said == [f"{n} / {len(lines)}" for n in range(1, len(lines) + 1)]
    assert {face_of(line).role() for line in lines} == {Role.ListItem}
    assert face_of(shown).role() == Role.List


def test_the_navigation_is_one_named_group_of_links_of_which_one_is_where_one_stands(with_example: Fosdesk) -> None:
    with_example.window.go("documents", "")
    settle()
    navigation = with_example.window.findChild(Navigation)
    assert navigation is not None
    inside = navigation.widget()
    assert inside is not None
    assert face_of(inside).role() == Role.Grouping
    assert name_of(inside)
    buttons = {place.key: navigation.button_of(place.key) for place in PAGES}
    shown = {key: one for key, one in buttons.items() if one.isVisible()}
    assert {face_of(one).role() for one in shown.values()} == {Role.Link}
    assert [key for key, one in shown.items() if face_of(one).state().selected] == ["documents"]
    assert "" not in {name_of(one) for one in shown.values()}


def test_the_window_is_named_by_its_page_and_its_school(with_example: Fosdesk) -> None:
    window = with_example.window
    titles = {}
    for key in PLACES:
        window.go(key, "")
        titles[key] = window.windowTitle()
        page, school, program = titles[key].rsplit(" – ", 2)
        assert (school, program) == ("Fjordvik skole", "fosdesk")
        assert page == window.page(key).title.text()
    assert len({*titles.values()}) == len(PLACES)


def test_a_choice_of_few_says_what_it_is_about_and_which_one_is_on(with_example: Fosdesk) -> None:
    with_example.window.go("settings", "")
    settle()
    choice = next(one for one in with_example.window.findChildren(ChipChoice) if one.isVisible() and one.value)
    assert face_of(choice).role() == Role.Grouping
    assert name_of(choice)
    chips = {key: choice.chip(key) for key in choice._chips}
    assert {face_of(one).role() for one in chips.values()} == {Role.RadioButton}
    assert [key for key, one in chips.items() if face_of(one).state().checked] == [choice.value]


def test_what_is_no_button_and_is_pressed_all_the_same_is_one_for_a_screen_reader(with_example: Fosdesk) -> None:
    with_example.window.go("overview", "")
    settle()
    sentence = next(one for one in with_example.window.findChildren(Sentence))
    action = face_of(sentence).actionInterface()
    assert action is not None
    action.doAction("Press")
    settle()
    assert not sentence.isVisible(), "it is being written"


def test_a_control_without_name_or_with_another_role_is_noticed(with_example: Fosdesk) -> None:
    page = with_example.window.page("overview")
    settle()
    nameless, odd = QPushButton(page), QLineEdit(page)
    odd.setProperty("role", "heading")
    odd.setAccessibleName("Navn")
    for one in (nameless, odd):
        one.show()
    told = faults(with_example.window)
    assert "QPushButton has no name" in told
    assert "QLineEdit 'Navn' is told as Heading" in told
