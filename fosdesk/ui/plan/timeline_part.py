"""The time line of years, and the same as a table; what is opened stands beside it."""

from typing import ClassVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView

from fosdesk.display.timeline_words import TimelineWords, lane_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import (
    Evaluation,
    Initiative,
    Meeting,
    Milestone,
    PhaseState,
    SchoolProfile,
    TransitionNote,
)
from fosdesk.domain.rules.plan.timeline import TimelineItem, timeline_items, years_shown
from fosdesk.domain.values.dates import plus_days
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view
from fosdesk.ui.plan.figure_with_form import FigureWithForm
from fosdesk.ui.plan.timeline_view import TimelineView

_SHOWN: tuple[type[Record], ...] = (
    Milestone,
    Meeting,
    Initiative,
    Evaluation,
    PhaseState,
    TransitionNote,
    SchoolProfile,
)
_WEEK = 7
_ROW, _WHEN, _LANE, _STATE = 34, 250, 130, 120


class TimelineWithForm(FigureWithForm[TimelineItem]):
    """Milestones and evaluations that are ahead are moved along the line."""

    beside = (Milestone, Initiative, Evaluation)

    def __init__(self, desk: Desk) -> None:
        self.view = TimelineView(desk.theme, desk.words, lambda one: self.said.line(one))
        super().__init__(desk, noun_of(Milestone), self.view)
        self.said = TimelineWords(desk.words, desk.framework, desk.school)
        self.view.moved.connect(self._move)

    def refresh(self) -> None:
        """Show the current school."""
        desk, today = self.desk, self.desk.day()
        self.said = TimelineWords(desk.words, desk.framework, desk.school)
        self.items = timeline_items(desk.framework, desk.school, today)
        span = years_shown(self.items, today)
        self.view.show_items(self.items, self.said.title, span, today, self._is_movable)
        first, last = (desk.words.semester(one) for one in span)
        self.view.setAccessibleName(self.said.summary(self.items, first, last))
        self.follow()

    def _is_movable(self, one: TimelineItem) -> bool:
        return one.lane in ("milestones", "evaluations") and not one.happened and not self.desk.read_only

    def _move(self, number: int, day: str) -> None:
        one = self.items[number]
        record = self.desk.school.find(one.record)
        if isinstance(record, Milestone) and one.semester:
            self.store(record, msgspec.structs.replace(record, semester=str(Semester.of_date(day))))
        elif isinstance(record, Milestone | Evaluation):
            self.store(record, msgspec.structs.replace(record, day=day))

    def nudge(self, number: int, step: int) -> None:
        """By a week, or by a semester where it only has that."""
        one = self.items[number]
        if one.semester:
            semester = Semester.known(one.semester)
            assert semester is not None  # else the item would have no place
            day = semester.plus(step).first_day
        else:
            day = plus_days(one.first, step * _WEEK)
        self._move(number, day)

    def told(self, item: TimelineItem) -> str:
        """Its title, and when it is."""
        return f"{self.said.title(item.record)}: {self.said.when(item)}"


class TimelinePart(Part):
    """Zoom and legend above the line."""

    nouns: ClassVar[tuple[type[Record], ...]] = _SHOWN
    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        body = column(self, gap=8)
        above = FlowBox(gap=6)
        self.line = TimelineWithForm(desk)
        self.zooms = {0.0: words("All years"), 1.0: words("School year"), 0.5: words("Semester")}
        for years, name in self.zooms.items():
            chip = button(name, "chip", name=words("Show {span}", span=name.lower()))
            chip.clicked.connect(lambda _=False, y=years: self.line.view.show_years(y))
            above.add(chip)
        above.add(
            text(words("Filled: so it was · Open: so you think · + and −: closer and further"), "quiet", wrap=False)
        )
        body.addWidget(above)
        self.line.laid.connect(self.laid)
        body.addWidget(self.line, 1)

    @property
    def act(self) -> str:
        """A new milestone."""
        return self.words(noun_of(Milestone).use.new)

    begins = Milestone

    def begin(self) -> None:
        """Begin a milestone beside the line."""
        self.line.begin_new(Milestone())

    def refresh(self) -> None:
        """Show the current school."""
        self.line.refresh()

    def open_record(self, record_id: str) -> None:
        """Open a record."""
        self.line.open_item(record_id)


class TimelineTablePart(Part):
    """Each row is one thing on the line, in the order of time."""

    nouns: ClassVar[tuple[type[Record], ...]] = _SHOWN
    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words, theme = self.words, desk.theme
        self._said = TimelineWords(words, desk.framework, desk.school)
        body = column(self, gap=8)
        self.table = table_view(words("Time line as a table"), row_height=theme.px(_ROW))
        self.rows: RowsTable[TimelineItem] = RowsTable(
            [
                Column(words("When"), lambda one: self._said.when(one)),
                Column(words("What"), lambda one: self._said.title(one.record)),
                Column(words("Kind"), lambda one: lane_words(words, one.lane)),
                Column(words("State"), lambda one: self._said.state(one)),
            ]
        )
        self.rows.setParent(self.table)
        self.table.setModel(self.rows)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, wide in ((0, _WHEN), (2, _LANE), (3, _STATE)):
            self.table.setColumnWidth(section, theme.px(wide))
        self.table.activated.connect(self._open)
        body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show the current school."""
        desk = self.desk
        self._said = TimelineWords(self.words, desk.framework, desk.school)
        items = timeline_items(desk.framework, desk.school, desk.day())
        self.rows.set_rows(sorted(items, key=lambda one: (one.first, one.lane, one.record)))

    def _open(self, index: QModelIndex) -> None:
        one = self.rows.row_at(index)
        if one is not None:
            go_to_record(self.desk, one.record)

    def open_record(self, record_id: str) -> None:
        """Choose its row."""
        row = self.rows.row_number(lambda one: one.record == record_id)
        if row >= 0:
            self.table.selectRow(row)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
