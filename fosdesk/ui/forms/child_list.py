"""ChildList: the records that belong to another one, as a short list to type into."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.domain.fields import Noun, Privacy, Record, Short, noun_of
from fosdesk.domain.rules.children import child_at_end, child_between, children_of, moved, moved_one_step, place_of
from fosdesk.ui.controls.plain_widgets import column, row, set_shown
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.text_fields import LineEdit, names_files, what_is_copied
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.focus.announcing import announce_place
from fosdesk.ui.forms.children.child_row import ChildRow
from fosdesk.ui.forms.children.waiting_children import WaitingChildren
from fosdesk.ui.forms.editors import InvalidInput, storable_text
from fosdesk.ui.forms.move_buttons import move_buttons
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import RecordPanel
from fosdesk.ui.tuning import ENTER_KEYS
from fosdesk.workspace import new_id

ChildForm = Callable[[type[Record], str, Sequence[str], Sequence[QPushButton]], RecordPanel]
_HEARD = frozenset((QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.FocusOut))
_MOST_LINES = 100  # that are pasted as a child each
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChildList(QWidget):
    """Enter adds the next line, Alt+Up and Alt+Down move a line, Backspace takes an empty one away.

    Several lines that are pasted into an empty one become a child each.

    There is always one empty line at the end; it is stored, with the parent where that is begun only, once something
    is written in it.
    """

    laid = Signal()  # lines came, moved or went

    def __init__(self, desk: Desk, noun: Noun, parent_id: str, form: ChildForm) -> None:
        """`form` makes the form of a child from class, id, the fields to show, and buttons to put at its foot."""
        super().__init__()
        self.desk, self.noun, self.parent_id = desk, noun, parent_id
        self._form = form
        self.rows: dict[str, ChildRow] = {}
        self._own: set[str] = set()  # begun here
        self._last = ""  # the empty line at the end
        words = desk.words
        fields = noun.fields
        visible = [name for name, field in fields.items() if not field.hidden]
        self.title_name = noun.title if noun.title in visible else visible[0]
        self._others = [name for name in visible if name != self.title_name]
        layout = column(self, gap=4)
        head = row(gap=8)
        self.heading = WrappingLabel(noun_many(words, noun), "label")
        head.addWidget(self.heading)
        if fields[self.title_name].privacy is Privacy.PRIVATE:
            head.addWidget(WrappingLabel("· " + words("only for the leadership team"), "note"))
        head.addStretch(1)
        layout.addLayout(head)
        self._lines = column(gap=4)
        layout.addLayout(self._lines)
        self.waiting = WaitingChildren(words)
        self.waiting.asked.connect(self.reload)
        self.waiting.hide()
        self.reload()

    # -- showing

    def reload(self) -> None:
        """Show the children as they are stored, and those that are begun here."""
        begun, school = self.desk.new_records, self.desk.new_records.school
        self._own = {one for one in self._own if begun.is_begun(one)}
        if self._last not in self._own and not self.desk.read_only:
            made = begun.begin(child_at_end(self.desk.school, self.noun, self.parent_id))
            self._last = made.id
            self._own.add(made.id)
            school = begun.school
        shown = [
            one
            for one in children_of(school, self.noun, self.parent_id)
            if one.id in self._own or not begun.is_begun(one.id)
        ]
        shown.sort(key=lambda one: (one.id == self._last, place_of(one)))
        set_shown(self, bool(shown))
        self._lay(shown)

    def _lay(self, every: Sequence[Record]) -> None:
        kept = {one for one, _ in self.desk.school.conflicts}
        shown = self.waiting.shown(every, {*self._own, *(one.id for one in every if one.id in kept)})
        here = {one.id for _, one in shown}
        cursor = self._place_of_cursor()
        gone = [child for child in self.rows if child not in here]
        came = False
        waiting = self.waiting.place
        for at, (number, one) in enumerate(shown):
            place = at + (-1 < waiting <= at)
            if at == waiting:
                self._lines.insertWidget(place - 1, self.waiting)
            there = self.rows.get(one.id)
            if there is None:
                there = self.rows[one.id] = ChildRow(self.desk, self.noun, one.id, self)
                there.widget.installEventFilter(self)
                there.fold.unfolded.connect(lambda _: self.laid.emit())
                came = True
            if self._lines.indexOf(there) != place:
                self._lines.insertWidget(place, there)
                came = True
            there.show_child(one, number, is_there=not self.desk.new_records.is_begun(one.id))
        if waiting < 0:
            self._lines.removeWidget(self.waiting)
        elif waiting >= len(shown):  # a colleague's list has no empty line at the end
            self._lines.addWidget(self.waiting)
        set_shown(self.waiting, waiting >= 0)
        order = [one.id for _, one in shown]
        for child in gone:
            self._take_away(self.rows.pop(child))
        if cursor is not None and cursor[0] in gone and order:
            self.take_cursor(order[min(cursor[1], len(order) - 1)])
        if came or gone:
            follow_layout(self)
            self.laid.emit()

    def _take_away(self, gone: ChildRow) -> None:
        self.desk.edits.drop(gone)
        self._lines.removeWidget(gone)
        gone.hide()
        gone.setParent(None)
        gone.deleteLater()

    def _place_of_cursor(self) -> tuple[str, int] | None:
        cursor = QApplication.focusWidget()
        for place, (child, one) in enumerate((child, self.rows[child]) for child in self.order):
            if cursor is not None and (one is cursor or one.isAncestorOf(cursor)):
                return child, place
        return None

    @property
    def order(self) -> list[str]:
        """The ids of the lines as they stand, the empty one at the end among them."""
        places = {child: self._lines.indexOf(one) for child, one in self.rows.items()}
        return sorted((child for child in places if places[child] >= 0), key=places.__getitem__)

    def take_cursor(self, child: str = "") -> None:
        """Put the cursor behind what stands in a line, by default the empty one at the end."""
        if self.waiting.waits(child):
            self.waiting.show_all()
        there = self.rows.get(child or self._last)
        if there is not None:
            there.title.write_on()

    def open_row(self, child: str) -> bool:
        """Unfold a child's other fields; False where it is not in this list."""
        if self.waiting.waits(child):
            self.waiting.show_all()
        there = self.rows.get(child)
        if there is not None and not there.fold.is_open and self.desk.school.find(child) is not None:
            there.fold.unfold()
        return there is not None

    def make_form(self, child: str) -> QWidget:
        """The form of one child, with buttons that move it."""
        can_move = "pos" in self.noun.fields and not self.desk.read_only
        acts = move_buttons(self.desk.words, lambda step: self.move_child(child, step)) if can_move else []
        made = self._form(self.noun.record, child, self._others, acts)
        assert isinstance(made, QWidget)
        return made

    # -- writing

    def completed(self, record: Record) -> Record:
        """A child as it is stored first: at the end of the list as that is by now, when it is the last line."""
        if not self.desk.new_records.is_begun(record.id) and self.desk.school.find(record.id) is not None:
            return record
        at_end = child_at_end(self.desk.school, self.noun, self.parent_id)
        values = {self.noun.parent: self.parent_id}
        if record.id == self._last and "pos" in self.noun.fields:
            values["pos"] = place_of(at_end)
        return msgspec.structs.replace(record, **values)

    def saved(self, _child: str) -> None:
        """Something was stored in a line."""
        self.reload()

    def add_below(self, child: str) -> None:
        """Put the cursor into an empty line below one."""
        self.waiting.show_beside(child, 0, 1)
        order = self.order
        following = order[order.index(child) + 1 :]
        if not following:
            return
        if following[0] not in self._own:
            records = self.desk.school
            before, after = (records.get(self.noun.record, one) for one in (child, following[0]))
            if place_of(after) <= place_of(before):  # nothing fits between two at the same place
                self._spread(child, following[0])
                records = self.desk.school
                before, after = (records.get(self.noun.record, one) for one in (child, following[0]))
            made = child_between(self.noun, self.parent_id, place_of(before), place_of(after))
            begun = self.desk.new_records.begin(made)
            self._own.add(begun.id)
            self.reload()
            following = [begun.id]
        self.take_cursor(following[0])

    def _spread(self, child: str, following: str) -> None:
        """Give two that two laptops put at the same place a place of their own each."""
        order = children_of(self.desk.school, self.noun, self.parent_id)
        ahead = [one.id for one in order]
        then = ahead[ahead.index(following) + 1 :]
        self._commit(moved(order, following, then[0] if then else ""))

    def move_child(self, child: str, step: int) -> None:
        """Move a line one up (-1) or down (1) as one undo step; the cursor stays in it."""
        if self.desk.read_only or "pos" not in self.noun.fields or self.desk.new_records.is_begun(child):
            return
        self.waiting.show_beside(child, 2, 2)
        row_there = self.rows[child]
        if not self.desk.release(row_there):
            return
        pairs = moved_one_step(children_of(self.desk.school, self.noun, self.parent_id), child, step)
        cursor = QApplication.focusWidget()
        self._commit(pairs)
        if cursor is not None and row_there.isAncestorOf(cursor):
            cursor.setFocus()
        announce_place(self, self.desk.words, child, children_of(self.desk.school, self.noun, self.parent_id))

    def _commit(self, pairs: Sequence[tuple[Record, Record]]) -> None:
        if pairs:
            self.desk.attempt(lambda: self.desk.workspace.commit_all(pairs))
            self.reload()

    def paste_lines(self, child: str, text: str) -> bool:
        """Make a child of each line of a text, in place of an empty line; False where it is left to the field."""
        try:
            said = [
                storable_text(self.desk.words, line, one_line=True) for line in text.splitlines()[: _MOST_LINES + 1]
            ]
        except InvalidInput:
            return False
        lines = [line for line in said if line]
        if child not in self._own or self.rows[child].title.as_typed or not 1 < len(lines) <= _MOST_LINES:
            return False
        self.waiting.show_beside(child, 1, 1)
        order = self.order
        around = [self.desk.school.find(one) for one in order]
        at = order.index(child)
        before = next((place_of(one) for one in around[at::-1] if one is not None), "")
        after = next((place_of(one) for one in around[at:] if one is not None), "")
        made: list[Record] = []
        for line in lines:
            blank = child_between(self.noun, self.parent_id, before, after)
            before = place_of(blank)
            made.append(msgspec.structs.replace(blank, id=new_id(), **{self.title_name: line}))
        if self.desk.attempt(lambda: self.desk.new_records.add_all(made)):
            self.reload()
            order = self.order
            self.take_cursor(order[order.index(made[-1].id) + 1])
        return True

    def take_away(self, child: str) -> None:
        """Remove an empty line; the cursor goes to the end of the one above."""
        order = self.order
        place = order.index(child)
        found = self.desk.school.find(child)
        if found is None:
            self.desk.new_records.drop(child)
        elif self.desk.attempt(lambda: self.desk.workspace.delete([found])):
            thing = noun_one(self.desk.words, noun_of(found)).lower()
            self.desk.show_message(self.desk.words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))
        self.reload()
        left = self.order
        self.take_cursor(left[max(place - 1, 0)])

    # -- keys

    @staticmethod
    def _is_move(event: QKeyEvent) -> bool:
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in _ARROWS and alone == Qt.KeyboardModifier.AltModifier

    def _pressed(self, child: str, event: QKeyEvent) -> bool:
        there = self.rows[child]
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_move(event):
            self.move_child(child, _ARROWS[Qt.Key(event.key())])
            return True
        if self.desk.read_only or not isinstance(there.title.field, Short):
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            copied = what_is_copied()
            return copied.hasText() and not names_files(copied) and self.paste_lines(child, copied.text())
        if plain and event.key() in ENTER_KEYS:
            there.title.commit()
            if self.desk.school.find(child) is not None and not there.title.dirty:
                self.add_below(child)
            return True
        if plain and event.key() in _ARROWS and self._is_at_edge(there.widget, _ARROWS[Qt.Key(event.key())]):
            self.waiting.show_beside(child, 1, 1)
            order = self.order
            place = order.index(child) + _ARROWS[Qt.Key(event.key())]
            if 0 <= place < len(order):
                self.take_cursor(order[place])
            return True
        if plain and event.key() == Qt.Key.Key_Backspace and not there.title.as_typed and child != self._last:
            self.take_away(child)
            return True
        return False

    @staticmethod
    def _is_at_edge(editor: QWidget, step: int) -> bool:
        """Whether the cursor stands in the first (or last) line of what is shown."""
        if isinstance(editor, QPlainTextEdit):
            there = editor.textCursor()
            return not there.movePosition(QTextCursor.MoveOperation.Up if step < 0 else QTextCursor.MoveOperation.Down)
        return isinstance(editor, LineEdit)

    def _drop_empty(self, child: str) -> None:
        there = self.rows.get(child)
        cursor = QApplication.focusWidget()
        if there is None or child not in self._own or there.title.dirty or child == self._last:
            return
        if cursor is not None and (cursor is there or there.isAncestorOf(cursor)):
            return
        if QApplication.activePopupWidget() is None and self.desk.new_records.is_begun(child):
            self.desk.new_records.drop(child)
            self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the lines; a begun line that is left empty goes."""
        if event.type() not in _HEARD:  # of all that comes to every editor
            return super().eventFilter(watched, event)
        child = next((one.child for one in self.rows.values() if one.widget is watched), "")
        if isinstance(event, QKeyEvent) and child:
            if event.type() == QEvent.Type.ShortcutOverride and self._is_move(event):
                event.accept()  # else a page with a shortcut of its own would take it
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(child, event):
                return True
        elif child in self._own and child != self._last:
            QTimer.singleShot(0, self, lambda: self._drop_empty(child))
        return super().eventFilter(watched, event)
