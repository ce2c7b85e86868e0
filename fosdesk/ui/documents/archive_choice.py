"""The choice of an archive note beside the PDF; its reference is asked for only when the note is wanted."""

from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.frame.desk import Desk

_LONGEST = 200  # characters of a reference


class ArchiveChoice(QWidget):
    """What is typed as the reference is kept as a draft of this document."""

    def __init__(self, desk: Desk, document: str) -> None:
        super().__init__()
        words = desk.words
        whole = column(self, gap=4)
        asked = CheckLine(words("Put a file of facts for the archive beside the PDF"))
        self.tick = asked.tick
        whole.addWidget(asked)
        self._row = QWidget()
        inside = column(self._row, gap=3, margins=(desk.theme.px(28), 0, 0, 4))
        caption = text(words("The archive's reference, if there is one"), "label")
        self.reference = LineEdit()
        self.reference.setMaxLength(_LONGEST)
        self.reference.setMaximumWidth(desk.theme.px(320))
        self.reference.setAccessibleName(caption.text())
        caption.setBuddy(self.reference)
        draft = f"reference {document}"
        self.reference.setText(desk.edits.draft(draft).get("reference", ""))
        self.reference.textChanged.connect(
            lambda typed: desk.edits.keep_draft(draft, {"reference": typed} if typed else {})
        )
        inside.addWidget(caption)
        inside.addWidget(self.reference)
        about = words("Title, school, role, date, version, period and a fingerprint, for whoever imports it by hand.")
        inside.addWidget(text(about, "note"))
        whole.addWidget(self._row)
        self._row.hide()
        self.tick.toggled.connect(self._row.setVisible)
