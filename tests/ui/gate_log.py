"""The gatekeeping log on its page, as a person comes to it and works in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QTableView

from fosdesk.domain.records import GateEntry
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.search_line import SearchLine
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.entry_panel import EntryPanel
from fosdesk.ui.gate.gate_parts_page import GatePartsPage
from fosdesk.ui.gate.log_part import GateList, LogPart
from fosdesk.ui.window.main_window import MainWindow
from tests.ui.acts import bring_to_front


class GateLog:
    """The log of a window."""

    def __init__(self, window: MainWindow) -> None:
        page = window.page("gatekeeping")
        assert isinstance(page, GatePartsPage)
        self.page = page
        page.tabs.show_tab("log")
        part = page.part("log")
        assert isinstance(part, LogPart)
        assert isinstance(part.list, GateList)
        self.part, self.list = part, part.list

    @property
    def desk(self) -> Desk:
        """What the page is handed."""
        return self.page.desk

    @property
    def new(self) -> QPushButton:
        """The page's main button."""
        return self.page.main

    @property
    def wanted(self) -> SearchLine:
        """The line that is searched with."""
        return self.list.wanted

    @property
    def table(self) -> QTableView:
        """The table."""
        return self.list.table

    @property
    def flow(self) -> FigureView:
        """The picture."""
        return self.part.flow

    @property
    def panel(self) -> EntryPanel:
        """The form of the open entry."""
        assert isinstance(self.list.panel, EntryPanel)
        return self.list.panel

    @property
    def close_button(self) -> QPushButton:
        """What closes the open entry."""
        return self.list.frame.close_button

    @property
    def panel_open(self) -> bool:
        """Whether an entry is open."""
        return self.list.is_open

    @property
    def entries(self) -> Sequence[GateEntry]:
        """The entries that are shown, in order."""
        return [one for one in self.list.rows.rows if isinstance(one, GateEntry)]

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field of the open entry."""
        return self.panel.editors[name]

    def begin(self) -> None:
        """Begin an entry."""
        self.part.begin()

    def show_record(self, record_id: str) -> None:
        """Open an entry, as from elsewhere."""
        self.page.show_record(record_id)

    def close_panel(self) -> None:
        """Close the open entry."""
        self.list.close_row()


def gate_log(window: MainWindow) -> GateLog:
    """The log, shown in the window that is in front."""
    window.go("gatekeeping", "")
    log = GateLog(window)
    bring_to_front(window)
    return log
