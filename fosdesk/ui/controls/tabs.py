"""Tabs: parts of a page of which one is shown; each is built when first shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, line, row, set_shown
from fosdesk.ui.style.steps import Pixels

_BESIDE, _BELOW = Pixels(8), Pixels(10)  # before what stands at the right of the names, or above it below them


class _Head(QWidget):
    """Names over a hairline, and at their right what belongs to them; below the line where both have no room in one."""

    def __init__(self, names: FlowBox) -> None:
        super().__init__()
        self.names = names
        self._others: list[QWidget] = []
        whole = column(self, gap=0)
        self._beside = row(gap=_BESIDE)
        self._beside.addWidget(names, 1, Qt.AlignmentFlag.AlignTop)
        self._below = column(gap=0)
        whole.addLayout(self._beside)
        whole.addWidget(line())
        whole.addLayout(self._below)
        self._is_below = False

    def add(self, widget: QWidget) -> None:
        """Add something beside the names."""
        self._others.append(widget)
        self._place(widget)

    def _place(self, widget: QWidget) -> None:
        if self._is_below:
            self._below.addWidget(widget)
        else:
            self._beside.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def fit(self) -> None:
        """Place what is shown beside the names where all have room in one line."""
        shown = [one for one in self._others if not one.isHidden()]
        names = self.names.flow.width_in_one_line()
        is_below = sum(_BESIDE + one.sizeHint().width() for one in shown) + names > self.width()
        if is_below != self._is_below:
            self._is_below = is_below
            for one in self._others:
                self._place(one)
        self._below.setContentsMargins(0, _BELOW if is_below and shown else 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Names or what belongs to them were shown, hidden or renamed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)


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
        self._line = FlowBox(gap=20, lines_gap=4)
        self._line.setAccessibleName(name)
        self._head = _Head(self._line)
        self._layout.addWidget(self._head)
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
        self._head.add(widget)

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
