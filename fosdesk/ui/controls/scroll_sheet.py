"""The scrolled sheet of pages, panels and dialogs: as wide as its scroll area, and as high as its content."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea, QWidget

_DEEPEST = 6  # times that a sheet may ask for another size while it is given one


class SheetArea(QScrollArea):
    """A scroll area that ends it when the sheet wants another size at each size that it is given.

    Qt gives it the new size inside the event of the last one, and where a part lies otherwise in a narrower sheet, that
    may go on until the process is out of stack.
    """

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the sheet, but no deeper than a few sizes."""
        if self._depth >= _DEEPEST:
            return False
        self._depth += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._depth -= 1


class ScrollSheet(QWidget):
    """Put into a SheetArea with `lay_sheet`; takes a layout."""

    def minimumSizeHint(self) -> QSize:
        """No height of its own where the height follows from the width.

        Qt's minimum is what the content would need in its narrowest column, and a scroll area never goes below it:
        wrapped text would leave screens of nothing at the end.
        """
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


def lay_sheet(area: SheetArea, name: str = "") -> ScrollSheet:
    """The new, empty sheet of a scroll area; `name` is the object name that the style sheet selects by.

    Where the content cannot be made as narrow as the area, a horizontal bar leads to the rest.
    """
    area.setWidgetResizable(True)
    sheet = ScrollSheet()
    sheet.setObjectName(name)
    area.setWidget(sheet)
    return sheet
