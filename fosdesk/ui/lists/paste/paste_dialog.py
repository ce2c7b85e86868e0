"""PasteDialog: what would become of rows that were copied elsewhere, before any of it is made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QSizePolicy, QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.display.record_words import short
from fosdesk.domain.fields import Record, Scalar
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.paste.pasted_rows import PastedRow, PastedRows, PastedTable, new_ones
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view

_SIZE = 820, 600  # px at 100 %
_ROW, _COLUMN, _STATE = 32, 150, 110
_LONGEST = 24  # letters of a sample


class PasteDialog(QDialog):
    """Columns are matched by their headings, else by their order; both can be changed."""

    agreed = Signal(list)  # the records to make

    def __init__(
        self,
        desk: Desk,
        reader: PastedRows,
        table: PastedTable,
        read: Sequence[PastedRow],
        given: Mapping[str, Scalar],
        parent: QWidget,
    ) -> None:
        """`read` is what the reader makes of the table, with `given` values such as those of the chosen filters."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._words, self._reader, self._given = desk, desk.words, reader, given
        self._table = table
        self._read = read
        words, theme = self._words, desk.theme
        self.setWindowTitle(words("Paste rows"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        self.said = text("", "strong")
        layout.addWidget(self.said)
        self.more = text("", "quiet")
        layout.addWidget(self.more)
        self._columns = FlowBox(gap=10)
        layout.addWidget(self._columns)
        self.choices: list[DropDown] = []
        self.headings = CheckLine(words("The first row holds headings"))
        self.headings.tick.setChecked(bool(table.headings))
        self.headings.tick.toggled.connect(self._turn_headings)
        layout.addWidget(self.headings)
        self.known = CheckLine(words("Make those that are there already too"))
        self.known.tick.toggled.connect(lambda _: self._tell())
        layout.addWidget(self.known)
        self.look = table_view(words("What will be made"), row_height=theme.px(_ROW))
        self.look.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.look.setMinimumHeight(theme.px(96))
        layout.addWidget(self.look, 1)
        self.make = button("", "main")
        self.make.clicked.connect(self._agree)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.make))
        self._lay_columns()
        self._show_read()

    @property
    def rows(self) -> Sequence[PastedRow]:
        """What would be made of each row."""
        return self._read

    def _lay_columns(self) -> None:
        words, table = self._words, self._table
        self._columns.clear()
        self.choices = []
        for place, chosen in enumerate(table.fields):
            sample = next((one[place] for one in table.rows if one[place]), "")
            named = table.headings[place] if table.headings else ""
            whole = QWidget()
            inside = column(whole, gap=2)
            caption = text(words.quoted(short(named or sample, _LONGEST)), "label", wrap=False)
            box = DropDown()
            box.addItem(words("Not taken in"), "")
            for name, field in self._reader.fields.items():
                box.addItem(label_words(words, field), name)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setAccessibleName(words("What {column} is", column=caption.text()))
            box.activated.connect(lambda _, place=place: self._choose(place))
            caption.setBuddy(box)
            inside.addWidget(caption)
            inside.addWidget(box)
            self.choices.append(box)
            self._columns.add(whole, self._desk.theme.px(_COLUMN))

    def _choose(self, place: int) -> None:
        """A field stands for one column: another one that had it is left out."""
        chosen = str(self.choices[place].currentData())
        for other, box in enumerate(self.choices):
            if other != place and chosen and box.currentData() == chosen:
                box.setCurrentIndex(0)
        self._table = self._table._replace(fields=[str(box.currentData()) for box in self.choices])
        self._look_again()

    def _turn_headings(self, are_headings: bool) -> None:
        table = self._table
        if are_headings and not table.headings and len(table.rows) > 1:
            self._table = table._replace(headings=table.rows[0], rows=table.rows[1:])
        elif not are_headings and table.headings:
            self._table = table._replace(headings=(), rows=[table.headings, *table.rows])
        self._lay_columns()
        self._look_again()

    def _look_again(self) -> None:
        self._read = self._reader.read(self._table, self._given)
        self._show_read()

    def _show_read(self) -> None:
        words, reader = self._words, self._reader
        shown = [name for name in reader.fields if name in self._table.fields]

        def shown_in(name: str) -> Column[PastedRow]:
            def cell(one: PastedRow) -> str:
                return f"? {one.unread[name]}" if name in one.unread else reader.words_of(one.record, name)

            return Column(label_words(words, reader.fields[name]), cell)

        state: Column[PastedRow] = Column("", lambda one: words("there already") if one.is_known else words("new"))
        columns = [state, *map(shown_in, shown)]
        model = RowsTable(columns)
        model.set_rows(self._read)
        model.setParent(self.look)
        self.look.setModel(model)
        header = self.look.horizontalHeader()
        for section in range(len(columns)):
            header.setSectionResizeMode(
                section, QHeaderView.ResizeMode.Stretch if section == 1 else QHeaderView.ResizeMode.Interactive
            )
            self.look.setColumnWidth(section, self._desk.theme.px(_COLUMN if section else _STATE))
        self._tell()

    def _tell(self) -> None:
        words = self._words
        known = sum(one.is_known for one in self._read)
        unread = sum(len(one.unread) for one in self._read)
        made = len(self._to_make())
        self.said.setText(
            words.plural("{n} new record will be made.", "{n} new records will be made.", made)
            if made
            else words("Nothing new will be made.")
        )
        more = []
        if known:
            more.append(words.plural("{n} row is there already.", "{n} rows are there already.", known))
        if unread:
            more.append(
                words.plural(
                    "{n} cell cannot be read there and is left out; it is marked with a question mark.",
                    "{n} cells cannot be read there and are left out; they are marked with a question mark.",
                    unread,
                )
            )
        if self._table.formulas:
            more.append(
                words.plural(
                    "{n} cell begins as a formula does, and is taken as text.",
                    "{n} cells begin as a formula does, and are taken as text.",
                    self._table.formulas,
                )
            )
        self.more.setText(" ".join(more))
        self.more.setVisible(bool(more))
        self.known.setVisible(bool(known))
        self.make.setText(words.plural("Make {n}", "Make {n}", made))
        self.make.setEnabled(made > 0)

    def _to_make(self) -> list[Record]:
        return new_ones(self._read, also_known=self.known.tick.isChecked())

    def _agree(self) -> None:
        made = self._to_make()
        self.accept()
        self.agreed.emit(made)
