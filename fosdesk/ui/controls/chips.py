"""Chips: small checkable buttons in a layout that wraps."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.style.steps import UNBOUND, Gap
from fosdesk.ui.tuning import laid_once


class FlowLayout(QLayout):
    """A layout that places widgets left to right and wraps to a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, gap: Gap = 6, lines_gap: Gap | None = None) -> None:
        """`gap` is between two widgets, and also between two lines unless `lines_gap` says otherwise."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Qt asks for these many times before it lays anything; they hold until something in it changes.
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self._widths: dict[QWidget, int] = {}
        self._gap, self._lines_gap = gap, gap if lines_gap is None else lines_gap
        self.setContentsMargins(0, 0, 0, 0)

    def width_in_one_line(self) -> int:
        """How wide all would be beside each other."""
        lines = self._lines(UNBOUND)
        return sum(size.width() + self._gap for _, size in lines[0]) - self._gap if lines else 0

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x(), max(size.height() for _, size in line)
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._lines_gap
        return max(y - self._lines_gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items of each line, and each line's height."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint().expandedTo(item.minimumSize())
            wide = min(self._wanted_width(item, hint.width()), width)
            size = QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height())
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines

    def _wanted_width(self, item: QLayoutItem, usual: int) -> int:
        widget = item.widget() if self._widths else None
        return usual if widget is None else self._widths.get(widget, usual)

    def set_width(self, widget: QWidget, width: int) -> None:
        """Make a widget this wide (px) where there is room, and narrower where there is not."""
        self._widths[widget] = width
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was computed, because something in it has changed."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add one item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove the item at a place."""
        if not 0 <= index < len(self._items):
            return None
        taken = self._items.pop(index)
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        """None: lines are as high as they must be."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest single item."""
        if self._least is None:
            size = QSize()
            for item in self._items:
                least = item.minimumSize()
                size = size.expandedTo(QSize(min(least.width(), 220), least.height()))
            self._least = size
        return QSize(self._least)


class FlowBox(QWidget):
    """A widget whose children flow in lines."""

    def __init__(self, gap: Gap = 6, lines_gap: Gap | None = None) -> None:
        """The gaps are those of `FlowLayout`."""
        super().__init__()
        self.flow = FlowLayout(self, gap, lines_gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(1, 1)  # else Qt reserves the height that the lines would need in a narrow column

    def add(self, widget: QWidget, width: int = 0) -> None:
        """Add a widget at the end; of a `width` in pixels, where there is room for it."""
        self.flow.addWidget(widget)
        if width:
            self.flow.set_width(widget, width)

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """Add some at the end, and lay them when all have come."""
        with laid_once(self.flow):
            for widget in widgets:
                self.flow.addWidget(widget)
                if self.isVisible():
                    widget.show()

    def clear(self) -> None:
        """Remove and delete all children."""
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


class ChipLine(FlowBox):
    """Asks for room on one line, and flows where there is none."""

    def __init__(self, gap: Gap = 6) -> None:
        super().__init__(gap)
        self._gap = gap

    def sizeHint(self) -> QSize:
        """The size of one line."""
        hints = [one.sizeHint() for one in self.findChildren(QPushButton) if not one.isHidden()]
        gaps = self._gap * max(len(hints) - 1, 0)
        return QSize(sum(one.width() for one in hints) + gaps, max((one.height() for one in hints), default=0))


class ChipChoice(FlowBox):
    """One option of a few; clicking the chosen chip again clears the choice, unless `always`."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], value: str = "", *, name: str = "", always: bool = False
    ) -> None:
        """`always` keeps one of the options chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self._name, self._always = name, always
        self._chips: dict[str, QPushButton] = {}
        self._options: dict[str, str] = {}
        for key, words in options:
            self._add_chip(key, words)
        self._value = ""
        self.set_value(value)

    def set_options(self, options: Sequence[tuple[str, str]], value: str) -> None:
        """Offer other options, and choose one without emitting `chosen`; the same ones stay as they are."""
        if [*options] != [*self._options.items()]:
            self.clear()
            self._chips.clear()
            self._options.clear()
            for key, words in options:
                self._add_chip(key, words)
        self.set_value(value)

    @property
    def value(self) -> str:
        """The chosen key, or empty."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without emitting `chosen`; an unknown key gets a chip of its own."""
        if value and value not in self._chips:
            self._add_chip(value, value)
        self._value = value
        for key, chip in self._chips.items():
            chip.setChecked(key == value)

    def chip(self, key: str) -> QPushButton:
        """The button of one option."""
        return self._chips[key]

    def _add_chip(self, key: str, words: str) -> None:
        chip = button(words, "chip")
        chip.setCheckable(True)
        chip.setAccessibleDescription(self._name)
        chip.clicked.connect(lambda: self._pick(key))
        self._chips[key] = chip
        self._options[key] = words
        self.add(chip)

    def _pick(self, key: str) -> None:
        if self._always and key == self._value:
            self.set_value(key)
            return
        self.set_value("" if key == self._value else key)
        self.chosen.emit(self._value)
