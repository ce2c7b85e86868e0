"""A label with the widget to choose with beside it, or below it where the width is small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.plain_widgets import text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.style.theme import Theme

_LABEL = 160
_ONE_LINE = 30
_TURNS_AT = 500


def choice_row(theme: Theme, label: str, widget: QWidget) -> QWidget:
    """A row whose label is aligned with the first line of `widget`, or stands above it below 500 px at 100 %."""
    whole = SideBySide(theme.px(_TURNS_AT), gap=16, narrow_gap=2)
    name = text(label, "label")
    name.setFixedWidth(theme.px(_LABEL))
    name.setMinimumHeight(theme.px(_ONE_LINE))
    name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    name.setBuddy(widget)
    whole.add(name, 0)
    whole.add(widget, 1)
    return whole
