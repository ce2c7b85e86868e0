"""WaitingList: what waits for the principal at the gate, each a line that leads there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.gatekeeping.waiting_words import waiting_words
from fosdesk.domain.rules.gatekeeping.principal_list import WaitingEntry, waits_for_principal
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, set_shown
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record

_MOST = 5
_DAY = 190  # px at 100 %


class WaitingList(QWidget):
    """Folded at first; not there where nothing waits. Whoever shows it finds a place for `fold`, the button."""

    laid = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[WaitingEntry, ...] = ()
        body = column(self, gap=4)
        self._inside = QWidget(self)
        self._inside.hide()
        self._lines = column(self._inside, gap=0)
        self.fold = Disclosure(desk.theme, desk.words("Waits for the principal"), lambda: self._inside)
        self.fold.unfolded.connect(lambda _: self.laid.emit())
        body.addLayout(self.fold.place)
        self.fold.hide()
        self.hide()

    def refresh(self) -> None:
        """Show what waits now."""
        desk, words = self._desk, self._desk.words
        found = () if desk.read_only else waits_for_principal(desk.school, desk.day())
        if found == self._shown:
            return
        self._shown = found
        self.fold.setText(words("Waits for the principal ({n})", n=words.number(len(found))))
        clear(self._lines)
        several = ShowMoreList(found, self._line, words, most=_MOST)
        several.laid.connect(self.laid)
        self._lines.addWidget(several)
        set_shown(self.fold, bool(found))
        set_shown(self, bool(found))
        self.laid.emit()

    def _line(self, one: WaitingEntry) -> LineButton:
        desk, words = self._desk, self._desk.words
        made = LineButton(desk.theme, most_lines=2)
        made.set_words(one.entry.what or words("(no wording yet)"), notes=((waiting_words(words, one), _DAY),))
        made.clicked.connect(lambda: go_to_record(desk, one.entry.id))
        return made
