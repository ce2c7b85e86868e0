"""The popup in which a link is chosen: a line to type in, and what fits below it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.search_line import IconLine
from fosdesk.ui.forms.calendar_popup import place_beside
from fosdesk.ui.forms.link_choices import LinkChoice, LinkChoices
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.theme import Theme
from fosdesk.ui.tuning import ENTER_KEYS

_WIDEST, _HEIGHT, _BELOW = 640, 360, 2
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_CHOICE = Qt.ItemDataRole.UserRole


class ChoiceLines(QStyledItemDelegate):
    """Paints a choice: the title at the left, and what is said beside it at the right; either is cut where it must."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, as high as the program's lists."""
        return QSize(10, self._theme.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the item and its two texts."""
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        choice = index.data(_CHOICE)
        rect, middle = option.rect.adjusted(10, 0, -10, 0), Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.save()
        painter.setFont(self._theme.font(14))
        painter.setPen(self._theme.colour("quiet"))
        facts = painter.fontMetrics().elidedText(choice.facts, elide, rect.width() // 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, facts)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(facts) - (16 if facts else 0)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink"))
        title = painter.fontMetrics().elidedText(choice.title, elide, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, title)
        painter.restore()


class LinkPopup(QFrame):
    """Letters filter, arrows move, Enter takes, Escape and a click elsewhere leave it."""

    taken = Signal(str)  # the id of a record
    asked = Signal(str)  # what is typed, to be the title of a new record

    def __init__(
        self, desk: Desk, choices: LinkChoices, name: str, parent: QWidget, *, without: str = "", new: str = ""
    ) -> None:
        """`name` is the field's; `without` the record that is not offered; `new` the kind that may be made."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "calendar")
        words = self._words = desk.words
        self._theme, self._choices, self._without, self._new = desk.theme, choices, without, new
        layout = column(self, gap=6, margins=(8, 8, 8, 8))
        self.typed = IconLine("search")
        self.typed.setPlaceholderText(words("Type to search"))
        self.typed.setAccessibleName(words("Search: {what}", what=name))
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        layout.addWidget(self.typed)
        self.list = QListWidget()
        self.list.setAccessibleName(words("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(ChoiceLines(desk.theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays where one types
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(lambda now, _: self._tell(now))
        layout.addWidget(self.list, 1)
        self._nothing = text(words("Nothing found. Try fewer letters."), "quiet")
        layout.addWidget(self._nothing)
        self._search("")

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or above it where the screen ends, and always whole on the screen."""
        screen = field.screen().availableGeometry()
        width = min(max(field.width(), self._theme.px(_WIDEST)), screen.width())
        self.resize(width, min(self._theme.px(_HEIGHT), screen.height()))
        top, bottom = field.mapToGlobal(QPoint()), field.mapToGlobal(QPoint(0, field.height() + _BELOW))
        self.move(place_beside(QRect(bottom, self.size()), top.y() - _BELOW, screen))
        self.show()
        self.typed.setFocus()
        QTimer.singleShot(0, self, self._choices.prepare)

    def _search(self, typed: str) -> None:
        self.list.clear()
        found = self._choices.find(typed, without=self._without)
        for choice in found:
            self._add(choice)
        if self._new:
            title = " ".join(typed.split())
            said = self._words("New: {title}", title=title) if title else self._words("New …")
            self._add(LinkChoice("", said, self._new))
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _add(self, choice: LinkChoice) -> None:
        item = QListWidgetItem(", ".join(filter(None, (choice.title, choice.facts))))
        item.setData(_CHOICE, choice)
        self.list.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        """Say the current choice where the cursor is, for whoever does not see the list."""
        self.typed.setAccessibleDescription(item.text() if item is not None else "")

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        choice: LinkChoice = item.data(_CHOICE)
        typed = " ".join(self.typed.text().split())
        self.close()
        if choice.record:
            self.taken.emit(choice.record)
        else:
            self.asked.emit(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Enter act on the list while the cursor is where one types."""
        if watched is self.typed and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in ENTER_KEYS:
                self._take(self.list.currentItem())
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.close()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
