"""In Møtemodus, beside the minutes: what was decided and who does what, and the fields for a new one of these."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Meeting
from fosdesk.ui.controls.plain_widgets import clear, column, framed, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.style.steps import UNBOUND
from fosdesk.ui.tuning import ENTER_KEYS

_FIELDS: dict[type[Record], Sequence[str]] = {
    Decision: ("what",),
    FollowUp: ("what", "responsible", "due"),
    GateEntry: ("what",),
}


class Result(NamedTuple):
    """Something that came of an agenda line, as it is read."""

    record: str
    heading: str
    said: str
    note: str = ""


class _Fields(QWidget):
    """The fields of a record that is being written; Enter leaves the last one."""

    def __init__(self, desk: Desk, record: type[Record], record_id: str) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        layout = column(self, gap=8)
        layout.addWidget(text(noun_one(desk.words, noun_of(record)), "result"))
        for name in _FIELDS[record]:
            wrap = name == "what"
            self.editors[name] = FieldEditor(desk, record, record_id, name, hint="", lines=2, wrap=wrap)
            as_widget(self.editors[name].editor).setMaximumWidth(UNBOUND)  # letters are larger here than in a form
            layout.addWidget(self.editors[name])

    def reload(self) -> None:
        """Show the stored values."""
        for editor in self.editors.values():
            editor.reload()


class LineResults(QWidget):
    """A decision, a follow-up or a gatekeeping entry is stored with the first thing that is written in it."""

    left = Signal()  # the fields were closed, so that the cursor goes back to the minutes
    begun = Signal(object)  # the fields of a new record: their editors want the keys of the window

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._line, self._meeting = AgendaLine(), Meeting()
        self._entries: dict[str, list[str]] = {}  # the gatekeeping entries made here, by agenda line
        self._record: type[Record] = Decision
        self._area = SheetArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self).addWidget(self._area)
        body: QVBoxLayout = column(lay_sheet(self._area, "sheet"), gap=14)
        self._place = column(gap=14)
        body.addLayout(self._place)
        self._form_place = column()
        body.addLayout(self._form_place)
        body.addStretch(1)
        self.form = OpenPanel(desk.edits, self._lay_form, self._take_form_away, desk.new_records.drop)

    def show_line(self, meeting: Meeting, line: AgendaLine) -> None:
        """Show what came of a line."""
        self._meeting, self._line = meeting, line
        self.refresh()

    def refresh(self) -> None:
        """Show what is stored."""
        school = self._desk.new_records.school
        self.form.follow(is_there=school.find(self.form.record_id) is not None)
        clear(self._place)
        for one in self.results():
            frame = framed("direction")
            inside = column(frame, gap=2, margins=(16, 0, 0, 0))
            inside.addWidget(text(one.heading, "result"))
            inside.addWidget(text(one.said, "said_there"))
            if one.note:
                inside.addWidget(text(one.note, "quiet"))
            self._place.addWidget(frame)

    def results(self) -> Sequence[Result]:
        """What came of the line so far, apart from what is being written."""
        words, school, line = self._desk.words, self._desk.school, self._line.id
        found: list[Result] = []
        for decision in school.of(Decision):
            if decision.line == line:
                again = words.date(decision.revisit) if decision.revisit else ""
                note = words("Look at it again on {date}", date=again) if again else ""
                found.append(Result(decision.id, words("Decided"), decision.what, note))
        for task in school.of(FollowUp):
            if task.line == line:
                by = words("by {date}", date=words.short_date(task.due, with_year=False)) if task.due else ""
                note = " · ".join(part for part in (task.responsible, by) if part)
                found.append(Result(task.id, noun_one(words, noun_of(task)), task.what, note))
        for entry_id in self._entries.get(line, ()):
            entry = school.find(entry_id)
            if isinstance(entry, GateEntry):
                found.append(Result(entry.id, words("To gatekeeping"), entry.what))
        return [one for one in found if one.record != self.form.record_id]

    def begin(self, kind: type[Record]) -> None:
        """Open the fields for a new record about the line; unsaved text in open ones is stored first."""
        if not self.finish():
            return
        line, meeting, today = self._line, self._meeting, self._desk.day()
        day = meeting.day if meeting.day and meeting.day < today else today
        about = line.about
        made: Record = (
            Decision(day=day, meeting=meeting.id, line=line.id, about=about)
            if kind is Decision
            else FollowUp(meeting=meeting.id, line=line.id, about=about)
            if kind is FollowUp
            else GateEntry(came=day)
        )
        begun = self._desk.new_records.begin(made)
        self._record = kind
        if kind is GateEntry:
            self._entries.setdefault(line.id, []).append(begun.id)
        if self.form.open(begun.id) and isinstance(self.form.widget, _Fields):
            self.refresh()
            self.begun.emit([as_widget(one.editor) for one in self.form.widget.editors.values()])
            self.form.widget.editors["what"].take_cursor()
            scroll_into_view(self.form.widget)

    def finish(self) -> bool:
        """Store and close the fields; False where something cannot be stored, which is then said below it."""
        if not self.form.close():
            return False
        self.refresh()
        return True

    def _lay_form(self, record_id: str) -> RecordPanel:
        made = _Fields(self._desk, self._record, record_id)
        for editor in made.editors.values():
            as_widget(editor.editor).installEventFilter(self)
        self._form_place.addWidget(made)
        return made

    def _take_form_away(self, panel: RecordPanel) -> None:
        assert isinstance(panel, QWidget)
        self._form_place.removeWidget(panel)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter finishes; a line break in a decision needs Shift."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _finishes(event):
            if self.finish():
                self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _finishes(event: QKeyEvent) -> bool:
    return event.key() in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
