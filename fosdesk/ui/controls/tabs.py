"""Tabs: parts of a page of which one is shown; each is built when first shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, line, set_shown
from fosdesk.ui.controls.side_by_side import SideBySide

_ROOMY = 640  # px at 100 %, where names and what stands beside them have room in one line


class Tabs(QWidget):
    """A row of tab buttons over the current part; arrow keys move between the buttons."""

    shown = Signal(str)

    def __init__(
        self,
        names: Sequence[tuple[str, str]],
        make: Callable[[str], QWidget],
        may_leave: Callable[[QWidget], bool],
        *,
        name: str,
    ) -> None:
        """`names` are keys and labels; `make` builds a key's part; `may_leave` may refuse to leave the current part."""
        super().__init__()
        self._layout = column(self, gap=0)
        self._line = FlowBox(gap=20)
        self._line.setAccessibleName(name)
        self._head = SideBySide(_ROOMY, gap=8, narrow_gap=6)
        self._head.add(self._line, 1)
        self._layout.addWidget(self._head)
        self._layout.addWidget(line())
        self._layout.addSpacing(14)
        self._make, self._may_leave = make, may_leave
        self._names: dict[str, QPushButton] = {}
        self._parts: dict[str, QWidget] = {}
        self.key = ""
        for key, words in names:
            made = button(words, "tab")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(lambda _=False, k=key: self.show_tab(k))
            self._names[key] = made
            self._line.add(made)

    def build(self, key: str) -> None:
        """Build a part without showing it."""
        if key not in self._parts:
            part = self._parts[key] = self._make(key)
            part.hide()
            self._layout.addWidget(part)

    def show_tab(self, key: str) -> None:
        """Show a part, unless the current one may not be left."""
        shown = self._parts.get(self.key)
        if key != self.key and shown is not None and not self._may_leave(shown):
            self._names[self.key].setChecked(True)
            return
        self._turn(key)

    def reveal(self, inside: QWidget) -> None:
        """Show the part that contains a widget."""
        for key, part in self._parts.items():
            if key != self.key and part.isAncestorOf(inside):
                self._turn(key)

    def _turn(self, key: str) -> None:
        self.build(key)
        self.key = key
        self._names[key].setChecked(True)
        set_shown(self._names[key], True)
        for other, part in self._parts.items():
            part.setVisible(other == key)
        self.shown.emit(key)

    def offer(self, key: str, *, is_offered: bool) -> None:
        """Show or hide the tab of a part; the one that is shown keeps its tab."""
        set_shown(self._names[key], is_offered or key == self.key)

    def add_beside(self, widget: QWidget) -> None:
        """Put something at the right of the names, or below them; whoever adds it says when it is shown."""
        self._head.add(widget, 0)

    def rename(self, key: str, words: str) -> None:
        """Give a part another name."""
        self._names[key].setText(words.replace("&", "&&"))

    def name_of(self, key: str) -> QPushButton:
        """The tab button of a part."""
        return self._names[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the next name."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        names = [one for one, made in self._names.items() if not made.isHidden()]
        if step and any(one.hasFocus() for one in self._names.values()):
            key = names[(names.index(self.key) + step) % len(names)]
            self.show_tab(key)
            if self.key == key:
                self._names[key].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
