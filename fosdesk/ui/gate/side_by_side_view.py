"""SideBySideView: one entry, or two that may be the same work, field by field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.domain.fields import Choice, YesNo, fields_of
from fosdesk.domain.records import GateEntry
from fosdesk.domain.records.gate_entries import PRINTED
from fosdesk.ui.controls.plain_widgets import clear, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.frame.desk import Desk

SHOWN = (
    "what",
    "authors",
    "year",
    "publication",
    "published_in",
    "editors",
    *PRINTED,
    "source",
    "brought_by",
    "came",
    "decision",
    "abstract",
    "from_file",
    "file_notes",
)
_LONGEST = 600  # letters of a text that are shown here


class SideBySideView(SheetArea):
    """Fields that say the same in both are quiet; those that neither says are not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAccessibleName(desk.words("What stands in the file"))
        inside = lay_sheet(self)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_pair(self, one: GateEntry, other: GateEntry | None, heads: tuple[str, str] | None = None) -> None:
        """Show an entry, and beside it the other one; `heads` stand above them."""
        words = self._desk.words
        clear(self._grid)
        self._grid.setColumnStretch(2, 1 if other is not None else 0)
        line = 0
        if other is not None:
            above = heads or (
                words("In the file"),
                words("There already") if other.id else words("Earlier in the file"),
            )
            for place, head in enumerate(above, start=1):
                self._put(text(head, "strong"), line, place)
            line += 1
        for name in SHOWN:
            told = [self._said(one, name), *([self._said(other, name)] if other is not None else [])]
            if not any(told):
                continue
            look = "quiet" if len(told) == 2 and told[0] == told[1] else ""
            self._put(text(label_words(words, fields_of(GateEntry)[name]), "label"), line, 0)
            for place, said in enumerate(told, start=1):
                self._put(text(said or "–", look, selectable=True), line, place)
            line += 1
        self._grid.setRowStretch(line, 1)
        self.verticalScrollBar().setValue(0)

    def _put(self, widget: QWidget, line: int, place: int) -> None:
        self._grid.addWidget(widget, line, place, Qt.AlignmentFlag.AlignTop)

    def _said(self, entry: GateEntry, name: str) -> str:
        words, field, value = self._desk.words, fields_of(GateEntry)[name], getattr(entry, name)
        if isinstance(field, Choice):
            return option_words(words, choice_of(GateEntry, name), value) if value else ""
        if isinstance(field, YesNo):
            return words("Yes") if value else ""
        said = words.date(value) if name == "came" else str(value)
        return f"{said[:_LONGEST]}…" if len(said) > _LONGEST else said
