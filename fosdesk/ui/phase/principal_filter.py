"""The filter for what lies on the principal: the names of that role, and its open follow-ups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.records import FollowUp, Person
from fosdesk.domain.rules.review.role_duties import open_follow_ups
from fosdesk.domain.values.dates import known_day
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record

_STORED = "Rektor"  # in bokmål and nynorsk; what was written stays when the language of the program is another
_MOST = 5


def principal_names(desk: Desk) -> tuple[str, ...]:
    """What the role is called in the framework, and in what the school has written."""
    return (option_words(desk.words, choice_of(Person, "role"), "principal"), _STORED)


class PrincipalFollowUps(QWidget):
    """The open follow-ups of the principal, each a line that leads there; nothing where there are none."""

    laid = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[FollowUp, ...] | None = None
        self._body = column(self, gap=0)

    def refresh(self) -> None:
        """Show those of now."""
        desk, words = self._desk, self._desk.words
        found = open_follow_ups(principal_names(desk), desk.school)
        if found == self._shown:
            return
        self._shown = found
        clear(self._body)
        if found:
            heading = text(words("The principal's follow-ups"), "heading")
            heading.setContentsMargins(0, 0, 0, 4)
            self._body.addWidget(heading)
            several = ShowMoreList(found, self._line, words, most=_MOST)
            several.laid.connect(self.laid)
            self._body.addWidget(several)
        self.laid.emit()

    def _line(self, one: FollowUp) -> LineButton:
        desk, words = self._desk, self._desk.words
        made = LineButton(desk.theme, most_lines=2)
        due = words.short_date(one.due, with_year=one.due[:4] != desk.day()[:4]) if known_day(one.due) else ""
        made.set_words(one.what or words("(no wording yet)"), notes=((one.responsible, 150), (due, 84)))
        made.clicked.connect(lambda: go_to_record(desk, one.id))
        return made
