"""TabbedPage: a page of parts with tabs; each part is built when first shown and refreshed when affected."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from fosdesk.domain.fields import Begin, Noun, Record, SubList
from fosdesk.ui.controls.chips import ChipLine
from fosdesk.ui.controls.plain_widgets import button, column
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

    def begin_with(self, given: Begin | None = None) -> None:
        """Begin a record in one of the ways that its noun names."""
        self.begin()

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

    Without a noun it always has its tab; see `NounPage`. With `views` it is a tab of several parts, see `JoinedPart`;
    with a `sub_list` the tool holds these records of the noun.
    """

    key: str
    name: str
    make: Callable[[], Part]
    noun: Noun | None = None
    views: tuple["PartPlace", ...] = ()
    sub_list: SubList | None = None


def joined_place(desk: Desk, name: str, views: Sequence[PartPlace]) -> PartPlace:
    """Parts that share one tab, under the key of the first; each is still known by its own key."""
    return PartPlace(views[0].key, name, lambda: JoinedPart(desk, views), views=tuple(views))


class JoinedPart(Part):
    """Several parts under one tab; each is built when first shown. The page shows `line`, which chooses among them."""

    turned = Signal()  # to another of its parts

    def __init__(self, desk: Desk, views: Sequence[PartPlace]) -> None:
        super().__init__(desk)
        self._makers = {one.key: one.make for one in views}
        self._views: dict[str, Part] = {}
        self._stale: set[str] = set()
        self.key = views[0].key
        self._body = column(self, gap=12)
        self.line = ChipLine(gap=4)
        self.line.setAccessibleName(self.words("Shown as"))
        self.choices: dict[str, QPushButton] = {}
        for one in views:
            made = self.choices[one.key] = button(one.name, "chip")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.clicked.connect(lambda _=False, key=one.key: self.show_view(key))
            self.line.add(made)
        self.show_view(self.key)

    def view(self, key: str) -> Part:
        """One of the parts; built when first needed."""
        if key not in self._views:
            part = self._views[key] = self._makers[key]()
            part.laid.connect(self.laid)
            part.hide()
            self._stale.add(key)
            self._body.addWidget(part, 1 if part.fills else 0)
        return self._views[key]

    @property
    def shown(self) -> Part:
        """The part that is shown."""
        return self.view(self.key)

    def show_view(self, key: str) -> None:
        """Show one of the parts, unless text in the other one cannot be stored."""
        before = self._views.get(self.key)
        if before is not None and key != self.key and not self.desk.release(before):
            self.choices[self.key].setChecked(True)
            return
        self._turn(key)

    def _turn(self, key: str) -> None:
        before = self._views.get(self.key)
        if before is not None:
            before.hide()
        self.key = key
        self.choices[key].setChecked(True)
        self.shown.show()
        if before is not None:  # else the page fills it when it is shown
            self._fill()
            self.turned.emit()

    def reveal(self, inside: QWidget) -> None:
        """Show the part that contains a widget, such as text that cannot be stored."""
        for key, part in self._views.items():
            if key != self.key and part.isAncestorOf(inside):
                self._turn(key)

    def _fill(self) -> None:
        if self.key in self._stale:
            self._stale.discard(self.key)
            self.shown.refresh()

    @property
    def act(self) -> str:
        """The main button of the part that is shown."""
        return self.shown.act

    @property
    def about(self) -> str:
        """What the part that is shown is for."""
        return self.shown.about

    def begin(self) -> None:
        """The main button was pressed."""
        self.shown.begin()

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record in the part that is shown."""
        return self.shown.begin_record(noun)

    def refresh(self) -> None:
        """Show the current school; the other parts do when they are shown."""
        self._stale.update(self._views)
        self._fill()

    def take_changes(self, changed: frozenset[str] | None) -> None:
        """Tell the part that is shown, as far as it concerns it."""
        self._stale.update(key for key, one in self._views.items() if key != self.key and _concerns(one, changed))
        if self.key in self._stale:
            self._fill()
        elif _concerns(self.shown, changed):
            self.shown.take_changes(changed)

    def hears(self, changed: frozenset[str]) -> bool:
        """Whether changes concern any of the parts that are built."""
        return any(_concerns(one, changed) for one in self._views.values())

    def open_record(self, record_id: str) -> None:
        """Open a record in the part that is shown."""
        self.shown.open_record(record_id)

    def search(self) -> bool:
        """Set the focus to the search field of the part that is shown."""
        return self.shown.search()


def _concerns(part: Part, changed: frozenset[str] | None) -> bool:
    """Whether changes concern a part; `changed` as in `Page.refresh`."""
    if changed is None or part.hears_all:
        return True
    if isinstance(part, JoinedPart):
        return part.hears(changed)
    found = (part.desk.school.find(one) for one in changed)
    return any(record is None or isinstance(record, part.nouns) for record in found)


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
        self._tab_of = {view.key: place.key for place in places for view in place.views}
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
        tab = self._tab_of.get(key, key)
        if tab not in self._parts:
            self.tabs.build(tab)
        part = self._parts[tab]
        return part.view(key) if isinstance(part, JoinedPart) else part

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Refresh the visible part if affected; the others when shown."""
        for key, part in self._parts.items():
            if _concerns(part, changed):
                if key == self.tabs.key:
                    self._stale_parts.discard(key)
                    part.take_changes(changed)
                else:
                    self._stale_parts.add(key)

    def search(self) -> bool:
        """Set the focus to the search field of the visible part; False when it has none."""
        return self.part(self.part_shown).search()

    def open_in(self, key: str, record_id: str) -> None:
        """Show a part and open a record in it, unless unsaved text in the current part cannot be stored."""
        self._turn(key)
        if self.part_shown == key:
            self.part(key).open_record(record_id)

    @property
    def part_shown(self) -> str:
        """The key of the part that is shown."""
        shown = self._parts.get(self.tabs.key)
        return shown.key if isinstance(shown, JoinedPart) else self.tabs.key

    def turn_to_part(self, key: str) -> None:
        """Show a part, where the page has it."""
        if key in self._makers or key in self._tab_of:
            self._turn(key)

    def _turn(self, key: str) -> None:
        """Show a part, unless unsaved text in the current one cannot be stored."""
        tab = self._tab_of.get(key, key)
        self.tabs.show_tab(tab)
        shown = self._parts.get(tab)
        if self.tabs.key == tab and isinstance(shown, JoinedPart) and shown.key != key:
            shown.show_view(key)

    def show_tool(self, noun: Noun) -> None:
        """Show the part that keeps the records of a noun."""
        self.turn_to_part(part_of(noun))

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record in the part that the noun names."""
        self.show_tool(noun)
        if self.part_shown != part_of(noun) or not self.part(self.part_shown).begin_record(noun):
            return False
        QTimer.singleShot(0, self._follow_cursor)
        return True

    def _made(self, key: str) -> QWidget:
        part = self._parts[key] = self._makers[key]()
        part.laid.connect(self._learn_order)
        if isinstance(part, JoinedPart):
            part.turned.connect(lambda: self._show_part(key))
            self.tabs.add_beside(part.line)
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
            if isinstance(other, JoinedPart):
                other.line.setVisible(other is part)
        self.lead.setText(part.about or self._about)
        fills = self.part(self.part_shown).fills
        self.body.setStretchFactor(self.tabs, 100 if fills else 0)
        self._learn_order()

    def _begin(self) -> None:
        self.part(self.part_shown).begin()
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
