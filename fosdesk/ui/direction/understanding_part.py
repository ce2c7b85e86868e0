"""The texts that say what the school wants: its direction, what it leaves out, and what inclusion means there."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from fosdesk.domain.fields import Record
from fosdesk.domain.records import AgreedText, SchoolProfile
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS, PROFILE_ID
from fosdesk.domain.rules.advice import standing_warning
from fosdesk.ui.controls.plain_widgets import column, held_column, text
from fosdesk.ui.direction.agreed_line import AgreedLine
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part

_WIDEST = 760  # px at 100 %; wider lines are hard to read


class UnderstandingPart(Part):
    """Fields of the school's profile, written where they are read."""

    nouns: ClassVar[tuple[type[Record], ...]] = (SchoolProfile, AgreedText)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        inside = QWidget()
        body = held_column(inside, desk.theme.px(_WIDEST), gap=16)
        column(self, gap=0).addWidget(inside)
        self.editors: dict[str, FieldEditor] = {}
        self.agreed: dict[str, AgreedLine] = {}
        for name in DIRECTION_FIELDS:
            warning = standing_warning("school_profile", name)
            hint = desk.framework.warning(warning).says() if warning else None
            editor = FieldEditor(desk, SchoolProfile, PROFILE_ID, name, hint=hint, lines=4, wrap=True)
            self.editors[name] = editor
            self.agreed[name] = AgreedLine(desk, SchoolProfile, PROFILE_ID, name)
            self.agreed[name].laid.connect(self.laid)
            both = column(gap=2)
            both.addWidget(editor)
            both.addWidget(self.agreed[name])
            body.addLayout(both)
        nothing = self.words("No direction has been written.")
        self.nothing = text(nothing, "quiet")
        self.nothing.hide()
        body.addWidget(self.nothing)

    def refresh(self) -> None:
        """Show the stored texts."""
        for editor in self.editors.values():
            editor.reload()
        for line in self.agreed.values():
            line.refresh()
        profile = self.desk.school.profile
        is_empty = not any(getattr(profile, name) for name in self.editors)
        self.nothing.setVisible(self.desk.read_only and is_empty)

    def open_record(self, record_id: str) -> None:
        """Set the focus to the direction."""
        as_widget(self.editors[DIRECTION_FIELDS[0]].editor).setFocus()
