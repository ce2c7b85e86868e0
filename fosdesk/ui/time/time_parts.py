"""The parts about hours: time slots, what is stopped, effort against gain, and agreements."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QWidget

from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.display.noun_words import label_words
from fosdesk.display.shapes import Figure
from fosdesk.display.time_words import slot_sum, who_words
from fosdesk.domain.fields import Record, fields_of
from fosdesk.domain.records import Balance, ExistingGroup, StopItem, TimePlan, TimeSlot
from fosdesk.domain.records.protected_time import TIME_PLAN_ID, WHO_OPTIONS
from fosdesk.domain.rules.time_use import (
    GroupTime,
    groups_that_free_time,
    minutes_asked,
    time_by_group,
    time_for_nobody_named,
)
from fosdesk.domain.values.collation import SortKey, sort_key
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.row_list import RowList, RowWords, Section
from fosdesk.words import Words
from fosdesk.workspace import new_id

_NEVER = "-"  # the section of what has no semester


class SlotsPart(Part):
    """The figure of minutes asked for and freed, the slots of each semester, and what the school stops."""

    nouns: ClassVar[tuple[type[Record], ...]] = (TimeSlot, StopItem, ExistingGroup)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._times: dict[str, GroupTime] = {}
        words = self.words
        body = column(self, gap=12)
        self.pictures: dict[str, FittedFigure] = {}
        self._holders: dict[str, QWidget] = {}
        figures = SideBySide(desk.theme.px(900), gap=24)
        for option in WHO_OPTIONS:
            holder = QWidget()
            inside = column(holder, gap=4)
            inside.addWidget(text(who_words(words, TimeSlot, option.key), "strong"))
            picture = FittedFigure(desk.theme, partial(self._draw, option.key), least=280, most=1040)
            inside.addWidget(picture)
            self._holders[option.key], self.pictures[option.key] = holder, picture
            figures.add(holder)
        body.addWidget(figures)
        self._unsaid_ids: frozenset[str] = frozenset()
        self.unsaid = text("", "note")
        body.addWidget(self.unsaid)
        hints = {"minutes": words("Such as 90, or 1:30"), "freed": words("Such as 90, or 1:30")}
        slot = (("what", "who"), ("semester", "minutes", "times", "every_weeks"), ("gives_way",))
        self.slots = RowList(desk, self._slot_words, lambda i: FieldsPanel(desk, TimeSlot, i, slot, hints=hints))
        self.slots.section_act_asked.connect(self.copy_on)
        self.slots.laid.connect(self.laid)
        self.slots.rows_asked.connect(self._show_slots)
        self.slots.act_asked.connect(self._ask_whose)
        body.addWidget(self.slots)
        body.addSpacing(8)
        head = row(gap=8)
        head.addWidget(text(words("What we stop doing"), "heading"), 1)
        self.new_stop = button(words("Add something you stop doing"))
        self.new_stop.clicked.connect(self._make_stop)
        if desk.read_only:
            self.new_stop.hide()
        head.addWidget(self.new_stop)
        body.addLayout(head)
        stop = (("what", "who"), ("freed", "semester"), ("reason",))
        self.stops = RowList(desk, self._stop_words, lambda i: FieldsPanel(desk, StopItem, i, stop, hints=hints))
        self.stops.laid.connect(self.laid)
        self.stops.rows_asked.connect(self._show_stops)
        self.stops.act_asked.connect(self._ask_whose)
        body.addWidget(self.stops)
        self.groups = button("", "text")
        self.groups.clicked.connect(lambda: desk.go("work_group", self._first_group()))
        beside = row(gap=0)
        beside.addWidget(self.groups)
        beside.addStretch(1)
        body.addLayout(beside)

    @property
    def act(self) -> str:
        """Time for something."""
        return self.words("Set aside time")

    def begin(self) -> None:
        """Begin a slot in the semester that is being planned."""
        if not self.desk.release(self):
            return
        latest = max((s.semester for s in self.desk.school.of(TimeSlot) if s.semester), default="")
        here = str(Semester.of_date(self.desk.day()))
        self.slots.begin(TimeSlot(semester=max(latest, here)))

    def open_record(self, record_id: str) -> None:
        """Open a slot or a stopped activity."""
        if isinstance(self.desk.school.find(record_id), StopItem):
            self.stops.open_row(record_id)
        else:
            self.slots.open_row(record_id)

    def refresh(self) -> None:
        """Refresh everything, as all of it depends on each other."""
        self._times = {group.who: group for group in time_by_group(self.desk.school, self.desk.day())}
        for who, picture in self.pictures.items():
            self._holders[who].setVisible(who in self._times)
            picture.redraw()
        self._unsaid_ids = frozenset(one.id for one in time_for_nobody_named(self.desk.school))
        unsaid = len(self._unsaid_ids)
        said = self.words.plural(
            "{n} thing below is in no figure, as it is not said for whom it is.",
            "{n} things below are in no figure, as it is not said for whom they are.",
            unsaid,
        )
        self.unsaid.setText(said)
        self.unsaid.setVisible(bool(unsaid))
        self._show_slots()
        self._show_stops()

    def _draw(self, who: str, width: float) -> Figure:
        times = self._times[who].semesters if who in self._times else ()
        return time_use_figure(times, who_words(self.words, TimeSlot, who), self.words, width)

    # -- slots

    def _by_semester(self) -> Mapping[str, Sequence[TimeSlot]]:
        found: dict[str, list[TimeSlot]] = {}
        for slot in self.desk.new_records.school.of(TimeSlot):
            found.setdefault(slot.semester or _NEVER, []).append(slot)
        return dict(sorted(found.items(), key=lambda pair: _order(pair[0]), reverse=True))

    def _show_slots(self) -> None:
        words, here = self.words, Semester.of_date(self.desk.day())
        found = self._by_semester()
        follower = self._follower(found)
        sections = []
        for key, slots in found.items():
            known = Semester.known(key)
            title = words("Without a semester") if key == _NEVER else words.semester(key)
            title = " · ".join((title, *_sums(words, slots)))
            act = ""
            if follower is not None and known is not None and follower == known.next():
                act = words("Copy to {semester}", semester=words.semester(follower).lower())
            ids = [slot.id for slot in sorted(slots, key=_by_who)]
            sections.append(Section(key, title, ids, most=0 if known is not None and known < here else 40, act=act))
        if not sections:
            empty = words("Nothing is set aside yet. When can the work group meet, and when the whole staff?")
            sections = [Section("none", "", (), empty=empty)]
        self.slots.show_sections(sections)

    @staticmethod
    def _follower(found: Mapping[str, Sequence[TimeSlot]]) -> Semester | None:
        """The semester after the last one with slots, to which slots can be copied."""
        known = [semester for key in found if (semester := Semester.known(key)) is not None]
        follower = max(known).next() if known else None
        return follower if Semester.known(str(follower)) else None

    def copy_on(self, key: str) -> None:
        """Copy the slots of one semester to the next, as one undo step."""
        source = Semester.known(key)
        if source is None:
            return
        target = source.next()
        made = [
            msgspec.structs.replace(slot, id=new_id(), semester=str(target))
            for slot in self.desk.school.of(TimeSlot)
            if slot.semester == key
        ]
        pairs, act = [(None, slot) for slot in made], "protected time copied to the next semester"
        if not self.desk.attempt(lambda: self.desk.workspace.commit_all(pairs, act)):
            return
        said = self.words(
            "Copied to {semester}. Change what is different.", semester=self.words.semester(target).lower()
        )
        self.desk.show_message(said)

    def _slot_words(self, slot_id: str) -> RowWords:
        words = self.words
        slot = self.desk.new_records.school.get(TimeSlot, slot_id)
        who, ask = self._whose(slot)
        gives = words("takes the place of: {what}", what=slot.gives_way) if slot.gives_way else ""
        title = slot.what or (who if not ask else "") or words("Protected time")
        notes = [who if slot.what or ask else "", gives]
        return RowWords(title, " · ".join(n for n in notes if n), slot_sum(words, slot), ask)

    def _whose(self, one: TimeSlot | StopItem) -> tuple[str, str]:
        """For whom something is, and a button that leads to that field, for what is in no figure until it is said."""
        if one.id in self._unsaid_ids and not one.who:
            return self.words("Not said for whom"), self.words("For whom?")
        return who_words(self.words, type(one), one.who), ""

    def _ask_whose(self, record_id: str) -> None:
        self.desk.go_to_field(record_id, "who")

    # -- what stops

    def _show_stops(self) -> None:
        words = self.words
        named = sorted(self.desk.new_records.school.of(StopItem), key=lambda s: sort_key(s.what))
        stops = sorted(named, key=lambda s: _order(s.semester or _NEVER), reverse=True)
        empty = words("Nothing yet. What can wait, or stop, so that this does not come on top of everything else?")
        self.stops.show_sections([Section("stops", "", [s.id for s in stops], empty=empty)])
        groups = len(groups_that_free_time(self.desk.school))
        self.groups.setVisible(bool(groups))
        self.groups.setText(
            words.plural(
                "{n} group that you have changed frees time. See it",
                "{n} groups that you have changed free time. See them",
                groups,
            )
        )

    def _stop_words(self, stop_id: str) -> RowWords:
        words = self.words
        stop = self.desk.new_records.school.get(StopItem, stop_id)
        who, ask = self._whose(stop)
        aside = [
            who,
            words.minutes(stop.freed) if stop.freed else "",
            words("from {semester}", semester=words.semester(stop.semester).lower()) if stop.semester else "",
        ]
        return RowWords(stop.what or words("Something that stops"), stop.reason, " · ".join(filter(None, aside)), ask)

    def _make_stop(self) -> None:
        here = Semester.of_date(self.desk.day())
        if self.desk.release(self):
            self.stops.begin(StopItem(semester=str(here)))

    def _first_group(self) -> str:
        return next((g.id for g in groups_that_free_time(self.desk.school)), "")


class BalancePart(Part):
    """Effort against gain, one text for each semester."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Balance,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, gap=12)
        about = self.words(
            "Is what you put in reasonable beside what you get back? A few words each semester are enough."
        )
        body.addWidget(text(about, "quiet"))
        lines = (("effort", "gain"), ("adjust",))
        self.list = RowList(desk, self._row, lambda i: FieldsPanel(desk, Balance, i, lines, tall=3))
        self.list.laid.connect(self.laid)
        body.addWidget(self.list)

    def open_record(self, record_id: str) -> None:
        """Open a semester."""
        self.list.open_row(record_id)

    def refresh(self) -> None:
        """The current semester first, then the earlier ones."""
        here = Semester.of_date(self.desk.day())
        start = Semester.known(self.desk.school.profile.start) or here
        written = [b.id for b in self.desk.school.of(Balance)]
        since = [f"balance:{here.plus(-i)}" for i in range(max(0, min(here.since(start), 40)) + 1)]
        ids = sorted({*since, *written}, key=lambda i: _order(i.partition(":")[2]), reverse=True)
        self.list.show_sections([Section("balances", "", ids)])

    def _row(self, balance_id: str) -> RowWords:
        words = self.words
        balance = self.desk.school.get(Balance, balance_id)
        labels = fields_of(Balance)
        notes = [
            f"{label_words(words, labels[name])}: {value}"
            for name, value in (("effort", balance.effort), ("gain", balance.gain))
            if value
        ]
        return RowWords(words.semester(balance_id.partition(":")[2]), " · ".join(notes) or words("Not written yet"))


