"""A searchable list of withheld texts with ticks: ticked ones first, some at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from fosdesk.domain.values.text_folding import folded
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.plain_widgets import button, clear, column, text
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.frame.desk import Desk

_AT_A_TIME = 12


class TextChoice(QWidget):
    """Needed because a school has thousands of texts."""

    def __init__(self, desk: Desk, ticked: set[str]) -> None:
        """`ticked` is called with the places of the chosen texts."""
        super().__init__()
        self._words = desk.words
        self._ticked = ticked
        self._texts: Sequence[WithheldItem] = ()
        self._most = _AT_A_TIME
        self.ticks: dict[str, QCheckBox] = {}
        whole = column(self, gap=6)
        whole.addWidget(
            text(self._words("Texts are chosen one by one. None of them goes in unless you tick it."), "note")
        )
        self.search = SearchLine(self._words("Find a text"))
        self.search.textChanged.connect(self._search)
        whole.addWidget(self.search)
        self._list: QVBoxLayout = column(gap=4)
        whole.addLayout(self._list)
        self.chosen = text("", "quiet")
        whole.addWidget(self.chosen)
        self.more = button(self._words("Show more"), "text")
        self.more.clicked.connect(self._show_more)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_texts(self, texts: Sequence[WithheldItem]) -> None:
        """Show these to choose from."""
        self._texts = texts
        self._update_texts()

    def _search(self) -> None:
        self._most = _AT_A_TIME
        self._update_texts()

    def _show_more(self) -> None:
        shown = len(self.ticks)
        self._most += _AT_A_TIME
        self._update_texts()
        added = [*self.ticks.values()][shown:]
        if added:
            added[0].setFocus()

    def _update_texts(self) -> None:
        words, wanted = self._words, folded(self.search.text()).split()
        focused = next((place for place, tick in self.ticks.items() if tick.hasFocus()), "")
        found = [one for one in self._texts if all(word in folded(f"{one.subject} {one.text}") for word in wanted)]
        found.sort(key=lambda one: one.place not in self._ticked)
        clear(self._list)
        self.ticks.clear()
        for one in found[: self._most]:
            line = CheckLine(f"{one.subject}: {words.quoted(one.text)}")
            line.tick.setChecked(one.place in self._ticked)
            line.tick.toggled.connect(lambda on, place=one.place: self._tick(place, on=on))
            self.ticks[one.place] = line.tick
            self._list.addWidget(line)
            line.show()
        if not found:
            self._list.addWidget(text(words("No text has these words."), "quiet"))
        self.more.setVisible(len(found) > self._most)
        self._count()
        if focused in self.ticks:
            self.ticks[focused].setFocus()
        follow_layout(self)

    def _tick(self, place: str, *, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(place)
        self._count()

    def _count(self) -> None:
        number = sum(one.place in self._ticked for one in self._texts)
        said = self._words.plural("{n} text is chosen.", "{n} texts are chosen.", number)
        self.chosen.setText(said if number else self._words("No text is chosen."))
