"""Ways of working: the list, and for each the meetings in which it was used, how it went, and the next one."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.meeting_words import meeting_name
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Meeting, MethodCard
from fosdesk.domain.rules.agenda import coming_meetings
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart

_MOST = 8  # meetings at first


class MethodForm(RecordForm):
    """A way of working is chosen for a meeting here or in the meeting; how it went is written in the meeting."""

    def __init__(self, desk: Desk, record_id: str, *, acts: Sequence[QPushButton] = ()) -> None:
        super().__init__(desk, MethodCard, record_id, acts=acts)
        self.used_in.told_elsewhere = frozenset(("meeting",))
        self._used = QWidget()
        inside = column(self._used, gap=4)
        inside.addWidget(text(desk.words("Meetings in which it was chosen, and how it went"), "label"))
        self._lines = column(gap=0)
        inside.addLayout(self._lines)
        self.choose = button("")
        self.choose.clicked.connect(self._choose)
        at = self.body.indexOf(self.used_in)
        self.body.insertWidget(at, self._used)
        self.body.insertWidget(at + 1, self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: object = None
        self.used_in.show_record(record_id)
        self._show_meetings()

    def reload(self) -> None:
        """Show the stored values."""
        super().reload()
        self._show_meetings()

    def _show_meetings(self) -> None:
        desk, words = self.desk, self.desk.words
        found = [one for one in desk.school.of(Meeting) if one.method == self.record_id]
        found.sort(key=lambda one: one.day, reverse=True)
        set_shown(self._used, bool(found))
        upcoming = self._next()
        offered = upcoming is not None and upcoming.method != self.record_id
        stored = desk.school.find(self.record_id) is not None
        set_shown(self.choose, offered and stored and not desk.read_only)
        if upcoming is not None:
            name = f"{meeting_name(words, upcoming)}, {words.short_date(upcoming.day)}"
            self.choose.setText(words("Choose for {meeting}", meeting=name).replace("&", "&&"))
        if found != self._shown:
            self._shown = found
            clear(self._lines)
            if found:
                self._lines.addWidget(ShowMoreList(found, self._line, words, most=_MOST))

    def _next(self) -> Meeting | None:
        return next(iter(coming_meetings(self.desk.school, self.desk.day())), None)

    def _line(self, meeting: Meeting) -> LineButton:
        words = self.desk.words
        made = LineButton(self.desk.theme, most_lines=2)
        day = words.short_date(meeting.day) if known_day(meeting.day) else ""
        made.set_words(
            " · ".join(filter(None, (day, meeting_name(words, meeting)))), below=meeting.method_went, most_below=3
        )
        made.clicked.connect(lambda: go_to_record(self.desk, meeting.id))
        return made

    def _choose(self) -> None:
        meeting = self._next()
        if meeting is not None and self.desk.release(self):
            after = msgspec.structs.replace(meeting, method=self.record_id)
            if self.desk.attempt(lambda: self.desk.workspace.commit(meeting, after)):
                self.desk.show_message(self.desk.words("Chosen. Ctrl+Z takes it back."))


class MethodList(NounList):
    """The standard list with a form of its own."""

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> MethodForm:
        """The form with the meetings."""
        return MethodForm(self.desk, record_id, acts=acts)


class MethodsPart(NounPart):
    """Meetings belong to it, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, MethodCard)
        self.nouns = (*self.nouns, Meeting)  # type: ignore[misc]  # of this one part

    def make_list(self) -> NounList:
        """The ways of working."""
        return MethodList(self.desk, noun_of(MethodCard))
