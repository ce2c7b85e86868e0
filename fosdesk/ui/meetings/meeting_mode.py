"""Møtemodus: a meeting on the whole screen, one line of its agenda at a time, in letters that a room can read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent

from fosdesk.display.meeting_words import meeting_name, meeting_time
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Meeting
from fosdesk.domain.rules.agenda import ends_at, lines_of_meeting
from fosdesk.domain.values.moments import local_moment
from fosdesk.ui.controls.plain_widgets import ElidedLabel, column, line, row, text
from fosdesk.ui.forms.editors import LongEditor, as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.projection.projected_window import CONTROL, NO, ProjectedWindow
from fosdesk.ui.meetings.line_results import LineResults
from fosdesk.workspace import StepsSince

if TYPE_CHECKING:
    from fosdesk.ui.frame.projection.slides_window import SlidesWindow

_CLOCK = 5_000  # ms between two looks at the clock
_STAFF_PAGE = "staff_page"  # the document that the slides are made of
_FEWEST = 3  # lines of the minutes that are always in view


class MeetingMode(ProjectedWindow):
    """Shows only what everybody may read: no field about people, nothing private. What is typed is stored at once."""

    left = Signal()

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.meeting_id = meeting_id
        self.line_id = ""
        self._own_steps = StepsSince(desk.workspace)
        words = desk.words
        self.setWindowTitle(f"{meeting_name(words, self.meeting)} – fosdesk")
        self.setAccessibleName(words("Meeting mode"))
        self.slides: SlidesWindow | None = None
        self.acts = {
            (Qt.Key.Key_B, CONTROL): lambda: self.results.begin(Decision),
            (Qt.Key.Key_O, CONTROL): lambda: self.results.begin(FollowUp),
            (Qt.Key.Key_G, CONTROL): lambda: self.results.begin(GateEntry),
            (Qt.Key.Key_M, CONTROL): self.show_staff_page,
            (Qt.Key.Key_PageDown, NO): lambda: self.go(1),
            (Qt.Key.Key_PageUp, NO): lambda: self.go(-1),
            (Qt.Key.Key_PageDown, CONTROL): self.put_off,
            (Qt.Key.Key_Escape, NO): self.leave,
            (Qt.Key.Key_Z, CONTROL): lambda: self._step(redo=False),
            (Qt.Key.Key_Y, CONTROL): lambda: self._step(redo=True),
        }
        self._build()
        desk.workspace.changed.connect(self._follow)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        self.dress(1.0)
        lines = self.lines
        if lines:
            self._show(lines[0].id)

    def _build(self) -> None:
        words = self.desk.words
        body = column(self, gap=12, margins=(64, 24, 64, 16))
        head = row(gap=28)
        self.which = ElidedLabel("", "quiet")
        head.addWidget(self.which, 1)
        self.place = text("", "quiet", wrap=False)
        head.addWidget(self.place)
        self.time = text("", "strong", wrap=False)
        head.addWidget(self.time)
        body.addLayout(head)
        self.title = text("", "projected")
        body.addWidget(self.title)
        self.lead = text("", "quiet")
        body.addWidget(self.lead)
        work = row(gap=48)
        self._minutes_place = column()
        work.addLayout(self._minutes_place, 13)
        self.results = LineResults(self.desk)
        self.results.left.connect(self.write_on)
        self.results.begun.connect(self.watch)
        work.addWidget(self.results, 7)
        body.addLayout(work, 1)
        self.following = ElidedLabel("", "quiet")
        body.addWidget(self.following)
        body.addWidget(line())
        keys = (
            ("Ctrl+B", words("decision"), (Qt.Key.Key_B, CONTROL)),
            ("Ctrl+O", words("follow-up"), (Qt.Key.Key_O, CONTROL)),
            ("Ctrl+G", words("to gatekeeping"), (Qt.Key.Key_G, CONTROL)),
            ("Ctrl+M", words("the model"), (Qt.Key.Key_M, CONTROL)),
            ("Page Down", words("next line"), (Qt.Key.Key_PageDown, NO)),
            ("Ctrl+Page Down", words("put off"), (Qt.Key.Key_PageDown, CONTROL)),
            ("Esc", words("leave"), (Qt.Key.Key_Escape, NO)),
        )
        body.addWidget(self.lay_foot(keys))
        self.minutes: FieldEditor | None = None

    # -- what is shown

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is stored."""
        return self.desk.school.get(Meeting, self.meeting_id)

    @property
    def lines(self) -> Sequence[AgendaLine]:
        """Its agenda."""
        return lines_of_meeting(self.desk.school, self.meeting_id)

    @property
    def _index(self) -> int:
        return next((place for place, one in enumerate(self.lines) if one.id == self.line_id), -1)

    def _show(self, line_id: str) -> None:
        """Show a line, with the cursor in its minutes; what was typed for another one is stored by then."""
        self.line_id = line_id
        if self.minutes is not None:
            self._minutes_place.removeWidget(self.minutes)
            self.minutes.hide()
            self.minutes.setParent(None)
            self.minutes.deleteLater()
        self.minutes = FieldEditor(self.desk, AgendaLine, line_id, "said", label="", hint="")
        self._minutes_place.addWidget(self.minutes, 1)
        self.watch([as_widget(self.minutes.editor)])
        if isinstance(self.minutes.editor, LongEditor):
            self.minutes.editor.fill(_FEWEST)
        self._say()
        self.write_on()

    def _say(self) -> None:
        words, meeting, lines, place = self.desk.words, self.meeting, self.lines, self._index
        if place < 0:
            return
        shown = lines[place]
        told = (meeting_name(words, meeting), meeting_time(words, meeting, self.desk.day()))
        self.which.set_words(" · ".join(told))
        ends = ends_at(meeting, lines, place)
        counted = {"n": place + 1, "most": len(lines)}
        self.place.setText(
            words("Item {n} of {most}, until {time}", time=words.clock(ends), **counted)
            if ends
            else words("Item {n} of {most}", **counted)
        )
        self.entitle(self.title, shown.what or words("Item {n} of {most}", **counted))
        purposes = {
            "inform": words("For information."),
            "discuss": words("For discussion."),
            "decide": words("To be decided."),
            "learn": words("For learning together."),
        }
        number = words("Item {number}.", number=shown.number) if shown.number else ""
        put_off = words("Put off to the next meeting.") if shown.put_off else ""
        self.lead.setText(" ".join(part for part in (number, purposes.get(shown.purpose, ""), put_off) if part))
        self.lead.setVisible(bool(self.lead.text()))
        after = lines[place + 1].what if place + 1 < len(lines) else ""
        self.following.set_words(words("Afterwards: {what}", what=words.quoted(after)) if after else "")
        self.results.show_line(meeting, shown)
        self._show_time()

    def _show_time(self) -> None:
        moment = local_moment(self.desk.workspace.now())
        self.time.setText(self.desk.words.clock(f"{moment:%H:%M}"))

    def _follow(self, _changed: frozenset[str]) -> None:
        """Something was stored, here or elsewhere."""
        lines = self.lines
        if not lines:
            self.close()
        elif self._index < 0:  # the line was taken away
            if self.minutes is not None:
                self.desk.edits.drop(self.minutes)
            self._show(lines[0].id)
        else:
            if self.minutes is not None:
                self.minutes.reload()
            self._say()

    # -- what is done

    def write_on(self) -> None:
        """Set the focus to the minutes, behind what is written."""
        if self.minutes is not None:
            self.minutes.write_on()

    def go(self, step: int) -> None:
        """Show the next line (1) or the one before (-1); stays where something typed cannot be stored."""
        target = self._index + step
        if self._release() and 0 <= target < len(self.lines):
            self._show(self.lines[target].id)

    def put_off(self) -> None:
        """Put the line off to the next meeting, or no longer, and go on."""
        if self._release():
            shown = self.desk.school.get(AgendaLine, self.line_id)
            after = msgspec.structs.replace(shown, put_off=not shown.put_off)
            if self.desk.attempt(lambda: self.desk.workspace.commit(shown, after)) and after.put_off:
                self.go(1)

    def leave(self) -> None:
        """Close the fields of what is being written; where there are none, end it."""
        if self.results.form.record_id:
            if self.results.finish():
                self.write_on()
        else:
            self.close()

    def show_staff_page(self) -> None:
        """Show the model, the direction and what the work demands, and come back to the minutes afterwards."""
        if self.slides is None and self._release():
            from fosdesk.ui.frame.projection.slides_window import SlidesWindow

            self.slides = SlidesWindow(self.desk, _STAFF_PAGE)
            self.slides.left.connect(self._end_slides)
            self.slides.showFullScreen()

    def _end_slides(self) -> None:
        self.slides = None
        self.activateWindow()
        self.write_on()

    def _release(self) -> bool:
        return self.results.finish() and self.desk.release(self)

    def _step(self, *, redo: bool) -> None:
        said = self.desk.step_beside(self._own_steps, redo=redo, release=self._release)
        if said:
            self.told.setText(said)
            self.write_on()

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything; stays where something cannot be stored."""
        if not self._release():
            event.ignore()
            return
        self._clock.stop()
        self.desk.workspace.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.left.emit()
        self.deleteLater()
