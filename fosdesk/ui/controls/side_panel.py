"""A panel at the right edge of a page: heading, close button and a scrolling body."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet


class SidePanel(QFrame):
    """Shows what is open from a list; Escape closes it."""

    closed = Signal()  # somebody wants it closed; the page does it, once what is typed is saved

    def __init__(self, title: str, close: str) -> None:
        super().__init__()
        self.setProperty("look", "side")
        outer = column(self, gap=0)
        self.scroller = SheetArea()
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self.scroller)
        self.body: QVBoxLayout = column(lay_sheet(self.scroller), gap=12, margins=(20, 16, 20, 20))
        head = row(gap=8)
        self.heading = text(title, "heading")
        head.addWidget(self.heading, 1)
        self.close_button = button(close, "text")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        self.body.addLayout(head)

    def to_top(self) -> None:
        """Scroll the body to its beginning."""
        self.scroller.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
