"""The page Meetings: the meetings, what follows from them, what was decided, and ways of working."""

from typing import ClassVar

from fosdesk.domain.fields import Begin, noun_of
from fosdesk.domain.records import Decision, FollowUp, MethodCard, Partner
from fosdesk.ui.frame.advice_line import AdviceLine
from fosdesk.ui.frame.page_registry import NEXT_MEETING
from fosdesk.ui.frame.places import part_of, record_to_open
from fosdesk.ui.frame.tabbed_page import PartPlace, joined_place
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.meetings.meetings_part import MeetingsPart
from fosdesk.ui.meetings.methods_part import MethodsPart
from fosdesk.ui.meetings.month_part import MonthPart
from fosdesk.ui.meetings.next_meeting_part import NextMeetingPart


class MeetingsPage(NounPage):
    """Four tabs: the month is another view of all meetings, and decisions stand beside what follows from them."""

    key: ClassVar[str] = "meetings"

    def build(self) -> None:
        """Create the advice line and the parts."""
        words, desk = self.words, self.desk
        self.advice = AdviceLine(desk, ("W9",))
        self.body.addWidget(self.advice)

        self.build_tools(
            (
                PartPlace(NEXT_MEETING, words("Next meeting"), lambda: NextMeetingPart(desk)),
                joined_place(
                    desk,
                    words("All meetings"),
                    (
                        PartPlace("all", words("List"), self._all_meetings),
                        PartPlace("month", words("Month"), lambda: MonthPart(desk, self.begin_meeting)),
                    ),
                ),
                joined_place(
                    desk,
                    words("Follow-up"),
                    (self.tool(noun_of(FollowUp), name=words("Follow-up")), self.tool(noun_of(Decision))),
                ),
                self.tool(noun_of(MethodCard), lambda: MethodsPart(desk)),
            )
        )

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the advice and the visible part."""
        self.advice.refresh()
        super().refresh(changed)

    def _all_meetings(self) -> MeetingsPart:
        made = MeetingsPart(self.desk)
        made.agenda_asked.connect(lambda meeting: self.open_in(NEXT_MEETING, meeting))
        made.follow_up_asked.connect(self._begin_follow_up)
        return made

    def _begin_follow_up(self, meeting: str) -> None:
        """Begin something that follows from a meeting."""
        key = part_of(noun_of(FollowUp))
        self.turn_to_part(key)
        if self.part_shown == key:
            self.part(key).begin_with(Begin(new="", values=(("meeting", meeting),)))

    def begin_meeting(self, day: str) -> None:
        """Begin a meeting of the work group on a day (YYYY-MM-DD)."""
        part = self._shown_meetings()
        if part is not None:
            part.begin_on(day)

    def _shown_meetings(self) -> MeetingsPart | None:
        """The list of all meetings, shown; None where unsaved text keeps another part in front."""
        self.turn_to_part("all")
        part = self.part("all")
        return part if self.part_shown == "all" and isinstance(part, MeetingsPart) else None

    def show_record(self, record_id: str) -> None:
        """Open a record in the part where it lives, and what belongs to another in the form of that.

        `NEXT_MEETING` opens the agenda of the next meeting; for a partner, meetings are planned.
        """
        if record_id == NEXT_MEETING:
            self.open_in(NEXT_MEETING, "")
            return
        opens = record_to_open(self.desk.school, record_id)
        record = self.desk.school.find(opens)
        if not isinstance(record, Partner):
            self.open_in(self.part_for(opens) or "all", opens)
        elif not self.desk.read_only and (part := self._shown_meetings()) is not None:
            part.begin_series(record)
