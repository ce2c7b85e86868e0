"""The school's direction: one sentence, edited in place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.advice import standing_warning
from fosdesk.ui.controls.plain_widgets import column, set_style_property, text
from fosdesk.ui.frame.desk import Desk

if TYPE_CHECKING:
    from fosdesk.ui.forms.field_editor import FieldEditor

_LONGEST_SHOWN = 400
# The cursor is only gone to another window or a menu, and will be here again.
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Sentence(QFrame):
    """A label that emits `clicked` on click, Enter and Space."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "direction")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class DirectionLine(QWidget):
    """Shows the sentence; a click replaces it by an editor, and leaving the editor shows it again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        words = desk.words
        self.editor: FieldEditor | None = None
        self._body = column(self, gap=0)
        self.sentence = Sentence()
        inside = column(self.sentence, gap=2, margins=(14, 2, 0, 2))
        inside.addWidget(text(words("Our direction"), "quiet"))
        self._shown = text("", "direction")
        inside.addWidget(self._shown)
        if desk.read_only:
            self.sentence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.sentence.unsetCursor()
        else:
            self.sentence.clicked.connect(self.edit)
        self._body.addWidget(self.sentence)
        self.refresh()

    def refresh(self) -> None:
        """Show the stored sentence."""
        words, direction = self.desk.words, self.desk.school.profile.direction
        invitation = words("What shall the pupils notice? Write one sentence that everyone can remember.")
        blank = words("No direction has been written.") if self.desk.read_only else invitation
        shown = direction if len(direction) <= _LONGEST_SHOWN else direction[:_LONGEST_SHOWN] + "…"
        self._shown.setText(shown or blank)
        set_style_property(self._shown, "look", "direction" if direction else "lead")
        self.sentence.setAccessibleName(f"{words('Our direction')}: {shown or blank}")
        if self.editor is not None:
            self.editor.reload()

    def edit(self) -> None:
        """Show the editor."""
        if self.editor is None:
            from fosdesk.ui.forms.editors import as_widget
            from fosdesk.ui.forms.field_editor import FieldEditor

            hint = self.desk.framework.warning(standing_warning("school_profile", "direction")).says()
            self.editor = FieldEditor(self.desk, SchoolProfile, PROFILE_ID, "direction", hint=hint)
            as_widget(self.editor.editor).installEventFilter(self)
            self._body.addWidget(self.editor)
        self.sentence.hide()
        self.editor.show()
        self.editor.take_cursor()

    def reveal(self, inside: QWidget) -> None:
        """Show the editor, which holds unsaved text."""
        self.sentence.hide()
        inside.show()

    def _turn_back(self) -> None:
        # What cannot be kept as it stands remains in its field, and so does the cursor when it has come back.
        cursor = QApplication.focusWidget()
        editor = self.editor
        if editor is not None and not editor.dirty and (cursor is None or not editor.isAncestorOf(cursor)):
            editor.hide()
            self.sentence.show()
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus-out, Enter and Escape in the editor show the sentence again."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _COMES_BACK:
            QTimer.singleShot(0, self, self._turn_back)
        elif (
            self.editor is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            if self.desk.release(self.editor):
                self.sentence.show()
                self.sentence.setFocus()
            return True
        return super().eventFilter(watched, event)
