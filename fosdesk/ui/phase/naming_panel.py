"""The school's own name for a phase, and a short reason for it."""

from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import PhaseState
from fosdesk.ui.controls.plain_widgets import row
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_BESIDE = 620  # px at 100 %


class NamingPanel(QWidget):
    """The two fields beside each other."""

    def __init__(self, desk: Desk, phase_id: str, hint: str) -> None:
        """`hint` says what the framework calls the phase."""
        super().__init__()
        record = f"phase:{phase_id}"
        self.title = FieldEditor(desk, PhaseState, record, "own_title", hint=hint)
        self.why = FieldEditor(desk, PhaseState, record, "own_title_why")
        both = SideBySide(desk.theme.px(_BESIDE))
        both.add(self.title)
        both.add(self.why)
        row(self).addWidget(both)

    def reload(self) -> None:
        """Show the stored values."""
        self.title.reload()
        self.why.reload()

    def take_cursor(self) -> None:
        """Set the cursor to the name."""
        self.title.take_cursor()
