"""A drop-down with the meetings that a document may be about, the nearest on top."""

from fosdesk.display.record_words import short
from fosdesk.display.time_words import who_words
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.meeting_records import meetings_from
from fosdesk.reports.document_kind import DocumentKind
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.frame.desk import Desk

_MOST = 200  # to choose from here; an older one is chosen from its own row on the page Meetings
_LONGEST = 60  # characters of what a meeting is about


class MeetingDropDown(DropDown):
    """Tells `activated` when somebody has chosen; a meeting that is gone gives way to the nearest one."""

    def __init__(self, desk: Desk, kind: DocumentKind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self.setAccessibleName(desk.words("Which meeting"))
        self.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(30)
        self.setMaximumWidth(desk.theme.px(520))
        self.reload()

    @property
    def meeting(self) -> Meeting | None:
        """The chosen meeting; None where there is none at all."""
        found = self._desk.school.find(str(self.currentData() or ""))
        return found if isinstance(found, Meeting) else None

    def choose(self, meeting_id: str) -> None:
        """Choose a meeting, also one that is too old to be in the list; nothing when it is gone."""
        meeting = self._desk.school.find(meeting_id)
        if not isinstance(meeting, Meeting):
            return
        if self.findData(meeting_id) < 0:
            self.addItem(self._said(meeting), meeting_id)
        self.setCurrentIndex(self.findData(meeting_id))

    def reload(self) -> None:
        """Show the meetings that there are now, and leave the chosen one chosen."""
        chosen = str(self.currentData() or "")
        some = meetings_from(self._desk.school, self._desk.day(), self._kind.by_meeting)[:_MOST]
        items = [(one.id, self._said(one)) for one in some]
        if items != [(str(self.itemData(place)), self.itemText(place)) for place in range(self.count())]:
            self.clear()
            for record_id, said in items:
                self.addItem(said, record_id)
        self.choose(chosen)

    def _said(self, meeting: Meeting) -> str:
        """The day and time, what it is about, and who meets."""
        words = self._desk.words
        day = words.weekday_date(meeting.day) if meeting.day else words("Without a date")
        if meeting.start:
            day = words("{day} at {time}", day=day, time=words.clock(meeting.start))
        said = (day, short(meeting.what, _LONGEST), who_words(words, Meeting, meeting.who))
        return " · ".join(part for part in said if part)
