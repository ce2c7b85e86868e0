"""Gatekeeping: what came in, what was let in and what was kept out, and why."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit

from fosdesk.domain.fields import Choice, fields_of
from fosdesk.domain.gate import GateIndex
from fosdesk.domain.records import GateEntry, GateReason
from fosdesk.figures.flow import flow_figure
from fosdesk.ui.charts.figure_view import FigureView
from fosdesk.ui.desk import Desk
from fosdesk.ui.page import Page
from fosdesk.ui.tables.records_table import Column, RowsTable, table_view
from fosdesk.ui.widgets.chips import ChipChoice
from fosdesk.ui.widgets.entry_panel import EntryPanel
from fosdesk.ui.widgets.texts import button, row, text

_SIDE_BY_SIDE = 860  # narrower than this, the open entry takes the place of the list


class GatekeepingPage(Page):
    """The log as a table, the flow above it, and the open entry beside it."""

    key: ClassVar[str] = "gatekeeping"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        lead = words("What we let in, what we keep out, and why.")
        super().__init__(desk, words("Gatekeeping"), lead)

    def build(self) -> None:
        """Flow, search, filters, table and panel."""
        words, desk = self.words, self.desk
        self.new = button(words("New entry"), "main")
        self.new.clicked.connect(self._make)
        if not desk.read_only:
            self.main_act(self.new)
        self.flow = FigureView(desk.theme)
        self.flow.picked.connect(self._filter_by)
        self.flow.setMaximumHeight(desk.theme.px(150))
        self.body.addWidget(self.flow)
        finding = row(gap=12)
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(words("Search in the log"))
        self.wanted.setAccessibleName(words("Search in the log"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textChanged.connect(lambda _: self._find())
        finding.addWidget(self.wanted, 1)
        self._count = text("", "quiet", wrap=False)
        finding.addWidget(self._count)
        self.body.addLayout(finding)
        decision, kind = fields_of(GateEntry)["decision"], fields_of(GateEntry)["kind"]
        assert isinstance(decision, Choice)
        assert isinstance(kind, Choice)
        self._decision_field, self._kind_field = decision, kind
        self.decisions = ChipChoice([(o.key, words(o.label)) for o in decision.options], name=words("Show only"))
        self.decisions.chosen.connect(lambda _: self._find())
        self.body.addWidget(self.decisions)
        columns: list[Column[GateEntry]] = [
            Column(words("What"), lambda e: e.what or words("(no title yet)")),
            Column(words("Kind"), lambda e: words(kind.label_of(e.kind)) if e.kind else ""),
            Column(words("Brought by"), lambda e: e.brought_by),
            Column(words("Decision"), lambda e: words(decision.label_of(e.decision or "undecided"))),
            Column(words("Came in"), lambda e: words.short_date(e.came) if e.came else "", lambda e: e.came),
        ]
        self._rows: RowsTable[GateEntry] = RowsTable(columns)
        self.table = table_view(words("Gatekeeping log"), row_height=desk.theme.px(38))
        self.table.setModel(self._rows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 100), (2, 150), (3, 160), (4, 110)):
            self.table.setColumnWidth(section, desk.theme.px(width))
        self.table.setSortingEnabled(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.table.setMinimumHeight(desk.theme.px(260))
        self.table.clicked.connect(self._open_index)
        self.table.activated.connect(self._open_index)
        self.body.addWidget(self.table, 100)
        self._empty = text("", "quiet")
        self.body.addWidget(self._empty)
        self.panel = EntryPanel(desk)
        self.panel.closed.connect(self._close)
        self.panel.hide()
        self.side_panel(self.panel)
        self._index: GateIndex | None = None
        self._sorted = (4, Qt.SortOrder.DescendingOrder)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the log as it stands."""
        school = self.desk.school
        if self._index is None:
            self._index = GateIndex(school)
        elif changed is None or any(isinstance(school.find(i), GateEntry | GateReason | None) for i in changed):
            self._index.update(school)
        self.flow.show_figure(flow_figure(school, self.words, 860, 120))
        entries = school.of(GateEntry)
        self.flow.setVisible(bool(entries))
        self._empty.setText(
            "" if entries else self.words("Nothing has come in yet. Write down the next idea that somebody brings you.")
        )
        self._empty.setVisible(not entries)
        self.table.setVisible(bool(entries))
        self._find()
        if self.panel.isVisible():
            if school.find(self.panel.entry_id) is None:
                self._close()
            else:
                self.panel.reload()

    def show_record(self, record_id: str) -> None:
        """Open one entry."""
        if isinstance(self.desk.school.find(record_id), GateEntry):
            self._open(record_id)

    def search(self) -> bool:
        """Search in the log."""
        self._close_when_narrow()
        self.wanted.setFocus()
        self.wanted.selectAll()
        return True

    def settle_edits(self) -> None:
        """Save what is typed, in the panel too."""
        super().settle_edits()
        self.panel.commit()

    def _find(self) -> None:
        if self._index is None:
            return
        found = self._index.find(self.wanted.text(), decision=self.decisions.value)
        self._rows.set_rows(found)
        self._rows.sort(*self._sorted)
        whole = len(self.desk.school.of(GateEntry))
        shown = self.words("{n} of {all}", n=self.words.number(len(found)), all=self.words.number(whole))
        self._count.setText(shown if len(found) != whole else self.words.plural("{n} entry", "{n} entries", whole))
        self._mark_open()

    def _sort(self, column: int) -> None:
        same, order = self._sorted[0] == column, self._sorted[1]
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        self._sorted = (column, (ascending if order == descending else descending) if same else ascending)
        self._rows.sort(*self._sorted)
        self._mark_open()

    def _filter_by(self, key: str) -> None:
        self.decisions.set_value("" if self.decisions.value == key else key)
        self._find()

    def _make(self) -> None:
        entry = self.desk.workspace.add(GateEntry(came=self.desk.day()))
        self._open(entry.id)
        self.panel.what.take_cursor()

    def _open_index(self, index: QModelIndex) -> None:
        entry = self._rows.row_at(index)
        if entry is not None:
            self._open(entry.id)

    def _open(self, entry_id: str) -> None:
        self.panel.show()
        self.panel.show_entry(entry_id)
        self._arrange()
        self._mark_open()

    def _mark_open(self) -> None:
        place = self._rows.place_of(lambda e: e.id == self.panel.entry_id) if not self.panel.isHidden() else -1
        if place >= 0:
            self.table.selectRow(place)
        else:
            self.table.clearSelection()

    def _close(self) -> None:
        self.panel.commit()
        self.panel.hide()
        self._arrange()
        self.table.setFocus()

    def _close_when_narrow(self) -> None:
        if self.scroller.isHidden():
            self._close()

    def _arrange(self) -> None:
        narrow = self.width() < self.desk.theme.px(_SIDE_BY_SIDE)
        open_now = not self.panel.isHidden()
        self.scroller.setHidden(narrow and open_now)
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(self.desk.theme.px(400))
        for section in (1, 2):
            self.table.setColumnHidden(section, narrow or open_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and panel side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()
