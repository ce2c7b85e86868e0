"""The agenda of one meeting as a list: lines open in place, and are moved, timed and taken away by key."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fosdesk.display.meeting_words import line_notes, line_title
from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import AgendaLine
from fosdesk.domain.rules.agenda import lines_of_meeting
from fosdesk.domain.rules.children import moved_one_step
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.focus.announcing import announce_place
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.row_list import ListRow, RowList, RowWords, Section

_MINUTES = 5  # that a key adds or takes
_LINES = (("what",), ("purpose", "minutes"), ("about",), ("said",), ("put_off", "standing"))


class AgendaList(RowList):
    """Alt+Up and Alt+Down move the line with the cursor, + and − change its minutes, Delete takes it away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self._words_of, self._panel_of)
        self._meeting = ""

    def show_meeting(self, meeting_id: str) -> None:
        """Show the agenda of a meeting."""
        self._meeting = meeting_id
        nothing = self._desk.words("Nothing on the agenda yet.")
        ids = [line.id for line in self.lines]
        self.show_sections([Section("agenda", "", ids, empty=nothing, most=200)])

    @property
    def lines(self) -> Sequence[AgendaLine]:
        """The lines in their order."""
        return lines_of_meeting(self._desk.school, self._meeting)

    def move_line(self, line_id: str, step: int) -> None:
        """Move a line up (-1) or down (1); the cursor stays on it."""
        changes = moved_one_step(self.lines, line_id, step)
        if changes and self._desk.attempt(lambda: self._desk.workspace.commit_all(changes, "change")):
            self.enter(line_id)
            announce_place(self, self._desk.words, line_id, self.lines)

    def enter(self, line_id: str) -> None:
        """Set the focus to a line, in view."""
        one = self.row(line_id)
        one.line.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_into_view(one)

    def _has(self, line_id: str, button: QWidget) -> bool:
        return line_id in self._rows and self._rows[line_id].line is button

    def _does(self, line: AgendaLine, event: QKeyEvent) -> bool:
        key, step = event.key(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_line(line.id, step)
        elif step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(line, step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._add_minutes(line, _MINUTES if key == Qt.Key.Key_Plus else -_MINUTES)
        elif key == Qt.Key.Key_Delete and line.id != self.open_id:
            self._take_away(line)
        else:
            return False
        return True

    def _go(self, line: AgendaLine, step: int) -> None:
        ids = [one.id for one in self.lines]
        target = ids.index(line.id) + step
        if 0 <= target < len(ids):
            self.enter(ids[target])

    def _add_minutes(self, line: AgendaLine, more: int) -> None:
        minutes = max((line.minutes or 0) + more, 0) or None
        after = msgspec.structs.replace(line, minutes=minutes)
        self._desk.attempt(lambda: self._desk.workspace.commit(line, after))

    def _take_away(self, line: AgendaLine) -> None:
        ids = [one.id for one in self.lines]
        place = ids.index(line.id)
        if not self._desk.attempt(lambda: self._desk.workspace.delete([line])):
            return
        words = self._desk.words
        thing = noun_one(words, noun_of(line)).lower()
        self._desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))
        left = [one.id for one in self.lines]
        if left:
            self.enter(left[min(place, len(left) - 1)])

    def _row(self, row_id: str) -> ListRow:
        is_new = row_id not in self._rows
        made = super()._row(row_id)
        if is_new:
            made.line.installEventFilter(self)
        return made

    def _words_of(self, line_id: str) -> RowWords:
        words, lines = self._desk.words, self.lines
        place, line = next((place, line) for place, line in enumerate(lines, start=1) if line.id == line_id)
        title = line_title(words, line) if line.number else f"{place}. {line_title(words, line)}"
        return RowWords(title, line_notes(words, line), words.minutes(line.minutes) if line.minutes else "")

    def _panel_of(self, line_id: str) -> FieldsPanel:
        return FieldsPanel(self._desk, AgendaLine, line_id, _LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a line, which a button would take for its own."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            line = next((one for one in self.lines if self._has(one.id, watched)), None)
            if line is not None and not self._desk.read_only and self._does(line, event):
                return True
        return super().eventFilter(watched, event)
