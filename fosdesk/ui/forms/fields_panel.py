"""A form with given lines: editors of one record, some of them beside each other."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.domain.fields import Record, children_in_forms, noun_of
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.existence_conflict import ExistenceConflict
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_fold import FieldFold
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.forms.record_form import child_form
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk

_NARROWEST = 132  # of one editor in a line, at 100 %


class FieldsPanel(QWidget):
    """Like RecordForm, but with the lines given; what belongs to the record, history and delete below."""

    def __init__(
        self,
        desk: Desk,
        record: type[Record],
        record_id: str,
        lines: Sequence[Sequence[str]],
        *,
        hints: Mapping[str, str] | None = None,
        plain: bool = False,
        tall: int = 2,
        more: Sequence[Sequence[str]] = (),
    ) -> None:
        """`hints` replace those of the fields; `plain` omits privacy marks that are shown above the panel.

        A line may name a child noun by its key, to have its list there. The lines in `more` are folded while they are
        empty.
        """
        super().__init__()
        self.desk, self.record_id = desk, record_id
        self._record = record
        self.editors: dict[str, FieldEditor] = {}
        self._plain = plain
        words = desk.words
        layout = self._layout = column(self, gap=10)
        self.existence = ExistenceConflict(desk, record_id)
        layout.addWidget(self.existence)
        self.children_lists: dict[str, ChildList] = {
            child.key: ChildList(desk, child, record_id, child_form(desk))
            for child in children_in_forms(noun_of(record))
        }
        placed = {name for names in lines for name in names}
        self._hints, self._tall = hints or {}, tall
        self._lay(layout, (*lines, *((key,) for key in self.children_lists if key not in placed)))
        self._folded = [name for names in more for name in names]
        self.fold = FieldFold(desk, self, gap=10)
        self._lay(self.fold.content, more)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self.fold.place)
        self.used_in = UsedIn(desk)
        layout.addWidget(self.used_in)
        foot = row(gap=8)
        self._history = button(words("History"), "text")
        self._history.clicked.connect(lambda: HistoryDialog(desk, record_id, self.window()).open())
        foot.addWidget(self._history)
        self.delete = button(words("Delete"), "text")
        self.delete.clicked.connect(self._delete)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        layout.addLayout(foot)
        self._show_foot()

    def _lay(self, layout: QVBoxLayout, lines: Iterable[Sequence[str]]) -> None:
        desk = self.desk
        for names in lines:
            if names[0] in self.children_lists:
                layout.addWidget(self.children_lists[names[0]])
                continue
            beside = SideBySide(desk.theme.px(_NARROWEST * len(names)), gap=14, narrow_gap=10)
            for name in names:
                editor = FieldEditor(
                    desk,
                    self._record,
                    self.record_id,
                    name,
                    hint=self._hints.get(name),
                    lines=self._tall,
                    label="" if self._plain else None,
                )
                self.editors[name] = editor
                beside.add(self._captioned(editor) if self._plain else editor)
            layout.addWidget(beside)

    def reveal(self, inside: QWidget) -> None:
        """Unfold what contains a widget."""
        self.fold.reveal(inside)

    def add_above_foot(self, widget: QWidget) -> None:
        """Add something below the fields, above history and delete."""
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _captioned(self, editor: FieldEditor) -> QWidget:
        whole = QWidget()
        layout = column(whole, gap=3)
        caption = text(label_words(self.desk.words, editor.field), "label")
        caption.setBuddy(as_widget(editor.editor))
        layout.addWidget(caption)
        layout.addWidget(editor)
        return whole

    def reload(self) -> None:
        """Show the stored values."""
        self.existence.reload()
        for editor in self.editors.values():
            editor.reload()
        for one in self.children_lists.values():
            one.reload()
        self._show_foot()

    def _show_foot(self) -> None:
        record = self.desk.new_records.school.get(self._record, self.record_id)
        self.fold.show_record(record, [self.editors[name] for name in self._folded])
        self.used_in.show_record(self.record_id)
        known = self.desk.school.find(self.record_id) is not None
        self._history.setVisible(known)
        self.delete.setVisible(known and not self.desk.read_only)

    def _delete(self) -> None:
        self.desk.edits.save(self)  # so that what was typed comes back with it
        found = self.desk.school.find(self.record_id)
        if found is not None and self.desk.attempt(lambda: self.desk.workspace.delete([found])):
            words = self.desk.words
            thing = noun_one(words, noun_of(found)).lower()
            self.desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))
