"""TabbedPage: a page in parts, one shown at a time; each is built when first asked for and refreshed when touched."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.tabs import Tabs
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page


class Part(QWidget):
    """One part of a page: shows the records of some nouns, and may have a main act of its own."""

    nouns: ClassVar[tuple[type[Record], ...]] = ()
    laid = Signal()  # widgets came, moved or went, so that Tab must learn its way anew

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = desk.words

    @property
    def act(self) -> str:
        """What the main act is called; empty when there is none."""
        return ""

    def begin(self) -> None:
        """Do the main act."""

    def refresh(self) -> None:
        """Show the school as it stands."""

    def open_record(self, record_id: str) -> None:
        """Open one record."""


class PartPlace(NamedTuple):
    """A part before it is built: its key, the name of its tab, and how to make it."""

    key: str
    name: str
    make: Callable[[], Part]


class TabbedPage(Page):
    """The main act follows the part that is shown."""

    tabs: Tabs

    def build_parts(self, places: Sequence[PartPlace]) -> None:
        """Lay the tabs and show the first part; to be called at the end of `build`."""
        self.main = button("", "main")
        self.main.clicked.connect(self._begin)
        self.main_act(self.main)
        self._makers = {place.key: place.make for place in places}
        self._parts: dict[str, Part] = {}
        self._stale_parts: set[str] = set()
        self._order_due = False
        self.tabs = Tabs(
            [(place.key, place.name) for place in places],
            self._made,
            self.desk.release,
            name=self.words("Parts of the page"),
        )
        self.tabs.shown.connect(self._show_part)
        self.body.addWidget(self.tabs)
        self.tabs.show_tab(places[0].key)

    def part(self, key: str) -> Part:
        """One part, built when first asked for."""
        if key not in self._parts:
            self.tabs.build(key)
        return self._parts[key]

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the part that is shown where it is touched; the others when they are shown."""
        for key, part in self._parts.items():
            if changed is None or self._touches(part, changed):
                if key == self.tabs.key:
                    part.refresh()
                else:
                    self._stale_parts.add(key)

    def open_in(self, key: str, record_id: str) -> None:
        """Show a part, and a record in it; not while something typed in another part cannot be saved."""
        self.tabs.show_tab(key)
        if self.tabs.key == key:
            self.part(key).open_record(record_id)

    def _touches(self, part: Part, changed: frozenset[str]) -> bool:
        found = (self.desk.school.find(one) for one in changed)
        return any(record is None or isinstance(record, part.nouns) for record in found)

    def _made(self, key: str) -> QWidget:
        part = self._parts[key] = self._makers[key]()
        part.laid.connect(self._learn_order)
        self._stale_parts.add(key)
        return part

    def _show_part(self, key: str) -> None:
        part = self._parts[key]
        if key in self._stale_parts:
            self._stale_parts.discard(key)
            part.refresh()
        self.main.setText(part.act.replace("&", "&&"))
        self.main.setVisible(bool(part.act) and not self.desk.read_only)
        self._learn_order()

    def _begin(self) -> None:
        self.part(self.tabs.key).begin()
        QTimer.singleShot(0, self._follow_cursor)

    def _follow_cursor(self) -> None:
        there: QWidget | None = self.focusWidget()
        if there is not None:
            self.scroller.ensureWidgetVisible(there, 0, 24)

    def _learn_order(self) -> None:
        if not self._order_due:
            self._order_due = True
            QTimer.singleShot(0, self._follow_layout)

    def _follow_layout(self) -> None:
        if isValid(self):  # what is saved as the window goes asks for this, too
            self._order_due = False
            follow_layout(self)
