"""QuickAdd: a line above a list; each Enter makes a record of it, and the cursor stays for the next one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from fosdesk.domain.fields import Long, Noun, Record, Scalar, Short, SubList
from fosdesk.ui.controls.search_line import IconLine
from fosdesk.ui.forms.editors import Editor, InvalidInput, storable_text
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from fosdesk.ui.frame.desk import Desk


def can_quick_add(noun: Noun) -> bool:
    """Whether one line of text is a record of the noun."""
    return isinstance(noun.fields.get(noun.title), Short | Long)


class QuickAdd(IconLine, Editor):
    """What is typed and not entered is kept as a draft, also over the end of the program.

    With nothing typed, Ctrl+Z belongs to the window and takes back the record that was made.
    """

    committed = Signal()
    made = Signal(str)  # the id of the new record
    down_pressed = Signal()

    def __init__(
        self,
        desk: Desk,
        noun: Noun,
        make: Callable[[str], Record],
        place: str = "",
        *,
        sub_list: SubList | None = None,
    ) -> None:
        """`make` stores a record with this title, one of `sub_list` where it is given; it may raise FosdeskError.

        `place` tells lines for the same noun from each other, so that none takes the draft of another.
        """
        super().__init__("plus")
        self._desk, self._make = desk, make
        place = place or (sub_list.part if sub_list is not None else "")
        self._draft = f"quick add {noun.key} {place}".rstrip()
        words = desk.words
        self.setMaxLength(10 * MOST_CHARACTERS)  # what is too long is told, never cut
        new = words((sub_list or noun.use).new or "New")
        self.setPlaceholderText(words("{new}: write one line and press Enter", new=new))
        self.setAccessibleName(self.placeholderText())
        self.setText(desk.edits.take_typed(self._draft))
        self._keep(self.text())
        self.textChanged.connect(self._keep)

    def _keep(self, typed: str) -> None:
        self._desk.edits.keep_typed(self._draft, typed)

    def value(self) -> Scalar:
        """The cleaned line; InvalidInput when it is too long."""
        return storable_text(self._desk.words, self.text(), one_line=True)

    def show_value(self, value: Scalar) -> None:
        """Show a line."""
        self.setText(str(value or ""))

    @property
    def dirty(self) -> bool:
        """Whether something is typed."""
        return bool(self.text())

    @property
    def typed(self) -> str:
        """The line as typed."""
        return self.text()

    def set_read_only(self) -> None:
        """Make it read-only."""
        self.setReadOnly(True)

    def _enter(self) -> None:
        try:
            title = str(self.value())
        except InvalidInput as why:
            self._desk.show_message(str(why))
            return
        if not title:
            return
        made: list[Record] = []
        if self._desk.attempt(lambda: made.append(self._make(title))):
            self.setText("")  # which leaves nothing for Ctrl+Z in the line itself
            self.committed.emit()
            self.made.emit(made[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes a record, and arrow down goes to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing is typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().event(event)
