"""Editors for each kind of field: they hold a value, signal `committed`, and validate what is typed."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from fosdesk.domain.fields import Scalar
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.long_blanks import shortened_blanks
from fosdesk.ui.controls.text_fields import LineEdit, TextBox, names_files
from fosdesk.ui.forms.autosave import AutosaveTimer
from fosdesk.ui.forms.parsing import MOST_CHARACTERS, clean
from fosdesk.ui.style.steps import UNBOUND
from fosdesk.words import Words

# A word as Qt sees it: it does not break at hard spaces and word joiners either.
_ENDLESS = re.compile("(?:\\S|[\u00a0\u2007\u202f\u2060\ufeff]){1000}")


class InvalidInput(ValueError):
    """The typed text cannot be stored; the message is one sentence in the person's language."""


class Editor:
    """The interface of all editors; mixed in beside a Qt widget class."""

    committed: ClassVar[Any]  # a Signal, emitted when a value is ready to be saved

    def value(self) -> Scalar:
        """The value; raises InvalidInput."""
        raise NotImplementedError

    def show_value(self, value: Scalar) -> None:
        """Show a stored value."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return False

    @property
    def typed(self) -> str:
        """The text as typed; empty for editors without text."""
        return ""

    def set_read_only(self) -> None:
        """Make it read-only."""
        raise NotImplementedError


def _undo_keys(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


class ShortEditor(LineEdit, Editor):
    """One line of text."""

    committed = Signal()
    saves_in_pauses: ClassVar[bool] = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setMaxLength(10 * MOST_CHARACTERS)
        self.words = words
        self._stored = self._shown = ""  # the stored text, and how the field shows it
        self.autosave = AutosaveTimer(self)
        self.autosave.due.connect(self.committed)
        if self.saves_in_pauses:
            self.textEdited.connect(lambda _: self.autosave.typed())
        self.editingFinished.connect(self._finished)

    def value(self) -> Scalar:
        """The cleaned text."""
        return storable_text(self.words, self.text(), one_line=True)

    def show_value(self, value: Scalar) -> None:
        """Show a stored text from its beginning."""
        self.autosave.stop()
        self._stored = "" if value is None else str(value)
        if self.text() != self._stored and not (_has_cursor(self) and _alike(self.text(), self._stored, one_line=True)):
            self.setText(self._stored)
            self.setCursorPosition(len(self._stored) if _has_cursor(self) else 0)
        elif self.isUndoAvailable():  # what is saved is for the program to undo, not for the field
            place = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(place)
        self._shown = self.text()

    @property
    def dirty(self) -> bool:
        """Whether unsaved text is typed; a trailing space while typing does not count."""
        typed = self.text()
        return typed not in (self._stored, self._shown) and not _alike(typed, self._stored, one_line=True)

    @property
    def typed(self) -> str:
        """The text as typed."""
        return self.text()

    @property
    def stored(self) -> str:
        """The text that is stored."""
        return self._stored

    def type_over(self, typed: str) -> None:
        """Put typed text in the place of what is shown, without storing it."""
        self.setText(typed)

    def set_read_only(self) -> None:
        """Make it read-only."""
        self.setReadOnly(True)

    def _finished(self) -> None:
        self.autosave.stop()
        if self.dirty:
            self.committed.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when nothing unsaved is typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty and _undo_keys(event):
            event.ignore()
            return True
        return super().event(event)


class LongEditor(TextBox, Editor):
    """Wrapping text, as high as its lines up to a limit, then scrolling."""

    committed = Signal()

    def __init__(self, words: Words, *, lines: int = 3, most: int = 12, one_line: bool = False) -> None:
        """`one_line` is for a short text that may wrap: Enter saves instead of breaking the line."""
        super().__init__()
        self.words = words
        self._stored = self._shown = ""  # the stored text, and how the field shows it
        self._lines, self._most, self._one_line = lines, most, one_line
        self._fills = False
        if one_line:
            self.setProperty("look", "wrapped")
        self.setTabChangesFocus(True)
        self._wrap_for("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.autosave = AutosaveTimer(self)
        self.autosave.due.connect(self._finished)
        self.textChanged.connect(self._typed)
        self._fit()

    def value(self) -> Scalar:
        """The cleaned text."""
        return storable_text(self.words, self.toPlainText(), one_line=self._one_line)

    def show_value(self, value: Scalar) -> None:
        """Show a stored text."""
        self._stored = "" if value is None else shortened_blanks(str(value))
        typed = self.toPlainText()
        if typed != self._stored and not (_has_cursor(self) and _alike(typed, self._stored, one_line=self._one_line)):
            self._put(self._stored)
            if _has_cursor(self):
                self.moveCursor(QTextCursor.MoveOperation.End)
        else:  # what is saved is for the program to undo, not for the field
            self.document().clearUndoRedoStacks()
        self._shown = self.toPlainText()
        self.autosave.stop()

    @property
    def dirty(self) -> bool:
        """Whether unsaved text is typed; a trailing space while typing does not count."""
        typed = self.toPlainText()
        return typed not in (self._stored, self._shown) and not _alike(typed, self._stored, one_line=self._one_line)

    @property
    def typed(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    def type_over(self, typed: str) -> None:
        """Put typed text in the place of what is shown, without storing it."""
        self._put(typed)

    def fill(self, lines: int) -> None:
        """Take all the height that there is, and at least that of `lines` lines."""
        self._fills = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMaximumHeight(UNBOUND)
        self.setMinimumHeight(lines * self.fontMetrics().lineSpacing())

    def set_read_only(self) -> None:
        """Make it read-only, and as high as its content."""
        self.setReadOnly(True)
        self._lines = 1
        self._fit()

    def _put(self, text: str) -> None:
        self._wrap_for(text)
        self.setPlainText(text)

    def _wrap_for(self, text: str) -> None:
        # Qt looks for a place to break in a word without end for seconds.
        modes = QTextOption.WrapMode
        self.setWordWrapMode(modes.WrapAnywhere if _ENDLESS.search(text) else modes.WrapAtWordBoundaryOrAnywhere)

    def _typed(self) -> None:
        self.autosave.typed()
        self._fit()

    def _finished(self) -> None:
        self.autosave.stop()
        if self.dirty:
            self.committed.emit()

    def _fit(self) -> None:
        if self._fills:
            return
        lines, block, layout = 0, self.document().firstBlock(), self.document().documentLayout()
        while block.isValid() and lines < self._most:
            layout.blockBoundingRect(block)  # lays the paragraph out
            lines += max(block.layout().lineCount(), 1)
            block = block.next()
        wanted = min(max(lines, self._lines), self._most)
        scrolls = lines >= self._most and block.isValid() or lines > self._most
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if scrolls else never)
        edges = 12 if self.isReadOnly() else 14 if self._one_line else 22
        height = wanted * self.fontMetrics().lineSpacing() + edges
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the focus is lost."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finished()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted; the whole text decides how it wraps, as a word without end may be there already."""
        if names_files(source):
            super().insertFromMimeData(source)  # tells that it is not taken
            return
        pasted = source.text()
        shown = shortened_blanks(pasted)
        if shown != pasted:
            source = QMimeData()
            source.setText(shown)
        self._wrap_for(f"{self.toPlainText()}\n{shown}")
        super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves a text of one paragraph."""
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finished()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when nothing unsaved is typed."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.dirty and _undo_keys(event):
            event.ignore()
            return True
        return super().event(event)


class ChoiceEditor(DropDown, Editor):
    """One of some options; the first is empty."""

    committed = Signal()

    def __init__(self, options: Sequence[tuple[str, str]], blank: str = "–") -> None:
        super().__init__()
        self.addItem(blank, "")
        for key, words in options:
            self.addItem(words, key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _: self.committed.emit())

    def value(self) -> Scalar:
        """The key of the chosen option."""
        return str(self.currentData() or "")

    def show_value(self, value: Scalar) -> None:
        """Show a stored key; an unknown one is shown as it is."""
        place = self.findData(value or "")
        if place < 0:
            self.addItem(str(value), value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def set_read_only(self) -> None:
        """Make it read-only."""
        self.setEnabled(False)
        self.setProperty("frozen", True)


class YesNoEditor(QCheckBox, Editor):
    """A check box."""

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

    def set_read_only(self) -> None:
        """Make it read-only."""
        self.setEnabled(False)


def storable_text(words: Words, typed: str, *, one_line: bool) -> str:
    """The text to store for what was typed; InvalidInput when it is too long."""
    if len(typed) > MOST_CHARACTERS:
        raise InvalidInput(
            words(
                "The text is {n} characters long, and there is room for {most}. Please divide it.",
                n=words.number(len(typed)),
                most=words.number(MOST_CHARACTERS),
            )
        )
    return clean(typed, one_line=one_line)


def _has_cursor(editor: QWidget) -> bool:
    """Whether somebody writes in it, also while another window is in front and this one will get the cursor back."""
    return editor.window().focusWidget() is editor


def _alike(typed: str, stored: str, *, one_line: bool) -> bool:
    return clean(typed, one_line=one_line) == clean(stored, one_line=one_line)


def as_widget(editor: Editor) -> QWidget:
    """The editor typed as the widget that it also is."""
    assert isinstance(editor, QObject)
    return editor  # type: ignore[return-value]
