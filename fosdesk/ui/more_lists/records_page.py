"""The page Core components and partners: every noun without a page of its own, as a table and a form."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHeaderView

from fosdesk.display.noun_words import label_words, noun_many, noun_one
from fosdesk.display.record_words import record_words, value_words
from fosdesk.domain.fields import NOUNS, Date, Field, Long, Noun, Number, Record, Scalar, SemesterField, noun_of
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.list_page import ListPage
from fosdesk.ui.frame.open_panel import RecordPanel
from fosdesk.ui.frame.places import record_to_open
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view
from fosdesk.ui.lists.row_moves import RowMoves, is_ordered


class RecordsPage(ListPage):
    """Choose a noun, open one of its records and edit it."""

    key: ClassVar[str] = "records"

    def __init__(self, desk: Desk) -> None:
        self._nouns = [noun for noun in NOUNS.values() if not noun.page and not noun.parent]
        self._noun = self._nouns[0]
        words = desk.words
        super().__init__(
            desk,
            words("Core components and partners"),
            words("The core components, those who support you, and what you ask the owner for."),
        )

    def build(self) -> None:
        """Create the list of nouns, the table and the form."""
        words = self.words
        self.new = button(words("New"), "main")
        self.new.clicked.connect(self._make)
        if self.desk.read_only:
            self.new.hide()
        self.main_act(self.new)
        self.lists = ChipChoice(
            [(n.key, noun_many(words, n)) for n in self._nouns], self._noun.key, name=words("Lists")
        )
        self.lists.chosen.connect(self._choose)
        self.body.addWidget(self.lists)
        self._empty = text("", "quiet")
        self.body.addWidget(self._empty)
        self._table_place = column()
        self.body.addLayout(self._table_place, 100)
        self._lay_table()
        self._moves = RowMoves(self.desk, self, self._chosen, self._in_order)
        follow_layout(self)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the chosen noun's records and the open one."""
        rows = list(self.desk.school.of(self._noun.record))
        chosen = self._chosen()
        self._rows.set_rows(rows)
        if chosen and not self._chosen():  # its row has moved
            self.table.selectRow(self._rows.row_number(lambda r: r.id == chosen))
        self.table.setVisible(bool(rows))
        mine = self.words("Nothing here yet. Press “{new}” to begin.", new=self.words("New"))
        self._empty.setText(self.words("Nothing here yet.") if self.desk.read_only else mine)
        self._empty.setVisible(not rows)
        self.follow()

    def show_record(self, record_id: str) -> None:
        """Open a record, in the list it belongs to; the key of a noun shows its list."""
        if any(noun.key == record_id for noun in self._nouns):
            self._choose(record_id)
            return
        record = self.desk.school.find(record_to_open(self.desk.school, record_id))
        if record is None:
            return
        if noun_of(record) is not self._noun and not self._show_list(noun_of(record)):
            return
        self.open_record(record.id)

    def _choose(self, key: str) -> None:
        noun = NOUNS.get(key, self._noun)  # a second click on the chosen list changes nothing
        if noun is self._noun or not self._show_list(noun):
            self.lists.set_value(self._noun.key)

    def _show_list(self, noun: Noun) -> bool:
        self.close_panel()
        if self.panel_open:
            return False
        self._noun = noun
        self.lists.set_value(noun.key)
        self._lay_table()
        self.refresh(None)
        follow_layout(self)
        return True

    def _lay_table(self) -> None:
        while (item := self._table_place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows: RowsTable[Record] = RowsTable(_columns(self.desk, self._noun))
        self.table = table_view(noun_many(self.words, self._noun), row_height=self.desk.theme.px(40))
        self.table.setModel(self._rows)
        self._rows.setParent(self.table)
        self.lay_table(self.table)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table_place.addWidget(self.table)

    # -- the order

    def _chosen(self) -> str:
        row = self._rows.row_at(self.table.currentIndex())
        return row.id if row is not None and not self.panel_open else self.opened.record_id

    def _in_order(self) -> Sequence[Record]:
        return self.desk.school.of(self._noun.record) if is_ordered(self._noun) else ()

    # -- the open record

    @property
    def form(self) -> RecordForm | None:
        """The form of the open record."""
        return self.opened.panel if isinstance(self.opened.panel, RecordForm) else None

    def make_panel(self) -> SidePanel:
        """An empty panel; each record gets its own form in it."""
        return SidePanel("", self.words("Close"))

    def open_row(self, index: QModelIndex) -> None:
        """Show the record of a row."""
        record = self._rows.row_at(index)
        if record is not None and self.opened.record_id != record.id:
            self.open_record(record.id)

    def enter_panel(self) -> None:
        """To the first field of the form."""
        first = next(iter(self.form.editors.values()), None) if self.form is not None else None
        if first is not None:
            first.take_cursor()

    def _make(self) -> None:
        if self.opened.close():
            self.open_new(at_the_end(self.desk.school, self._noun))

    def fill_panel(self, record_id: str) -> RecordForm:
        """A new form for the record."""
        record = self.desk.school.find(record_id)
        acts = self._moves.buttons(record_id) if is_ordered(self._noun) else ()
        form = RecordForm(self.desk, self._noun.record, record_id, acts=acts)
        self.panel.heading.setText(noun_one(self.words, noun_of(record) if record is not None else self._noun))
        self.panel.body.addWidget(form)
        form.show()  # so that the cursor can be put into it at once
        self.panel.body.addStretch(1)
        self.panel.to_top()
        return form

    def empty_panel(self, panel: RecordPanel) -> None:
        """Delete the form."""
        assert isinstance(panel, RecordForm)
        body = self.panel.body
        body.removeWidget(panel)
        body.takeAt(body.count() - 1)  # the air below it
        panel.hide()
        panel.deleteLater()

    def mark_open(self) -> None:
        """Select the row of the open record."""
        place = self._rows.row_number(lambda r: r.id == self.opened.record_id) if self.panel_open else -1
        if place < 0:
            self.table.clearSelection()
        elif place != self.table.currentIndex().row() or not self.table.selectionModel().hasSelection():
            self.table.selectRow(place)


def _columns(desk: Desk, noun: Noun) -> list[Column[Record]]:
    """The title and up to three more short fields as columns."""
    shown = [n for n, f in noun.fields.items() if not f.hidden and n != noun.title and _brief(f)][:3]
    title = noun.fields.get(noun.title)

    def cell(name: str, field: Field) -> Column[Record]:
        return Column(
            label_words(desk.words, field),
            lambda r: value_words(desk.words, desk.framework, desk.school, field, getattr(r, name)),
            (lambda r: _stored_order(getattr(r, name))) if isinstance(field, Date | SemesterField | Number) else None,
        )

    first: Column[Record] = Column(
        label_words(desk.words, title) if title else noun_one(desk.words, noun),
        lambda r: record_words(desk.words, desk.framework, desk.school, r.id),
    )
    return [first, *(cell(name, noun.fields[name]) for name in shown)]


def _stored_order(value: Scalar) -> tuple[int, str]:
    """The order of days, semesters and numbers, which their words do not have; what is empty comes first."""
    if isinstance(value, int):
        return 1, f"{value:020}"
    semester = Semester.known(str(value or ""))
    return (1, semester.first_day) if semester else (int(bool(value)), str(value or ""))


def _brief(field: Field) -> bool:
    return not isinstance(field, Long)
