"""The scrolled sheet of pages, panels and dialogs: as wide as its scroll area, and as high as its content."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollSheet(QWidget):
    """Put into a QScrollArea with `lay_sheet`; takes a layout."""

    def minimumSizeHint(self) -> QSize:
        """No height of its own where the height follows from the width.

        Qt's minimum is what the content would need in its narrowest column, and a scroll area never goes below it:
        wrapped text would leave screens of nothing at the end.
        """
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


def lay_sheet(area: QScrollArea, name: str = "") -> ScrollSheet:
    """The new, empty sheet of a scroll area; `name` is the object name that the style sheet selects by.

    Where the content cannot be made as narrow as the area, a horizontal bar leads to the rest.
    """
    area.setWidgetResizable(True)
    sheet = ScrollSheet()
    sheet.setObjectName(name)
    area.setWidget(sheet)
    return sheet
