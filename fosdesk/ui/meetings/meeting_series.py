"""Adds several meetings at once, at a fixed interval between two days, around the school's own calendar."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words, options_words
from fosdesk.domain.fields import Minutes, Number, Privacy, fields_of
from fosdesk.domain.records import Meeting, Partner, SchoolCalendar, TimeSlot
from fosdesk.domain.rules.meeting_days import MOST, ProposedDay, proposed_days, weeks_apart
from fosdesk.domain.rules.school_days import days_off, has_calendar
from fosdesk.domain.values.dates import known_day, plus_days
from fosdesk.domain.values.semester import Semester
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.forms.editors import ChoiceEditor, Editor, InvalidInput, storable_text
from fosdesk.ui.forms.parsing import MOST_CHARACTERS
from fosdesk.ui.forms.special_editors import ClockEditor, DayEditor, NumberEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

_DRAFT, _MORE = "several meetings", "several meetings, when"
_FIRST = ("what", "minutes", "first", "last", "weeks")  # older programs know of these alone


class MeetingSeries(QFrame):
    """Lists the days with ticks; the meetings are added as one undo step.

    What is typed when it closes is kept as a draft.
    """

    done = Signal()

    def __init__(self, desk: Desk, partner: Partner | None = None) -> None:
        """With a `partner`, meetings with externals that are named for it are proposed."""
        super().__init__()
        self.desk, self._partner = desk, partner
        self.setProperty("look", "panel")
        words = desk.words
        body = column(self, gap=12, margins=(20, 16, 20, 16))
        body.addWidget(text(words("Several meetings"), "heading"))
        self.what = LineEdit()
        self.what.setMaxLength(10 * MOST_CHARACTERS)  # what is too long is told, never cut
        self.who = ChoiceEditor(options_words(words, choice_of(Meeting, "who")))
        self.start = ClockEditor(desk)
        self.series = LineEdit()
        self.series.setMaxLength(10 * MOST_CHARACTERS)
        self.minutes = NumberEditor(desk, Minutes("", privacy=Privacy.OPEN))
        self.first, self.last = DayEditor(desk, "ahead"), DayEditor(desk, "ahead")
        self.weeks = NumberEditor(desk, Number("", privacy=Privacy.OPEN))
        fields, meeting = FlowBox(gap=12), fields_of(Meeting)
        for label, widget, width in (
            (label_words(words, meeting["what"]), self.what, 220),
            (label_words(words, meeting["who"]), self.who, 180),
            (label_words(words, meeting["start"]), self.start, 100),
            (label_words(words, meeting["minutes"]), self.minutes, 100),
            (words("From"), self.first, 150),
            (words("To"), self.last, 150),
            (label_words(words, fields_of(TimeSlot)["every_weeks"]), self.weeks, 120),
            (label_words(words, meeting["series"]), self.series, 220),
        ):
            fields.add(self._labelled(label, widget, width))
        body.addWidget(fields)
        self._said = text("", "said")
        body.addWidget(self._said)
        self._about = text("", "note")
        body.addWidget(self._about)
        self._flow = FlowBox()
        body.addWidget(self._flow)
        self.chips: dict[str, QPushButton] = {}
        acts = row(gap=8)
        self.add = button("", "")
        self.add.clicked.connect(self._add)
        acts.addWidget(self.add)
        cancel = button(words("Close"), "text")
        cancel.clicked.connect(self.done)
        acts.addWidget(cancel)
        acts.addStretch(1)
        body.addLayout(acts)
        editors: Sequence[Editor] = (self.first, self.last, self.weeks, self.minutes, self.start, self.who)
        for editor in editors:
            editor.committed.connect(self.show_days)
        self.what.textChanged.connect(lambda typed: self.series.setPlaceholderText(typed.strip()))
        self._lines = {
            "what": self.what,
            "minutes": self.minutes,
            "first": self.first,
            "last": self.last,
            "weeks": self.weeks,
            "start": self.start,
            "series": self.series,
        }
        self._proposed: Mapping[str, str] = {}
        self._propose()
        self._proposed = self._texts()
        for name, typed in {**desk.edits.draft(self._draft(_DRAFT)), **desk.edits.draft(self._draft(_MORE))}.items():
            self._lines[name].setText(typed)
        self.show_days()
        for line in self._lines.values():
            line.textChanged.connect(self._keep)

    def _keep(self) -> None:
        typed = {name: line for name, line in self._texts().items() if line != self._proposed[name]}
        first = {name: line for name, line in typed.items() if name in _FIRST}
        self.desk.edits.keep_draft(self._draft(_DRAFT), first, "meetings")
        more = {name: line for name, line in typed.items() if name not in _FIRST}
        self.desk.edits.keep_draft(self._draft(_MORE), more, "meetings")

    def _draft(self, key: str) -> str:
        return f"{key} {self._partner.id}" if self._partner is not None else key

    def _texts(self) -> Mapping[str, str]:
        return {name: line.text() for name, line in self._lines.items()}

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _labelled(self, label: str, widget: QWidget, width: int) -> QWidget:
        whole = QWidget()
        layout = column(whole, gap=3)
        caption = text(label, "label")
        caption.setBuddy(widget)
        widget.setAccessibleName(label)
        widget.setFixedWidth(self.desk.theme.px(width))
        layout.addWidget(caption)
        layout.addWidget(widget)
        return whole

    def _propose(self) -> None:
        """Propose to begin after the last meeting with the same people, as it was, at the interval of their slots."""
        school, today = self.desk.school, self.desk.today()
        who = "externals" if self._partner is not None else "work_group"
        name = self._partner.name if self._partner is not None else ""
        meetings = [
            one for one in school.of(Meeting) if one.who == who and (not name or name in (one.what, one.series))
        ]
        latest = max((one for one in meetings if known_day(one.day)), key=lambda one: (one.day, one.id), default=None)
        slots = [s for s in school.of(TimeSlot) if s.who == who]
        slot = max(slots, key=lambda s: s.semester, default=None)
        weeks = slot.every_weeks if slot is not None and slot.every_weeks else 2
        if self._partner is not None:
            weeks = weeks_apart(self._partner.touchpoints) or 4
        first = today + timedelta(weeks=1)
        after = known_day(plus_days(latest.day, 7 * weeks)) if latest is not None else None
        if after is not None:
            first = max(first, after)
        self.what.setText(name)
        self.who.show_value(who)
        self.start.show_value(latest.start if latest is not None else "")
        self.series.setText(latest.series if latest is not None else name)
        self.minutes.show_value(slot.minutes if slot is not None else latest.minutes if latest is not None else None)
        self.weeks.show_value(weeks)
        self.first.show_value(first.isoformat())
        self.last.show_value(Semester.of_date(first.isoformat()).last_day)
        self.show_days()

    def show_days(self) -> None:
        """List the days from the fields; those that do not suit are not ticked, and say why."""
        words = self.desk.words
        self._flow.clear()
        self.chips = {}
        sentence = ""
        try:
            first, last = str(self.first.value() or ""), str(self.last.value() or "")
            weeks = self.weeks.value()
            self.minutes.value()
            self.start.value()
        except InvalidInput as why:
            first = last = ""
            weeks, sentence = 1, str(why)
        days = proposed_days(
            self.desk.school, str(self.who.value()), first, last, weeks if isinstance(weeks, int) else 1
        )
        if first and last and last < first:
            sentence = words("The last day comes before the first.")
        elif len(days) == MOST:
            sentence = words("These are the first {n}. Add the rest afterwards.", n=MOST)
        for proposed in days:
            why_not = self._reason(proposed)
            said = [_short_weekday(self.desk, proposed.day), *([why_not] if why_not else [])]
            name = [words.weekday_date(proposed.day), *said[1:]]
            chip = button(" · ".join(said), "chip", name=", ".join(name))
            chip.setCheckable(True)
            chip.setChecked(proposed.suits)
            chip.toggled.connect(self._count)
            self.chips[proposed.day] = chip
            self._flow.add(chip)
        self._show_message(sentence)
        self._about.setText(self._note(first))
        self._about.setVisible(bool(days))
        self._count()

    def _reason(self, proposed: ProposedDay) -> str:
        """Why a day does not suit, or that it is a planning day; empty for an ordinary one."""
        words, off = self.desk.words, proposed.off
        if proposed.reason == "taken":
            return words("there is a meeting already")
        if proposed.reason == "same_week":
            return words("planning day in the same week")
        if off is None:
            return ""
        kind = option_words(words, choice_of(SchoolCalendar, "what"), off.what).lower()
        return off.name or (kind if days_off(self.desk.school).get(proposed.day) else words("school holidays"))

    def _note(self, first: str) -> str:
        words = self.desk.words
        if has_calendar(self.desk.school, first):
            return words("Days off and planning days come from the school's calendar in the settings.")
        return words("Untick the weeks without a meeting, such as holidays.")

    def chosen(self) -> Sequence[str]:
        """The ticked days."""
        return [day for day, chip in self.chips.items() if chip.isChecked()]

    def _count(self) -> None:
        n = len(self.chosen())
        self.add.setText(self.desk.words.plural("Add {n} meeting", "Add {n} meetings", n))
        self.add.setEnabled(n > 0)

    def _add(self) -> None:
        try:
            what = str(storable_text(self.desk.words, self.what.text(), one_line=True))
            series = str(storable_text(self.desk.words, self.series.text(), one_line=True)) or what
            start, minutes = str(self.start.value() or ""), self.minutes.value()
        except InvalidInput as why:
            self._show_message(str(why))
            return
        who, span = str(self.who.value()), minutes if isinstance(minutes, int) else None
        made = [
            Meeting(id=new_id(), what=what, day=day, start=start, who=who, minutes=span, series=series)
            for day in self.chosen()
        ]
        words = self.desk.words
        try:
            self.desk.workspace.commit_all([(None, one) for one in made], "several meetings")
        except FosdeskError as trouble:
            self._show_message(words(trouble.sentence, **trouble.arguments))
            return
        for key in (_DRAFT, _MORE):
            self.desk.edits.keep_draft(self._draft(key), {})
        self.desk.show_message(
            words.plural(
                "{n} meeting added. Ctrl+Z takes it back.", "{n} meetings added. Ctrl+Z takes them back.", len(made)
            )
        )
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _short_weekday(desk: Desk, day: str) -> str:
    weekday = desk.words.weekday_date(day)[:2]
    return f"{weekday} {desk.words.short_date(day, with_year=False)}"
