"""The year wheel with what is opened beside it, and the same month by month as a table."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from fosdesk.display.time_words import school_year_words
from fosdesk.display.wheel_words import WheelWords, ring_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Adjustment, Evaluation, Meeting, Milestone, Routine, SchoolCalendar
from fosdesk.domain.rules.month import moved_by_months
from fosdesk.domain.rules.plan.year_wheel import RINGS, Ring, WheelItem, wheel_items
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.values.dates import plus_days
from fosdesk.domain.values.months import SCHOOL_YEAR, in_runs, known_months, stored_months
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, row, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view
from fosdesk.ui.plan.figure_with_form import FigureWithForm
from fosdesk.ui.plan.roll_over_dialog import RollOverDialog
from fosdesk.ui.plan.wheel_view import WheelView

_SHOWN: tuple[type[Record], ...] = (Routine, Milestone, Meeting, Evaluation, Adjustment, SchoolCalendar)
_WEEK = 7
_ROW, _MONTH, _RING, _WHEN = 34, 120, 170, 240


class WheelWithForm(FigureWithForm[WheelItem]):
    """Routines, and evaluations that are ahead, are moved along the wheel."""

    beside = (Routine, Evaluation, Milestone)

    def __init__(self, desk: Desk) -> None:
        self.view = WheelView(desk.theme, desk.words, lambda one: self.said.told(one))
        super().__init__(desk, noun_of(Routine), self.view)
        self.said = WheelWords(desk.words, desk.framework, desk.school)
        self.year = school_year(desk.day())
        self.rings: set[Ring] = {*RINGS}
        self.view.moved.connect(self._move)

    def refresh(self) -> None:
        """Show the current school."""
        desk = self.desk
        self.said = WheelWords(desk.words, desk.framework, desk.school)
        self.items = wheel_items(desk.school, self.year)
        self.view.show_items(self.items, self.said.title, self.year, desk.day(), self.rings, self._is_movable)
        self.view.setAccessibleName(self.said.about_wheel(self.items, self.year))
        self.follow()

    def _is_movable(self, one: WheelItem) -> bool:
        if self.desk.read_only:
            return False
        record = self.desk.school.find(one.record)
        return isinstance(record, Routine) or (isinstance(record, Evaluation) and one.day > self.desk.day())

    def _move(self, number: int, taken: int, let_go: int) -> None:
        """Move the months that go with the one that was taken hold of; what has a day moves by as many months."""
        steps = SCHOOL_YEAR.index(let_go) - SCHOOL_YEAR.index(taken)
        record = self.desk.school.find(self.items[number].record)
        if isinstance(record, Routine):
            run = next((run for run in in_runs(self.items[number].months) if taken in run), (taken,))
            self._shift(record, run, steps)
        elif isinstance(record, Evaluation):
            self.store(record, msgspec.structs.replace(record, day=moved_by_months(record.day, steps)))

    def nudge(self, number: int, step: int) -> None:
        """By a month, or by a week what has a day."""
        record = self.desk.school.find(self.items[number].record)
        if isinstance(record, Routine):
            self._shift(record, known_months(record.months), step)
        elif isinstance(record, Evaluation):
            self.store(record, msgspec.structs.replace(record, day=plus_days(record.day, step * _WEEK)))

    def _shift(self, record: Routine, run: Sequence[int], steps: int) -> None:
        moved = {SCHOOL_YEAR[(SCHOOL_YEAR.index(month) + steps) % len(SCHOOL_YEAR)] for month in run}
        others = {*known_months(record.months)} - {*run}
        self.store(record, msgspec.structs.replace(record, months=stored_months(moved | others)))

    def told(self, item: WheelItem) -> str:
        """Its title, and where in the year it is."""
        return f"{self.said.title(item.record)}: {self.said.at(item)}"


class YearLine(QWidget):
    """The school year that is shown, and the years beside it."""

    turned = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        line = row(self, gap=4)
        self.year = school_year(desk.day())
        self.before = button("", "text", name=words("The school year before"), tip=words("The school year before"))
        self.after = button("", "text", name=words("The school year after"), tip=words("The school year after"))
        desk.theme.mark(self.before, "chevron-left")
        desk.theme.mark(self.after, "chevron-right")
        self.name = text(school_year_words(self.year), "strong", wrap=False)
        self.before.clicked.connect(lambda: self.show_year(self.year - 1))
        self.after.clicked.connect(lambda: self.show_year(self.year + 1))
        for one in (self.before, self.name, self.after):
            line.addWidget(one)

    def show_year(self, year: int) -> None:
        """Show another school year."""
        self.year = year
        self.name.setText(school_year_words(year))
        self.turned.emit(year)


class WheelPart(Part):
    """Above the wheel: the year, its rings, and the way to the next year."""

    nouns: ClassVar[tuple[type[Record], ...]] = _SHOWN
    fills: ClassVar[bool] = True
    begins = Routine

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        body = column(self, gap=4)
        above = FlowBox(gap=6)
        self.wheel = WheelWithForm(desk)
        self.years = YearLine(desk)
        self.years.turned.connect(self._turn)
        above.add(self.years)
        self.rings: dict[Ring, QPushButton] = {}
        for ring in RINGS:
            chip = self.rings[ring] = button(ring_words(words, ring), "chip")
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.toggled.connect(self._choose)
            above.add(chip)
        self.roll = button(words("Over to the next school year …"), "text")
        self.roll.clicked.connect(self.open_roll_over)
        set_shown(self.roll, not desk.read_only)
        above.add(self.roll)
        body.addWidget(above)
        self.wheel.laid.connect(self.laid)
        body.addWidget(self.wheel, 1)

    @property
    def act(self) -> str:
        """A new routine."""
        return self.words(noun_of(Routine).use.new)

    def begin(self) -> None:
        """Begin a routine beside the wheel."""
        self.wheel.begin_new(Routine())

    def open_roll_over(self) -> None:
        """Open the look at what the next year takes over."""
        if self.desk.release(self):
            dialog = RollOverDialog(self.desk, self.wheel.year, self.window())
            dialog.rolled.connect(lambda: self.years.show_year(self.wheel.year + 1))
            dialog.open()

    def _turn(self, year: int) -> None:
        self.wheel.year = year
        self.wheel.refresh()

    def _choose(self) -> None:
        self.wheel.rings = {ring for ring, chip in self.rings.items() if chip.isChecked()}
        self.wheel.refresh()

    def refresh(self) -> None:
        """Show the current school."""
        self.wheel.refresh()

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self.wheel.open_item(record_id)


class _Row(NamedTuple):
    month: int
    item: WheelItem


class WheelTablePart(Part):
    """Each row is a thing in one of its months, from August on."""

    nouns: ClassVar[tuple[type[Record], ...]] = _SHOWN
    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words, theme = self.words, desk.theme
        self._said = WheelWords(words, desk.framework, desk.school)
        body = column(self, gap=8)
        self.years = YearLine(desk)
        self.years.turned.connect(lambda _: self.refresh())
        body.addWidget(self.years, 0, Qt.AlignmentFlag.AlignLeft)
        self.table = table_view(words("Year wheel month by month"), row_height=theme.px(_ROW))
        self.rows: RowsTable[_Row] = RowsTable(
            [
                Column(words("Month"), lambda one: words.month(one.month).capitalize()),
                Column(words("What"), lambda one: self._said.title(one.item.record)),
                Column(words("Kind"), lambda one: ring_words(words, one.item.ring)),
                Column(words("When"), lambda one: self._said.at(one.item)),
            ]
        )
        self.rows.setParent(self.table)
        self.table.setModel(self.rows)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, wide in ((0, _MONTH), (2, _RING), (3, _WHEN)):
            self.table.setColumnWidth(section, theme.px(wide))
        self.table.activated.connect(self._open)
        body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show the current school."""
        desk = self.desk
        self._said = WheelWords(self.words, desk.framework, desk.school)
        items = wheel_items(desk.school, self.years.year)
        rows = [_Row(month, one) for one in items for month in (one.months or (one.first_month,))]
        self.rows.set_rows(sorted(rows, key=lambda one: (SCHOOL_YEAR.index(one.month), one.item.day, one.item.record)))

    def _open(self, index: QModelIndex) -> None:
        found = self.rows.row_at(index)
        if found is not None:
            go_to_record(self.desk, found.item.record)
