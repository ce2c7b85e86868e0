"""The part Choices: what phases 1 and 2 ask to consider, each with answer, reason and date, and the decisions."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import noun_many, noun_one, seat_label
from fosdesk.display.phase_names import numbered_phase
from fosdesk.display.record_words import record_words, short, value_words
from fosdesk.domain.fields import Record, fields_of, noun_of
from fosdesk.domain.records import Decision, Seat
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.review.choices import PHASES, Choice, choices
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, held_column, row, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.advice_line import days_changed
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record, go_to_tool
from fosdesk.ui.frame.tabbed_page import Part

T = TypeVar("T")
_WIDEST = 900  # px at 100 %
_LONGEST = 300  # characters of a reason that are shown
_MOST, _MOST_CHOICES = 12, 40  # decisions and choices at first
_DATE = 120  # px at 100 %, of the column with the day
_ONE_OF_ITS_KIND = (PROFILE_ID, WORK_GROUP_ID)


class ChoicesPart(Part):
    """Read here, written where each choice is kept; a no stands like a yes."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        inside = QWidget()
        self._body = held_column(inside, desk.theme.px(_WIDEST), gap=4)
        column(self, gap=0).addWidget(inside)
        self._shown: object = None
        self.waiting: Disclosure | None = None

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words("What you considered in phases 1 and 2. A yes and a no are both complete answers.")

    def refresh(self) -> None:
        """Show the choices of now."""
        school = self.desk.school
        found = choices(self.desk.framework, school)
        decisions = sorted(school.of(Decision), key=lambda one: one.day, reverse=True)
        shown = ([(one, school.find(one.record)) for one in found], decisions)
        if shown != self._shown:
            self._shown = shown
            self._lay(found, decisions)

    def open_record(self, record_id: str) -> None:
        """Open a record where it is kept."""
        go_to_record(self.desk, record_id)

    def _lay(self, found: Sequence[Choice], decisions: Sequence[Decision]) -> None:
        words, desk = self.words, self.desk
        clear(self._body)
        self.waiting = None
        for phase in PHASES:
            answered = [one for one in found if one.is_answered and one.item.startswith(phase)]
            self._section(numbered_phase(desk.framework, desk.school, phase), answered, self._line, _MOST_CHOICES)
        self._section(noun_many(words, noun_of(Decision)), decisions, self._decision, _MOST)
        foot = row(gap=4, margins=(0, 8, 0, 0))
        to_all = button(words("To the list of decisions"), "text")
        to_all.clicked.connect(lambda: go_to_tool(desk, noun_of(Decision)))
        open_ones = [one for one in found if not one.is_answered]
        if open_ones and not desk.read_only:
            fold = self.waiting = Disclosure(desk.theme, words("What may be considered"), lambda: self._open(open_ones))
            fold.unfolded.connect(lambda _: self.laid.emit())
            foot.addWidget(fold)
        foot.addWidget(to_all)
        foot.addStretch(1)
        self._body.addLayout(foot)
        if self.waiting is not None:
            self._body.addLayout(self.waiting.place)
        self.laid.emit()

    def _section(self, title: str, found: Sequence[T], make: Callable[[T], QWidget], most: int) -> None:
        if not found:
            return
        heading = text(title, "heading")
        heading.setContentsMargins(8, 12, 0, 4)
        self._body.addWidget(heading)
        several = ShowMoreList(found, make, self.words, most=most)
        several.laid.connect(self.laid)
        self._body.addWidget(several)

    def _open(self, open_ones: Sequence[Choice]) -> QWidget:
        several = ShowMoreList(open_ones, self._line, self.words, most=_MOST_CHOICES)
        several.laid.connect(self.laid)
        return several

    def _line(self, choice: Choice) -> LineButton:
        title, below, day = self._words_of(choice)
        made = LineButton(self.desk.theme, most_lines=3)
        made.set_words(title, below=below, most_below=4, notes=((day, _DATE),))
        made.clicked.connect(lambda: self._follow(choice))
        return made

    def _decision(self, decision: Decision) -> LineButton:
        made = LineButton(self.desk.theme, most_lines=3)
        below = " · ".join(filter(None, (short(decision.why, _LONGEST), decision.groups)))
        day = self.words.date(decision.day) if known_day(decision.day) else ""
        title = record_words(self.words, self.desk.framework, self.desk.school, decision.id)
        made.set_words(title, below=below, most_below=4, notes=((day, _DATE),))
        made.clicked.connect(lambda: go_to_record(self.desk, decision.id))
        return made

    def _follow(self, choice: Choice) -> None:
        if choice.is_item or choice.kind is Seat:
            go_to_record(self.desk, choice.record)
        else:
            self.desk.go_to_field(choice.record, choice.answer or choice.reason)

    # -- words

    def _words_of(self, choice: Choice) -> tuple[str, str, str]:
        """What is to be considered; where that was done, the answer with its reason, and the day."""
        if not choice.is_answered:
            return self._title(choice), "", ""
        record = self.desk.school.get(choice.kind, choice.record)
        answer, reason = (self._value(record, name) for name in (choice.answer, choice.reason))
        below = " · ".join(filter(None, (answer, short(reason, _LONGEST))))
        return self._title(choice), below, self._day(choice, record)

    def _title(self, choice: Choice) -> str:
        words, desk = self.words, self.desk
        if choice.kind is Seat:
            return words("{question}: {what}", question=words("Seat"), what=seat_label(words, choice.record[5:]))
        if choice.record in _ONE_OF_ITS_KIND or choice.record.startswith("phase_frame:"):
            item = desk.framework.item(choice.item)
            return item.topic if item is not None else choice.item
        title = record_words(words, desk.framework, desk.school, choice.record)
        if choice.is_item:
            return title
        return words("{question}: {what}", question=noun_one(words, noun_of(choice.kind)), what=title)

    def _value(self, record: Record, name: str) -> str:
        if not name:
            return ""
        desk = self.desk
        field = fields_of(type(record))[name]
        return value_words(self.words, desk.framework, desk.school, field, getattr(record, name)) or ""

    def _day(self, choice: Choice, record: Record) -> str:
        """The day that was given, else that of the last change."""
        day = str(getattr(record, choice.day)) if choice.day else ""
        if not known_day(day):
            changed = days_changed(self.desk)
            day = max(changed(choice.record, choice.reason) or changed(choice.record, ""), default="")
        return self.words.date(day) if known_day(day) else ""
