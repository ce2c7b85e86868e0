"""The panel on the pace of a phase: duration, what is open, and who has taken part, seen together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.display.record_words import record_words, short
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import Involvement, PhaseFrame
from fosdesk.domain.rules.advice import advice
from fosdesk.domain.rules.review.phase_pace import PhasePace, phase_pace
from fosdesk.ui.controls.plain_widgets import clear, column, framed, text
from fosdesk.ui.frame.advice_line import days_changed
from fosdesk.ui.frame.desk import Desk

_MOST = 4  # open items that are named
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
        words, pace = self._desk.words, pace_of_phase(self._desk, self._phase)
        clear(self._body)
        self._say(words("Time"), self._time(pace))
        self._say(words("Open of what is suggested first"), self._open(pace))
        self._say(words("Who has taken part"), self._took_part(pace))
        for sentence in self._advice():
            self._body.addWidget(text(sentence))

    def _say(self, title: str, sentences: Sequence[str]) -> None:
        if sentences:
            both = column(gap=2)
            both.addWidget(text(title, "strong"))
            for one in sentences:
                both.addWidget(text(one))
            self._body.addLayout(both)

    def _time(self, pace: PhasePace) -> list[str]:
        words, desk = self._desk.words, self._desk
        if not pace.opened:
            return [words("The phase has not been opened yet.")]
        said = words("Opened {date}; school weeks so far: {n}.", date=words.date(pace.opened), n=pace.weeks)
        if pace.closed:
            said = words(
                "From {first} to {last}; school weeks: {n}.",
                first=words.date(pace.opened),
                last=words.date(pace.closed),
                n=pace.weeks,
            )
        found = [said]
        if pace.still_since:
            since = words.date(pace.still_since)
            found.append(words("Nothing has been written in the checklist since {date}.", date=since))
        frame = desk.school.get(PhaseFrame, f"phase_frame:{self._phase}").time_frame.strip()
        if frame:
            label = label_words(words, fields_of(PhaseFrame)["time_frame"])
            found.append(f"{label}: {short(frame, 300)}")
        return found

    def _open(self, pace: PhasePace) -> list[str]:
        words, desk = self._desk.words, self._desk
        if not pace.open_first:
            return [words("Nothing of it is open.")]
        titles = [record_words(words, desk.framework, desk.school, one) for one in pace.open_first[:_MOST]]
        more = [words("… and some more.")] if len(pace.open_first) > _MOST else []
        return [*(f"–  {one}" for one in titles), *more]

    def _took_part(self, pace: PhasePace) -> list[str]:
        words = self._desk.words
        if not pace.opened:
            return []
        choice = choice_of(Involvement, "who")

        def named(groups: Sequence[str]) -> str:
            said = [option_words(words, choice, one) for one in groups]
            return words.joined([said[0], *(one[:1].lower() + one[1:] for one in said[1:])])

        found = [named(pace.took_part) + "."] if pace.took_part else []
        if pace.not_written_of:
            found.append(words("Nothing is written yet about: {groups}.", groups=named(pace.not_written_of).lower()))
        return found

    def _advice(self) -> list[str]:
        desk = self._desk
        if self._phase not in _RUSHED or desk.read_only:
            return []
        found = advice(desk.framework, desk.school, desk.day(), days_changed(desk))
        told = [one for one in found if one.warning == _RUSHING]
        return [desk.framework.warning(_RUSHING).says(one.n, alternative=one.alternative) for one in told]
