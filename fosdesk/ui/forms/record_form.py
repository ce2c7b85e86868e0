"""The standard form: every visible field of a record, from its definition."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import (
    AnyReference,
    Choice,
    ClockTime,
    Date,
    Field,
    Number,
    Record,
    Reference,
    SemesterField,
    fields_of,
    noun_of,
)
from fosdesk.ui.controls.plain_widgets import button, column, row
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk

_PAIR = 340  # wide enough for two small fields beside each other
_WIDEST = 760  # wider lines are hard to read


class RecordForm(QWidget):
    """Editors for one record, small ones side by side; below them history and, where allowed, delete."""

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        record_id: str,
        *,
        only: Sequence[str] = (),
        deletable: bool = True,
    ) -> None:
        """`only` names the fields to show, in that order; by default all that are not hidden."""
        super().__init__()
        self.desk, self.record, self.record_id = desk, record, record_id
        self.editors: dict[str, FieldEditor] = {}
        layout = column(self, gap=12)
        fields = fields_of(record)
        names = list(only) or [name for name, field in fields.items() if not field.hidden]
        pair: SideBySide | None = None
        for name in names:
            editor = FieldEditor(desk, record, record_id, name)
            self.editors[name] = editor
            small = _small(fields[name])
            if small and pair is not None:
                pair.add(editor)
                pair = None
            elif small:
                pair = SideBySide(desk.theme.px(_PAIR))
                pair.add(editor)
                layout.addWidget(pair)
            else:
                layout.addWidget(editor)
                pair = None
        self.used_in = UsedIn(desk)
        layout.addWidget(self.used_in)
        self.setMaximumWidth(desk.theme.px(_WIDEST))
        foot = row(gap=8)
        self._acts = [button(desk.words("History"), "text")]
        self._acts[0].clicked.connect(self.show_history)
        if deletable and not desk.read_only:
            self._acts.append(button(desk.words("Delete"), "text"))
            self._acts[1].clicked.connect(self.delete)
        for act in self._acts:
            foot.addWidget(act)
        foot.addStretch(1)
        layout.addLayout(foot)
        self._show_acts()

    def reload(self) -> None:
        """Show the stored values."""
        for editor in self.editors.values():
            editor.reload()
        self._show_acts()

    def _show_acts(self) -> None:
        self.used_in.show_record(self.record_id)
        for act in self._acts:
            act.setVisible(not self.desk.new_records.is_begun(self.record_id))

    def show_history(self) -> None:
        """Open the record's history."""
        from fosdesk.ui.forms.history_dialog import HistoryDialog

        HistoryDialog(self.desk, self.record_id, self.window()).open()

    def delete(self) -> None:
        """Delete the record without asking, as undo restores it."""
        self.desk.edits.save(self)  # so that what was typed comes back with it
        found = self.desk.school.find(self.record_id)
        if found is not None:
            if not self.desk.attempt(lambda: self.desk.workspace.delete([found])):
                return
            thing = noun_one(self.desk.words, noun_of(found)).lower()
            self.desk.show_message(self.desk.words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))


def _small(field: Field) -> bool:
    small = isinstance(field, ClockTime | Date | Number | Choice | Reference | SemesterField)
    return small and not isinstance(field, AnyReference)
