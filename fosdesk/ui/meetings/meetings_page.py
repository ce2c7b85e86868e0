"""The page Meetings: the meetings, what follows from them, what was decided, and ways of working."""

from typing import ClassVar

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, MethodCard, Partner
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import PartPlace, TabbedPage
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from fosdesk.ui.meetings.month_part import MonthPart


class MeetingsPage(TabbedPage):
    """Each part keeps one noun."""

    key: ClassVar[str] = "meetings"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(desk, words("Meetings"), words("When you meet, what was decided, and who does what by when."))

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W9",))
        self.body.addWidget(self.advice)

        def part(record: type[Record], name: str) -> PartPlace:
            return PartPlace(noun_of(record).use.part, name, lambda: NounPart(desk, record))

        self.build_parts(
            (
                PartPlace("all", words("All meetings"), lambda: MeetingsPart(desk)),
                PartPlace("month", words("Month"), lambda: MonthPart(desk, self.begin_meeting)),
                part(FollowUp, words("Follow-up")),
                part(Decision, words("Decisions")),
                part(MethodCard, words("Ways of working")),
            )
        )

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def begin_meeting(self, day: str) -> None:
        """Begin a meeting of the work group on a day (YYYY-MM-DD)."""
        self.tabs.show_tab("all")
        part = self.part("all")
        if self.tabs.key == "all" and isinstance(part, MeetingsPart):
            part.begin(day)

    def show_record(self, record_id: str) -> None:
        """Open a record in the part where it lives, an agenda line in its meeting; for a partner, plan meetings."""
        record = self.desk.school.find(record_id)
        if isinstance(record, Partner):
            self.tabs.show_tab("all")
            part = self.part("all")
            if self.tabs.key == "all" and isinstance(part, MeetingsPart) and not self.desk.read_only:
                part.begin_series(record)
            return
        if isinstance(record, AgendaLine):
            self.open_in("all", record.meeting)
        else:
            self.open_in(noun_of(record).use.part if record is not None else "all", record_id)
