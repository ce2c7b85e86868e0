"""Finds the place where a page shows a field, and shows the conflict of a field that no page shows."""

from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import short
from fosdesk.domain.fields import Record, noun_of
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.forms.conflict import Conflict
from fosdesk.ui.forms.deleted_record import name_of
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.field_fold import FieldFold
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk


def show_field(within: QWidget, record_id: str, name: str) -> bool:
    """Put the cursor into a field of an open record and scroll to it; False where nothing here shows the field.

    A field that is chosen by other means than an editor is shown by its conflict, if it has one.
    """
    place = (record_id, name)
    for children in within.findChildren(ChildList):
        if children.isVisibleTo(within) and children.title_name != name:
            children.open_row(record_id)
    forms: list[RecordForm | FieldsPanel] = [*within.findChildren(RecordForm), *within.findChildren(FieldsPanel)]
    for form in forms:
        if form.record_id == record_id and name in form.editors:
            form.reveal(form.editors[name])
    for editor in within.findChildren(FieldEditor):
        for fold in within.findChildren(FieldFold) if (editor.record_id, editor.name) == place else ():
            fold.reveal(editor)
        if (editor.record_id, editor.name) == place:
            if not editor.desk.read_only:
                editor.show()  # it may be one that is shown only where it has something to say
            if editor.isVisibleTo(within):
                editor.write_on()
                scroll_into_view(editor)
                return True
    for conflict in within.findChildren(Conflict):
        if (conflict.record_id, conflict.name) == place and conflict.isVisibleTo(within):
            conflict.take_first_button()
            scroll_into_view(conflict)
            return True
    return False


class ConflictDialog(QDialog):
    """The values of a field in conflict, to choose from; closes when one is chosen."""

    def __init__(self, desk: Desk, record: Record, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        words, field = desk.words, noun_of(record).fields[name]
        self.setWindowTitle(label_words(words, field))
        layout = column(self, gap=12, margins=(20, 16, 20, 16))
        layout.addWidget(text(f"{short(name_of(desk, record.id), 70)}: {label_words(words, field)}", "heading"))
        self.conflict = Conflict(desk, field, name, lambda _: self.accept())
        self.conflict.show_record(record.id)
        layout.addWidget(self.conflict)
        layout.addStretch(1)
        foot = row(gap=8)
        foot.addStretch(1)
        self.close_button = button(words("Close"))
        self.close_button.clicked.connect(self.reject)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
        self._desk = desk
        fit_to_window(self, parent, desk.theme.px(640), desk.theme.px(360))

    def reject(self) -> None:
        """Close, unless a third value that was typed cannot be stored."""
        if self._desk.release(self):
            super().reject()
