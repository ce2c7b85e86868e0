"""Suggestions: what a short text held before in other records, offered below its line while somebody types."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QWidget

from fosdesk.domain.fields import Privacy, Record, Short, noun_of
from fosdesk.domain.school import School
from fosdesk.domain.values.text_folding import folded
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.ui.controls.plain_widgets import column, plain_tip
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.forms.editors import ShortEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.tuning import ENTER_KEYS

_MOST_KEPT = 400  # different texts of a field that are looked through, the most used ones
_MOST_SHOWN = 7
_BELOW: int = 5  # px at 100 %, so that the ring of the line stays free
_SETTLED = 60  # ms until a form that was just laid stands still
_EDGE: Literal[6] = 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def is_suggested(record: type[Record], name: str) -> bool:
    """Whether earlier values of a field may be offered: its noun says so, and it is neither private nor of people."""
    noun = noun_of(record)
    field = noun.fields[name]
    return name in noun.use.suggests and type(field) is Short and field.privacy is Privacy.OPEN and not field.names


def earlier_values(school: School, record: type[Record], name: str) -> Mapping[str, int]:
    """The texts that a field holds, with how many records hold each, the most used first.

    Without those that name somebody who is shielded.
    """
    return school.cached(_counting(record, name), record)


@cache
def _counting(record: type[Record], name: str) -> Callable[[School], Mapping[str, int]]:
    """What counts the values; the same function each time, as a School keeps results by function."""

    def count(school: School) -> Mapping[str, int]:
        counted = Counter([getattr(one, name) for one in school.of(record)])
        counted.pop("", None)
        found = dict(counted.most_common(_MOST_KEPT))
        hidden = [
            str(getattr(one, key))
            for one in school.shielded.values()
            for key, field in noun_of(one).fields.items()
            if field.names and getattr(one, key)
        ]
        if hidden:
            names = NameDetector(hidden)
            found = {text: n for text, n in found.items() if not names.found_in(text)}
        return found

    return count


def fitting(values: Mapping[str, int], typed: str, stored: str) -> list[str]:
    """The values that begin with what is typed, then those of which a word does; the most used first.

    Neither what is typed already, nor what only the record itself holds (`stored`).
    """
    wanted, text = folded(typed).strip(), typed.strip()
    first: list[str] = []
    then: list[str] = []
    for value, n in values.items():
        if value == text or (value == stored and n == 1):
            continue
        told = folded(value)
        if told.startswith(wanted):
            first.append(value)
        elif f" {wanted}" in told:
            then.append(value)
    return [*first, *then][:_MOST_SHOWN]


class SuggestionList(QFrame):
    """The list itself: it never has the cursor, and nothing in it is chosen until somebody does."""

    taken = Signal(str)

    def __init__(self, desk: Desk, values: Sequence[str], name: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "calendar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self, margins=(_EDGE, _EDGE, _EDGE, _EDGE))
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(name)
        for value in values:
            item = QListWidgetItem(value)
            item.setToolTip(plain_tip(value))
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        self.list.itemClicked.connect(lambda item: self.taken.emit(item.text()))
        layout.addWidget(self.list)
        self._below = desk.theme.px(_BELOW)

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or above it where the window ends."""
        window = self._window
        self.ensurePolished()
        self.list.ensurePolished()
        around = self.list.height() - self.list.viewport().height()
        high = self.list.sizeHintForRow(0) * self.list.count() + around + 2 * _EDGE
        corner = field.mapTo(window, QPoint(0, field.height() + self._below))
        place = QRect(corner.x(), corner.y(), field.width(), high)
        if place.bottom() > window.height():
            place.moveBottom(field.mapTo(window, QPoint()).y() - self._below)
        self.setGeometry(place)
        self.show()
        self.raise_()

    @property
    def chosen(self) -> str:
        """The value that somebody went to; empty while nobody did."""
        item: QListWidgetItem | None = self.list.currentItem()
        return item.text() if item is not None else ""

    def step(self, by: int) -> str:
        """Go to the next value or the one before; back to none above the first. Returns where one is."""
        self.list.setCurrentRow(max(min(self.list.currentRow() + by, self.list.count() - 1), -1))
        return self.chosen


class Suggestions(QObject):
    """Down goes into the list and Enter takes, as a click does; Escape closes it, and so does leaving the line.

    Only what is typed or taken is ever stored.
    """

    def __init__(self, desk: Desk, editor: ShortEditor, record: type[Record], name: str) -> None:
        super().__init__(editor)
        self._desk, self._editor, self._record, self._name = desk, editor, record, name
        self.popup: SuggestionList | None = None
        self._is_following = False
        editor.textEdited.connect(lambda typed: self._offer() if typed.strip() else self.close())
        editor.installEventFilter(self)

    def close(self) -> None:
        """Take the list away."""
        if self.popup is not None:
            self.popup.hide()
            self.popup.deleteLater()
            self.popup = None

    def _offer(self) -> None:
        self.close()
        desk, editor = self._desk, self._editor
        if editor.isReadOnly() or not editor.isVisible():
            return
        values = earlier_values(desk.school, self._record, self._name)
        found = fitting(values, editor.text(), editor.stored)
        if not found:
            return
        name = desk.words("Used before")
        self.popup = SuggestionList(desk, found, name, editor.window())
        self.popup.taken.connect(self._take)
        self.popup.open_below(editor)
        if not self._is_following:
            self._is_following = True
            for area in self._areas():  # the list goes along, also when the page brings the line into view
                area.verticalScrollBar().valueChanged.connect(self._follow)
        QTimer.singleShot(_SETTLED, self.popup, self._follow)
        n = desk.words.number(len(found))
        announce(editor, desk.words("{n} used before; Down goes to them.", n=n))

    def _areas(self) -> Iterator[QScrollArea]:
        above: QWidget | None = self._editor.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                yield above
            above = above.parentWidget()

    def _follow(self) -> None:
        if self.popup is not None and self._editor.visibleRegion().isEmpty():
            self.close()
        elif self.popup is not None:
            self.popup.open_below(self._editor)

    def _take(self, value: str) -> None:
        self.close()
        self._editor.type_over(value)
        self._editor.committed.emit()

    def _does(self, event: QKeyEvent) -> bool:
        """Handle a key of the line; False where the line shall have it."""
        step = 0 if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else _STEPS.get(Qt.Key(event.key()), 0)
        if self.popup is None or self.popup.isHidden():
            if step == 1:
                self._offer()
            return step == 1 and self.popup is not None
        if step:
            announce(self._editor, self.popup.step(step))
        elif event.key() in ENTER_KEYS:
            chosen = self.popup.chosen
            self.close()
            if not chosen:
                return False  # what is typed is meant
            self._take(chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys while the list is there; it goes with the cursor."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._does(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.popup is not None and not self.popup.isHidden():
                event.accept()  # it closes the list, and not what the line stands in
                return True
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        return False
