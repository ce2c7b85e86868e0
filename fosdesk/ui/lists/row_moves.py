"""RowMoves: Alt+Up and Alt+Down in a list whose order is made by hand, and buttons for the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Noun, Order, Record
from fosdesk.domain.rules.children import moved_one_step
from fosdesk.ui.focus.announcing import announce_place
from fosdesk.ui.forms.move_buttons import move_buttons
from fosdesk.ui.frame.desk import Desk


def is_ordered(noun: Noun) -> bool:
    """Whether the records of a noun stand in an order made by hand."""
    return any(isinstance(field, Order) for field in noun.fields.values()) and not noun.use.order


class RowMoves(QObject):
    """Moves a record one place up or down, as one undo step; the cursor stays with it."""

    moved = Signal(str)  # the id of a record that was moved

    def __init__(
        self, desk: Desk, within: QWidget, chosen: Callable[[], str], order: Callable[[], Sequence[Record]]
    ) -> None:
        """The keys work inside `within`; `chosen` gives the record that has the cursor, `order` all as they stand."""
        super().__init__(within)
        self._desk, self._within, self._chosen, self._order = desk, within, chosen, order
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), within, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=step: self.move(self._chosen(), by))

    def buttons(self, record_id: str) -> list[QPushButton]:
        """Buttons that move one record, for the foot of its form."""
        return [] if self._desk.read_only else move_buttons(self._desk.words, lambda step: self.move(record_id, step))

    def move(self, record_id: str, step: int) -> bool:
        """Move a record one place up (-1) or down (1); False at the end of the list, or where it may not be moved."""
        if self._desk.read_only or not self._desk.release(self._within):
            return False
        order = [one for one in self._order() if not self._desk.new_records.is_begun(one.id)]
        pairs = moved_one_step(order, record_id, step)
        done = bool(pairs) and self._desk.attempt(lambda: self._desk.workspace.commit_all(pairs))
        if done:
            self.moved.emit(record_id)
            announce_place(self._within, self._desk.words, record_id, self._order())
        return done
