"""The parts about hours: time slots, what is stopped, effort against gain, and agreements."""

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.display.rows.semester_balances import SEMESTER_BALANCES, semester_balances
from fosdesk.display.shapes import Figure
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Balance, ExistingGroup, StopItem, TimeSlot
from fosdesk.domain.records.protected_time import WHO_OPTIONS
from fosdesk.domain.rules.time_use import (
    GroupTime,
    groups_that_free_time,
    minutes_asked,
    time_by_group,
    time_for_nobody_named,
)
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import RecordPanel
from fosdesk.ui.lists.fixed_list import FixedList
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.words import Words
from fosdesk.workspace import new_id

_LOW = 900  # px at 100 %; in a lower window, picture and list take turns


class SlotsPart(NounPart):
    """The figure of minutes asked for and freed, above the slots of each semester."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TimeSlot)
        self.nouns = (*self.nouns, StopItem, ExistingGroup)  # type: ignore[misc]  # of this one part
        self._times: dict[str, GroupTime] = {}
        self._unsaid: Sequence[TimeSlot | StopItem] = ()
        self.pictures: dict[str, FittedFigure] = {}
        self._holders: dict[str, QWidget] = {}
        self.figures = SideBySide(desk.theme.px(900), gap=24)
        for option in WHO_OPTIONS:
            holder = QWidget()
            inside = column(holder, gap=4)
            inside.addWidget(text(who_words(self.words, TimeSlot, option.key), "strong"))
            picture = FittedFigure(desk.theme, partial(self._draw, option.key), least=280, most=1040)
            inside.addWidget(picture)
            self._holders[option.key], self.pictures[option.key] = holder, picture
            self.figures.add(holder)
        self.unsaid = text("", "note")
        self.ask, self.groups, self.copy = (button("", "text") for _ in range(3))
        self.ask.setText(self.words("For whom?"))
        self.ask.clicked.connect(self._ask_whose)
        self.groups.clicked.connect(lambda: desk.go("work_group", groups_that_free_time(desk.school)[0].id))
        self.copy.clicked.connect(self.copy_on)
        self._unnamed, beside, acts = QWidget(), row(gap=8), FlowBox(gap=8)
        self._unnamed.setLayout(beside)
        beside.addWidget(self.unsaid, 1)
        beside.addWidget(self.ask)
        for above in (acts, self._unnamed):
            self.add_above(above)
        for one in (self.add_picture(self.figures, _LOW), self.groups, self.copy):
            acts.add(one)
        self.list.listing.sums = lambda slots: _sums(self.words, slots)

    def refresh(self) -> None:
        """Refresh everything, as all of it depends on each other."""
        super().refresh()
        school, words = self.desk.school, self.words
        self._times = {group.who: group for group in time_by_group(school, self.desk.day())}
        for who, picture in self.pictures.items():
            self._holders[who].setVisible(who in self._times)
            picture.redraw()
        self.show_picture(shown=bool(self._times))
        self._unsaid = time_for_nobody_named(school)
        said = words.plural(
            "{n} thing is in no figure, as it is not said for whom it is.",
            "{n} things are in no figure, as it is not said for whom they are.",
            len(self._unsaid),
        )
        self.unsaid.setText(said)
        self._unnamed.setVisible(bool(self._unsaid))
        freeing = len(groups_that_free_time(school))
        self.groups.setVisible(bool(freeing))
        self.groups.setText(
            words.plural(
                "{n} group that you have changed frees time. See it",
                "{n} groups that you have changed free time. See them",
                freeing,
            )
        )
        target = self._target()
        self.copy.setVisible(target is not None and not self.desk.read_only)
        if target is not None:
            source, following = (words.semester(one).lower() for one in (target.plus(-1), target))
            self.copy.setText(words("Copy {semester} to {next}", semester=source, next=following))

    def _ask_whose(self) -> None:
        self.desk.go_to_field(self._unsaid[0].id, "who")

    def _draw(self, who: str, width: float) -> Figure:
        times = self._times[who].semesters if who in self._times else ()
        return time_use_figure(times, who_words(self.words, TimeSlot, who), self.words, width)

    def _target(self) -> Semester | None:
        """The semester after the last one with slots, to which those can be copied."""
        stored = (Semester.known(slot.semester) for slot in self.desk.school.of(TimeSlot))
        last = max((one for one in stored if one is not None), default=None)
        return Semester.known(str(last.next())) if last is not None else None

    def copy_on(self) -> None:
        """Copy the slots of the last semester to the next, as one undo step."""
        target = self._target()
        if target is None or not self.desk.release(self):
            return
        source, slots = str(target.plus(-1)), self.desk.school.of(TimeSlot)
        copied = [one for one in slots if one.semester == source]
        pairs = [(None, msgspec.structs.replace(one, id=new_id(), semester=str(target))) for one in copied]
        act = "protected time copied to the next semester"
        if self.desk.attempt(lambda: self.desk.workspace.commit_all(pairs, act)):
            semester = self.words.semester(target).lower()
            self.desk.show_message(self.words("Copied to {semester}. Change what is different.", semester=semester))


class BalancePart(NounPart):
    """Effort against gain, weighed anew in each semester."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Balance)
        self.begins = None
        about = self.words(
            "Is what you put in reasonable beside what you get back? A few words each semester are enough."
        )
        self.add_above(text(about, "quiet"))

    @property
    def act(self) -> str:
        """None: each semester has its row."""
        return ""

    def make_list(self) -> NounList:
        """A row for each semester, the latest first."""
        desk = self.desk
        return BalanceList(desk, SEMESTER_BALANCES, self.noun, lambda: semester_balances(desk.school, desk.day()))


class BalanceList(FixedList):
    """All fields of the semester that is open."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> RecordPanel:
        """The standard form."""
        return RecordForm(self.desk, Balance, record_id, acts=acts)

    def heading_of(self, record_id: str) -> str:
        """Which semester it is."""
        return self.words.semester(record_id.partition(":")[2])


def _sums(words: Words, records: Sequence[Record]) -> Iterator[str]:
    """The minutes of each group that the slots are for; what is not said for whom is not added up."""
    minutes: dict[str, int] = {}
    for one in records:
        if isinstance(one, TimeSlot):
            minutes[one.who] = minutes.get(one.who, 0) + minutes_asked(one)
    for option in WHO_OPTIONS:
        if whole := minutes.get(option.key, 0):
            whose = who_words(words, TimeSlot, option.key)
            yield words("{whose}: {time}", whose=whose, time=words.minutes(whole))
