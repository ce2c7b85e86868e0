"""The list of merged files: when they came, what they brought, and a button to take that back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from fosdesk.domain.values.moments import local_moment
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.take_back import bring_again, take_back
from fosdesk.ui.lists.latest_list import LatestList

if TYPE_CHECKING:
    from fosdesk.store import Arrival


class ArrivalsPart(LatestList):
    """The latest first."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk, show: Callable[[int], None]) -> None:
        """`show` opens the changes that a file brought."""
        words = desk.words
        lead = words("Copies of your own school that were merged here. What you write afterwards is always kept.")
        nothing = words("No file has been read in yet. A colleague's copy is read on the page Schools.")
        super().__init__(desk, lead, nothing)
        self._show = show
        self._is_due = False
        desk.workspace.changed.connect(self._follow)

    def _follow(self, changed: frozenset[str]) -> None:
        """Refresh when a file is merged or taken back, even if no visible record changed."""
        if not changed:
            self._is_due = True
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Show the current list."""
        self._is_due = False
        super().refresh()

    def _found(self) -> "tuple[Arrival, ...]":
        return self.desk.workspace.arrivals()

    def _one(self, arrival: "Arrival") -> QWidget:
        words = self.words
        moment = local_moment(arrival.at)
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
            acts.append(
                (words("Bring it in again"), "", lambda: bring_again(self.desk, arrival.id, self._show_message))
            )
        elif not arrival.taken_back:
            acts.append((words("See what came"), "text", lambda: self._show(arrival.id)))
            acts.append((words("Take it all back"), "", lambda: take_back(self.desk, arrival.id, self._show_message)))
        for said, look, act in acts:
            made = button(said, look, name=f"{said}: {arrival.file}")
            made.clicked.connect(lambda _=False, a=act: a())
            one.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh after changes while hidden."""
        super().showEvent(event)
        if self._is_due:
            self.refresh()
