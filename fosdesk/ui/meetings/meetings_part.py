"""The part for meetings: the next one, the gaps figure, and the list."""

from typing import ClassVar

from PySide6.QtCore import Signal

from fosdesk.display.figures.meeting_gaps_figure import meeting_gaps_figure
from fosdesk.display.noun_words import noun_one
from fosdesk.display.time_words import who_words
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import AgendaLine, Meeting, Partner, TimePlan
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.rules import time_use
from fosdesk.domain.rules.agenda import coming_meetings
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.lists.row_list import RowList, RowWords, Section
from fosdesk.ui.meetings.meeting_panel import MeetingPanel
from fosdesk.ui.meetings.meeting_series import MeetingSeries


class MeetingsPart(Part):
    """Planned meetings first, then those held."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Meeting, TimePlan, AgendaLine)
    begins = Meeting
    agenda_asked = Signal(str)  # the id of a meeting

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = self.words
        self._body = column(self, gap=12)
        self.next = text("", "strong")
        self._body.addWidget(self.next)
        head = FlowBox(gap=8)
        self.several = button(words("Several meetings"))
        self.several.clicked.connect(lambda: self.begin_series())
        if desk.read_only:
            self.several.hide()
        head.add(self.several)
        self.to_calendar = button(words("To a calendar …"))
        desk.theme.mark(self.to_calendar, "calendar")
        self.to_calendar.clicked.connect(self.begin_calendar)
        set_shown(self.to_calendar, not desk.read_only)
        head.add(self.to_calendar)
        self.from_calendar = button(words("From a calendar …"), "text")
        self.from_calendar.clicked.connect(self.choose_calendar)
        set_shown(self.from_calendar, not desk.read_only)
        head.add(self.from_calendar)
        self.interval = button(words("Target interval"), "text")
        self.interval.clicked.connect(lambda: desk.go_to_field(TIME_PLAN_ID, "gap_weeks"))
        head.add(self.interval)
        self._body.addWidget(head)
        self.series: MeetingSeries | None = None
        self._series_place = column()
        self._body.addLayout(self._series_place)
        self.gaps = FittedFigure(
            desk.theme,
            lambda w: meeting_gaps_figure(desk.framework, desk.school, self.words, desk.day(), w),
            least=480,
            most=1040,
        )
        self._body.addWidget(self.gaps)
        self.list = RowList(desk, self._row, self._form)
        self.list.laid.connect(self.laid)
        self.list.act_asked.connect(self._ask_for_agenda)
        self.list.rows_asked.connect(self.refresh)
        self._body.addWidget(self.list)

    @property
    def act(self) -> str:
        """«A meeting», the text of the main button."""
        return self.words("New meeting")

    def begin(self, day: str = "") -> None:
        """Begin a meeting of the work group, on a day (YYYY-MM-DD) where one is chosen."""
        if self.desk.release(self):
            self.list.begin(Meeting(who="work_group", day=day))

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

    def open_record(self, record_id: str) -> None:
        """Open a meeting."""
        self.list.open_row(record_id)

    def refresh(self) -> None:
        """Show the next meeting, the figure and the lists."""
        words, school, day = self.words, self.desk.school, self.desk.day()
        meetings = self.desk.new_records.school.of(Meeting)
        coming = sorted((m for m in meetings if m.day >= day), key=lambda m: (m.day, m.id))
        held = sorted((m for m in meetings if m.day and m.day < day), key=lambda m: (m.day, m.id), reverse=True)
        undated = [m.id for m in meetings if not m.day]
        following = next(iter(coming_meetings(school, day)), None)
        if following is not None:
            said = words("Next: {date}", date=words.weekday_date(following.day))
            self.next.setText(f"{said} · {following.what}" if following.what else said)
        else:
            self.next.setText(words("No meeting is planned.") if school.of(Meeting) else "")
        self.gaps.redraw()
        self.gaps.setVisible(len(time_use.meetings(school)) > 1)
        sections = []
        if undated:
            sections.append(Section("undated", words("Without a date"), undated))
        if coming:
            sections.append(Section("coming", words("Coming meetings"), [m.id for m in coming], most=12))
        if held:
            sections.append(Section("held", words("Earlier meetings"), [m.id for m in held], most=6))
        if not sections:
            empty = words("No meetings yet. A regular rhythm with short intervals keeps the work alive.")
            sections = [Section("none", "", (), empty=empty)]
        self.list.show_sections(sections)

    def _row(self, meeting_id: str) -> RowWords:
        words = self.words
        meeting = self.desk.new_records.school.get(Meeting, meeting_id)
        who = who_words(words, Meeting, meeting.who)
        notes = [who if meeting.what else "", words.minutes(meeting.minutes) if meeting.minutes else ""]
        title = meeting.what or who or noun_one(words, noun_of(meeting))
        return RowWords(title, " · ".join(n for n in notes if n), words.short_date(meeting.day), words("Agenda"))

    def _form(self, meeting_id: str) -> MeetingPanel:
        hints = {
            "minutes": self.words("Such as 90, or 1:30"),
            "notes": self.desk.framework.warning("W12").says(),
        }
        lines = (("what",), ("day", "start", "minutes"), ("who", "place"), ("agenda_line",), ("notes",))
        more = (
            ("groups",),
            ("present",),
            ("absent",),
            ("writer", "present_count"),
            ("series", "builds_on"),
            ("changed",),
        )
        ways = (("method",), ("method_went",))
        return MeetingPanel(self.desk, meeting_id, lines, hints, tall=3, more=(*more, *ways))

    def _ask_for_agenda(self, meeting_id: str) -> None:
        if self.desk.release(self) and self.desk.school.find(meeting_id) is not None:
            self.agenda_asked.emit(meeting_id)

    def _end_series(self) -> None:
        if self.series is not None:
            self.series.hide()
            self._series_place.removeWidget(self.series)
            self.series.deleteLater()
            self.series = None
            self.several.setFocus()
            self.laid.emit()
