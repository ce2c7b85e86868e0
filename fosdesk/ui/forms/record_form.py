"""The standard form: every visible field of a record, from its definition."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import (
    AnyReference,
    Choice,
    ClockTime,
    Date,
    Field,
    Noun,
    Number,
    Record,
    Reference,
    SemesterField,
    children_in_forms,
    fields_of,
    noun_of,
)
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, held_column
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.existence_conflict import ExistenceConflict
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_fold import FieldFold
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk

_PAIR = 340  # wide enough for two small fields beside each other
_WIDEST = 760  # wider lines are hard to read


class RecordForm(QWidget):
    """Editors for one record, small ones side by side, and lists of what belongs to it; below, history and delete."""

    seen: ClassVar[int] = 5  # fields that are seen at once; the others are folded

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        record_id: str,
        *,
        only: Sequence[str] | None = None,
        acts: Sequence[QPushButton] = (),
        deletable: bool = True,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        """`only` names the fields to show, in that order; by default all that are not hidden. `acts` go to its foot.

        `hints` replace those of the fields.
        """
        super().__init__()
        self.desk, self.record, self.record_id = desk, record, record_id
        self.editors: dict[str, FieldEditor] = {}
        self._hints = hints or {}
        layout = self.body = held_column(self, desk.theme.px(_WIDEST), gap=12)
        self.existence = ExistenceConflict(desk, record_id)
        layout.addWidget(self.existence)
        fields = fields_of(record)
        names = [name for name, field in fields.items() if not field.hidden] if only is None else list(only)
        self._lay_fields(layout, names[: self.seen])
        self.children_lists = [
            ChildList(desk, child, record_id, child_form(desk)) for child in self.children_shown(noun_of(record))
        ]
        for one in self.children_lists:
            layout.addWidget(one)
        self._folded = names[self.seen :]
        self.fold = FieldFold(desk, self, gap=12)
        self._lay_fields(self.fold.content, self._folded)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self.fold.place)
        self.used_in = UsedIn(desk)
        layout.addWidget(self.used_in)
        foot = FlowBox(gap=8)
        self._acts = [button(desk.words("History"), "text")]
        desk.theme.mark(self._acts[0], "history")
        self._acts[0].clicked.connect(self.show_history)
        if deletable and not desk.read_only:
            self._acts.append(button(desk.words("Delete"), "text"))
            desk.theme.mark(self._acts[1], "trash-2")
            self._acts[1].clicked.connect(self.delete)
        self._acts += acts
        for act in self._acts:
            foot.add(act)
        layout.addWidget(foot)
        self._show_acts()

    def children_shown(self, noun: Noun) -> Sequence[Noun]:
        """The nouns whose records are listed below the fields."""
        return children_in_forms(noun)

    def _lay_fields(self, layout: QVBoxLayout, names: Sequence[str]) -> None:
        fields = fields_of(self.record)
        pair: SideBySide | None = None
        for name in names:
            editor = FieldEditor(self.desk, self.record, self.record_id, name, hint=self._hints.get(name))
            self.editors[name] = editor
            small = _small(fields[name])
            if small and pair is not None:
                pair.add(editor)
                pair = None
            elif small:
                pair = SideBySide(self.desk.theme.px(_PAIR))
                pair.add(editor)
                layout.addWidget(pair)
            else:
                layout.addWidget(editor)
                pair = None

    def reload(self) -> None:
        """Show the stored values."""
        self.existence.reload()
        for editor in self.editors.values():
            editor.reload()
        for one in self.children_lists:
            one.reload()
        self._show_acts()

    def reveal(self, inside: QWidget) -> None:
        """Unfold what contains a widget."""
        self.fold.reveal(inside)

    def _show_acts(self) -> None:
        self.used_in.show_record(self.record_id)
        for act in self._acts:
            act.setVisible(self.desk.school.find(self.record_id) is not None)
        record = self.desk.new_records.school.get(self.record, self.record_id)
        self.fold.show_record(record, [self.editors[name] for name in self._folded])

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


def child_form(desk: Desk) -> Callable[[type[Record], str, Sequence[str], Sequence[QPushButton]], RecordForm]:
    """What makes the form of a record in a list inside another form."""
    return lambda record, record_id, only, acts: RecordForm(desk, record, record_id, only=only, acts=acts)


def _small(field: Field) -> bool:
    small = isinstance(field, ClockTime | Date | Number | Choice | Reference | SemesterField)
    return small and not isinstance(field, AnyReference)
