"""Above an agenda: which meeting it is, others to choose instead, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.meeting_words import meeting_facts, meeting_name, meeting_time
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.agenda import coming_meetings
from fosdesk.domain.values.dates import plus_days
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, hold_width, set_shown, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.steps import Gap

NEW = "new"
_OFFERED, _HELD_DAYS = 12, 14  # coming meetings to choose from, and days for which one that was held is among them
_WIDE = 760  # px at 100 %
_GAP: Gap = 12


class MeetingHead(SideBySide):
    """The buttons stand below the words where there is little room."""

    picked = Signal(str)  # the id of a meeting, or `NEW`

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.px(_WIDE), gap=12, narrow_gap=6)
        self._desk = desk
        words = desk.words
        told = QWidget()
        said = column(told, gap=2)
        self.when = text("", "heading")
        self.facts = text("", "quiet")
        said.addWidget(self.when)
        said.addWidget(self.facts)
        self.add(told, 1)
        self._acts = FlowBox(gap=_GAP)
        self.which = DropDown()
        self.which.setAccessibleName(words("Which meeting"))
        self.which.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(18)
        self.which.activated.connect(lambda _: self.picked.emit(str(self.which.currentData() or "")))
        self.change = button(words("Change the meeting"))
        self.paper = button(words("Agenda as PDF …"))
        self.start = button(words("Start the meeting"), "main")
        for one in (self.which, self.change, self.paper, self.start):
            self._acts.add(one)
        self.add(self._acts)
        self.turned.connect(lambda _: self.give_room())

    def show_meeting(self, meeting: Meeting | None, *, is_proposed: bool) -> None:
        """Show a meeting, stored or proposed, and the others to choose from."""
        words, day = self._desk.words, self._desk.day()
        if meeting is None:
            self.when.setText(words("No meeting is planned."))
        else:
            when = meeting_time(words, meeting, day)
            when = words("Proposal: {when}", when=when) if is_proposed else when
            self.when.setText(when[:1].upper() + when[1:])
        self.facts.setText(meeting_facts(words, meeting) if meeting is not None else "")
        self._offer(meeting, is_proposed=is_proposed)

    def give_room(self) -> None:
        """Beside the words, the buttons take just what they need; below them, the whole line, or several."""
        shown = [one for one in (self.which, self.change, self.paper, self.start) if not one.isHidden()]
        needed = sum(one.sizeHint().width() for one in shown) + _GAP * max(len(shown) - 1, 0)
        hold_width(self._acts, needed if self.is_wide else None)

    def _offer(self, shown: Meeting | None, *, is_proposed: bool) -> None:
        desk, words = self._desk, self._desk.words
        since = plus_days(desk.day(), -_HELD_DAYS)
        held = [one for one in coming_meetings(desk.school, since) if one.day < desk.day()]
        some = [*coming_meetings(desk.school, desk.day())[:_OFFERED], *reversed(held)]
        if shown is not None and not is_proposed and all(one.id != shown.id for one in some):
            some.append(shown)
        offered = [(one.id, f"{self._short_day(one)} · {meeting_name(words, one)}") for one in some]
        if not desk.read_only:
            offered.append((NEW, words("New meeting")))
        if offered != [(self.which.itemData(n), self.which.itemText(n)) for n in range(self.which.count())]:
            self.which.clear()
            for key, said in offered:
                self.which.addItem(said, key)
        wanted = NEW if is_proposed else shown.id if shown is not None else ""
        self.which.setCurrentIndex(self.which.findData(wanted))
        set_shown(self.which, bool(some))

    def _short_day(self, meeting: Meeting) -> str:
        return self._desk.words.short_date(meeting.day, with_year=meeting.day[:4] != self._desk.day()[:4])
