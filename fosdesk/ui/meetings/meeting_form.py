"""When, with whom and how long a meeting is, in a few lines of fields."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import Meeting
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk

_NARROWEST = 132  # of one editor in a line, at 100 %
_LINES = (("day", "start", "minutes"), ("who", "place"), ("what", "series"))


class MeetingForm(QWidget):
    """The fields that decide what the agenda is for; the whole record is in the list of all meetings."""

    def __init__(self, desk: Desk, meeting_id: str, *, is_short: bool) -> None:
        """`is_short` leaves out what a meeting rarely needs at first."""
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        layout = column(self, gap=10)
        lines: Sequence[Sequence[str]] = _LINES[:2] if is_short else _LINES
        for names in lines:
            beside = SideBySide(desk.theme.px(_NARROWEST * len(names)), gap=14, narrow_gap=10)
            for name in names:
                self.editors[name] = FieldEditor(desk, Meeting, meeting_id, name)
                beside.add(self.editors[name])
            layout.addWidget(beside)

    def reload(self) -> None:
        """Show the stored values."""
        for editor in self.editors.values():
            editor.reload()
