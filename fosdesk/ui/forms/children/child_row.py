"""ChildRow: a record that belongs to another one, as a line to type over."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import record_words, short, value_words
from fosdesk.domain.fields import Date, Noun, Record, YesNo
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import column, row
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_NUMBER, _AT_THE_SIDE = 22, 150  # px at 100 %


class Lines(Protocol):
    """The list that a line stands in."""

    title_name: str

    def make_form(self, child: str) -> QWidget:
        """The form of the other fields of a child."""

    def saved(self, _child: str) -> None:
        """Something was stored in a line."""

    def completed(self, record: Record) -> Record:
        """A child as it is stored first."""


class ChildRow(QWidget):
    """One child: its number, its title to type over, and its other fields, folded."""

    def __init__(self, desk: Desk, noun: Noun, child: str, whole: Lines) -> None:
        super().__init__()
        self.desk, self.noun, self.child = desk, noun, child
        self._was_opened = False  # to show a conflict
        words = desk.words
        layout = column(self, gap=4)
        line = row(gap=8)
        self.number = QLabel()
        self.number.setProperty("look", "quiet")
        self.number.setFixedWidth(desk.theme.px(_NUMBER))
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.title = FieldEditor(
            desk,
            noun.record,
            child,
            whole.title_name,
            label="",
            hint="",
            lines=1,
            wrap=True,
            saved=lambda: whole.saved(child),
            also=whole.completed,
        )
        self.number.setContentsMargins(0, desk.theme.px(7), 0, 0)
        line.addWidget(self.title, 1)
        self.fold = Disclosure(desk.theme, words("More"), lambda: whole.make_form(child), desk.release)
        self.fold.setMinimumWidth(desk.theme.px(_AT_THE_SIDE))
        line.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        self.fold.place.setContentsMargins(desk.theme.px(_NUMBER) + 8, 0, 0, 0)
        layout.addLayout(self.fold.place)

    @property
    def widget(self) -> QWidget:
        """The editor of the title."""
        return as_widget(self.title.editor)

    def show_child(self, record: Record, number: int, *, is_there: bool) -> None:
        """Show the stored record; `number` counts from 1."""
        self.title.reload()
        if isinstance(self.title.editor, QWidget):
            self.widget.setAccessibleName(f"{label_words(self.desk.words, self.title.field)} {number}")
        self.number.setText(str(number) if is_there else "")
        if isinstance(self.title.editor, QPlainTextEdit | LineEdit):
            self.title.editor.setPlaceholderText("" if is_there else self.desk.words("Write here, then Enter"))
        said = " · ".join(filter(None, (self._said(record, name) for name in self.noun.use.columns)))
        self.fold.setText((said or self.desk.words("More")).replace("&", "&&"))
        self.fold.setVisible(is_there)
        name = short(record_words(self.desk.words, self.desk.framework, self.desk.new_records.school, self.child))
        self.fold.setAccessibleName(f"{self.desk.words('More')}: {', '.join(filter(None, (name, said)))}")
        if not self._was_opened and any(
            one == self.child and n != self.title.name for one, n in self.desk.school.conflicts
        ):
            self._was_opened = True  # and may be closed again
            self.fold.unfold()
        inside = self.fold.inside
        if inside is not None and hasattr(inside, "reload"):
            inside.reload()

    def _said(self, record: Record, name: str) -> str:
        field = self.noun.fields[name]
        value = getattr(record, name)
        if isinstance(field, YesNo):
            return label_words(self.desk.words, field) if value else ""
        if isinstance(field, Date):
            return self.desk.words.short_date(value)
        return value_words(self.desk.words, self.desk.framework, self.desk.school, field, value)
