"""The standard list of a noun on its page, as a person comes to it and works in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableView

from fosdesk.domain.fields import NOUNS
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import home_of
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.noun_page import NounPage
from fosdesk.ui.lists.noun_part import NounPart
from fosdesk.ui.window.main_window import MainWindow
from tests.ui.acts import bring_to_front

# Those whose page shows them in its own way, that are one of their kind, or that are tried with the meetings.
_OTHERWISE = ("gate_entry", "translation_note", "person", "school_calendar", "consolidation")
IN_LISTS = tuple(
    key
    for key, noun in NOUNS.items()
    if noun.use.new and not noun.parent and noun.page != "meetings" and key not in _OTHERWISE
)


class ShownList:
    """The list that is shown in the window that is in front."""

    def __init__(self, window: MainWindow, noun: str) -> None:
        """`noun` is the key of the noun, whose list is gone to."""
        self.window, self.noun = window, NOUNS[noun]
        window.go(home_of(self.noun), noun)
        page = window.page(home_of(self.noun))
        assert isinstance(page, NounPage)
        self.page = page
        part = page.part(page.part_shown)
        assert isinstance(part, NounPart)
        assert part.noun is self.noun
        self.part = part
        bring_to_front(window)

    @property
    def desk(self) -> Desk:
        """What the page is handed."""
        return self.page.desk

    @property
    def new(self) -> QPushButton:
        """The page's main button."""
        return self.page.main

    @property
    def list(self) -> NounList:
        """The list."""
        return self.part.list

    @property
    def table(self) -> QTableView:
        """Its table."""
        return self.list.table

    @property
    def panel(self) -> SidePanel:
        """What the open record's form stands in."""
        return self.list.frame

    @property
    def form(self) -> RecordForm:
        """The form of the open record."""
        assert isinstance(self.list.panel, RecordForm)
        return self.list.panel

    @property
    def is_open(self) -> bool:
        """Whether a record is open."""
        return self.list.is_open

    def begin(self) -> RecordForm:
        """Begin a record with the main button; returns its form."""
        QTest.mouseClick(self.new, Qt.MouseButton.LeftButton)
        return self.form

    def open(self, record_id: str) -> RecordForm:
        """Open a record, as from elsewhere; returns its form."""
        self.page.show_record(record_id)
        return self.form

    def turn_to(self, part: str) -> None:
        """Click on the tab of another part."""
        QTest.mouseClick(self.page.tabs.name_of(part), Qt.MouseButton.LeftButton)
