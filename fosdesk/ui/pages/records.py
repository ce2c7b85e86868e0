"""More lists: every noun without a page of its own, in the standard list and form."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView, QWidget

from fosdesk.domain.fields import NOUNS, Field, Long, Noun, Record, noun_of
from fosdesk.ui.desk import Desk
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.labels import record_words, value_words
from fosdesk.ui.page import Page
from fosdesk.ui.tables.records_table import Column, RowsTable, table_view
from fosdesk.ui.widgets.chips import ChipChoice
from fosdesk.ui.widgets.texts import button, column, framed, text


class RecordsPage(Page):
    """Choose a list, see what is in it, open one record and write."""

    key: ClassVar[str] = "records"

    def __init__(self, desk: Desk) -> None:
        self._nouns = [noun for noun in NOUNS.values() if not noun.page]
        self._noun = self._nouns[0]
        self.form: RecordForm | None = None
        words = desk.words
        super().__init__(
            desk, words("More lists"), words("What else you want to keep together: one list for each kind.")
        )

    def build(self) -> None:
        """List chooser, table and form."""
        words = self.words
        self.new = button(words("New"), "main")
        self.new.clicked.connect(self._make)
        self.new.setVisible(not self.desk.read_only)
        self.main_act(self.new)
        self.lists = ChipChoice([(n.key, words(n.many)) for n in self._nouns], self._noun.key, name=words("Lists"))
        self.lists.chosen.connect(self._choose)
        self.body.addWidget(self.lists)
        self._empty = text("", "quiet")
        self.body.addWidget(self._empty)
        self._table_place = column()
        self.body.addLayout(self._table_place)
        self._panel = framed("panel")
        self._panel_body = column(self._panel, margins=(20, 16, 20, 16))
        self._panel.hide()
        self.body.addWidget(self._panel)
        self._lay_table()

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the chosen list and the open record as they stand."""
        rows = [r for r in self.desk.school.of(self._noun.record)]
        self._rows.set_rows(rows)
        self.table.setVisible(bool(rows))
        height = min(len(rows), 9) * self.desk.theme.px(40) + self.desk.theme.px(44)
        self.table.setFixedHeight(height)
        nothing = self.words("Nothing here yet. Press “{new}” to begin.", new=self.words("New"))
        self._empty.setText("" if rows else nothing)
        self._empty.setVisible(not rows)
        if self.form is not None:
            if self.desk.school.find(self.form.record_id) is None:
                self._close()
            else:
                self.form.reload()

    def show_record(self, record_id: str) -> None:
        """Open a record, in the list it belongs to."""
        record = self.desk.school.find(record_id)
        if record is None:
            return
        if noun_of(record) is not self._noun:
            self.lists.set_value(noun_of(record).key)
            self._choose(noun_of(record).key)
        self._open(record)

    def _choose(self, key: str) -> None:
        self._noun = NOUNS.get(key, self._noun)
        self.lists.set_value(self._noun.key)
        self._close()
        self._lay_table()
        self.refresh(None)

    def _lay_table(self) -> None:
        while self._table_place.count():
            item = self._table_place.takeAt(0)
            widget: QWidget | None = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._rows: RowsTable[Record] = RowsTable(_columns(self.desk, self._noun))
        self.table = table_view(self.words(self._noun.many), row_height=self.desk.theme.px(40))
        self.table.setModel(self._rows)
        self._rows.setParent(self.table)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.clicked.connect(self._open_index)
        self.table.activated.connect(self._open_index)
        self._table_place.addWidget(self.table)

    def _open_index(self, index: QModelIndex) -> None:
        record = self._rows.row_at(index)
        if record is not None:
            self._open(record)

    def _make(self) -> None:
        self._open(self.desk.workspace.add(self._noun.record()))

    def _open(self, record: Record) -> None:
        self._close()
        self.form = RecordForm(self.desk, type(record), record.id, deleted=self._close)
        self._panel_body.addWidget(self.form)
        self._panel.show()
        first = next(iter(self.form.editors.values()), None)
        if first is not None:
            first.take_cursor()

    def _close(self) -> None:
        if self.form is not None:
            self.form.commit()
            self.form.hide()
            self._panel_body.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None
        self._panel.hide()


def _columns(desk: Desk, noun: Noun) -> list[Column[Record]]:
    """The title and up to three more short fields."""
    shown = [n for n, f in noun.fields.items() if not f.hidden and n != noun.title and _brief(f)][:3]
    title = noun.fields.get(noun.title)

    def cell(name: str, field: Field) -> Column[Record]:
        return Column(
            desk.words(field.label),
            lambda r: value_words(desk.words, desk.framework, desk.school, field, getattr(r, name)),
        )

    first: Column[Record] = Column(
        desk.words(title.label if title else noun.one),
        lambda r: record_words(desk.words, desk.framework, desk.school, r.id),
    )
    return [first, *(cell(name, noun.fields[name]) for name in shown)]


def _brief(field: Field) -> bool:
    return not isinstance(field, Long)
