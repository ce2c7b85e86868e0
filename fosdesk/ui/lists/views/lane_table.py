"""LaneTable: a board or a matrix, whose records are walked, opened, begun and moved by keyboard and by mouse."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from fosdesk.domain.fields import Record
from fosdesk.ui.lists.records_table import prepare_table
from fosdesk.ui.lists.views.card_painter import CardPainter
from fosdesk.ui.lists.views.lane_ground import draw_columns, draw_grid
from fosdesk.ui.lists.views.lane_heads import LaneHeads
from fosdesk.ui.lists.views.slots import Hidden, Place, Slots
from fosdesk.ui.lists.views.slots_table import CardWords, SlotsTable
from fosdesk.ui.style.theme import Theme

_NARROWEST, _WIDEST, _NARROW_CELL = 190, 340, 145  # px at 100 %; a matrix's columns may be wider than a board's
_BEGINNING, _FEW_ROWS = 28, 400
_LOWEST, _EDGE, _SAMPLE = 180, 36, 60
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPWARDS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_CARRIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Drop(NamedTuple):
    """Where a record is let go: row, column, and the record there that it comes ahead of, or none."""

    row: int
    column: int
    before: str


class LaneTable(QTableView):
    """Tells what is asked for, and changes nothing itself."""

    open_asked = Signal(str, bool)  # the id of a record, and whether the cursor goes into its form
    walked = Signal()  # the cursor went elsewhere by a key
    begin_asked = Signal(int, int, str)  # row, column and what is typed already
    move_asked = Signal(str, object)  # the id of a record, and a Drop
    unfold_asked = Signal(int)  # a row that has more records than are shown
    remove_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    left_upwards = Signal()  # arrow up in the first line

    def __init__(self, theme: Theme, name: str, said: CardWords, *, boxed: bool, ordered: bool, fixed: bool) -> None:
        """`boxed` for a board; `ordered` where records stand in an order made by hand; `fixed` is read-only."""
        super().__init__()
        self._theme, self.boxed, self._ordered, self._fixed = theme, boxed, ordered, fixed
        self.table = SlotsTable(said)
        self.table.setParent(self)
        self.painter = CardPainter(self, theme, boxed=boxed)
        if not boxed:
            self.setVerticalHeader(LaneHeads(theme, self.table))
        prepare_table(self, name, row_height=theme.px(32))
        self.verticalHeader().setVisible(not boxed)
        self.setModel(self.table)
        self.setItemDelegate(self.painter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setProperty("look", "lanes")
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setMinimumHeight(theme.px(_LOWEST))
        self.viewport().setMouseTracking(True)
        self._room = 0
        self._pressed: tuple[str, QPoint] | None = None  # a record and where on it the button went down
        self._dragged: tuple[str, QPoint] | None = None  # what is carried, and where the pointer is
        self._scrolling = QTimer(self, interval=30)
        self._scrolling.timeout.connect(self._scroll_on)

    # -- what is shown

    @property
    def slots(self) -> Slots:
        """What stands where."""
        return self.table.slots

    def show_slots(self, slots: Slots) -> None:
        """Show other places; the cursor stays with its record, or near where it was."""
        before, record_id = self.currentIndex(), self.current_id()
        was = Place(before.row(), before.column())
        down, along = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self.painter.hovered = QModelIndex()
        self.table.use(slots)
        self._fit()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(along)
        place = (slots.where(record_id) if record_id else None) or was
        if before.isValid() and slots.lines and slots.columns:
            self.stand_on(slots.nearest(place), scroll=self.hasFocus() and place != was)

    def fit(self, room: int) -> None:
        """Share so many pixels among the columns."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        n, px = len(self.slots.columns), self._theme.px
        if not n or not self._room:
            return
        bar = self.verticalScrollBar().sizeHint().width() + px(8)
        heads = 0 if self.boxed else self.verticalHeader().width()
        width = max((self._room - bar - heads) // n, px(_NARROWEST if self.boxed else _NARROW_CELL))
        width = min(width, px(_WIDEST)) if self.boxed else width
        self.horizontalHeader().setDefaultSectionSize(width)
        painter = self.painter
        titles = [self.table.said.title(one) for one in self.slots.some(_SAMPLE)]
        painter.title_lines = painter.lines_for(titles, width)
        self.verticalHeader().setDefaultSectionSize(painter.height())
        if not self.boxed and not self._fixed and len(self.slots.rows) <= _FEW_ROWS:
            for row in range(len(self.slots.rows)):  # the last line of a row never holds a record
                last = self.slots.start(row + 1) - 1
                if last > self.slots.start(row):
                    self.verticalHeader().resizeSection(last, px(_BEGINNING))

    def mark_open(self, record_id: str) -> None:
        """Show which record is open."""
        self.painter.open_id = record_id
        self.viewport().update()

    # -- the cursor

    @property
    def place(self) -> Place:
        """Where the cursor is; the first place before it was anywhere."""
        index = self.currentIndex()
        return Place(max(index.row(), 0), max(index.column(), 0))

    def current_id(self) -> str:
        """The id of the record that has the cursor; empty when none has."""
        one = self.table.at(self.currentIndex())
        return one.id if isinstance(one, Record) else ""

    def stand_on(self, place: Place, *, scroll: bool = True) -> None:
        """Put the cursor on a place, and bring it into view."""
        index = self.table.index(place.row, place.column)
        scrolls = self.hasAutoScroll()
        self.setAutoScroll(False)  # else Qt scrolls by itself
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(scrolls)
        if scroll:
            self.scrollTo(index)
        self.viewport().update()

    def focus_area(self) -> QRect:
        """The card or line that the cursor is on, or the inside where none is in view."""
        view = self.viewport()
        inside = QRect(view.mapTo(self, QPoint(0, 0)), view.size())
        card = self.painter.edge(self.visualRect(self.currentIndex())).translated(inside.topLeft())
        seen = card.intersected(inside)
        return seen if self.currentIndex().isValid() and not seen.isEmpty() else inside

    def show_record(self, record_id: str) -> bool:
        """Put the cursor on a record and bring it into view; False where it is not here."""
        place = self.slots.where(record_id)
        if place is None:
            return False
        self.stand_on(place)
        return True

    def _walk(self, key: Qt.Key, *, far: bool) -> bool:
        """Move the cursor by a key; False where the key is none of those."""
        slots, at = self.slots, self.place
        if key in _SIDEWAYS:
            at = slots.nearest(Place(at.row, at.column + _SIDEWAYS[key]))
        elif key in _UPWARDS:
            at = slots.above(at) if _UPWARDS[key] < 0 else slots.below(at)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            ends = key == Qt.Key.Key_End
            line = (slots.lines if ends else 0) if far else at.row
            at = slots.nearest(Place(line, len(slots.columns) if ends else 0))
        elif key in _PAGES:
            step = max(self.viewport().height() // max(self.verticalHeader().defaultSectionSize(), 1), 1)
            at = slots.nearest(Place(at.row + _PAGES[key] * step, at.column))
        else:
            return False
        self.stand_on(at)
        return True

    # -- acts

    def _enter(self, one: Record | Hidden | None) -> None:
        if isinstance(one, Record):
            self.open_asked.emit(one.id, True)
        elif isinstance(one, Hidden):
            self.unfold_asked.emit(self.slots.row_of(self.place.row))
        elif self.slots.is_beginning(self.place):
            self.begin_asked.emit(self.slots.row_of(self.place.row), self.place.column, "")

    def _type(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text().strip() and not self._fixed:
            self.begin_asked.emit(self.slots.row_of(self.place.row), self.place.column, event.text())
        else:
            event.ignore()

    def _carry(self, down: int, along: int) -> None:
        """Move the record that has the cursor to the row or column beside its own."""
        record_id, slots, at = self.current_id(), self.slots, self.place
        row, column = slots.row_of(at.row) + down, at.column + along
        if record_id and not self._fixed and 0 <= row < len(slots.rows) and 0 <= column < len(slots.columns):
            self.move_asked.emit(record_id, Drop(row, column, ""))

    # -- carrying

    def _hover(self, index: QModelIndex) -> None:
        if index != self.painter.hovered:
            self.painter.hovered = index
            self.viewport().update()

    def _let_go(self) -> None:
        self._pressed = self._dragged = None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while something is carried to an edge."""
        if self._dragged is None:
            return
        place, edge = self._dragged[1], self._theme.px(_EDGE)
        for bar, at, whole in (
            (self.verticalScrollBar(), place.y(), self.viewport().height()),
            (self.horizontalScrollBar(), place.x(), self.viewport().width()),
        ):
            step = -edge // 3 if at < edge else edge // 3 if at > whole - edge else 0
            if step:
                bar.setValue(bar.value() + step)
        self.viewport().update()

    def drop_at(self, place: QPoint) -> Drop | None:
        """Where what is carried would come to stand, were it let go here; None where it could not."""
        slots = self.slots
        column = self.columnAt(place.x())
        if column < 0 or not slots.lines or not self.viewport().rect().contains(place):
            return None
        line = self.rowAt(place.y())
        line = slots.lines - 1 if line < 0 else line
        row = slots.row_of(line)
        one = slots.at(Place(line, column))
        if not self._ordered or not isinstance(one, Record):
            return Drop(row, column, "")
        records = slots.records(row, column)
        number = line - slots.start(row)
        if place.y() >= self._slot(Place(line, column)).center().y():
            number += 1
        return Drop(row, column, records[number].id if number < len(records) else "")

    def _slot(self, place: Place) -> QRect:
        return self.visualRect(self.table.index(place.row, place.column))

    def _draw_carried(self, painter: QPainter, record_id: str, pointer: QPoint) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, slots, drop = self._theme, self.slots, self.drop_at(pointer)
        if drop is not None:
            painter.setPen(QPen(theme.colour("accent"), 2))
            start, stops = slots.start(drop.row), slots.stops(drop.row, drop.column)
            there = self._slot(Place(start, drop.column))
            there = there.united(self._slot(Place(start + stops - 1, drop.column)))
            if self.boxed:
                there.setBottom(max(there.bottom(), self.viewport().height()))
            painter.drawRoundedRect(there.adjusted(3, 1, -3, -2), theme.px(8), theme.px(8))
            ahead = slots.where(drop.before) if drop.before else None
            if ahead is not None:
                y = self._slot(ahead).top()
                painter.drawLine(there.left() + 8, y, there.right() - 8, y)
        at = slots.where(record_id)
        one = slots.at(at) if at is not None else None
        if at is not None and isinstance(one, Record):
            card = self._slot(at)
            card.moveCenter(pointer)
            painter.setOpacity(0.9)
            painter.fillRect(card.adjusted(6, 4, -6, -4), theme.colour("raised"))
            self.painter.draw(painter, card, self.table, one, is_carried=True)

    # -- keys, mouse and painting

    def sizeHint(self) -> QSize:
        """Its least height: it takes what is left, and asks for no more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, begin, move, remove and copy."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        one, has_places = self.table.at(self.currentIndex()), bool(self.slots.columns)
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._let_go()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif modifiers == _CARRIED and (key in _SIDEWAYS or key in _UPWARDS):
            self._carry(_UPWARDS.get(key, 0), _SIDEWAYS.get(key, 0))
        elif plain and key == Qt.Key.Key_Up and self.place.row == 0:
            self.left_upwards.emit()
        elif has_places and (plain or (control and key in (Qt.Key.Key_Home, Qt.Key.Key_End))):
            if self._walk(key, far=control):
                self.walked.emit()
            elif key == Qt.Key.Key_Delete:
                if one is not None and not self._fixed:
                    self.remove_asked.emit()
            elif key in _ENTER:
                self._enter(one)
            else:
                self._type(event)
        elif has_places and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._type(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where it is pressed; a record can be carried from there."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid():
            self.stand_on(self.slots.nearest(Place(index.row(), index.column())), scroll=False)
            one = self.table.at(index)
            self._pressed = (one.id if isinstance(one, Record) else "", place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what was pressed, once it is clear that it is not clicked only."""
        place = event.position().toPoint()
        if self._dragged is not None:
            self._dragged = (self._dragged[0], place)
            self.viewport().update()
        elif self._pressed is not None and self._pressed[0] and not self._fixed:
            if (place - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
                self._dragged = (self._pressed[0], place)
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._scrolling.start()
                self.viewport().update()
        else:
            self._hover(self.indexAt(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go what is carried, or open what was clicked."""
        pressed, dragged, place = self._pressed, self._dragged, event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        drop = self.drop_at(place) if dragged is not None else None
        self._let_go()
        if dragged is not None:
            if drop is not None:
                self.move_asked.emit(dragged[0], drop)
            return
        index = self.indexAt(place)
        if index != self.currentIndex() or (place - pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            return
        one = self.table.at(index)
        if isinstance(one, Record):
            self.open_asked.emit(one.id, False)
        else:
            self._enter(one)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As two clicks."""
        self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is carried without the cursor."""
        self._let_go()
        super().focusOutEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.slots.lines and self.slots.columns:
            self.stand_on(self.slots.nearest(Place(0, 0)))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw columns or rows, what stands in them, and what is carried."""
        painter = QPainter(self.viewport())
        if self.boxed:
            draw_columns(painter, self, self._theme)
        elif self.slots.columns:
            draw_grid(painter, self, self._theme, self.slots)
        painter.end()
        super().paintEvent(event)
        if self._dragged is not None:
            painter = QPainter(self.viewport())
            self._draw_carried(painter, *self._dragged)
            painter.end()
