"""The part Gaps in the plan: what is blank and what has stood unchanged, each with a way there and a reply."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import GapReply
from fosdesk.domain.rules.review.plan_gaps import Gap, PlanGaps, plan_gaps
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, held_column, row, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.focus.watcher import give_cursor
from fosdesk.ui.frame.advice_line import days_changed
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.plan.gap_row import GapRow, follow_gap, gap_words
from fosdesk.ui.tuning import in_next_turn

_MOST = 8  # of each kind at first
_WIDEST = 860  # px at 100 %; the reply must not stand far from what it answers


class GapsPart(Part):
    """Advice only: nothing is counted, and what the team knows of stands folded below."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        inside = QWidget()
        self._body = held_column(inside, desk.theme.px(_WIDEST), gap=8)
        column(self, gap=0).addWidget(inside)
        self._shown: PlanGaps | None = None
        self._rows: list[GapRow] = []
        self._with_cursor = ""  # the gap whose line has the cursor while all of them are laid anew
        self.known: Disclosure | None = None

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words(
            "What is blank, and what has stood unchanged for long. Some of it may be so on purpose; then write why."
        )

    def refresh(self) -> None:
        """Show the gaps of now, unless somebody writes a reply."""
        if any(one.is_in_use for one in self._rows):
            return
        desk = self.desk
        found = plan_gaps(desk.framework, desk.school, desk.day(), days_changed(desk))
        if found != self._shown:
            self._shown = found
            self._lay(found)

    def open_record(self, record_id: str) -> None:
        """Show a reply."""
        if self.known is not None:
            self.known.unfold()

    def _lay(self, found: PlanGaps) -> None:
        words = self.words
        self._with_cursor = next((one.gap.reply_id for one in self._rows if one.has_cursor), "")
        clear(self._body)
        self._rows, self.known = [], None
        self._section(words("Blank"), found.blank)
        self._section(words("Unchanged for long"), found.unchanged)
        if not (found.blank or found.unchanged):
            self._body.addWidget(text(words("There are no gaps right now."), "quiet"))
        if found.known:
            fold = self.known = Disclosure(
                self.desk.theme, words("What you know of"), lambda: self._answered(found.known), self.desk.release
            )
            fold.unfolded.connect(lambda _: self.laid.emit())
            self._body.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.addLayout(fold.place)
        self.laid.emit()

    def _section(self, title: str, gaps: Sequence[Gap]) -> None:
        if not gaps:
            return
        heading = text(title, "heading")
        heading.setContentsMargins(8, 8, 0, 0)
        self._body.addWidget(heading)
        several = ShowMoreList(gaps, self._row, self.words, most=_MOST, gap=4)
        several.laid.connect(self.laid)
        self._body.addWidget(several)

    def _row(self, gap: Gap) -> GapRow:
        made = GapRow(self.desk, gap, lambda: in_next_turn(self, self.refresh))
        self._rows.append(made)
        if gap.reply_id == self._with_cursor:
            self._with_cursor = ""
            in_next_turn(made, lambda: give_cursor(made.line))
        return made

    def _answered(self, known: Sequence[tuple[Gap, GapReply]]) -> QWidget:
        holder = QWidget()
        body = column(holder, gap=6)
        for gap, reply in known:
            beside = row(gap=8)
            line = LineButton(self.desk.theme, ruled=False)
            title, said = gap_words(self.desk, gap)
            line.set_words(title, below=" · ".join(filter(None, (said, reply.because))), most_below=6)
            line.clicked.connect(lambda _=False, to=gap: follow_gap(self.desk, to))
            beside.addWidget(line, 1)
            if not self.desk.read_only:
                act = self.words("Take the answer back")
                back = button(act, "text", name=f"{act}: {title}")
                back.clicked.connect(lambda _=False, r=reply: self._take_back(r))
                beside.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
            body.addLayout(beside)
        return holder

    def _take_back(self, reply: GapReply) -> None:
        self.desk.attempt(lambda: self.desk.workspace.delete([reply]))

    def hideEvent(self, event: QHideEvent) -> None:
        """What was answered meanwhile is laid anew the next time."""
        self._shown = None
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        if self._shown is None:
            in_next_turn(self, self.refresh)
