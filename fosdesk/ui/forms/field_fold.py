"""FieldFold: the fields of a form that are folded while they hold nothing and nobody disagrees on them."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.steps import Gap


class FieldFold(Disclosure):
    """The form lays its editors in `content`; without any, nothing is shown."""

    def __init__(self, desk: Desk, form: QWidget, gap: Gap) -> None:
        """`form` is what it belongs to, `gap` the pixels between two lines of fields."""
        self._desk = desk
        self._within = QWidget(form)
        self._within.hide()
        self.content = column(self._within, gap=gap)
        super().__init__(desk.theme, desk.words("More"), lambda: self._within, desk.release)

    def show_record(self, record: Record, editors: Iterable[FieldEditor]) -> None:
        """Show it where there is something to fold, unfolded where one of these editors has something to show."""
        conflicts, folded = self._desk.school.conflicts, list(editors)
        holds = any(
            getattr(record, one.name) != one.field.blank or (record.id, one.name) in conflicts for one in folded
        )
        self.setVisible(bool(folded) and (holds or not self._desk.read_only))
        if holds and not self.is_open:
            self.unfold()

    def reveal(self, inside: QWidget) -> None:
        """Unfold where a widget is among what is folded."""
        if self._within.isAncestorOf(inside):
            self.unfold()
