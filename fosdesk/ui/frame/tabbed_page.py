"""TabbedPage: a page of parts with tabs; each part is built when first shown and refreshed when affected."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from fosdesk.domain.fields import Noun, Record
from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.controls.tabs import Tabs
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.places import part_of


class Part(QWidget):
    """One part of a page: shows records of some nouns and may have a main button."""

    nouns: ClassVar[tuple[type[Record], ...]] = ()
    begins: type[Record] | None = None  # what the main button makes
    hears_all: ClassVar[bool] = False  # whether any change may concern it, not only one of those nouns
    fills: ClassVar[bool] = False  # whether it scrolls by itself, in the height that the page has left
    laid = Signal()  # widgets came, moved or went, so that Tab must learn its way anew

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.words = desk.words

    @property
    def act(self) -> str:
        """The text of the main button; empty when there is none."""
        return ""

    @property
    def acts(self) -> QWidget | None:
        """Buttons of its own, which stand where the main button would; None when there are none."""
        return None

    @property
    def about(self) -> str:
        """What the part is for, in place of what the page is for; empty when the page says it."""
        return ""

    def begin(self) -> None:
        """The main button was pressed."""

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record of a noun; False where the part makes none. The main button makes the noun of the part."""
        if noun.record is not self.begins:
            return False
        self.begin()
        return True

    def refresh(self) -> None:
        """Show the current school."""

    def take_changes(self, changed: frozenset[str] | None) -> None:
        """Show the current school while the part is seen; `changed` as in `Page.refresh`."""
        self.refresh()

    def open_record(self, record_id: str) -> None:
        """Open one record."""

    def search(self) -> bool:
        """Set the focus to the part's search field; False when it has none."""
        return False


class PartPlace(NamedTuple):
    """A part that is not built yet: key, tab name, the function that builds it, and the noun that it is the tool of.

    Without a noun it always has its tab; see `NounPage`.
    """

    key: str
    name: str
    make: Callable[[], Part]
    noun: Noun | None = None


class TabbedPage(Page):
    """The main button belongs to the part that is shown."""

    tabs: Tabs

    def build_parts(self, places: Sequence[PartPlace]) -> None:
        """Create the tabs and show the first part; called at the end of `build`."""
        self.main = button("", "main")
        self.desk.theme.mark(self.main, "plus")
        self.main.clicked.connect(self._begin)
        self.main_act(self.main)
        self._about = self.lead.text()
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
        """One part; built when first needed."""
        if key not in self._parts:
            self.tabs.build(key)
        return self._parts[key]

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the visible part if affected; the others when shown."""
        for key, part in self._parts.items():
            if changed is None or self._touches(part, changed):
                if key == self.tabs.key:
                    self._stale_parts.discard(key)
                    part.take_changes(changed)
                else:
                    self._stale_parts.add(key)

    def search(self) -> bool:
        """Set the focus to the search field of the visible part; False when it has none."""
        return self.part(self.tabs.key).search()

    def open_in(self, key: str, record_id: str) -> None:
        """Show a part and open a record in it, unless unsaved text in the current part cannot be stored."""
        self.tabs.show_tab(key)
        if self.tabs.key == key:
            self.part(key).open_record(record_id)

    @property
    def part_shown(self) -> str:
        """The key of the part that is shown."""
        return self.tabs.key

    def turn_to_part(self, key: str) -> None:
        """Show a part, where the page has it."""
        if key in self._makers:
            self.tabs.show_tab(key)

    def show_tool(self, noun: Noun) -> None:
        """Show the part that keeps the records of a noun."""
        self.turn_to_part(part_of(noun))

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record in the part that the noun names."""
        self.show_tool(noun)
        if self.tabs.key != part_of(noun) or not self.part(self.tabs.key).begin_record(noun):
            return False
        QTimer.singleShot(0, self._follow_cursor)
        return True

    def _touches(self, part: Part, changed: frozenset[str]) -> bool:
        found = (self.desk.school.find(one) for one in changed)
        return part.hears_all or any(record is None or isinstance(record, part.nouns) for record in found)

    def _made(self, key: str) -> QWidget:
        part = self._parts[key] = self._makers[key]()
        part.laid.connect(self._learn_order)
        if part.acts is not None:
            self.main_act(part.acts)
        self._stale_parts.add(key)
        return part

    def _show_part(self, key: str) -> None:
        part = self._parts[key]
        if key in self._stale_parts and self.is_filled:  # until then the page has the part filled when it is shown
            self._stale_parts.discard(key)
            part.refresh()
        self.main.setText(part.act.replace("&", "&&"))
        self.main.setVisible(bool(part.act) and not self.desk.read_only)
        for other in self._parts.values():
            if other.acts is not None:
                other.acts.setVisible(other is part)
        self.lead.setText(part.about or self._about)
        self.body.setStretchFactor(self.tabs, 100 if part.fills else 0)
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
