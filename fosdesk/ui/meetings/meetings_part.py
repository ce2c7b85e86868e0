"""The part for all meetings: the next one, the gaps figure, and the list."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton

from fosdesk.display.figures.meeting_gaps_figure import meeting_gaps_figure
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import AgendaLine, FollowUp, Meeting, Partner, TimePlan
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules import time_use
from fosdesk.domain.rules.agenda import coming_meetings
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.meetings.meeting_panel import MeetingPanel
from fosdesk.ui.meetings.meeting_series import MeetingSeries

_LOW = 900  # px at 100 %; in a lower window, figure and list take turns


class MeetingsList(NounList):
    """A new meeting is of the work group until somebody says otherwise."""

    def blank(self) -> Record:
        """A new meeting that nobody has written in."""
        return msgspec.structs.replace(super().blank(), who="work_group")

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> MeetingPanel:
        """The fields, the agenda and the papers."""
        return MeetingPanel(self.desk, record_id, acts=acts)


class MeetingsPart(NounPart):
    """Planned meetings, the nearest first; those that were held are folded below them."""

    agenda_asked = Signal(str)  # the id of a meeting
    follow_up_asked = Signal(str)  # of a meeting of which something follows

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Meeting)
        self.nouns = (*self.nouns, TimePlan, AgendaLine)  # type: ignore[misc]  # of this one part
        words = self.words
        self.next = text("", "strong")
        self.add_above(self.next)
        head = FlowBox(gap=8)
        self.several = button(words("Several meetings"))
        self.several.clicked.connect(lambda: self.begin_series())
        self.to_calendar = button(words("To a calendar …"))
        desk.theme.mark(self.to_calendar, "calendar")
        self.to_calendar.clicked.connect(self.begin_calendar)
        self.from_calendar = button(words("From a calendar …"), "text")
        self.from_calendar.clicked.connect(self.choose_calendar)
        self.interval = button(words("Target interval"), "text")
        self.interval.clicked.connect(lambda: desk.go_to_field(TIME_PLAN_ID, "gap_weeks"))
        for one in (self.several, self.to_calendar, self.from_calendar):
            set_shown(one, not desk.read_only)
        self.add_above(head)
        self.series: MeetingSeries | None = None
        self._series_place = column()
        self.body.insertLayout(self.body.indexOf(self.list), self._series_place)
        self.gaps = FittedFigure(
            desk.theme,
            lambda w: meeting_gaps_figure(desk.framework, desk.school, self.words, desk.day(), w),
            least=480,
            most=1040,
        )
        turn = self.add_picture(self.gaps, _LOW)
        for one in (self.several, self.to_calendar, self.from_calendar, self.interval, turn):
            head.add(one)

    def make_list(self) -> NounList:
        """All meetings."""
        return MeetingsList(self.desk, noun_of(Meeting))

    def form_acts(self, record_id: str) -> Sequence[QPushButton]:
        """To the agenda of the meeting that is open, and to something that follows from it."""
        acts = (
            (self.words("Agenda"), self.agenda_asked),
            *(() if self.desk.read_only else ((self.words(noun_of(FollowUp).use.new), self.follow_up_asked),)),
        )
        made = []
        for name, asked in acts:
            made.append(act := button(name, "text"))
            act.clicked.connect(lambda _=False, asked=asked: self._ask(asked, record_id))
        return made

    def begin_on(self, day: str) -> None:
        """Begin a meeting on a day (YYYY-MM-DD)."""
        if self.desk.release(self):
            self._turn_to_list()
            self.list.begin(msgspec.structs.replace(self.list.blank(), day=day))

    def begin_series(self, partner: Partner | None = None) -> None:
        """Open the panel for several meetings; those with a `partner` in place of what is open."""
        if partner is not None and self.series is not None:
            self._end_series()
        if self.series is None:
            self.series = MeetingSeries(self.desk, partner)
            self.series.done.connect(self._end_series)
            self._series_place.addWidget(self.series)
            self.laid.emit()
        self.series.what.setFocus()

    def begin_calendar(self) -> None:
        """Open the dialog that saves the meetings, or the open one, as a calendar file."""
        from fosdesk.ui.meetings.calendar_dialog import CalendarDialog

        if self.desk.release(self):
            CalendarDialog(self.desk, self.window(), self.list.open_id).open()

    def choose_calendar(self) -> None:
        """Ask for a calendar file of another program, and show its events."""
        from fosdesk.ui.meetings.calendar_reading_dialog import choose_calendar

        choose_calendar(self.desk, self.window())

    def refresh(self) -> None:
        """Show the next meeting, the figure and the list."""
        super().refresh()
        words, school = self.words, self.desk.school
        following = next(iter(coming_meetings(school, self.desk.day())), None)
        said = ""
        if following is not None:
            said = words("Next: {date}", date=words.weekday_date(following.day))
            said = f"{said} · {following.what}" if following.what else said
        elif school.of(Meeting):
            said = words("No meeting is planned.")
        self.next.setText(said)
        self._take_turns()
        self.gaps.redraw()
        self.show_picture(shown=len(time_use.meetings(school)) > 1)

    def _take_turns(self) -> None:
        """In a low window, the form of a meeting has the room of the sentence, too."""
        super()._take_turns()
        makes_room = self.list.is_open and self.window().height() < self.desk.theme.px(_LOW)
        self.next.setVisible(bool(self.next.text()) and not makes_room)

    def _ask(self, asked: SignalInstance, meeting_id: str) -> None:
        if self.desk.release(self) and self.desk.school.find(meeting_id) is not None:
            asked.emit(meeting_id)

    def _end_series(self) -> None:
        if self.series is not None:
            self.series.hide()
            self._series_place.removeWidget(self.series)
            self.series.deleteLater()
            self.series = None
            self.several.setFocus()
            self.laid.emit()
