"""Editors for each kind of field: they hold a value, tell when it is done, and refuse kindly."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextOption, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from fosdesk.domain.fields import Scalar
from fosdesk.ui.forms.parsing import MOST_CHARACTERS, clean
from fosdesk.words import Words

_PAUSE = 1500  # milliseconds without typing, after which the text is saved


class Refused(ValueError):
    """What was typed cannot be kept as it is; the text is one sentence in the person's language."""


class Editor:
    """What all editors have alike; Qt classes are mixed in beside it."""

    committed: ClassVar[Any]  # a Signal, emitted when a value is ready to be saved

    def value(self) -> Scalar:
        """What the editor holds; raises Refused."""
        raise NotImplementedError

    def show_value(self, value: Scalar) -> None:
        """Hold and show a stored value."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something was typed that has not been saved."""
        return False

    def freeze(self) -> None:
        """Let it be read but not changed."""
        raise NotImplementedError


def _undo_keys(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


class ShortEditor(QLineEdit, Editor):
    """One line of text."""

    committed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setMaxLength(10 * MOST_CHARACTERS)
        self.words = words
        self._stored = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.committed)
        self.textEdited.connect(lambda _: self._pause.start())
        self.editingFinished.connect(self._finished)

    def value(self) -> Scalar:
        """The text, cleaned."""
        return kept(self.words, self.text(), one_line=True)

    def show_value(self, value: Scalar) -> None:
        """Show a stored text from its beginning."""
        self._pause.stop()
        self._stored = "" if value is None else str(value)
        if self.text() != self._stored:
            self.setText(self._stored)
            self.setCursorPosition(len(self._stored) if self.hasFocus() else 0)

    @property
    def dirty(self) -> bool:
        """Typed and not saved."""
        return self.text() != self._stored

    def freeze(self) -> None:
        """Read only."""
        self.setReadOnly(True)

    def _finished(self) -> None:
        self._pause.stop()
        if self.dirty:
            self.committed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when nothing unsaved is typed here."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty and _undo_keys(event):
            event.ignore()
            return True
        return super().event(event)


class LongEditor(QPlainTextEdit, Editor):
    """Text of several lines; as high as its text, up to a limit, and then it scrolls."""

    committed = Signal()

    def __init__(self, words: Words, *, lines: int = 3, most: int = 12) -> None:
        super().__init__()
        self.words = words
        self._stored = ""
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._finished)
        self.textChanged.connect(self._pause.start)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def value(self) -> Scalar:
        """The text, cleaned."""
        return kept(self.words, self.toPlainText(), one_line=False)

    def show_value(self, value: Scalar) -> None:
        """Show a stored text."""
        self._stored = "" if value is None else str(value)
        if self.toPlainText() != self._stored:
            self.setPlainText(self._stored)
        self._pause.stop()

    @property
    def dirty(self) -> bool:
        """Typed and not saved."""
        return self.toPlainText() != self._stored

    def freeze(self) -> None:
        """Read only."""
        self.setReadOnly(True)

    def _finished(self) -> None:
        self._pause.stop()
        if self.dirty:
            self.committed.emit()

    def _fit(self) -> None:
        wanted = min(max(int(self.document().size().height()), self._lines), self._most)
        self.setFixedHeight(wanted * self.fontMetrics().lineSpacing() + 22)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the text saves it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finished()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when nothing unsaved is typed here."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty and _undo_keys(event):
            event.ignore()
            return True
        return super().event(event)


class ChoiceEditor(QComboBox, Editor):
    """One of some known answers; the first is no answer."""

    committed = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], blank: str = "–") -> None:
        super().__init__()
        self.addItem(blank, "")
        for key, words in options:
            self.addItem(words, key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _: self.committed.emit())

    def value(self) -> Scalar:
        """The key of the chosen answer."""
        return str(self.currentData() or "")

    def show_value(self, value: Scalar) -> None:
        """Show a stored key; one that nobody here knows is shown as it stands."""
        place = self.findData(value or "")
        if place < 0:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def freeze(self) -> None:
        """Read only."""
        self.setEnabled(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling over a closed list scrolls the page and never changes an answer."""
        event.ignore()


class YesNoEditor(QCheckBox, Editor):
    """Yes or not."""

    committed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label.replace("&", "&&"))
        self.clicked.connect(lambda _: self.committed.emit())

    def value(self) -> Scalar:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Scalar) -> None:
        """Show a stored answer."""
        self.setChecked(value is True)

    def freeze(self) -> None:
        """Read only."""
        self.setEnabled(False)


def kept(words: Words, typed: str, *, one_line: bool) -> str:
    """What can be kept of a typed text; Refused when it is too long."""
    if len(typed) > MOST_CHARACTERS:
        raise Refused(
            words(
                "The text is {n} characters long, and there is room for {most}. Please divide it.",
                n=words.number(len(typed)),
                most=words.number(MOST_CHARACTERS),
            )
        )
    return clean(typed, one_line=one_line)


def as_widget(editor: Editor) -> QWidget:
    """The editor as the widget it also is."""
    assert isinstance(editor, QObject)
    return editor  # type: ignore[return-value]
