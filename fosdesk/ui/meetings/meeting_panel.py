"""The panel of a meeting: its fields, and buttons to its notice and its minutes."""

from collections.abc import Mapping, Sequence

from fosdesk.domain.records import Meeting
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, set_shown
from fosdesk.ui.forms.fields_panel import FieldsPanel
from fosdesk.ui.frame.desk import Desk


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


class MeetingPanel(FieldsPanel):
    """The fields in the given lines, and the papers below them."""

    def __init__(
        self,
        desk: Desk,
        meeting_id: str,
        lines: Sequence[Sequence[str]],
        hints: Mapping[str, str],
        tall: int,
        more: Sequence[Sequence[str]],
    ) -> None:
        super().__init__(desk, Meeting, meeting_id, lines, hints=hints, tall=tall, more=more)
        self.papers = MeetingPapers(desk, meeting_id)
        self.add_above_foot(self.papers)

    def reload(self) -> None:
        """Show the stored values, and the papers of a meeting that is stored."""
        super().reload()
        self.papers.reload()