class AgreementsPart(Part):
    """Agreements about time: pay, when it was discussed, and when to be reminded."""

    nouns: ClassVar[tuple[type[Record], ...]] = (TimePlan,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        body = column(self, gap=14)
        about = words("Time for the next school year is mostly settled in spring, so talk about it in good time.")
        body.addWidget(text(about, "quiet"))
        hint = words(
            "Their working hours follow other agreements than the teachers', so their time must be found separately."
        )
        self.others = FieldEditor(desk, TimePlan, TIME_PLAN_ID, "others", hint=hint)
        self.discussed = FieldEditor(desk, TimePlan, TIME_PLAN_ID, "discussed")
        self.gap_weeks = FieldEditor(desk, TimePlan, TIME_PLAN_ID, "gap_weeks")
        for editor in (self.others, self.discussed, self.gap_weeks):
            body.addWidget(editor)

    def open_record(self, record_id: str) -> None:
        """Set the focus to the first text."""
        as_widget(self.others.editor).setFocus()

    def refresh(self) -> None:
        """Show the stored texts."""
        for editor in (self.others, self.discussed, self.gap_weeks):
            editor.reload()


def _sums(words: Words, slots: Sequence[TimeSlot]) -> Iterator[str]:
    """The minutes of each group that the slots are for; what is not said for whom is not added up."""
    for option in WHO_OPTIONS:
        whole = sum(minutes_asked(slot) for slot in slots if slot.who == option.key)
        if whole:
            whose = who_words(words, TimeSlot, option.key)
            yield words("{whose}: {time}", whose=whose, time=words.minutes(whole))


def _order(semester: str) -> tuple[int, int]:
    known = Semester.known(semester)
    return (known.year, int(known.autumn)) if known is not None else (0, 0)


def _by_who(slot: TimeSlot) -> tuple[int, SortKey]:
    keys = [option.key for option in WHO_OPTIONS]
    return keys.index(slot.who) if slot.who in keys else len(keys), sort_key(slot.what)
