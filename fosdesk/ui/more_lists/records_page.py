"""The page Core components and partners: every noun without a page of its own, in the standard list."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableView, QWidget

from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import NOUNS, Noun, noun_of
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.plain_widgets import button, column
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.places import record_to_open
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_part import NounPart


class RecordsPage(Page):
    """Choose a noun, open one of its records and edit it; each list is built when it is first shown."""

    key: ClassVar[str] = "records"

    def __init__(self, desk: Desk) -> None:
        self._nouns = [noun for noun in NOUNS.values() if not noun.page and not noun.parent]
        self._noun = self._nouns[0]
        self._parts: dict[str, NounPart] = {}
        words = desk.words
        super().__init__(
            desk,
            words("Core components and partners"),
            words("The core components, those who support you, and what you ask the owner for."),
        )

    def build(self) -> None:
        """Create the choice of lists, and the first list."""
        words = self.words
        self.new = button(words("New"), "main")
        self.new.clicked.connect(lambda: self.part.begin())
        if self.desk.read_only:
            self.new.hide()
        self.main_act(self.new)
        self.lists = ChipChoice(
            [(n.key, noun_many(words, n)) for n in self._nouns], self._noun.key, name=words("Lists")
        )
        self.lists.chosen.connect(self._choose)
        self.body.addWidget(self.lists)
        self._place = QWidget()
        column(self._place)
        self.body.addWidget(self._place, 100)
        self._show_part()

    @property
    def part(self) -> NounPart:
        """The list that is shown, with what it says while it is empty."""
        key = self._noun.key
        if key not in self._parts:
            made = self._parts[key] = NounPart(self.desk, self._noun.record)
            made.laid.connect(lambda: QTimer.singleShot(0, self, lambda: follow_layout(self)))
            layout = self._place.layout()
            assert layout is not None
            layout.addWidget(made)
        return self._parts[key]

    @property
    def list(self) -> NounList:
        """The list that is shown."""
        return self.part.list

    @property
    def table(self) -> QTableView:
        """The table of the list that is shown."""
        return self.list.table

    @property
    def panel(self) -> SidePanel:
        """What the open record's form stands in."""
        return self.list.frame

    @property
    def form(self) -> RecordForm | None:
        """The form of the open record."""
        return self.list.panel if isinstance(self.list.panel, RecordForm) else None

    @property
    def panel_open(self) -> bool:
        """Whether a record is open."""
        return self.list.is_open

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the chosen noun's records and the open one."""
        self.part.refresh()

    def show_record(self, record_id: str) -> None:
        """Open a record, in the list it belongs to; the key of a noun shows its list."""
        if any(noun.key == record_id for noun in self._nouns):
            self._choose(record_id)
            return
        record = self.desk.school.find(record_to_open(self.desk.school, record_id))
        if record is None:
            return
        if noun_of(record) is not self._noun and not self._show_list(noun_of(record)):
            return
        self.part.open_record(record.id)

    def search(self) -> bool:
        """Set the focus to the filter field of the list."""
        return self.part.search()

    def close_panel(self) -> None:
        """Save and close the open record."""
        self.list.close_row()

    def show_tool(self, noun: Noun) -> None:
        """Show the list of a noun."""
        self._choose(noun.key)

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record in the list of its noun."""
        self._choose(noun.key)
        if noun is not self._noun:
            return False
        self.part.begin()
        return True

    def _choose(self, key: str) -> None:
        noun = NOUNS.get(key, self._noun)  # a second click on the chosen list changes nothing
        if noun is self._noun or not self._show_list(noun):
            self.lists.set_value(self._noun.key)

    def _show_list(self, noun: Noun) -> bool:
        if not self.list.close_row():
            return False
        self._noun = noun
        self.lists.set_value(noun.key)
        self._show_part()
        self.part.refresh()
        return True

    def _show_part(self) -> None:
        shown = self.part
        for part in self._parts.values():
            part.setVisible(part is shown)
        follow_layout(self)
