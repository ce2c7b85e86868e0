"""A walk over the accessibility tree of every page: each control has a name and a fitting role, each page a heading."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fosdesk.app import Fosdesk
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, text
from fosdesk.ui.controls.tabs import Tabs
from fosdesk.ui.focus.roles import ROLE, install_roles, position_in_list, role_of
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.style.theme import Theme
from tests.ui.acts import settle

Role, Text = QAccessible.Role, QAccessible.Text
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.EditableText,
    Role.ComboBox, Role.SpinBox, Role.Table, Role.Tree, Role.List, Role.ListItem, Role.PageTab, Role.Link,
    Role.Graphic, Role.Heading,
}  # fmt: skip
MANY = 5_000  # parts of a page: a table has one for each cell


def faces(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What a screen reader finds below, without the cells of tables."""
    yield face
    if face.role() in (Role.Table, Role.Tree, Role.ComboBox):
        return
    for place in range(min(face.childCount(), MANY)):
        child = face.child(place)
        if child.isValid() and not child.state().invisible:
            yield from faces(child)


def name_of(face: QAccessibleInterface) -> str:
    thing = face.object()
    named = thing.accessibleName() if isinstance(thing, QWidget) else ""
    related = [one.text(Text.Name) for one, _ in face.relations(QAccessible.RelationFlag.Label)]
    if face.role() == Role.ComboBox:  # its text is what is chosen
        return named or "".join(related)
    return face.text(Text.Name) or "".join(related)


def face_of(widget: QWidget) -> QAccessibleInterface:
    face = QAccessible.queryAccessibleInterface(widget)
    assert face is not None
    return face


@pytest.mark.parametrize("key", [place.key for place in PAGES])
def test_every_control_of_a_page_has_a_name_and_a_fitting_role(with_example: Fosdesk, key: str) -> None:
    window = with_example.window
    window.go(key, "")
    settle()
    found = [*faces(face_of(window))]
    controls = []
    for face in found:
        thing = face.object()
        if isinstance(thing, QWidget) and thing.isVisible() and thing.focusPolicy() & Qt.FocusPolicy.TabFocus:
            controls.append((type(thing).__name__, face.role(), name_of(face)))
    assert len(controls) > 10
    assert [one for one in controls if one[1] not in CONTROLS] == []
    assert [one for one in controls if not one[2].strip()] == []
    headings = [face.text(Text.Name) for face in found if face.role() == Role.Heading]
    assert window.page(key).title.text() in headings
    assert [name for name in headings if not name] == []


def test_places_are_links_and_the_one_shown_is_chosen(with_example: Fosdesk) -> None:
    window = with_example.window
    window.go("meetings", "")
    settle()
    found = [*faces(face_of(window.navigation))]
    links = {face.text(Text.Name): face.state() for face in found if face.role() == Role.Link}
    assert len(links) >= 10
    (chosen,) = [name for name, state in links.items() if state.selected]
    assert chosen.startswith("Møter")
    assert [face for face in found if face.role() == Role.Grouping and face.text(Text.Name)]


def test_tabs_are_tabs_in_a_list_of_tabs(qtbot: QtBot) -> None:
    install_roles()
    tabs = Tabs([("a", "One & more"), ("b", "Two")], lambda _: QWidget(), lambda _: True, name="Parts")
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.show_tab("b")
    faced = [face_of(tabs.name_of(key)) for key in "ab"]
    assert [face.role() for face in faced] == [Role.PageTab, Role.PageTab]
    assert [face.text(Text.Name) for face in faced] == ["One & more", "Two"]
    assert [bool(face.state().selected) for face in faced] == [False, True]
    row = faced[0].parent()
    assert row.role() == Role.PageTabList
    assert row.text(Text.Name) == "Parts"
    action = faced[0].actionInterface()
    assert action is not None
    action.doAction("Press")
    assert tabs.key == "a"


def test_a_disclosure_says_whether_it_is_open(qtbot: QtBot) -> None:
    install_roles()
    fold = Disclosure(Theme("light"), "More", lambda: QLabel("inside"))
    qtbot.addWidget(fold)
    face = face_of(fold)
    assert face.role() == Role.Button
    for is_open in (False, True, False):
        fold.unfold(is_open)
        state = face.state()
        assert state.expandable
        assert (bool(state.expanded), bool(state.collapsed)) == (is_open, not is_open)


def test_a_row_says_where_it_stands(qtbot: QtBot) -> None:
    install_roles()
    around = QWidget()
    qtbot.addWidget(around)
    around.setProperty(ROLE, "list")
    body, rows = QVBoxLayout(around), [button(f"Row {number}") for number in range(3)]
    for one in rows:
        one.setProperty(ROLE, "row")
        body.addWidget(one)
    around.show()
    settle()
    face = face_of(rows[1])
    assert face.role() == Role.ListItem
    assert face.text(Text.Description) == "2 / 3"
    rows[0].hide()
    assert face.text(Text.Description) == "1 / 2"
    assert position_in_list(around) == ""


def test_headings_have_a_level_that_a_tool_can_read(qtbot: QtBot) -> None:
    install_roles()
    for look, level in (("title", "heading-1"), ("heading", "heading-2")):
        label = text("Møter", look)
        qtbot.addWidget(label)
        face = face_of(label)
        assert face.role() == Role.Heading
        assert face.text(Text.Name) == "Møter"
        assert label.accessibleIdentifier() == level
        label.setText("Tid")
        assert face.text(Text.Name) == "Tid"
    assert role_of(text("plain")) == ""
    assert role_of(button("press", "tab")) == "tab"
