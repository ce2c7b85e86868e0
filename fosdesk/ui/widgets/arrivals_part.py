"""The files that came in: when, what they brought, and one click that takes the whole of it back."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.ui.desk import Desk
from fosdesk.ui.tabbed_page import Part
from fosdesk.ui.taking_back import bring_again, take_back
from fosdesk.ui.widgets.several import Several
from fosdesk.ui.widgets.texts import button, clear, column, framed, row, text

if TYPE_CHECKING:
    from fosdesk.store import Arrival


class ArrivalsPart(Part):
    """The latest first."""

    def __init__(self, desk: Desk, show: Callable[[int], None]) -> None:
        """`show` opens what a file brought."""
        super().__init__(desk)
        self._show = show
        layout = column(self, gap=8)
        lead = self.words("Copies of your own school that were merged here. What you write afterwards is always kept.")
        layout.addWidget(text(lead, "quiet"))
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)
        self._list = column(gap=0)
        layout.addLayout(self._list)

    def refresh(self) -> None:
        """The files that came in until now."""
        clear(self._list)
        found = self.desk.workspace.arrivals()
        if found:
            several = Several(found, self._one, self.words)
            several.laid.connect(self.laid)
            self._list.addWidget(several)
        else:
            nothing = self.words("No file has been read in yet. A colleague's copy is read on the page Schools.")
            self._list.addWidget(text(nothing, "quiet"))
        self.laid.emit()

    def _one(self, arrival: "Arrival") -> QWidget:
        words = self.words
        moment = datetime.fromtimestamp(arrival.at / 1000)
        when = f"{words.short_date(moment.date().isoformat())} {moment:%H.%M}"
        changes = words.plural("{n} change came in", "{n} changes came in", arrival.changes)
        holder = framed("item")
        one = row(holder, gap=8, margins=(0, 6, 0, 6))
        names = column(gap=0)
        names.addWidget(text(arrival.file, "strong"))
        names.addWidget(text(f"{when} · {changes}", "quiet"))
        if arrival.taken_back:
            back = (
                words("Taken back.")
                if arrival.again
                else words("Taken back. Read the file again to have it in once more.")
            )
            names.addWidget(text(back, "quiet"))
        one.addLayout(names, 1)
        acts: list[tuple[str, str, Callable[[], None]]] = []
        if arrival.again:
            acts.append((words("Bring it in again"), "", lambda: bring_again(self.desk, arrival.id, self._tell)))
        elif not arrival.taken_back:
            acts.append((words("See what came"), "text", lambda: self._show(arrival.id)))
            acts.append((words("Take it all back"), "", lambda: take_back(self.desk, arrival.id, self._tell)))
        for said, look, act in acts:
            made = button(said, look, name=f"{said}: {arrival.file}")
            made.clicked.connect(lambda _=False, a=act: a())
            one.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.refresh()
