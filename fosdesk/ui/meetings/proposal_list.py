"""What is proposed for an agenda: each line is taken by Enter or a click, and the cursor goes to the next one."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from fosdesk.domain.rules.meeting_proposals import Proposal
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.frame.desk import Desk

_FIRST = 6  # that are shown until more are asked for


class ProposalWords(NamedTuple):
    """A proposal with its title and the reason for it."""

    proposal: Proposal
    title: str
    reason: str


class _Line(LineButton):
    """Says while it has the cursor that Enter takes it."""

    def show_words(self, said: ProposalWords, *, key: str) -> None:
        """Show a proposal, and the `key` that takes it at the right."""
        self.said = said
        self.set_words(said.title, below=said.reason, notes=[(key, 0)] if key else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next line; the list has them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which key takes it."""
        super().focusInEvent(event)
        self.show_words(self.said, key="Enter")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the proposal alone."""
        super().focusOutEvent(event)
        self.show_words(self.said, key="")


class ProposalList(QWidget):
    """Up and Down go from one to the next."""

    taken = Signal(object)  # a Proposal
    emptied = Signal()  # the last one that was shown is taken, so that the cursor needs another place
    laid = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._said: Sequence[ProposalWords] | None = None
        self._unfolded = False
        self.buttons: list[LineButton] = []
        body = column(self, gap=0)
        self._place = column(gap=0)
        body.addLayout(self._place)
        self.nothing = text(desk.words("Nothing to propose now. Write lines of your own."), "quiet")
        self.nothing.setContentsMargins(8, 4, 0, 0)
        body.addWidget(self.nothing)
        self.more = button("", "text")
        self.more.clicked.connect(self._turn)
        foot = row(gap=0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        body.addLayout(foot)

    def show_proposals(self, said: Sequence[ProposalWords]) -> None:
        """Show these; the cursor stays at its place in the list."""
        if list(said) != self._said:
            self._said = list(said)
            self._lay()

    def enter(self, place: int = 0) -> bool:
        """Set the focus to a proposal; False when there is none."""
        if not self.buttons:
            return False
        there = self.buttons[max(0, min(place, len(self.buttons) - 1))]
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_into_view(there)
        return True

    def _lay(self) -> None:
        said = self._said or ()
        place = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), -1)
        clear(self._place)
        self.buttons = []
        for one in said if self._unfolded else said[:_FIRST]:
            made = _Line(self._desk.theme, most_lines=2)
            made.show_words(one, key="")
            made.clicked.connect(lambda _=False, taken=one.proposal: self.taken.emit(taken))
            self.buttons.append(made)
            self._place.addWidget(made)
        words = self._desk.words
        self.nothing.setVisible(not said)
        self.more.setVisible(len(said) > _FIRST)
        self.more.setText(words("Show fewer") if self._unfolded else words("Show more"))
        self.laid.emit()
        if place >= 0 and not self.enter(place):
            self.emptied.emit()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next line."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        place = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), -1)
        if step and place >= 0:
            self.enter(place + step)
        else:
            super().keyPressEvent(event)
