"""A field to type lines of an agenda into: Enter adds one, and several pasted lines become several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.search_line import IconLine
from fosdesk.ui.controls.text_fields import names_files, what_is_copied
from fosdesk.ui.forms.editors import InvalidInput, storable_text
from fosdesk.ui.forms.parsing import MOST_CHARACTERS, clean
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText

_MOST_PASTED = 100


class _Typed(IconLine):
    pasted = Signal(list)  # the lines, where there are several

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Several lines are not joined to one."""
        if event.matches(QKeySequence.StandardKey.Paste):
            source = what_is_copied()
            lines = [line.strip() for line in clean(source.text(), one_line=False).splitlines() if line.strip()]
            if len(lines) > 1 and not names_files(source):
                self.pasted.emit(lines)
                return
        super().keyPressEvent(event)


class AgendaEntry(QWidget, UnsavedText):
    """What is typed and not added yet is added when the page is left."""

    def __init__(self, desk: Desk, add: Callable[[Sequence[str]], None]) -> None:
        """`add` stores lines by their texts; FosdeskError when it cannot."""
        super().__init__()
        self.desk, self._add = desk, add
        words = desk.words
        layout = column(self, gap=3)
        self.typed = _Typed("plus")
        self.typed.setPlaceholderText(words("Write a line for the agenda, or paste several …"))
        self.typed.setAccessibleName(words("A new line for the agenda"))
        self.typed.setMaxLength(10 * MOST_CHARACTERS)  # what is too long is told, never cut
        self.typed.textChanged.connect(lambda: desk.edits.register(self))
        self.typed.returnPressed.connect(self._enter)
        self.typed.pasted.connect(self._paste)
        layout.addWidget(self.typed)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        typed = desk.edits.take_typed(self.draft_key)
        if typed:
            self.typed.setText(typed)

    @property
    def dirty(self) -> bool:
        """Whether a line is typed."""
        return bool(clean(self.typed.text(), one_line=True))

    @property
    def as_typed(self) -> str:
        """The typed line."""
        return self.typed.text()

    @property
    def draft_key(self) -> str:
        """There is one such field."""
        return "agenda line"

    def commit(self) -> None:
        """Add the typed line; one that cannot be stored stays, with an error below it."""
        if self.dirty:
            self._store([self.typed.text()])

    def take_cursor(self) -> None:
        """Set the focus to the field."""
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        self.commit()
        self.take_cursor()

    def _paste(self, lines: list[str]) -> None:
        """Add pasted lines, what was typed before them first."""
        more = len(lines) - _MOST_PASTED
        if more > 0:
            words = self.desk.words
            self._show_message(words("That is {n} lines, and {most} fit at a time.", n=len(lines), most=_MOST_PASTED))
            return
        self._store([*([self.typed.text()] if self.dirty else []), *lines])
        self.take_cursor()

    def _store(self, lines: Sequence[str]) -> None:
        words = self.desk.words
        try:
            cleaned = [str(storable_text(words, line, one_line=True)) for line in lines]
            typed = self.typed.text()
            self.typed.clear()  # what is stored shows the agenda anew, and nothing may be added twice
            try:
                self._add([line for line in cleaned if line])
            except FosdeskError:
                self.typed.setText(typed)
                raise
        except InvalidInput as why:
            self._show_message(str(why))
        except FosdeskError as trouble:
            self._show_message(words(trouble.sentence, **trouble.arguments))
        else:
            self._show_message("")

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
