"""The icons: each name is a shipped drawing in one colour, and no other file lies there."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import fosdesk.ui
from fosdesk import paths
from fosdesk.ui.controls.plain_widgets import button, mark
from fosdesk.ui.style.icons import ICON_NAMES, coloured_icon, icon_picture
from fosdesk.ui.style.steps import ICON
from fosdesk.ui.style.theme import Theme

LATER_CHOSEN = {"chevron-up", "printer", "undo-2", "redo-2"}  # by an expression: a disclosure, undo, the preview


def test_the_names_are_the_drawings_that_are_shipped() -> None:
    assert {path.stem for path in paths.resource("icons").glob("*.svg")} == ICON_NAMES
    for name in ICON_NAMES:
        drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in drawing
        assert "lucide-static" in drawing, "as it was published"


@pytest.mark.parametrize("name", sorted(ICON_NAMES))
def test_each_is_drawn(qapp: QApplication, name: str) -> None:
    assert not icon_picture(name, "#1f5c54", 16, 1.5).isNull()
    assert icon_picture(name, "#1f5c54", 16, 1.5).width() == 24


def test_an_icon_that_is_not_shipped_is_a_fault(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        coloured_icon("nothing", 16, "#000000", "#000000", "#000000")


def test_only_icons_that_are_used_are_shipped() -> None:
    code = [path.read_text(encoding="utf-8") for path in Path(fosdesk.ui.__file__).parent.rglob("*.py")]
    said = {
        node.value
        for text in code
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        for argument in node.args
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    in_sheet = {"check"}  # as «check-on», in the colours of each palette
    assert ICON_NAMES - said - in_sheet - LATER_CHOSEN == set()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_an_icon_has_the_colour_of_the_words_beside_it(qtbot: QtBot, name: str) -> None:
    theme = Theme(name)
    for look, role in (("main", "on_accent"), ("text", "accent")):
        act = button("Nytt møte", look)
        qtbot.addWidget(act)
        theme.mark(act, "plus")
        assert act.text() == "Nytt møte", "words beside it, never an icon alone"
        side = theme.px(ICON)
        shown = act.icon().pixmap(side, side).toImage()
        wanted = icon_picture("plus", theme.colours[role], side, act.devicePixelRatioF()).toImage()
        assert shown.convertToFormat(wanted.format()) == wanted
        assert act.iconSize().height() == side


def test_an_icon_beside_a_sentence_is_passed_by_a_screen_reader(qtbot: QtBot) -> None:
    drawn = mark(Theme("light"), "lightbulb", "ochre")
    qtbot.addWidget(drawn)
    assert not drawn.pixmap().isNull()
    face = QAccessible.queryAccessibleInterface(drawn)
    assert face is not None
    assert face.text(QAccessible.Text.Name) == ""
