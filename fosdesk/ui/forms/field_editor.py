"""One field of one record: label, editor, hint, warning, and both values of a conflict."""

from collections.abc import Callable

import msgspec
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import hint_words, label_words
from fosdesk.domain.fields import (
    Date,
    Field,
    Privacy,
    Record,
    Scalar,
    SemesterField,
    YesNo,
    fields_of,
)
from fosdesk.domain.values.semester import Semester
from fosdesk.errors import FosdeskError
from fosdesk.privacy.sensitive_words import sensitive_content
from fosdesk.ui.controls.plain_widgets import column, row, text
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.forms.editor_for_field import editor_for
from fosdesk.ui.forms.editors import InvalidInput, LongEditor, ShortEditor, as_widget
from fosdesk.ui.forms.link_editor import LinkEditor
from fosdesk.ui.forms.popups.suggestions import Suggestions, is_suggested
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText


class FieldEditor(QWidget, UnsavedText):
    """Saves on focus-out, Enter and after a pause; unsaved text is left alone when the record changes elsewhere."""

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        record_id: str,
        name: str,
        *,
        label: str | None = None,
        hint: str | None = None,
        lines: int = 3,
        wrap: bool = False,
        saved: Callable[[], None] | None = None,
        also: Callable[[Record], Record] | None = None,
    ) -> None:
        """`label` and `hint` replace those of the field; an empty one hides it.

        `wrap` lets a short text wrap. `also` sets other fields of the record in the same undo step.
        """
        super().__init__()
        self.desk, self.record, self.record_id, self.name = desk, record, record_id, name
        self.field: Field = fields_of(record)[name]
        self._saved, self._also = saved, also
        words = desk.words
        own_label = label_words(words, self.field) if label is None else label
        own_hint = hint_words(words, self.field) if hint is None else hint
        layout = column(self, gap=3)
        self.editor = editor_for(desk, self.field, own_label, lines, wrap=wrap)
        shown = as_widget(self.editor)
        shown.setAccessibleName(own_label or label_words(words, self.field))
        self._hint = "" if desk.read_only else own_hint
        shown.setAccessibleDescription(self._hint)
        if own_label and not isinstance(self.field, YesNo):
            head = row(gap=8)
            caption = WrappingLabel(own_label, "label")
            caption.setBuddy(shown)
            head.addWidget(caption)
            if self.field.privacy is Privacy.PRIVATE:
                head.addWidget(WrappingLabel("· " + words("only for the leadership team"), "note"))
            head.addStretch(1)
            layout.addLayout(head)
        layout.addWidget(shown)
        if self._hint:
            layout.addWidget(text(self._hint, "note"))
        self._note = text("", "said")
        self._note.hide()
        layout.addWidget(self._note)
        self.conflict = Conflict(desk, self.field, name, lambda _: self.reload())
        layout.addWidget(self.conflict)
        if desk.read_only:
            self.editor.set_read_only()
        self.editor.committed.connect(self.commit)
        if isinstance(self.editor, ShortEditor | LongEditor):
            self.editor.textChanged.connect(self._typed)
        self.suggestions: Suggestions | None = None
        if type(self.editor) is ShortEditor and not desk.read_only and is_suggested(record, name):
            self.suggestions = Suggestions(desk, self.editor, record, name)
        self._seen: Scalar = self.field.blank
        self._failed = False  # a value that was chosen could not be stored
        self._was_there = False  # the record that is shown
        self.reload()
        self._take_draft()

    def reload(self) -> None:
        """Show the stored value, unless something unsaved is typed."""
        if self.dirty:
            return
        self._note_existence()
        self._seen = getattr(self._record(), self.name)
        if isinstance(self.editor, LinkEditor):
            self.editor.own_record = self.record_id
        self.editor.show_value(self._seen)
        if self.desk.read_only:
            self.setHidden(self._seen == self.field.blank)  # in somebody else's school, only what there is to read
        self.conflict.show_record(self.record_id)
        self._remark()

    def edit_record(self, record_id: str) -> None:
        """Save, and edit another record of the same noun; text that cannot be stored moves along to it."""
        if record_id != self.record_id:
            if self.dirty:
                self.commit()
            self.record_id = record_id
            self._note_existence()
            self._seen = getattr(self._record(), self.name)
            self.reload()
            self._take_draft()

    def drop(self, record_id: str = "") -> None:
        """Discard what is typed because its record was deleted, and edit another record."""
        self.record_id = record_id
        self._failed = False
        self._seen = self.field.blank
        self.editor.show_value(self._seen)
        self.reload()

    @property
    def dirty(self) -> bool:
        """Whether something typed or chosen is not stored; False for a deleted record."""
        return (self.editor.dirty or self._failed) and not self._is_gone()

    @property
    def as_typed(self) -> str:
        """The typed text."""
        return self.editor.typed

    @property
    def draft_key(self) -> str:
        """The key of this field of this record."""
        return f"field {self.record_id} {self.name}"

    def _take_draft(self) -> None:
        """Type again what could not be stored when the last session ended."""
        if isinstance(self.editor, ShortEditor | LongEditor) and not self.desk.read_only and not self.dirty:
            typed = self.desk.edits.take_typed(self.draft_key)
            if typed:
                self.editor.type_over(typed)
                self.commit()

    def commit(self) -> None:
        """Save the value; what cannot be stored stays in the editor, with an error below."""
        if self.desk.read_only or self._is_gone():
            return
        try:
            value = self.editor.value()
        except InvalidInput as why:
            self.show_remark(str(why))
            return
        except FosdeskError as trouble:  # a choice may make the record that it names
            self._fail(trouble)
            return
        if value == self._seen:
            self._failed = False
            self.editor.show_value(value)
            self._remark()
            return
        there = self._record()
        before = msgspec.structs.replace(there, **{self.name: self._seen})
        after = msgspec.structs.replace(there, **{self.name: value})
        try:
            self.desk.new_records.commit(before, after if self._also is None else self._also(after))
        except FosdeskError as trouble:
            self._fail(trouble)
            return
        self._failed = False
        self._note_existence()
        self._seen = value
        self.editor.show_value(value)
        self.conflict.show_record(self.record_id)
        self._remark()
        if self._saved is not None:
            self._saved()

    def take_cursor(self) -> None:
        """Set the focus to the editor."""
        as_widget(self.editor).setFocus()

    def write_on(self) -> None:
        """Set the focus to the editor, with the cursor behind what is written there."""
        self.take_cursor()
        if isinstance(self.editor, LongEditor):
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(self.editor, ShortEditor):
            self.editor.end(False)

    def _typed(self) -> None:
        self.desk.edits.register(self)

    def _fail(self, trouble: FosdeskError) -> None:
        self._failed = True
        self.desk.edits.register(self)
        self.show_remark(self.desk.words(trouble.sentence, **trouble.arguments))

    def _record(self) -> Record:
        """The record as it is stored, or as it was begun."""
        return self.desk.new_records.school.get(self.record, self.record_id)

    def _note_existence(self) -> None:
        self._was_there = self.desk.school.find(self.record_id) is not None

    def _is_gone(self) -> bool:
        """Whether the record was deleted meanwhile; records with fixed ids are created by writing in them."""
        known = self._was_there and ":" not in self.record_id
        return known and self.desk.school.find(self.record_id) is None

    def show_remark(self, sentence: str) -> None:
        """Show one sentence below the field, or none; it is part of the accessible description."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        as_widget(self.editor).setAccessibleDescription(" ".join(filter(None, (self._hint, sentence))))

    def _remark(self) -> None:
        words, value = self.desk.words, self._seen
        worry = sensitive_content(value) if isinstance(value, str) else ""
        if worry == "personal_number":
            self.show_remark(words("This looks like a personal identity number. Please leave it out here."))
            return
        if worry == "pupil":
            self.show_remark(words("This may be about a pupil. Please write nothing about pupils here."))
            return
        if isinstance(self.field, Date) and self.field.after and value:
            earlier = getattr(self._record(), self.field.after)
            if earlier and str(value) < str(earlier):
                other = label_words(words, fields_of(self.record)[self.field.after])
                self.show_remark(
                    words("This date comes before “{other}”. That is fine if it is meant so.", other=other)
                )
                return
        if isinstance(self.field, SemesterField) and self.name != "start" and value:
            start = Semester.known(self.desk.school.profile.start)
            chosen = Semester.known(str(value))
            if start is not None and chosen is not None and chosen < start:
                self.show_remark(
                    words("This semester comes before your start semester. That is fine if it is meant so.")
                )
                return
        self.show_remark("")
