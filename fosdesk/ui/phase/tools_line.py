"""The tools of a phase in one quiet line: those in use with what they hold, then the others as far as they fit."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import Noun, noun_of
from fosdesk.domain.framework import Phase
from fosdesk.domain.records import PhaseExperience
from fosdesk.domain.rules.item_tools import count_of, is_private, nouns_of
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, set_style_property, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_tool

_GAP: Literal[2] = 2
_EXPERIENCE = noun_of(PhaseExperience)


class ToolsLine(QWidget):
    """Buttons to the tools of the phase's items; of a private one, nothing tells whether it is in use.

    What does not fit in one line is shown when it is asked for.
    """

    laid = Signal()  # the buttons stand in another order

    def __init__(self, desk: Desk, phase: Phase) -> None:
        super().__init__()
        self._desk = desk
        # What has fixed records is written at the items themselves.
        self._nouns = [noun for noun in nouns_of(item.id for item in phase.items) if not noun.use.at_items]
        self._phase = phase.id
        if _EXPERIENCE not in self._nouns:  # it documents the phase as a whole, and none of its items
            self._nouns.append(_EXPERIENCE)
        self._shown: list[tuple[str, str]] = []
        self.tools: dict[str, QPushButton] = {}  # by the key of the noun
        self._flow = FlowBox(gap=_GAP)
        self._is_unfolded = False
        self.more = button("", "text")
        self.more.clicked.connect(self._turn)
        self._lead = text(desk.words("Tools in this phase:"), "quiet", wrap=False)
        column(self).addWidget(self._flow)

    def refresh(self) -> None:
        """Show the tools as they are used now; costs next to nothing where nothing has changed."""
        desk, words = self._desk, self._desk.words
        counts = [(noun, self._count(noun)) for noun in self._nouns]
        order = sorted(counts, key=lambda pair: not pair[1])
        if desk.read_only:
            order = [pair for pair in order if pair[1]]
        shown = [(noun.key, words.number(count) if count else "") for noun, count in order]
        if shown == self._shown:
            return
        self._shown = shown
        set_shown(self, bool(shown))
        for key in [key for key in self.tools if key not in dict(shown)]:
            self.tools.pop(key).deleteLater()
        while self._flow.flow.takeAt(0) is not None:
            pass  # what stays is laid again in the new order, and keeps the cursor
        self._flow.add(self._lead)
        for noun, count in order:
            made = self.tools.get(noun.key) or self._made(noun)
            said = noun_many(words, noun)
            said = f"{said} {words.number(count)}" if count else said
            made.setText(said.replace("&", "&&"))
            made.setAccessibleName(said)
            set_style_property(made, "look", "text" if count else "row")
            self._flow.add(made)
        self._flow.add(self.more)
        self.tools = {noun.key: self.tools[noun.key] for noun, _ in order}
        self._fit()
        self.laid.emit()

    @property
    def folded(self) -> list[QPushButton]:
        """The tools that are not shown until they are asked for."""
        return [] if self._is_unfolded else [one for one in self.tools.values() if one.isHidden()]

    def _fit(self) -> None:
        """Show those that fit in one line beside the button for the rest; the one with the cursor always."""
        words, made = self._desk.words, list(self.tools.values())
        fitting = self._fitting(made)
        if any(one.hasFocus() for one in made[fitting:]):
            self._is_unfolded = True
        for place, one in enumerate(made):
            set_shown(one, self._is_unfolded or place < fitting)
        left = len(made) - fitting
        more = words("Show fewer") if self._is_unfolded else words("More tools ({n})", n=words.number(left))
        self.more.setText(more)
        set_shown(self.more, left > 0)

    def _fitting(self, made: Sequence[QPushButton]) -> int:
        """How many tools fit in the first line, at least one."""
        widths = [one.sizeHint().width() + _GAP for one in made]
        room = self.width() - self._lead.sizeHint().width() - _GAP
        if sum(widths) <= room:
            return len(made)
        self.more.setText(self._desk.words("More tools ({n})", n=self._desk.words.number(len(made))))
        room -= self.more.sizeHint().width() + _GAP
        return max(sum(total <= room for total in accumulate(widths)), 1)

    def _turn(self) -> None:
        """Show the tools that do not fit, with the cursor on the first of them, or fold them again."""
        hidden = self.folded
        self._is_unfolded = not self._is_unfolded
        self._fit()
        if self._is_unfolded and hidden:
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.laid.emit()

    def _made(self, noun: Noun) -> QPushButton:
        made = self.tools[noun.key] = button("", tip=self._desk.words(noun.use.purpose) if noun.use.purpose else "")
        made.clicked.connect(lambda: go_to_tool(self._desk, noun))
        return made

    def _count(self, noun: Noun) -> int:
        if noun is _EXPERIENCE:
            return sum(one.phase == self._phase for one in self._desk.school.of(PhaseExperience))
        return 0 if is_private(noun) else count_of(self._desk.school, noun).records

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer fit."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
