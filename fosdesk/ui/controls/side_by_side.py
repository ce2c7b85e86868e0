"""Places widgets beside each other, or below each other below a width."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from fosdesk.ui.style.steps import Gap


class SideBySide(QWidget):
    """Switches at a width (px at 100 %) and emits `turned`; the order stays."""

    turned = Signal(bool)  # whether they now stand beside each other

    def __init__(self, turns_at: int, *, gap: Gap = 16, narrow_gap: Gap = 12, middle: bool = False) -> None:
        """With `middle`, the lower ones stand halfway up beside a higher one, and else at its top."""
        super().__init__()
        self._beside = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
        self._turns_at, self._gap, self._narrow_gap = turns_at, gap, narrow_gap
        self._parts: list[tuple[QWidget, int]] = []
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(narrow_gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a widget; `share` is its stretch factor."""
        self._parts.append((widget, share))
        self._layout.addWidget(widget)
        self._lay()

    @property
    def is_wide(self) -> bool:
        """Whether the widgets stand beside each other."""
        return self._layout.direction() == QBoxLayout.Direction.LeftToRight

    def _lay(self) -> None:
        wide = self.width() >= self._turns_at
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(self._gap if wide else self._narrow_gap)
        beside = self._beside if wide else Qt.AlignmentFlag(0)
        for place, (widget, share) in enumerate(self._parts):
            self._layout.setStretch(place, share if wide else 0)
            self._layout.setAlignment(widget, beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Switch where the width asks for it."""
        super().resizeEvent(event)
        if (self.width() >= self._turns_at) != self.is_wide:
            self._lay()
            self.turned.emit(self.is_wide)
