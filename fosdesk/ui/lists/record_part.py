"""RecordPart: the form of the one record of its kind, as a part of a page."""

from collections.abc import Mapping

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part


class RecordPart(Part):
    """All fields of a record with a fixed id, from its definition alone."""

    def __init__(self, desk: Desk, record: type[Record], record_id: str, about: str = "") -> None:
        """`about` stands above the fields."""
        super().__init__(desk)
        self.nouns = (record,)  # type: ignore[misc]  # of this one part
        self.body = column(self, gap=14)
        if about:
            self.body.addWidget(text(about, "quiet"))
        self.form = RecordForm(desk, record, record_id, deletable=False)
        self.body.addWidget(self.form)

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """The editors by the names of their fields."""
        return self.form.editors

    def open_record(self, record_id: str) -> None:
        """Set the cursor to the first text."""
        next(iter(self.editors.values())).take_cursor()

    def refresh(self) -> None:
        """Show the stored values."""
        self.form.reload()
