"""On the overview: the next meeting, whatever its kind, and a button that leads to its agenda."""

from PySide6.QtWidgets import QWidget

from fosdesk.display.meeting_words import meeting_facts, meeting_time
from fosdesk.domain.records import Meeting, PhaseState
from fosdesk.domain.rules.agenda import agenda_time, coming_meetings, lines_of_meeting
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page_registry import NEXT_MEETING


class NextMeetingBox(QWidget):
    """Says when it is and how far its agenda is; where none is planned and there could be one, it asks for a day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        box = framed("panel")
        column(self, gap=0).addWidget(box)
        inside = row(box, gap=16, margins=(20, 12, 16, 12))
        said = column(gap=2)
        said.addWidget(text(desk.words("Next meeting"), "quiet"))
        self.when = text("", "heading")
        self.facts = text("", "quiet")
        said.addWidget(self.when)
        said.addWidget(self.facts)
        inside.addLayout(said, 1)
        self.prepare = button("", "main")
        self.prepare.clicked.connect(lambda: desk.go("meetings", NEXT_MEETING))
        inside.addWidget(self.prepare)
        self.hide()

    def refresh(self) -> None:
        """Show the next meeting; nothing for a school that has not begun to meet."""
        desk, words, school = self._desk, self._desk.words, self._desk.school
        meeting = next(iter(coming_meetings(school, desk.day())), None)
        begun = bool(school.of(Meeting)) or any(one.is_open for one in school.of(PhaseState))
        set_shown(self, meeting is not None or (begun and not desk.read_only))
        if meeting is None:
            self.when.setText(words("No meeting is planned."))
            self.facts.setText("")
            self.prepare.setText(words("Plan a meeting"))
        else:
            when = meeting_time(words, meeting, desk.day())
            self.when.setText(when[:1].upper() + when[1:])
            lines = lines_of_meeting(school, meeting.id)
            agenda = words.plural("{n} line on the agenda", "{n} lines on the agenda", len(lines)) if lines else ""
            minutes = agenda_time(lines).minutes
            spent = words.minutes(minutes) if minutes and agenda else ""
            told = (meeting_facts(words, meeting), f"{agenda} ({spent})" if spent else agenda)
            self.facts.setText(" · ".join(part for part in told if part))
            self.prepare.setText(words("See the agenda") if lines or desk.read_only else words("Make the agenda"))
        self.facts.setVisible(bool(self.facts.text()))
