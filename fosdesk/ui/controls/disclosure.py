"""A disclosure button: opens and closes content that is created when first opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.controls.wrapping import WrappingButton, WrappingLabel
from fosdesk.ui.style.theme import Theme


class Disclosure(WrappingButton):
    """A button with an arrow; the caller adds its layout `place`, which gets the content, where it belongs."""

    unfolded = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        title: str,
        make: Callable[[], QWidget],
        may_close: Callable[[QWidget], bool] = lambda _: True,
    ) -> None:
        """`make` creates the content; `may_close` may refuse to close it, as when unsaved text cannot be stored."""
        super().__init__(title.replace("&", "&&"))
        self._theme, self._make, self._may_close = theme, make, may_close
        self.inside: QWidget | None = None
        self.place = column(gap=0)
        self.setAutoDefault(False)
        self.setProperty("look", "text")
        self.setProperty("folds", True)  # on several lines, its words begin at the left
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.unfold)
        self._show_arrow()

    def lay_with_note(self, body: QVBoxLayout, note: str) -> None:
        """Add it to a layout, its note beside it or below where there is no room, and its content below both."""
        self.setAccessibleName(f"{self.text().replace('&&', '&')}, {note}")
        head = FlowBox(gap=8)
        head.add(self)
        head.add(WrappingLabel(note, "quiet"))
        body.addWidget(head)
        body.addLayout(self.place)

    def unfold(self, wanted: bool = True) -> None:
        """Open or close; stays open while unsaved text inside cannot be stored."""
        if not wanted and self.inside is not None and not self._may_close(self.inside):
            wanted = True
        if wanted and self.inside is None:
            self.inside = self._make()
            self.place.addWidget(self.inside)
        if self.inside is not None:
            self.inside.setVisible(wanted)
        self.setChecked(wanted)
        self._show_arrow()
        self.unfolded.emit(wanted)

    @property
    def is_open(self) -> bool:
        """Whether the inside is shown."""
        return self.isChecked()

    def _show_arrow(self) -> None:
        arrow = "chevron-up" if self.isChecked() else "chevron-down"
        self.setIcon(self._theme.icon(arrow))
