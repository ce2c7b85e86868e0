"""Editors for the four texts that open the documentation, and for the sections that a school adds to them."""

from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import Description
from fosdesk.domain.records.descriptions import HEADINGS
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.documents.own_sections import OwnSections
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk


class DescriptionsPart(QWidget):
    """One editor for each heading; each saves by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        layout = column(self, gap=10)
        layout.addWidget(text(words("Describe your choices"), "strong"))
        lead = words(
            "A few sentences under each heading are enough. They open the documentation, and you can "
            "leave any of them empty."
        )
        layout.addWidget(text(lead, "quiet"))
        titles = {
            "anchoring": words("Anchoring"),
            "learning": words("Learning activities"),
            "support": words("External support"),
            "resources": words("Use of resources"),
        }
        self.editors: dict[str, FieldEditor] = {}
        for key in HEADINGS:
            editor = FieldEditor(desk, Description, f"description:{key}", "text", label=titles[key], lines=3)
            self.editors[key] = editor
            layout.addWidget(editor)
        self.own = OwnSections(desk)
        layout.addWidget(self.own)

    def reload(self) -> None:
        """Show the stored texts."""
        for editor in self.editors.values():
            editor.reload()
        self.own.reload()
