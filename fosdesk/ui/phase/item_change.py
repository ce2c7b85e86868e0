"""What the school changes about a checklist item: the phase in which it stands, and a short reason."""

from PySide6.QtWidgets import QWidget

from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.records import Answer, OwnItem
from fosdesk.domain.rules.checklist import phase_of_item
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_BESIDE = 620  # px at 100 %


class ItemChange(QWidget):
    """An item that is moved leaves the page, so a message says where it is; nothing is asked for."""

    def __init__(self, desk: Desk, record: type[Answer] | type[OwnItem], record_id: str) -> None:
        super().__init__()
        self.desk, self.record_id = desk, record_id
        name = "phase" if record is OwnItem else "moved_to"
        label = desk.words("Stands in phase")
        self.phase = FieldEditor(desk, record, record_id, name, label=label, saved=self._moved)
        self.why = FieldEditor(desk, record, record_id, "adapted_why")
        self.editors = {name: self.phase, "adapted_why": self.why}
        both = SideBySide(desk.theme.px(_BESIDE))
        both.add(self.phase, 2)
        both.add(self.why, 5)
        column(self, gap=0).addWidget(both)

    def reload(self) -> None:
        """Show the stored values."""
        for one in self.editors.values():
            one.reload()

    def _moved(self) -> None:
        desk = self.desk
        found = desk.school.find(self.record_id)
        phase = found.phase if isinstance(found, OwnItem) else phase_of_item(desk.school, self.record_id)
        if phase:
            name = numbered_phase(desk.framework, desk.school, phase)
            desk.show_message(desk.words("The item stands in {phase} now. Ctrl+Z moves it back.", phase=name))
