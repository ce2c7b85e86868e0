"""NewColumn: a line in which the name of a new column of a board is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from fosdesk.domain.fields import Noun
from fosdesk.ui.controls.plain_widgets import plain_tip
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.forms.editors import InvalidInput, storable_text
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from fosdesk.ui.frame.desk import Desk


class NewColumn(LineEdit):
    """What is typed and not entered is kept as a draft, also over the end of the program."""

    named = Signal(str)

    def __init__(self, desk: Desk, noun: Noun) -> None:
        super().__init__()
        self._desk, self._draft = desk, f"new column {noun.key}"
        self.setMaxLength(10 * MOST_CHARACTERS)  # what is too long is told, never cut
        self.setPlaceholderText(desk.words("New column …"))
        self.setAccessibleName(desk.words("New column: name and Enter"))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.setMinimumWidth(desk.theme.px(60))  # where there is no room for more
        self.setText(desk.edits.draft(self._draft).get("line", ""))
        self.textChanged.connect(self._keep)

    def _keep(self, typed: str) -> None:
        self._desk.edits.keep_draft(self._draft, {"line": typed} if typed.strip() else {})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the column."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        try:
            name = storable_text(self._desk.words, self.text(), one_line=True)
        except InvalidInput as why:
            self._desk.show_message(str(why))
            return
        if name:
            self.setText("")
            self.named.emit(name)
