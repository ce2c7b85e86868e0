"""Buttons that move something one place up or down in its list."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from fosdesk.ui.controls.plain_widgets import button
from fosdesk.words import Words


def move_buttons(words: Words, move: Callable[[int], object]) -> list[QPushButton]:
    """Two buttons; `move` is called with -1 or 1."""
    made = []
    for sentence, keys, step in ((words("Move up"), "Alt+↑", -1), (words("Move down"), "Alt+↓", 1)):
        act = button(sentence, "text", tip=keys, name=sentence)
        act.clicked.connect(lambda _=False, by=step: move(by))
        made.append(act)
    return made
