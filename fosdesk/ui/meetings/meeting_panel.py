"""The form of a meeting in the list of all meetings: fields, agenda, and buttons to its notice and its minutes."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from fosdesk.domain.records import Meeting
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, set_shown
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk

_FIELDS = ("what", "day", "start", "who", "minutes", "notes", "place", "series", "builds_on", "groups", "present_count")
_FOLDED = ("present", "absent", "writer", "changed", "method", "method_went")


class MeetingPapers(FlowBox):
    """A button for each of its two documents; they open the page Documents with the meeting chosen."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(gap=8)
        self._desk, self._meeting = desk, meeting_id
        words = desk.words
        self.notice, self.minutes = button(words("Notice of meeting …")), button(words("Minutes of the meeting …"))
        for key, act in (("agenda", self.notice), ("minutes", self.minutes)):
            act.clicked.connect(lambda _=False, key=key: desk.go("documents", f"{key}:{meeting_id}"))
            self.add(act)
        self.reload()

    def reload(self) -> None:
        """Show the buttons once the meeting is stored."""
        set_shown(self, self._desk.school.find(self._meeting) is not None)


class MeetingPanel(RecordForm):
    """The standard form, with the papers below what belongs to the meeting."""

    seen: ClassVar[int] = 6  # the notes among them, as they are what one comes to write

    def __init__(self, desk: Desk, meeting_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        hints = {"minutes": desk.words("Such as 90, or 1:30"), "notes": desk.framework.warning("W12").says()}
        super().__init__(desk, Meeting, meeting_id, only=(*_FIELDS, *_FOLDED), acts=acts, hints=hints)
        self.papers = MeetingPapers(desk, meeting_id)
        self.body.insertWidget(self.body.indexOf(self.fold), self.papers)

    def reload(self) -> None:
        """Show the stored values, and the papers of a meeting that is stored."""
        super().reload()
        self.papers.reload()
