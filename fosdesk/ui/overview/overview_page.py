"""The page Overview: direction, next meeting, figure, next steps, advice and recent changes."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.records import Answer, Captured
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.advice import Answered, all_advice
from fosdesk.domain.rules.progress import next_steps, open_phases
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.plain_widgets import button, clear, column, framed, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.advice_line import days_changed
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.overview.advice_card import AdviceCard, AnsweredAdvice
from fosdesk.ui.overview.direction_line import DirectionLine
from fosdesk.ui.overview.next_meeting_box import NextMeetingBox
from fosdesk.ui.overview.overview_lines import recent_lines, step_line
from fosdesk.ui.overview.privacy_line import PrivacyLine
from fosdesk.ui.overview.step_list import StepList
from fosdesk.ui.style.steps import UNBOUND

if TYPE_CHECKING:
    from fosdesk.ui.overview.unsorted_list import UnsortedList

_WIDE, _NARROW_FIGURE = 860, 460
_MOST_STEPS, _MOST_CHANGES, _MOST_CARDS = 8, 12, 2


class OverviewPage(Page):
    """Where the school is and what could come next; without scores or counts."""

    key: ClassVar[str] = "overview"

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(desk, words("Overview"), words("Where you are, and what you can take next."))

    # -- building

    def build(self) -> None:
        """Create direction, next meeting, first acts, figure, advice, next steps and changes."""
        words, desk = self.words, self.desk
        self.direction = DirectionLine(desk)
        self.body.addWidget(self.direction)
        self.meeting = NextMeetingBox(desk)
        self.body.addWidget(self.meeting)
        self._first_place = column(gap=0)
        self.body.addLayout(self._first_place)
        self.first: QWidget | None = None
        left, right = QWidget(), QWidget()
        self._left, self._right = column(left, gap=16), column(right, gap=24)
        self._columns = SideBySide(desk.theme.px(_WIDE), gap=36, narrow_gap=20)
        self._columns.turned.connect(self._turn)
        self._columns.add(left, 11)
        self._columns.add(right, 10)
        self.body.addWidget(self._columns)
        self.figure = FigureView(desk.theme)
        self.figure.picked.connect(lambda phase: desk.go(f"phase:{phase}", ""))
        place = row(gap=0)  # else the figure would ask for the height that belongs to the whole width
        place.addWidget(self.figure, 1)
        self._left.addLayout(place)
        self.steps = StepList(desk, words("Next steps"), most=6, nothing=words("Nothing waits for you now."))
        self._right.addWidget(self.steps)
        self.unsorted: UnsortedList | None = None
        self.changes = StepList(desk, words("Changed lately"), most=5)
        self._right.addWidget(self.changes)
        self._build_advice()
        self.privacy = PrivacyLine(desk)
        self._left.addWidget(self.privacy)
        self._turn(self._columns.is_wide)

    def _build_advice(self) -> None:
        self.advice = QWidget()
        body = column(self.advice, gap=8)
        self._cards_place = column(gap=8)
        body.addLayout(self._cards_place)
        self.cards: list[AdviceCard] = []
        self._advice: tuple[Answered, ...] = ()
        self._all_cards = False
        self.more_advice = button("", "text")
        self.more_advice.clicked.connect(self._show_all_cards)
        self.answered = Disclosure(self.desk.theme, "", lambda: AnsweredAdvice(self.desk))
        self.answered.unfolded.connect(lambda _: self._show_answered())
        foot = FlowBox(gap=4)
        foot.add(self.more_advice)
        foot.add(self.answered)
        body.addWidget(foot)
        body.addLayout(self.answered.place)
        self._left.addWidget(self.advice)

    def _turn(self, wide: bool) -> None:
        """Two columns, or one with first acts at the top and advice after the next steps."""
        self.figure.setMaximumWidth(UNBOUND if wide else self.desk.theme.px(_NARROW_FIGURE))
        if wide:
            self._left.addWidget(self.advice)
        else:
            self._right.insertWidget(self._right.indexOf(self.steps) + 1, self.advice)
        if self.first is not None:
            self._place_first(self.first)
        self._order_focus()

    def _place_first(self, panel: QWidget) -> None:
        if self._columns.is_wide:
            self._right.insertWidget(0, panel)
        else:
            self._first_place.addWidget(panel)

    # -- showing

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the school as it stands."""
        desk = self.desk
        self.direction.refresh()
        if changed is None or any(i == PROFILE_ID or i.startswith("phase:") for i in changed):
            self.figure.show_figure(cycle_figure(desk.framework, desk.school, self.words))
        self.meeting.refresh()
        self._show_first()
        self.privacy.refresh()
        steps = next_steps(desk.framework, desk.school, desk.day(), _MOST_STEPS)
        self.steps.show_lines([step_line(desk, step) for step in steps])
        self.steps.setVisible(self.first is None)
        self._show_unsorted()
        self.changes.show_lines(recent_lines(desk, _MOST_CHANGES))
        self.changes.setVisible(bool(self.changes.buttons))
        self._show_advice()
        self._order_focus()

    def show_record(self, record_id: str) -> None:
        """Set the focus to the direction, open the replies to advice, or open an unsorted line."""
        if record_id.startswith("advice:"):
            self.answered.unfold()
        elif isinstance(self.desk.school.find(record_id), Captured):
            self._show_unsorted()
            if self.unsorted is not None:
                self.unsorted.open(record_id)
        elif not self.desk.read_only:
            self.direction.edit()

    def _show_first(self) -> None:
        """For an empty school, show one or two first acts."""
        desk, words = self.desk, self.words
        begun = bool(open_phases(desk.framework, desk.school) or desk.school.of(Answer))
        if begun or desk.read_only:
            if self.first is not None:
                self.first.deleteLater()
                self.first = None
            return
        if self.first is not None:
            return
        panel = framed("panel")
        inside = column(panel, gap=8, margins=(20, 16, 20, 16))
        inside.addWidget(text(words("Begin where you are"), "heading"))
        inside.addWidget(
            text(words("Many begin in the first phase. You can also begin in another one, and skip what does not fit."))
        )
        acts = FlowBox(gap=8)
        self.begin = button(words("Look at {phase}", phase=numbered_phase(desk.framework, desk.school, "F1")), "main")
        self.begin.clicked.connect(lambda: desk.go("phase:F1", ""))
        self.write_direction = button(words("Write our direction"))
        self.write_direction.clicked.connect(self.direction.edit)
        acts.add(self.begin)
        acts.add(self.write_direction)
        inside.addWidget(acts)
        self._place_first(panel)
        self.first = panel

    def _show_unsorted(self) -> None:
        if self.unsorted is None and self.desk.school.of(Captured):
            from fosdesk.ui.overview.unsorted_list import UnsortedList

            self.unsorted = UnsortedList(self.desk)
            self.unsorted.laid.connect(self._order_focus)
            self._right.insertWidget(self._right.indexOf(self.changes), self.unsorted)
        if self.unsorted is not None:
            self.unsorted.refresh()

    # -- advice

    def _show_advice(self) -> None:
        desk, words = self.desk, self.words
        everything = all_advice(desk.framework, desk.school, desk.day(), days_changed(desk))
        if everything != self._advice and not any(card.is_in_use for card in self.cards):
            self._advice = everything
            self._lay_cards()
        answered = [one for one in self._advice if one.quiet]
        self.answered.setVisible(bool(answered))
        self.answered.setText(words("Answered advice ({n})", n=len(answered)))
        self.advice.setVisible(bool(self._advice))
        if self.answered.is_open:
            self._show_answered()

    def _lay_cards(self) -> None:
        clear(self._cards_place)
        waiting = [one.advice for one in self._advice if not one.quiet]
        shown = waiting if self._all_cards else waiting[:_MOST_CARDS]
        self.cards = [AdviceCard(self.desk, one) for one in shown]
        for card in self.cards:
            self._cards_place.addWidget(card)
            if card.limit is not None:
                card.limit.closed.connect(self._show_advice)
        rest = len(waiting) - len(shown)
        self.more_advice.setVisible(rest > 0)
        self.more_advice.setText(self.words("Show more advice ({n})", n=rest))

    def _show_all_cards(self) -> None:
        if self.desk.release(self.advice):
            self._all_cards = True
            self._lay_cards()
            self._order_focus()

    def _show_answered(self) -> None:
        if isinstance(self.answered.inside, AnsweredAdvice):
            self.answered.inside.show_answers(tuple(one for one in self._advice if one.quiet))

    def _order_focus(self) -> None:
        sheet = self.scroller.widget()
        if sheet is not None:
            follow_layout(sheet)
