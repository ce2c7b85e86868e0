"""The school's direction and what inclusion means there, in one quiet line above the page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout

from fosdesk.ui.controls.plain_widgets import elided, plain_tip
from fosdesk.ui.frame.desk import Desk

# Where the direction stands anyway, and where one has come for something else.
_NOT_ON = ("overview", "direction", "storage", "settings")
_LOWEST = 600  # px at 100 %; in a lower window the line would be in the way
_EDGES = 66  # px at 100 %, left and right of the text


class DirectionStrip(QPushButton):
    """Leads to the page Direction; unseen while nothing is written."""

    def __init__(self, desk: Desk, stack: QStackedWidget, current_page: Callable[[], str]) -> None:
        """`stack` holds the pages, and `current_page` tells the key of the one that is shown."""
        super().__init__()
        self._desk, self._stack, self._current_page = desk, stack, current_page
        self._whole = ""
        self.setProperty("look", "strip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+4 leads there, too
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: desk.go("direction", ""))
        stack.currentChanged.connect(lambda _: self.refresh())
        desk.workspace.changed.connect(lambda _: self.refresh())
        self.refresh()

    def place_in(self, layout: QVBoxLayout) -> None:
        """Place it above the pages."""
        layout.insertWidget(layout.indexOf(self._stack), self)

    def refresh(self) -> None:
        """Show the texts of now where the page has room for them."""
        desk = self._desk
        profile = desk.school.profile
        direction, meaning = (" ".join(one.split()) for one in (profile.direction, profile.inclusion))
        self._whole = " · ".join(filter(None, (direction, meaning)))
        tip = "\n".join(filter(None, (profile.direction, profile.inclusion)))
        self.setToolTip(plain_tip(tip) if tip else "")
        self.setAccessibleName(desk.words("Our direction") + ": " + self._whole[:400])
        self._fit()
        is_low = self.window().height() < desk.theme.px(_LOWEST)
        self.setVisible(bool(self._whole) and self._current_page() not in _NOT_ON and not is_low)

    def _fit(self) -> None:
        room = max(self.width() - self._desk.theme.px(_EDGES), 20)
        self.setText(elided(self, self._whole[:600], room).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the width."""
        super().resizeEvent(event)
        self._fit()
