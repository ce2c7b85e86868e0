"""The filter for what lies on the principal: the names of that role, its follow-ups, and what waits at the gate."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.gatekeeping.waiting_words import waiting_words
from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import FollowUp, Person
from fosdesk.domain.rules.gatekeeping.principal_list import WaitingEntry, waits_for_principal
from fosdesk.domain.rules.review.role_duties import open_follow_ups
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record

T = TypeVar("T")

_STORED = "Rektor"  # in bokmål and nynorsk; what was written stays when the language of the program is another
_MOST = 5
_ROLE, _DAY, _WHY = 150, 84, 190  # px at 100 %


def principal_names(desk: Desk) -> tuple[str, ...]:
    """What the role is called in the framework, and in what the school has written."""
    return (option_words(desk.words, choice_of(Person, "role"), "principal"), _STORED)


class PrincipalDuties(QWidget):
    """The open follow-ups of the principal and what waits for them at the gate, each a line that leads there."""

    laid = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Sequence[FollowUp], Sequence[WaitingEntry]] | None = None
        self._body = column(self, gap=0)

    def refresh(self) -> None:
        """Show those of now; nothing where there are none."""
        desk, words = self._desk, self._desk.words
        found = (open_follow_ups(principal_names(desk), desk.school), waits_for_principal(desk.school, desk.day()))
        if found == self._shown:
            return
        self._shown = found
        clear(self._body)
        self._list(words("The principal's follow-ups"), found[0], self._follow_up)
        self._list(words("Waits for the principal"), found[1], self._waiting)
        self.laid.emit()

    def _list(self, title: str, found: Sequence[T], make: Callable[[T], QWidget]) -> None:
        if found:
            heading = text(title, "heading")
            heading.setContentsMargins(0, 8, 0, 4)
            self._body.addWidget(heading)
            several = ShowMoreList(found, make, self._desk.words, most=_MOST)
            several.laid.connect(self.laid)
            self._body.addWidget(several)

    def _follow_up(self, one: FollowUp) -> LineButton:
        words = self._desk.words
        due = words.short_date(one.due, with_year=one.due[:4] != self._desk.day()[:4]) if known_day(one.due) else ""
        return self._line(one.id, one.what, ((one.responsible, _ROLE), (due, _DAY)))

    def _waiting(self, one: WaitingEntry) -> LineButton:
        return self._line(one.entry.id, one.entry.what, ((waiting_words(self._desk.words, one), _WHY),))

    def _line(self, record_id: str, title: str, notes: Sequence[tuple[str, int]]) -> LineButton:
        made = LineButton(self._desk.theme, most_lines=2)
        made.set_words(title or self._desk.words("(no wording yet)"), notes=notes)
        made.clicked.connect(lambda: go_to_record(self._desk, record_id))
        return made
