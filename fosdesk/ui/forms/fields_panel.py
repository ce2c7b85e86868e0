"""A form with given lines: editors of one record, some of them beside each other."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.domain.fields import Record, noun_of
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.history_dialog import HistoryDialog
from fosdesk.ui.frame.desk import Desk

_NARROWEST = 132  # of one editor in a line, at 100 %


class FieldsPanel(QWidget):
    """Like RecordForm, but with the lines given; history and delete below."""

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
    ) -> None:
        """`hints` replace those of the fields; `plain` omits privacy marks that are shown above the panel."""
        super().__init__()
        self.desk, self.record_id = desk, record_id
        self._record = record
        self.editors: dict[str, FieldEditor] = {}
        self._plain = plain
        words = desk.words
        layout = self._layout = column(self, gap=10)
        for names in lines:
            beside = SideBySide(desk.theme.px(_NARROWEST * len(names)), gap=14, narrow_gap=10)
            for name in names:
                hint = (hints or {}).get(name)
                editor = FieldEditor(desk, record, record_id, name, hint=hint, lines=tall, label="" if plain else None)
                self.editors[name] = editor
                beside.add(self._captioned(editor) if plain else editor)
            layout.addWidget(beside)
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
        for editor in self.editors.values():
            editor.reload()
        self._show_foot()

    def _show_foot(self) -> None:
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
