"""Twelve small buttons, one for each month of the school year."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from fosdesk.domain.fields import Scalar
from fosdesk.domain.values.months import SCHOOL_YEAR, known_months, stored_months
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.forms.editors import Editor
from fosdesk.ui.frame.desk import Desk

_LETTERS = 3  # of a month's name that a button shows


class MonthsEditor(FlowBox, Editor):
    """What is stored and names no months stays as it is until a button is pressed."""

    committed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=4)
        self._stored = ""
        self.chips: dict[int, QPushButton] = {}
        for month in SCHOOL_YEAR:
            name = desk.words.month(month)
            chip = self.chips[month] = button(name[:_LETTERS], "chip", name=name)
            chip.setCheckable(True)
            chip.clicked.connect(self._pressed)
            self.add(chip, desk.theme.px(52))
        self.setFocusProxy(self.chips[SCHOOL_YEAR[0]])

    def value(self) -> Scalar:
        """The months as they are stored."""
        return self._stored

    def show_value(self, value: Scalar) -> None:
        """Show stored months."""
        self._stored = str(value or "")
        chosen = known_months(self._stored)
        for month, chip in self.chips.items():
            chip.setChecked(month in chosen)

    def set_read_only(self) -> None:
        """Make it read-only."""
        for chip in self.chips.values():
            chip.setEnabled(False)

    def _pressed(self) -> None:
        self._stored = stored_months(month for month, chip in self.chips.items() if chip.isChecked())
        self.committed.emit()
