"""NounPage: the tools that live on a page, each in a tab; those that are unused stand together in one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from fosdesk.display.noun_words import noun_many, sub_list_words
from fosdesk.domain.fields import NOUNS, Begin, Noun, SubList, noun_of
from fosdesk.domain.rules.lists.sub_lists import records_in, sub_list_of
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.page_registry import page_entry, page_lead, page_names
from fosdesk.ui.frame.places import home_of, part_of, record_to_open
from fosdesk.ui.frame.tabbed_page import Part, PartPlace, TabbedPage
from fosdesk.ui.lists.more_tools_part import MoreToolsPart
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.lists.page_part import PagePart

MORE = "more_tools"
_AT_FIRST_SIGHT = 4  # tabs; a page with more tools shows those in use


class NounPage(TabbedPage):
    """A noun that names the page and a part of it is here by that alone; pages with more to them add own parts.

    The first part is always there, and so is a part that is the tool of no noun.
    """

    def __init__(self, desk: Desk, key: str = "") -> None:
        """`key` says which page it is to be, where the class has no key of its own."""
        self.place = key or self.key
        self._tools: tuple[PartPlace, ...] = ()
        self._opened: set[str] = set()  # tools without records that were opened since the page was shown
        super().__init__(desk, page_names(desk.words)[self.place], page_lead(desk.words, self.place))

    def build(self) -> None:
        """Create the tabs."""
        self.build_tools(self.own_parts())

    def own_parts(self) -> Sequence[PartPlace]:
        """The parts that are more than the list of a noun; one with the key of a noun's part is shown for that list."""
        return ()

    def build_tools(self, own: Sequence[PartPlace]) -> None:
        """Create the tabs: own parts and those of nouns, in the order that the page's entry gives."""
        self._tools = self._in_order(
            (*own, *self._parts_of_nouns({part.key for one in own for part in (one, *one.views)}))
        )
        self._is_gathering = len(self._tools) > _AT_FIRST_SIGHT
        more = (PartPlace(MORE, self.words("More tools"), self._more_tools),) if self._is_gathering else ()
        self.build_parts((*self._tools, *more))

    def page_part(self, key: str, name: str, make: Callable[[Desk], Page], noun: Noun | None = None) -> PartPlace:
        """A part that is made as a page of its own."""

        def fail(fault: Exception) -> None:
            if self.fault_handler is None:
                raise fault
            self.fault_handler(fault)

        return PartPlace(key, name, lambda: PagePart(self.desk, make(self.desk), fail), noun)

    def tool(self, noun: Noun, make: Callable[[], Part] | None = None, name: str = "") -> PartPlace:
        """The part of a noun; as the standard list unless `make` says otherwise."""
        name = name or noun_many(self.words, noun)
        return PartPlace(part_of(noun), name, make or (lambda: NounPart(self.desk, noun.record)), noun)

    def unused(self) -> tuple[PartPlace, ...]:
        """The tools that stand together, because nobody has used them."""
        if not self._is_gathering:
            return ()
        tools = (one for one in self._tools[1:] if one.noun is not None and one.key not in self._opened)
        return tuple(one for one in tools if not self.is_used(one))

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Offer the tools that are in use, and refresh the visible part."""
        self._offer()
        super().refresh(changed)

    def show_record(self, record_id: str) -> None:
        """Open a record in the part where it lives; the key of a noun shows its list."""
        noun = NOUNS.get(record_id)
        if noun is not None and part_of(noun):  # the ids of some single records are keys of nouns, too
            self.show_tool(noun)
            return
        part = self.part_for(record_id)
        if part in self._makers or part in self._tab_of:
            self.open_in(part, record_to_open(self.desk.school, record_id))

    def turn_to(self, record_id: str) -> None:
        """Turn to the part where a record lives."""
        self.turn_to_part(self.part_for(record_id))

    def part_for(self, record_id: str) -> str:
        """The key of the part that shows a record; empty where none does."""
        record = self.desk.school.find(record_to_open(self.desk.school, record_id))
        if record is None:
            return ""
        noun = noun_of(record)
        apart = sub_list_of(noun, record)
        return apart.part if apart is not None else part_of(noun)

    def _parts_of_nouns(self, own: set[str]) -> list[PartPlace]:
        found: dict[str, PartPlace] = {}
        for noun in NOUNS.values():
            part = part_of(noun)
            if home_of(noun) == self.place and part and part not in own and not noun.parent and part not in found:
                found[part] = self.tool(noun)
            for one in noun.use.sub_lists:
                if (one.page or home_of(noun)) == self.place and one.part not in own:
                    found[one.part] = self._sub_list(noun, one)
        return [*found.values()]

    def _sub_list(self, noun: Noun, one: SubList) -> PartPlace:
        return PartPlace(
            one.part, sub_list_words(self.words, one), lambda: NounPart(self.desk, noun.record, one), noun, sub_list=one
        )

    def _in_order(self, places: Sequence[PartPlace]) -> tuple[PartPlace, ...]:
        order = page_entry(self.place).parts
        return tuple(sorted(places, key=lambda one: order.index(one.key) if one.key in order else len(order)))

    def is_used(self, tool: PartPlace) -> bool:
        """Whether a tool has a tab of its own, as it holds something."""
        school = self.desk.school
        if tool.noun is not None and tool.sub_list is not None:
            return any(map(tool.sub_list.holds, school.of(tool.noun.record)))
        kept = [one for one in NOUNS.values() if home_of(one) == self.place and part_of(one) == tool.key]
        nouns = kept or ([tool.noun] if tool.noun is not None else [])
        return any(records_in(school, noun, None) for noun in nouns)

    def _more_tools(self) -> MoreToolsPart:
        made = MoreToolsPart(self.desk, self.unused)
        made.begun.connect(self._begin_tool)
        return made

    def _begin_tool(self, key: str, given: Begin | None) -> None:
        noun = next(one.noun for one in self._tools if one.key == key)
        self.tabs.show_tab(key)
        if self.tabs.key == key and noun is not None:
            if given is not None or not self.part(key).begin_record(noun):
                self.part(key).begin_with(given)
            QTimer.singleShot(0, self._follow_cursor)

    def _show_part(self, key: str) -> None:
        super()._show_part(key)
        if key == MORE:
            self.part(MORE).refresh()
        else:
            self._opened.add(key)
        self._offer()

    def _offer(self) -> None:
        """Show the tabs that are wanted now; what was opened keeps its tab until one comes back to the page."""
        if not self._is_gathering:
            return
        waiting = {one.key for one in self.unused()}
        for one in self._tools:
            self.tabs.offer(one.key, is_offered=one.key not in waiting)
        self.tabs.rename(MORE, self.words("More tools ({n})", n=len(waiting)))
        # To a colleague who only reads, a list of what is empty says nothing.
        self.tabs.offer(MORE, is_offered=bool(waiting) and not self.desk.read_only)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget which unused tools were opened."""
        self._opened.clear()
        super().hideEvent(event)
