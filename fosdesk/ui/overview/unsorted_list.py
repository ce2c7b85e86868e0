"""The unsorted lines on the overview: with the cursor on one, a letter says what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import Noun
from fosdesk.domain.records import AgendaLine, Captured
from fosdesk.domain.rules.captured_sorting import kinds, sorted_record
from fosdesk.domain.rules.time_use import next_meeting
from fosdesk.domain.school import title_of
from fosdesk.reports.document_text import lowercase_first
from fosdesk.ui.controls.plain_widgets import column, plain_tip, set_shown
from fosdesk.ui.focus.watcher import give_cursor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.row_list import RowList, RowWords, Section

_FEW = 5
_MOST = 300  # lines that are laid out; the rest comes as these are sorted
_SECTION = "unsorted"


class UnsortedList(QWidget):
    """Hidden while there is nothing; each line can be sorted, changed and deleted, by mouse and by keyboard."""

    laid = Signal()  # rows came, moved or went

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: tuple[Captured, ...] = ()
        self._places: dict[str, int] = {}  # what comes back by undo comes back to its place
        self.list = RowList(desk, self._row, lambda record_id: RecordForm(desk, Captured, record_id))
        self.list.laid.connect(self._watch_rows)
        self.list.act_asked.connect(self.ask)
        column(self, gap=0).addWidget(self.list)
        self.hide()

    # -- showing

    def refresh(self) -> None:
        """Show the lines as they stand."""
        lines = self.desk.school.of(Captured)
        if lines == self._shown and not self.list.open_id:
            return
        self._shown = lines
        for one in lines:
            self._places.setdefault(one.id, len(self._places))
        ids = sorted((one.id for one in lines), key=self._places.__getitem__)
        words = self.desk.words
        title = words("Unsorted ({n})", n=words.number(len(ids)))
        self.list.show_sections([Section(_SECTION, title, ids[:_MOST], most=_FEW, note=self._note(len(ids)))])
        set_shown(self, bool(ids))

    def open(self, record_id: str) -> None:
        """Open one line in its form."""
        self.list.open_row(record_id)

    def _note(self, count: int) -> str:
        words = self.desk.words
        said = words("Only for the leadership team until sorted.")
        if count > _MOST:
            said = f"{said} {words('The first {n} are shown; the others come as these are sorted.', n=_MOST)}"
        return said if self.desk.read_only else f"{said} {words('With the cursor on a line:')} {self._keys()}."

    def _keys(self) -> str:
        found = [f"{one.use.letter} {lowercase_first(self._kind_words(one))}" for one in self._kinds()]
        return ", ".join([*found, self.desk.words("{key} removes it", key="Delete")])

    def _row(self, record_id: str) -> RowWords:
        words, line = self.desk.words, self.desk.school.get(Captured, record_id)
        day = words.short_date(line.day, with_year=line.day[:4] != self.desk.day()[:4]) if line.day else ""
        return RowWords(title_of(line) or words("Unsorted line"), aside=day, act=words("What is it?"))

    def _watch_rows(self) -> None:
        for record_id in self.list.shown_ids:
            row = self.list.row(record_id)
            row.act.setToolTip(plain_tip(self._keys()))
            for part in (row.line, row.act):
                part.setProperty(_SECTION, record_id)
                part.installEventFilter(self)
        self.laid.emit()

    # -- sorting

    def _kinds(self) -> Sequence[Noun]:
        return kinds(self.desk.school, self.desk.day())

    def _kind_words(self, noun: Noun) -> str:
        words, meeting = self.desk.words, next_meeting(self.desk.school, self.desk.day())
        if noun.record is AgendaLine and meeting is not None:
            return words("Agenda line for {date}", date=words.short_date(meeting.day, with_year=False))
        return noun_one(words, noun)

    def ask(self, record_id: str) -> None:
        """Show the menu of what a line can become, below its button."""
        menu = QMenu(self)
        menu.setAccessibleName(self.desk.words("What is it?"))
        for noun in self._kinds():
            act = menu.addAction(f"{self._kind_words(noun).replace('&', '&&')}\t{noun.use.letter}")
            act.triggered.connect(lambda _=False, to=noun: self.sort(record_id, to))
        menu.addSeparator()
        menu.addAction(f"{self.desk.words('Delete')}\tDelete").triggered.connect(lambda: self.delete(record_id))
        menu.setProperty(_SECTION, record_id)
        menu.installEventFilter(self)
        menu.aboutToHide.connect(menu.deleteLater)
        below = self.list.row(record_id).act
        menu.setActiveAction(menu.actions()[0])
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def sort(self, record_id: str, noun: Noun) -> None:
        """Make a line what somebody says that it is; the cursor goes on to the next one."""
        desk, words = self.desk, self.desk.words
        desk.edits.save(self)  # what is typed in its form goes along
        line = desk.school.find(record_id)
        if not isinstance(line, Captured) or desk.read_only:
            return
        made = sorted_record(desk.school, line, noun, desk.day(), desk.workspace.noted_on(record_id))
        thing = lowercase_first(self._kind_words(noun))
        place = self._place(record_id)
        if desk.attempt(lambda: desk.workspace.commit_all([(None, made)], "a line was sorted", gone=[line])):
            desk.show_message(words("Sorted: {thing}. Ctrl+Z brings the line back.", thing=thing))
            self._go_on_from(place)

    def delete(self, record_id: str) -> None:
        """Delete a line without asking, as undo brings it back; the cursor goes on to the next one."""
        desk, words = self.desk, self.desk.words
        desk.edits.save(self)
        line = desk.school.find(record_id)
        if line is None or desk.read_only:
            return
        place = self._place(record_id)
        if desk.attempt(lambda: desk.workspace.delete([line])):
            thing = words("Unsorted line").lower()
            desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))
            self._go_on_from(place)

    def _place(self, record_id: str) -> int:
        shown = self.list.shown_ids
        return shown.index(record_id) if record_id in shown else 0

    def _go_on_from(self, place: int) -> None:
        shown = self.list.shown_ids
        if shown and not self.isHidden():
            give_cursor(self.list.row(shown[min(max(place, 0), len(shown) - 1)]).line)
        else:
            self.focusNextChild()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that act on the line that has the cursor, or whose menu is open."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        record_id = str(watched.property(_SECTION))
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        in_menu = isinstance(watched, QMenu)
        if not plain or self.desk.read_only and event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not in_menu:
            self._go_on_from(self._place(record_id) + (1 if event.key() == Qt.Key.Key_Down else -1))
            return True
        noun = next((one for one in self._kinds() if one.use.letter == event.text().upper()), None)
        if noun is None and event.key() != Qt.Key.Key_Delete:
            return super().eventFilter(watched, event)
        if isinstance(watched, QMenu):
            watched.close()
        if noun is not None:
            self.sort(record_id, noun)
        else:
            self.delete(record_id)
        return True
