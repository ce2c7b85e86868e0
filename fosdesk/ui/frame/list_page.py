"""ListPage: a page with a table and a panel for the open record, beside it or in its place."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QTableView

from fosdesk.domain.fields import Record
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.frame.page import Page

_SIDE_BY_SIDE = 860  # narrower than this, what is open takes the place of the list
_PANEL = 420
_WIDEST = 16_777_215


class ListPage(Page):
    """The table keeps its position while records are opened; the panel follows the arrow keys."""

    table: QTableView
    hidden_when_narrow: ClassVar[tuple[int, ...]] = ()  # the columns that are hidden where it gets narrow
    _panel: SidePanel | None = None

    def __init__(self, desk: Desk, title: str, lead: str) -> None:
        self.opened = OpenPanel(desk.edits, self.fill_panel, self.empty_panel, desk.new_records.drop)
        super().__init__(desk, title, lead)

    def lay_table(self, table: QTableView) -> None:
        """Use a table as the list.

        Clicking or Enter opens a row; while the panel is open, the current row is shown in it.
        """
        self.table = table
        table.setMinimumHeight(self.desk.theme.px(130))
        # It takes what is left and asks for no more: else a low page would scroll around a list that scrolls.
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        table.clicked.connect(self._clicked)
        table.activated.connect(self._activated)
        table.selectionModel().currentRowChanged.connect(self._moved)

    def make_panel(self) -> SidePanel:
        """Create the panel, when first needed; implemented by each page."""
        raise NotImplementedError

    @property
    def panel(self) -> SidePanel:
        """The panel; created when first needed."""
        if self._panel is None:
            self._panel = self.make_panel()
            self._panel.closed.connect(self.close_panel)
            self._panel.hide()
            self.side_panel(self._panel)
        return self._panel

    def open_row(self, index: QModelIndex) -> None:
        """Open the record of a row; implemented by each page."""
        raise NotImplementedError

    def enter_panel(self) -> None:
        """Set the focus to the panel; implemented by each page."""
        raise NotImplementedError

    def fill_panel(self, record_id: str) -> RecordPanel:
        """Put a record into the empty panel; implemented by each page."""
        raise NotImplementedError

    def empty_panel(self, panel: RecordPanel) -> None:
        """Remove what `fill_panel` added; for pages that create widgets for each record."""

    def mark_open(self) -> None:
        """Select the row of the open record, or none; implemented by each page."""
        raise NotImplementedError

    def room_changed(self) -> None:
        """The width of the list has changed; for pages that draw by width."""

    @property
    def panel_open(self) -> bool:
        """Whether a record is open."""
        return self._panel is not None and not self._panel.isHidden()

    def open_record(self, record_id: str) -> bool:
        """Open a record in the panel; False where unsaved text in it cannot be stored, so that it stays."""
        opened = self.opened.open(record_id)
        self.panel.show()
        self._arrange()
        self.mark_open()
        return opened

    def open_new(self, record: Record) -> None:
        """Open a new record, with the cursor in it; it is stored with the first thing that is written in it."""
        if self.open_record(self.desk.new_records.begin(record).id):
            self.enter_panel()

    def follow(self) -> None:
        """Refresh the open record after a change; close it if it was deleted."""
        self.opened.follow(is_there=self.desk.new_records.school.find(self.opened.record_id) is not None)
        if self.opened.panel is None:
            self.close_panel()
        self.mark_open()

    def close_panel(self) -> None:
        """Save and close the panel."""
        if not self.panel_open or not self.opened.close():
            return
        cursor = QApplication.focusWidget()
        had_cursor = cursor is not None and self.panel.isAncestorOf(cursor)
        self.panel.hide()
        self._arrange()
        if had_cursor and self.table.isVisible():
            self.table.setFocus()
        self.mark_open()

    def _clicked(self, index: QModelIndex) -> None:
        self.open_row(index)

    def _activated(self, index: QModelIndex) -> None:
        self.open_row(index)
        if self.table.hasFocus() or not self.table.isVisible():
            self.enter_panel()

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and self.panel_open and self.table.hasFocus():
            self.open_row(index)

    def _arrange(self) -> None:
        narrow = self.width() < self.desk.theme.px(_SIDE_BY_SIDE)
        self.scroller.setHidden(narrow and self.panel_open)
        if self._panel is not None and narrow:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(_WIDEST)
        elif self._panel is not None:
            self._panel.setFixedWidth(self.desk.theme.px(_PANEL))
        for section in self.hidden_when_narrow:
            self.table.setColumnHidden(section, narrow or self.panel_open)
        self.room_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel from the list too."""
        if event.key() == Qt.Key.Key_Escape and self.panel_open:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place table and panel beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()
