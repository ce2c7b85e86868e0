"""Reflection questions, signs, and transition notes of a phase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.framework import Phase
from fosdesk.domain.records import Reflection, TransitionNote
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, framed, set_shown, text
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel


class QuestionsPanel(QWidget):
    """Each question with a field for the leadership team's reflections."""

    def __init__(self, desk: Desk, phase: Phase) -> None:
        super().__init__()
        words = desk.words
        outer = column(self)
        panel = framed("panel")
        outer.addWidget(panel)
        body = column(panel, gap=8, margins=(20, 14, 20, 16))
        said = words(
            "What you write here is for the leadership team alone. It is in no document, unless you tick it in "
            "yourselves."
        )
        body.addWidget(text(said, "quiet"))
        self.editors: dict[str, FieldEditor] = {}
        for number, question in enumerate(phase.reflection, start=1):
            body.addWidget(text(question, "strong"))
            made = FieldEditor(desk, Reflection, f"reflection:{phase.id}-{number}", "text", label="", lines=1)
            as_widget(made.editor).setAccessibleName(question)
            self.editors[made.record_id] = made
            body.addWidget(made)

    def reload(self) -> None:
        """Show the stored reflections."""
        for editor in self.editors.values():
            editor.reload()


class SignsPanel(QWidget):
    """Signs that the school may move on; advice only."""

    def __init__(self, desk: Desk, phase: Phase) -> None:
        super().__init__()
        panel = framed("panel")
        column(self).addWidget(panel)
        body = column(panel, gap=6, margins=(20, 14, 20, 16))
        for sign in phase.signs:
            body.addWidget(text(f"–  {sign}"))
        body.addWidget(text(desk.words("You decide yourselves when it is time. Nothing is locked."), "quiet"))


class TransitionNotes(QWidget):
    """The notes of one phase, newest first; one is open at a time."""

    changed_height = Signal()

    def __init__(self, desk: Desk, phase_id: str) -> None:
        super().__init__()
        self.desk, self._phase_id = desk, phase_id
        self.opened = OpenPanel(desk.edits, self._open, self._close)
        self._lines: dict[str, LineButton] = {}
        self._panel: QWidget | None = None  # the frame around the form
        self._body = column(self, gap=0)
        self._occasion = choice_of(TransitionNote, "occasion")

    def notes(self) -> list[TransitionNote]:
        """The notes of this phase, newest first."""
        found = [n for n in self.desk.school.of(TransitionNote) if n.phase == self._phase_id]
        return sorted(found, key=lambda n: n.written, reverse=True)

    def refresh(self) -> None:
        """Show the stored notes; the open one stays open."""
        notes = self.notes()
        set_shown(self, bool(notes))
        self.opened.follow(is_there=any(n.id == self.opened.record_id for n in notes))
        if self.opened.panel is None:
            self._lay(notes)
        else:
            self._name_lines(notes)

    @property
    def form(self) -> RecordForm | None:
        """The form of the open note."""
        return self.opened.panel if isinstance(self.opened.panel, RecordForm) else None

    def _toggle(self, record_id: str) -> None:
        if self.opened.record_id == record_id:
            if self.opened.close():
                self._lay(self.notes())
        else:
            self.opened.open(record_id)

    def _open(self, record_id: str) -> RecordForm | None:
        self._lay(self.notes())  # others may have come while one was open
        there = self._lines.get(record_id)
        if there is None:
            return None
        self._panel = panel = framed("panel")
        form = RecordForm(
            self.desk, TransitionNote, record_id, only=("occasion", "written", "why", "carried_on", "still_open")
        )
        column(panel, margins=(20, 14, 20, 14)).addWidget(form)
        self._body.insertWidget(self._body.indexOf(there) + 1, panel)
        panel.show()
        return form

    def _close(self, _panel: RecordPanel) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._body.removeWidget(self._panel)
            self._panel.deleteLater()
            self._panel = None

    def _lay(self, notes: list[TransitionNote]) -> None:
        clear(self._body)
        self._lines = {}
        if not notes:
            return
        self._body.addWidget(text(self.desk.words("Notes from the transitions"), "heading"))
        self._body.addSpacing(6)
        for note in notes:
            made = LineButton(self.desk.theme)
            made.clicked.connect(lambda _=False, i=note.id: self._toggle(i))
            self._lines[note.id] = made
            self._body.addWidget(made)
        self._name_lines(notes)

    def _name_lines(self, notes: list[TransitionNote]) -> None:
        words = self.desk.words
        for note in notes:
            if note.id in self._lines:
                occasion = option_words(words, self._occasion, note.occasion) or words("Note")
                below = note.why or note.carried_on or note.still_open
                day = words.short_date(note.written) if note.written else ""
                self._lines[note.id].set_words(occasion, below=below, notes=((day, 0),))
