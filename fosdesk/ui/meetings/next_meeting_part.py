"""The part «Next meeting»: its agenda beside what is proposed for it, and when and with whom it is."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from fosdesk.display.meeting_words import (
    line_from,
    proposal_reason,
    proposal_title,
    time_words,
)
from fosdesk.domain.fields import Record
from fosdesk.domain.records import AgendaLine, Meeting
from fosdesk.domain.rules.agenda import (
    agenda_time,
    coming_meetings,
    lines_of_meeting,
    meeting_to_plan,
    numbered,
    place_after,
)
from fosdesk.domain.rules.meeting_proposals import Proposal, proposals
from fosdesk.domain.values.fractional_index import between
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.meetings.agenda_entry import AgendaEntry
from fosdesk.ui.meetings.agenda_list import AgendaList
from fosdesk.ui.meetings.meeting_form import MeetingForm
from fosdesk.ui.meetings.meeting_head import NEW, MeetingHead
from fosdesk.ui.meetings.meeting_mode import MeetingMode
from fosdesk.ui.meetings.proposal_list import ProposalList, ProposalWords
from fosdesk.workspace import new_id

_WIDE = 760


class NextMeetingPart(Part):
    """Where no meeting is coming, one is proposed; it is stored when somebody says so, or with its first line."""

    nouns: ClassVar[tuple[type[Record], ...]] = (Record,)  # anything may be proposed

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.meeting_id = ""
        self._chosen = ""  # a meeting that somebody asked for, or `NEW`
        self._planned = ""  # one that was proposed here, also when it is stored meanwhile
        self._stays = False  # the meeting that is shown is being looked at
        body = column(self, gap=12)
        self.head = MeetingHead(desk)
        self.head.picked.connect(self._pick)
        self.head.change.clicked.connect(self._turn_form)
        self.head.start.clicked.connect(self.begin_meeting)
        self.head.paper.clicked.connect(self.make_paper)
        body.addWidget(self.head)
        self.mode: MeetingMode | None = None
        self._build_form()
        body.addWidget(self._frame)
        self.columns = SideBySide(desk.theme.px(_WIDE), gap=36, narrow_gap=20)
        self.columns.add(self._agenda_column(), 11)
        self.columns.add(self._proposal_column(), 10)
        body.addWidget(self.columns)

    def _build_form(self) -> None:
        self._frame = framed("panel")
        inside = column(self._frame, gap=10, margins=(20, 14, 20, 12))
        self._form_place = column()
        inside.addLayout(self._form_place)
        acts = row(gap=8)
        self.make = button(self.words("Set up this meeting"), "main")
        self.make.clicked.connect(self._set_up)
        acts.addWidget(self.make)
        acts.addStretch(1)
        inside.addLayout(acts)
        self._frame.hide()
        self.form = OpenPanel(self.desk.edits, self._lay_form, self._take_form_away)

    def _agenda_column(self) -> QWidget:
        words, desk = self.words, self.desk
        left = QWidget()
        lay = column(left, gap=8)
        heading = text(words("Agenda"), "heading")
        heading.setContentsMargins(8, 0, 0, 0)
        lay.addWidget(heading)
        self.agenda = AgendaList(desk)
        self.agenda.laid.connect(self.laid)
        lay.addWidget(self.agenda)
        self.entry = AgendaEntry(desk, self._add_typed)
        lay.addWidget(self.entry)
        if desk.read_only:  # showing it before it has its place would make it a window
            self.entry.hide()
        self.time = text("", "quiet")
        self.time.setContentsMargins(8, 0, 0, 0)
        lay.addWidget(self.time)
        keys = words("Alt+Up and Alt+Down move a line, + and − change its minutes, Enter opens it, Delete removes it.")
        self.keys = text(keys, "note")
        self.keys.setContentsMargins(8, 0, 0, 0)
        lay.addWidget(self.keys)
        return left

    def _proposal_column(self) -> QWidget:
        right = QWidget()
        lay = column(right, gap=8)
        heading = text(self.words("Proposals"), "heading")
        heading.setContentsMargins(8, 0, 0, 0)
        lay.addWidget(heading)
        self.proposals = ProposalList(self.desk)
        self.proposals.taken.connect(self._take)
        self.proposals.emptied.connect(self.entry.take_cursor)
        self.proposals.laid.connect(self.laid)
        lay.addWidget(self.proposals)
        if self.desk.read_only:
            right.hide()
        return right

    # -- which meeting

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is shown, stored or proposed; None when there is none."""
        found = self.desk.new_records.school.find(self.meeting_id)
        return found if isinstance(found, Meeting) else None

    @property
    def is_proposed(self) -> bool:
        """Whether the meeting is not stored yet."""
        return self.desk.new_records.is_begun(self.meeting_id)

    def open_record(self, record_id: str) -> None:
        """Show a meeting; without an id, the next one, with the cursor where one goes on."""
        self._pick(record_id)
        QTimer.singleShot(0, self, self.enter)

    def enter(self) -> None:
        """Set the focus to what comes next: setting up the meeting, the first proposal, or a line to write."""
        if self.make.isVisible():
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.desk.read_only and not self.proposals.enter():
            self.entry.take_cursor()

    def _pick(self, chosen: str) -> None:
        """Show another meeting, unless what is typed for this one cannot be stored."""
        if not self.desk.release(self):
            self.head.show_meeting(self.meeting, is_proposed=self.is_proposed)
            return
        if not (chosen == NEW and self.is_proposed):
            self._let_go()
        self._chosen, self._planned, self._stays = chosen, "", False
        self.refresh()
        if chosen == NEW:
            self.enter()

    def _choose(self) -> None:
        """Find out which meeting to show: one that is looked at stays, whatever comes nearer meanwhile."""
        school, coming = self.desk.school, coming_meetings(self.desk.school, self.desk.day())
        kept = [one for one in (self._chosen, self._planned) if isinstance(school.find(one), Meeting)]
        if self._stays and isinstance(school.find(self.meeting_id), Meeting):
            return
        if kept or (coming and self._chosen != NEW):
            wanted = kept[0] if kept else coming[0].id
        elif self.is_proposed or self.desk.read_only or not self.isVisible():
            return
        else:
            plan = meeting_to_plan(school, self.desk.day())
            wanted = self._planned = self.desk.new_records.begin(plan).id
        if wanted != self.meeting_id:
            self.desk.edits.save(self)
            self._let_go()
            self.meeting_id = wanted

    def _let_go(self) -> None:
        """Forget a proposed meeting that nobody wanted."""
        if self.is_proposed:
            self.desk.new_records.drop(self.meeting_id)
        self.meeting_id = ""

    def _set_up(self) -> None:
        """Store the proposed meeting."""
        if not self.desk.release(self.form.widget):
            return
        planned = self.meeting
        if planned is not None and self.is_proposed:
            # Stored whole by somebody's own wish: it is a record from now on, whatever is in it.
            if not self.desk.attempt(lambda: self.desk.workspace.commit(None, planned, "create")):
                return
            self.desk.new_records.drop(planned.id)
        self._planned, self._chosen = "", self.meeting_id
        self.form.close()
        self.refresh()
        self.enter()

    # -- showing

    def refresh(self) -> None:
        """Show the meeting, its agenda and what is proposed."""
        self._choose()
        self._stays = self.isVisible()
        desk, words, meeting = self.desk, self.words, self.meeting
        self.head.show_meeting(meeting, is_proposed=self.is_proposed)
        there = meeting is not None
        self.columns.setVisible(there)
        self.head.change.setVisible(there)
        self.head.paper.setVisible(there and not self.is_proposed)
        self.head.start.setVisible(
            there and not desk.read_only and bool(lines_of_meeting(desk.school, self.meeting_id))
        )
        self.head.give_room()
        if meeting is None:
            self.form.follow(is_there=False)
            self._frame.hide()
            return
        self._show_form(meeting)
        lines = lines_of_meeting(desk.school, meeting.id)
        self.agenda.show_meeting(meeting.id)
        self.time.setText(time_words(words, agenda_time(lines), meeting.minutes) if lines else "")
        self.time.setVisible(bool(lines))
        self.keys.setVisible(bool(lines) and not desk.read_only)
        if not desk.read_only:
            self.proposals.show_proposals(self._proposed(meeting))

    def _proposed(self, meeting: Meeting) -> Sequence[ProposalWords]:
        desk, words = self.desk, self.words
        found = proposals(
            desk.framework,
            desk.school,
            meeting,
            desk.day(),
            names_somebody=lambda said: desk.workspace.names().found_in(said),
        )
        shown = []
        for one in found:
            reason = proposal_reason(words, desk.school, one, desk.day())
            if not one.is_open:
                reason = f"{reason} · {words('only for the leadership team')}"
            shown.append(ProposalWords(one, proposal_title(words, desk.framework, desk.school, one), reason))
        return shown

    # -- the form

    def _turn_form(self) -> None:
        if self.form.record_id:
            if self.form.close():
                self._frame.hide()
                self.head.change.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.form.open(self.meeting_id):
            self._frame.show()
            if isinstance(self.form.widget, MeetingForm):
                self.form.widget.editors["day"].take_cursor()
        self._name_change()
        self.laid.emit()

    def _show_form(self, meeting: Meeting) -> None:
        """A proposed meeting is open for changes; another one when asked for."""
        if self.form.record_id and self.form.record_id != meeting.id:
            self.form.follow(is_there=self.desk.school.find(self.form.record_id) is not None)
            self.form.close()
        if self.is_proposed:
            self.form.open(meeting.id)
        else:
            self.form.follow(is_there=True)
        is_shown, is_planned = self.form.panel is not None, self._planned == meeting.id
        self._frame.setVisible(is_shown)
        self.make.setVisible(is_planned)  # until it is pressed, also when what was typed is stored already
        self.head.change.setVisible(not (is_shown and is_planned) and not self.desk.read_only)
        self._name_change()

    def _name_change(self) -> None:
        is_shown = self.form.panel is not None
        self.head.change.setText(self.words("Done") if is_shown else self.words("Change the meeting"))

    def _lay_form(self, meeting_id: str) -> RecordPanel:
        panel = MeetingForm(self.desk, meeting_id, is_short=self.is_proposed)
        self._form_place.addWidget(panel)
        return panel

    def _take_form_away(self, panel: RecordPanel) -> None:
        assert isinstance(panel, QWidget)
        self._form_place.removeWidget(panel)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()

    # -- lines

    def _take(self, proposal: Proposal) -> None:
        """Put a proposal on the agenda."""
        desk = self.desk
        line = line_from(self.words, desk.framework, desk.school, proposal, self.meeting_id)
        desk.attempt(lambda: self._store([line]))

    def _add_typed(self, said: Sequence[str]) -> None:
        """Put typed lines on the agenda; FosdeskError when they cannot be stored, which the entry tells."""
        self._store([AgendaLine(meeting=self.meeting_id, what=one) for one in said])

    def _store(self, lines: Sequence[AgendaLine]) -> None:
        """Add lines at the end, and in the first step the meeting where it is only proposed.

        FosdeskError when they cannot be stored.
        """
        desk, meeting_id = self.desk, self.meeting_id
        if self.meeting is None:
            raise FosdeskError("No meeting is planned.")
        pos = ""
        placed = []
        for line in lines:
            pos = between(pos, "") if pos else place_after(lines_of_meeting(desk.school, meeting_id))
            placed.append(msgspec.structs.replace(line, id=new_id(), pos=pos))
        if self.is_proposed:
            self._chosen = meeting_id
            desk.new_records.add(placed.pop(0), meeting_id)
        desk.workspace.commit_all([(None, one) for one in placed], "create")

    # -- the meeting itself

    def begin_meeting(self) -> None:
        """Give the lines their numbers, and show the meeting on the whole screen."""
        meeting = self.meeting
        if self.mode is None and meeting is not None and self._give_numbers(meeting):
            self.mode = MeetingMode(self.desk, meeting.id)
            self.mode.left.connect(self._end_meeting)
            self.mode.showFullScreen()
            self.mode.write_on()

    def make_paper(self) -> None:
        """Give the lines their numbers, and open the page Documents with the agenda of this meeting."""
        meeting = self.meeting
        if meeting is not None and (self.desk.read_only or self._give_numbers(meeting)):
            self.desk.go("documents", f"agenda:{meeting.id}")

    def _give_numbers(self, meeting: Meeting) -> bool:
        """Store what is typed, and the numbers of the lines that have none; False where that cannot be stored."""
        desk = self.desk
        if not desk.release(self):
            return False
        changes = numbered(desk.school, meeting)
        return not changes or desk.attempt(lambda: desk.workspace.commit_all(changes))

    def _end_meeting(self) -> None:
        self.mode = None
        self.head.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Choose anew: a meeting may be nearer now, or one may have to be proposed."""
        super().showEvent(event)
        if not self._stays:
            QTimer.singleShot(0, self, self.refresh)

    def hideEvent(self, event: QHideEvent) -> None:
        """A meeting that is only proposed is nobody else's business."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stays = False
            if self.is_proposed and self.form.close():
                self._let_go()
