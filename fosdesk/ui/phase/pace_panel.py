"""The panel on the pace of a phase: duration, what is open, and who has taken part, seen together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.display.pace_words import pace_sentences
from fosdesk.display.record_words import record_words, short
from fosdesk.domain.rules.advice import advice
from fosdesk.domain.rules.review.phase_pace import PhasePace, phase_pace
from fosdesk.ui.controls.plain_widgets import clear, column, framed, text
from fosdesk.ui.frame.advice_line import days_changed
from fosdesk.ui.frame.desk import Desk

_LONGEST = 300  # characters of the frame that are shown
_RUSHING = "W1"
_RUSHED = ("F1", "F2")  # on whose pages that advice is told


def pace_of_phase(desk: Desk, phase: str) -> PhasePace:
    """The pace of a phase today."""
    return phase_pace(desk.framework, desk.school, phase, desk.day(), days_changed(desk))


class PacePanel(QWidget):
    """Nothing is counted against anything else, and nothing is locked."""

    def __init__(self, desk: Desk, phase: str) -> None:
        super().__init__()
        self._desk, self._phase = desk, phase
        panel = framed("panel")
        column(self).addWidget(panel)
        self._body = column(panel, gap=10, margins=(20, 14, 20, 16))
        self.refresh()

    def refresh(self) -> None:
        """Show the pace of now."""
        desk = self._desk
        clear(self._body)

        def title(item: str) -> str:
            return record_words(desk.words, desk.framework, desk.school, item)

        pace = pace_of_phase(desk, self._phase)
        for heading, sentences in pace_sentences(
            desk.words, desk.school, self._phase, pace, title, lambda frame: short(frame, _LONGEST)
        ):
            self._say(heading, sentences)
        for sentence in self._advice():
            self._body.addWidget(text(sentence))

    def _say(self, title: str, sentences: Sequence[str]) -> None:
        both = column(gap=2)
        both.addWidget(text(title, "strong"))
        for one in sentences:
            both.addWidget(text(one))
        self._body.addLayout(both)

    def _advice(self) -> list[str]:
        desk = self._desk
        if self._phase not in _RUSHED or desk.read_only:
            return []
        found = advice(desk.framework, desk.school, desk.day(), days_changed(desk))
        told = [one for one in found if one.warning == _RUSHING]
        return [desk.framework.warning(_RUSHING).says(one.n, alternative=one.alternative) for one in told]
