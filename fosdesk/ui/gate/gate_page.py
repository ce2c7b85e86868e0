"""The page Gatekeeping: the log of entries, their decisions and reasons."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import QHeaderView

from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.display.noun_words import choice_of, label_words, option_words, options_words
from fosdesk.domain.fields import Choice, Noun, fields_of
from fosdesk.domain.records import GateEntry, GateReason
from fosdesk.domain.rules.gate_rules import GateIndex, decision_of
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.color_dots import dot, words_width
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.plain_widgets import button, row
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.focus.announcing import LiveLabel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.list_page import ListPage
from fosdesk.ui.gate.entry_panel import EntryPanel
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view

_FLOW_HEIGHT = 126
_LOW = 440  # in a lower window, the picture and the list take turns
_NEWEST_FIRST = (4, Qt.SortOrder.DescendingOrder)
_DOTS = {"admitted": "accent", "adapted": "accent_soft", "parked": "ochre", "kept_out": "plum"}


class GatekeepingPage(ListPage):
    """The flow figure above a table, with the open entry beside it."""

    key: ClassVar[str] = "gatekeeping"
    hidden_when_narrow: ClassVar[tuple[int, ...]] = (1, 2)

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        self._index: GateIndex | None = None
        self._sorted = _NEWEST_FIRST
        self._ranks: dict[str, int] = {}
        lead = words("What we let in, what we keep out, and why.")
        super().__init__(desk, words("Gatekeeping"), lead)

    def build(self) -> None:
        """Create flow, search, filters, table and panel."""
        words, desk = self.words, self.desk
        self.picture = button(words("Show the picture"), "text")
        self.picture.setCheckable(True)
        self.picture.toggled.connect(lambda _: self._share_height())
        self.main_act(self.picture)
        self.new = button(words("New entry"), "main")
        self.desk.theme.mark(self.new, "plus")
        self.new.clicked.connect(self._make)
        if desk.read_only:
            self.new.hide()
        self.main_act(self.new)
        self.flow = FigureView(desk.theme)
        self.flow.picked.connect(self._filter_by)
        self.flow.setFixedHeight(desk.theme.px(_FLOW_HEIGHT))
        self.body.addWidget(self.flow)
        self._redraw = QTimer(self, singleShot=True, interval=60)
        self._redraw.timeout.connect(self._draw)
        self._lay_filters()
        self._lay_table()
        self._nothing = row(gap=12)
        self._empty = WrappingLabel("", "quiet")
        self.show_all = button(words("Show all"), "text")
        self.show_all.clicked.connect(self._clear_filters)
        self._nothing.addWidget(self._empty)
        self._nothing.addWidget(self.show_all)
        self._nothing.addStretch(1)
        self.body.addLayout(self._nothing)
        follow_layout(self)

    def _lay_filters(self) -> None:
        words = self.words
        decision, kind, points = (choice_of(GateEntry, name) for name in ("decision", "kind", "points_to"))
        self._decision_field, self._kind_field = decision, kind
        finding = row(gap=12)
        self.wanted = SearchLine(words("Search in the log"))
        self.wanted.textChanged.connect(lambda _: self._find())
        self.wanted.down_pressed.connect(lambda: self.table.setFocus())
        finding.addWidget(self.wanted, 1)
        self._count = LiveLabel("", "quiet")
        # Of a fixed size, so that a new number does not lay out the whole page anew at every letter.
        theme = self.desk.theme
        self._count.setFixedSize(words_width(theme, words("{n} of {all}", n="10 000", all="10 000")), theme.px(30))
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        finding.addWidget(self._count)
        self.body.addLayout(finding)
        self.kinds = self._filter(kind, words("All kinds"))
        self.points = self._filter(points, words("Points anywhere"))
        self.decisions = ChipChoice(options_words(words, decision), name=words("Show only"))
        self.decisions.chosen.connect(lambda _: self._find())
        for box in (self.kinds, self.points):
            longest = max(words_width(self.desk.theme, box.itemText(place)) for place in range(box.count()))
            self.decisions.add(box, longest + self.desk.theme.px(46))
        self.body.addWidget(self.decisions)

    def _filter(self, field: Choice, all_of_them: str) -> DropDown:
        box = DropDown()
        box.setAccessibleName(label_words(self.words, field))
        box.addItem(all_of_them, "")
        for key, said in options_words(self.words, field):
            box.addItem(said, key)
        box.currentIndexChanged.connect(lambda _: self._find())
        return box

    def _lay_table(self) -> None:
        words, theme, kind, decision = self.words, self.desk.theme, self._kind_field, self._decision_field
        dots = {key: dot(theme, colour) for key, colour in _DOTS.items()}
        open_dot = dot(theme, "quiet", filled=False)

        def label(name: str) -> str:
            return label_words(words, fields_of(GateEntry)[name])

        self._columns: list[Column[GateEntry]] = [
            Column(label("what"), lambda e: e.what or words("(no title yet)")),
            Column(label("kind"), lambda e: option_words(words, kind, e.kind)),
            Column(label("brought_by"), lambda e: e.brought_by),
            Column(
                label("decision"),
                lambda e: option_words(words, decision, decision_of(e)),
                mark=lambda e: dots.get(e.decision, open_dot),
            ),
            Column(label("came"), lambda e: words.short_date(e.came) if e.came else "", lambda e: e.came or "9999"),
        ]
        self._rows: RowsTable[GateEntry] = RowsTable(self._columns)
        self.table = table_view(words("Gatekeeping log"), row_height=theme.px(38))
        self.table.setModel(self._rows)
        self.table.setIconSize(QSize(theme.px(14), theme.px(14)))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        longest = max(words_width(theme, said) for _, said in options_words(words, decision))
        for section, width in ((1, theme.px(110)), (2, theme.px(160)), (3, longest + theme.px(46)), (4, theme.px(118))):
            self.table.setColumnWidth(section, width)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(*_NEWEST_FIRST)
        header.sectionClicked.connect(self._sort)
        self.lay_table(self.table)
        self.body.addWidget(self.table, 100)

    # -- showing

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the current log."""
        school = self.desk.school
        touched = changed is None or any(isinstance(school.find(i), GateEntry | GateReason | None) for i in changed)
        if self._index is None:
            self._index = GateIndex(school)
        elif touched:
            self._index.update(school)
        if touched:
            self._ranks.clear()
            self._draw()
            self._find()
        self.follow()

    def show_record(self, record_id: str) -> None:
        """Open one entry."""
        if isinstance(self.desk.school.find(record_id), GateEntry):
            self.open_record(record_id)

    def begin_record(self, noun: Noun) -> bool:
        """Begin an entry."""
        if noun.record is not GateEntry:
            return False
        self._make()
        return True

    def search(self) -> bool:
        """Set the focus to the search field."""
        if self.scroller.isHidden():
            self.close_panel()
        if self.scroller.isHidden() or not self.desk.school.of(GateEntry):
            return False
        self.wanted.setFocus()
        self.wanted.selectAll()
        return True

    def _draw(self) -> None:
        """The flow figure for the available width, at the usual text size."""
        width = max(self.scroller.width() - 2 * 32, 320) * 100 / self.desk.theme.text_size
        self.flow.show_figure(gate_flow_figure(self.desk.school, self.words, width, _FLOW_HEIGHT))
        self._share_height()

    def _share_height(self) -> None:
        """In a low window show either figure or table, so that there are no nested scroll areas."""
        entries = bool(self.desk.school.of(GateEntry))
        low = self.height() < self.desk.theme.px(_LOW)
        self.picture.setVisible(low and entries)
        self.picture.setText(
            self.words("Show the list") if self.picture.isChecked() else self.words("Show the picture")
        )
        picture = entries and (not low or self.picture.isChecked())
        self.flow.setVisible(picture)
        found = bool(self._rows.rows)
        self.table.setVisible(found and not (low and self.picture.isChecked()))
        for widget in (self.wanted, self.decisions, self._count):
            widget.setVisible(entries)
        self._empty.setVisible(not found)
        self.show_all.setVisible(not found and entries)
        if not entries:
            mine = self.words("Nothing has come in yet. Write down the next idea that somebody brings you.")
            self._empty.setText(self.words("Nothing has come in yet.") if self.desk.read_only else mine)
        elif not found:
            self._empty.setText(self.words("Nothing in the log fits."))

    def _find(self) -> None:
        if self._index is None:
            return
        found = self._index.find(
            self.wanted.text(),
            decision=self.decisions.value,
            kind=str(self.kinds.currentData()),
            points_to=str(self.points.currentData()),
        )
        had, place = bool(self._rows.rows), self.table.verticalScrollBar().value()
        self._rows.set_rows(self._in_order(found))
        whole = len(self.desk.school.of(GateEntry))
        shown = self.words("{n} of {all}", n=self.words.number(len(found)), all=self.words.number(whole))
        self._count.setText(shown if len(found) != whole else self.words.plural("{n} entry", "{n} entries", whole))
        if had != bool(found) or not whole:
            self._share_height()
        self.table.verticalScrollBar().setValue(place)
        self.mark_open()

    def _in_order(self, found: tuple[GateEntry, ...]) -> "list[GateEntry] | tuple[GateEntry, ...]":
        """The entries found, sorted; the order of the whole log is computed once for each change."""
        if self._sorted == _NEWEST_FIRST:
            return found  # as the index has it
        if not self._ranks:
            column, order = self._columns[self._sorted[0]], self._sorted[1]
            everything = sorted(self.desk.school.of(GateEntry), key=column.place)
            if order == Qt.SortOrder.DescendingOrder:
                everything.reverse()
            self._ranks = {entry.id: place for place, entry in enumerate(everything)}
        return sorted(found, key=lambda entry: self._ranks[entry.id])

    def _sort(self, column: int) -> None:
        same, order = self._sorted[0] == column, self._sorted[1]
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        self._sorted = (column, (ascending if order == descending else descending) if same else ascending)
        self.table.horizontalHeader().setSortIndicator(*self._sorted)
        self._ranks.clear()
        self._find()

    def _filter_by(self, key: str) -> None:
        self.picture.setChecked(False)
        self.decisions.set_value("" if self.decisions.value == key else key)
        self._find()

    def _clear_filters(self) -> None:
        self.decisions.set_value("")
        for box in (self.kinds, self.points):
            box.setCurrentIndex(0)
        self.wanted.clear()
        self._find()
        self.wanted.setFocus()

    # -- the open entry

    @property
    def panel(self) -> EntryPanel:
        """The panel of the open entry."""
        panel = super().panel
        assert isinstance(panel, EntryPanel)
        return panel

    def make_panel(self) -> EntryPanel:
        """The entry panel."""
        return EntryPanel(self.desk)

    def _make(self) -> None:
        if self.opened.close():
            self.open_new(GateEntry(came=self.desk.day()))

    def open_row(self, index: QModelIndex) -> None:
        """Show the entry of a row."""
        entry = self._rows.row_at(index)
        if entry is not None and entry.id != self.opened.record_id:
            self.open_record(entry.id)

    def enter_panel(self) -> None:
        """Set the focus to the first field."""
        self.panel.what.take_cursor()

    def fill_panel(self, record_id: str) -> EntryPanel:
        """The same panel for every entry."""
        self.panel.show_entry(record_id)
        return self.panel

    def mark_open(self) -> None:
        """Select the row of the open entry."""
        place = self._rows.row_number(lambda e: e.id == self.opened.record_id) if self.panel_open else -1
        if place < 0:
            self.table.clearSelection()
        elif place != self.table.currentIndex().row() or not self.table.selectionModel().hasSelection():
            self.table.selectRow(place)

    def room_changed(self) -> None:
        """Redraw the flow once the width has settled."""
        self._redraw.start()
