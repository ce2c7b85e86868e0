"""ReferenceDialog: what would become of the references of a file, before any of it is taken in."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QSizePolicy, QWidget

from fosdesk.display.gatekeeping.same_work import same_work_words
from fosdesk.display.noun_words import label_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.duplicates import SameWork
from fosdesk.exchange.references.read_reference import ReadReferences
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.side_by_side_view import SideBySideView
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view

_SIZE = 920, 660  # px at 100 %
_ROW, _STATE, _COLUMN = 32, 190, 150
_LISTED = ("authors", "year", "published_in")


class ReferenceRow(msgspec.Struct):
    """A reference of the file as an entry, the one that is the same work, and whether it is to be taken in."""

    entry: GateEntry
    same: SameWork | None
    is_whole: bool
    is_taken: bool


class ReferenceDialog(QDialog):
    """What is there already is shown beside it, and taken in only where somebody ticks it."""

    agreed = Signal(list)  # the entries to make

    def __init__(
        self,
        desk: Desk,
        found: ReadReferences,
        entries: Sequence[GateEntry],
        same: Sequence[SameWork | None],
        parent: QWidget,
    ) -> None:
        """`entries` are what the references become, and `same` what is the same work as each of them."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._words, self._found = desk, desk.words, found
        self.rows = [
            ReferenceRow(entry, one, read.is_whole, one is None)
            for entry, one, read in zip(entries, same, found.references, strict=True)
        ]
        words, theme = self._words, desk.theme
        self.setWindowTitle(words("Read references"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        self.said = text("", "strong")
        layout.addWidget(self.said)
        self.more = text(" ".join(self._remarks()), "quiet")
        self.more.setVisible(bool(self.more.text()))
        layout.addWidget(self.more)
        self.known = CheckLine(words("Take in those that are there already too"))
        self.known.tick.toggled.connect(self._take_known)
        self.known.setVisible(any(row.same is not None for row in self.rows))
        layout.addWidget(self.known)
        self.look = table_view(words("What will be taken in"), row_height=theme.px(_ROW))
        self.look.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.look.setMinimumHeight(theme.px(120))
        self._model = RowsTable(self._columns())
        self._model.set_rows(self.rows)
        self._model.setParent(self.look)
        self.look.setModel(self._model)
        header = self.look.horizontalHeader()
        for section in range(len(_LISTED) + 2):
            stretches = section == 1
            header.setSectionResizeMode(
                section, QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            )
            self.look.setColumnWidth(section, theme.px(_COLUMN if section else _STATE))
        self.look.setColumnWidth(3, theme.px(64))
        self.look.clicked.connect(self._clicked)
        self.look.installEventFilter(self)
        self.look.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        layout.addWidget(self.look, 3)
        self.beside = SideBySideView(desk)
        layout.addWidget(self.beside, 2)
        self.take = button("", "main")
        self.take.clicked.connect(self._agree)
        self.turn = button(words("Take in or leave out (Space)"), "text")
        self.turn.clicked.connect(self._turn_current)
        foot = dialog_foot(self, words("Cancel"), self.take)
        foot.insertWidget(0, self.turn)
        layout.addLayout(foot)
        self._tell()
        first = next((place for place, row in enumerate(self.rows) if row.same is not None), 0)
        self.look.selectionModel().setCurrentIndex(
            self._model.index(first, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.look.setFocus()

    def _columns(self) -> list[Column[ReferenceRow]]:
        words, fields = self._words, fields_of(GateEntry)

        def cell(name: str) -> Column[ReferenceRow]:
            return Column(label_words(words, fields[name]), lambda row: str(getattr(row.entry, name)))

        state: Column[ReferenceRow] = Column(words("Taken in"), self._state)
        return [state, cell("what"), *map(cell, _LISTED)]

    def _state(self, row: ReferenceRow) -> str:
        words = self._words
        taken = "✓" if row.is_taken else "–"
        if row.same is not None:
            by = same_work_words(words, row.same)
            where = words("there already, {by}", by=by) if row.same.other.id else words("twice here, {by}", by=by)
            return f"{taken} {where}"
        return f"{taken} {words('new') if row.is_whole else words('not understood as a whole')}"

    def _remarks(self) -> list[str]:
        """What is to be said about how reading went, a sentence each."""
        words, found = self._words, self._found
        known = sum(row.same is not None for row in self.rows)
        broken = sum(not row.is_whole for row in self.rows)
        shortened = sum(one.shortened for one in found.references)
        said = []
        if found.is_cut:
            said.append(words("The file is so large that only its beginning was read."))
        if known:
            said.append(
                words.plural(
                    "{n} of them is there already, or stands in the file twice.",
                    "{n} of them are there already, or stand in the file twice.",
                    known,
                )
            )
        if broken:
            said.append(
                words.plural(
                    "{n} could not be understood as a whole; what stood there is kept under “More from the file”.",
                    "{n} could not be understood as a whole; what stood there is kept under “More from the file”.",
                    broken,
                )
            )
        if found.repeated:
            keys = ", ".join(dict.fromkeys(found.repeated))
            said.append(words("These keys stand there several times: {keys}. Each of them is read.", keys=keys[:200]))
        if found.outside:
            sample = words.quoted(found.outside[0][:60])
            said.append(
                words.plural(
                    "{n} line belongs to no reference and is left out: {sample}",
                    "{n} lines belong to no reference and are left out, the first is {sample}",
                    len(found.outside),
                    sample=sample,
                )
            )
        if shortened:
            said.append(
                words.plural(
                    "{n} text was too long and is shortened.", "{n} texts were too long and are shortened.", shortened
                )
            )
        if found.unread:
            said.append(
                words.plural(
                    "{n} letter could not be read and stands as �.",
                    "{n} letters could not be read and stand as �.",
                    found.unread,
                )
            )
        return said

    # -- choosing

    @property
    def taken(self) -> Sequence[GateEntry]:
        """The entries that would be made."""
        return [row.entry for row in self.rows if row.is_taken]

    def turn_row(self, place: int) -> None:
        """Take one in, or leave it out."""
        self.rows[place].is_taken = not self.rows[place].is_taken
        self._changed()

    def _take_known(self, are_taken: bool) -> None:
        for row in self.rows:
            if row.same is not None:
                row.is_taken = are_taken
        self._changed()

    def _changed(self) -> None:
        self._model.set_rows(self.rows)
        self._tell()

    def _tell(self) -> None:
        words, n = self._words, len(self.taken)
        self.said.setText(
            words.plural("{n} reference will be taken in.", "{n} references will be taken in.", n)
            if n
            else words("Nothing will be taken in.")
        )
        self.take.setText(words.plural("Take in {n}", "Take in {n}", n))
        self.take.setEnabled(n > 0)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.turn_row(index.row())

    def _turn_current(self) -> None:
        index = self.look.currentIndex()
        if index.isValid():
            self.turn_row(index.row())
        self.look.setFocus()

    def _show_current(self) -> None:
        row = self._model.row_at(self.look.currentIndex())
        if row is not None:
            self.beside.show_pair(row.entry, row.same.other if row.same is not None else None)

    def _agree(self) -> None:
        made = list(self.taken)
        self.accept()
        self.agreed.emit(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space in the table takes in or leaves out."""
        if watched is self.look and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() == QEvent.Type.KeyPress:
                self._turn_current()
            return True
        return super().eventFilter(watched, event)
