"""ViewedList: a standard list that may also be shown as a board or as a matrix, from the noun's definition."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fosdesk.display.noun_table import TITLE, column_names
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import Noun, Record, Scalar, Short, SubList
from fosdesk.ui.controls.plain_widgets import button, row
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.noun_list import NounList
from fosdesk.ui.lists.row_moves import is_ordered
from fosdesk.ui.lists.views.fold_chips import FoldChips
from fosdesk.ui.lists.views.lane_table import Drop, LaneTable
from fosdesk.ui.lists.views.new_column import NewColumn
from fosdesk.ui.lists.views.placing import placed
from fosdesk.ui.lists.views.slots import WHOLE, Lane, Slots, lanes
from fosdesk.ui.lists.views.slots_table import CardWords

BOARD, MATRIX = "board", "matrix"  # stored among the settings, as `view` of a list
_MOST = 5  # lines of a cell of a matrix until its row is unfolded


class ViewedList(NounList):
    """All views show what the list shows, open the same form, and change the same records."""

    def __init__(self, desk: Desk, noun: Noun, stored: Noun | None = None, sub_list: SubList | None = None) -> None:
        """`stored` and `sub_list` as in `NounList`."""
        self.view = ""  # nothing for the list
        self.nameless = desk.words("Not filled in")  # the heading of what has no value
        self._tables: dict[str, LaneTable] = {}
        self._unfolded: set[Scalar] = set()
        self._room_of_list = 0
        self._begun_columns: list[str] = []  # texts that somebody wrote for columns, and no record holds yet
        self._left: dict[str, list[str]] = {}  # texts that were moved away from, by the field: they stay for a while
        super().__init__(desk, noun, stored, sub_list)
        self._is_ordered = is_ordered(noun)
        if self._moves is not None:
            self._moves.moved.connect(lambda record_id: self._tell_place(record_id, with_number=True))
        self._lay_choice()
        kept = self._memory.view
        if kept in self.choices:
            self.show_view(kept)

    def _lay_choice(self) -> None:
        words, place = self.words, QWidget()
        line = row(place, gap=4)
        place.setAccessibleName(words("Shown as"))
        self.choices: dict[str, QPushButton] = {}
        offered = [("", words("List"))]
        offered += [(BOARD, words("Board"))] * bool(self.noun.use.board)
        offered += [(MATRIX, words("Matrix"))] * bool(self.noun.use.matrix)
        tip = "" if self.desk.read_only else words("Ctrl+Shift and an arrow key move the record that has the cursor")
        for key, said in offered:
            made = self.choices[key] = button(said, "tab", tip=tip if key else "")
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setChecked(not key)
            made.setAccessibleDescription(words("Shown as"))
            made.clicked.connect(lambda _=False, key=key: self._choose_view(key))
            line.addWidget(made)
        self.line_tools.first_row.addWidget(place)
        self.folds = FoldChips(words, self.listing, self._fold)
        for chip in self.folds.chips.values():
            self.line_tools.beside.add(chip)
        is_text = isinstance(self.noun.fields.get(self.noun.use.board), Short)
        self.new_column: NewColumn | None = None
        if is_text and not self.desk.read_only:
            self.new_column = NewColumn(self.desk, self.noun)
            self.new_column.named.connect(self._begin_column)
            self.new_column.hide()
            self.new_column.setMaximumWidth(self.desk.theme.px(200))
            self.line_tools.first_row.insertWidget(1, self.new_column)

    # -- which view

    @property
    def lanes(self) -> LaneTable | None:
        """The board or matrix that is shown; None while the list is."""
        return self._tables.get(self.view)

    def _choose_view(self, key: str) -> None:
        if key == self.view:
            return
        if not self.desk.release(self):
            self.choices[self.view].setChecked(True)
            return
        self.show_view(key)
        self._memory.view = key
        self._keep()
        self.desk.show_message(self.words("Shown as: {view}", view=self.choices[key].text()))

    def show_view(self, key: str) -> None:
        """Show the records as a list, where `key` is empty, as a board or as a matrix."""
        before = self.current_id()
        self.view = key
        self.choices[key].setChecked(True)
        if key and key not in self._tables:
            made = self._tables[key] = self._make_table(boxed=key == BOARD)
            made.fit(self._room_of_list)
            self._body.insertWidget(self._body.indexOf(self.table), made, 1)
        if not key:
            self._leave_out()
        else:
            self.table.clearSelection()
        if self.listing.is_filled:
            self._show_rows()
            if before:
                self.mark_open(before) if not key or before == self.open_id else self._reveal(before)

    def _make_table(self, *, boxed: bool) -> LaneTable:
        desk, words, noun = self.desk, self.words, self.noun
        use = noun.use
        told = {use.board} if boxed else set(use.matrix)
        line = next((name for name in column_names(noun) if name not in told and name != use.done), "")

        def said_line(record: Record) -> str:
            return self.listing.cells.of(record, line) if line else ""

        said = CardWords(
            title=lambda record: self.listing.cells.of(record, noun.title) or self.listing.cells.of(record, TITLE),
            line=said_line,
            more=lambda n: words("+ {n} more", n=words.number(n)),
            new=words(use.new or "New"),
            column=lambda title, n: words("{heading}, {n}", heading=title, n=words.number(n)),
        )
        made = LaneTable(
            desk.theme, noun_many(words, noun), said, boxed=boxed, ordered=self._is_ordered, fixed=desk.read_only
        )
        made.painter.has_line = boxed and bool(line)
        made.painter.finished = use.done
        if not desk.read_only:
            made.setAccessibleDescription(words("Ctrl+Shift and an arrow key move the record that has the cursor"))
        made.open_asked.connect(lambda record_id, enter: self.open_row(record_id, focus=enter))
        made.walked.connect(self._walked)
        made.begin_asked.connect(self._begin_in)
        made.move_asked.connect(self._move)
        made.unfold_asked.connect(self._unfold)
        made.remove_asked.connect(self._remove_current)
        made.copy_asked.connect(self._copy_current)
        made.paste_asked.connect(self._paste)
        made.left_upwards.connect(self._leave_upwards)
        return made

    def _leave_upwards(self) -> None:
        above: QWidget = self.quick if self.wanted.isHidden() else self.wanted
        above.setFocus(Qt.FocusReason.BacktabFocusReason)

    # -- showing

    def _fill_rows(self) -> None:
        made = self.lanes
        if made is None:
            super()._fill_rows()
            return
        self.bar.show_count(0)
        made.show_slots(self._board() if self.view == BOARD else self._matrix())

    def _has_rows(self) -> bool:
        made = self.lanes
        if made is None:
            return super()._has_rows()
        return any(made.slots.count(column) for column in range(len(made.slots.columns)))

    def _parts_shown(self, *, there: bool, shown: bool) -> Sequence[tuple[QWidget, bool]]:
        is_list = self.lanes is None
        seen = dict(super()._parts_shown(there=there, shown=shown))
        if not is_list:
            empty = there and not shown
            seen.update({self.table: False, self.groups: False, self._empty: empty, self._room: False})
        seen.update(self.folds.shown(is_list=is_list))
        if self.new_column is not None:
            seen[self.new_column] = self.view == BOARD
        return (*seen.items(), *((made, made is self.lanes) for made in self._tables.values()))

    def _records_shown(self) -> Sequence[Record]:
        """What the list shows, also where its groups are folded; in the order made by hand where there is one."""
        found = self.listing.unfolded()
        if not self._is_ordered:
            return found
        shown = {one.id for one in found}
        return [one for one in self.listing.records if one.id in shown]

    def _columns(self, name: str, more: Sequence[str] = ()) -> list[Lane]:
        more = (*more, *self._left.get(name, ()))
        found = lanes(self.listing.cells, self.desk.school, name, self.listing.records, more)
        return [lane if lane.title else Lane(lane.value, self.nameless) for lane in found]

    def _held(
        self, values_of: Callable[[Record], Any], slot_of: Callable[[Any], tuple[Scalar, Scalar]]
    ) -> dict[tuple[Scalar, Scalar], Sequence[Record]]:
        """The records that are shown, by the values that `slot_of` makes a row and a column of."""
        found: defaultdict[Any, list[Record]] = defaultdict(list)
        records = self._records_shown()
        for values, one in zip(map(values_of, records), records, strict=True):
            found[values].append(one)
        return {slot_of(values): some for values, some in found.items()}

    def _board(self) -> Slots:
        name = self.noun.use.board
        held = self._held(attrgetter(name), lambda value: (None, value))
        # What is not placed yet comes first, where it waits for it.
        columns = [Lane("", self.nameless), *self._columns(name, self._begun_columns)]
        return Slots(WHOLE, columns, held, begins=not self.desk.read_only)

    def _matrix(self) -> Slots:
        across, down = self.noun.use.matrix
        held = self._held(attrgetter(across, down), tuple)
        rows, columns = self._columns(across), self._columns(down)
        if not rows or any(not key[0] for key in held):
            rows.append(Lane("", self.nameless))
        if not columns or any(not key[1] for key in held):
            columns.append(Lane("", self.nameless))
        return Slots(rows, columns, held, most=_MOST, unfolded=self._unfolded, begins=not self.desk.read_only)

    def _unfold(self, number: int) -> None:
        made = self.lanes
        if made is not None:
            self._unfolded.add(made.slots.rows[number].value)
            self._show_rows()

    # -- the contract of lists with forms

    def mark_open(self, record_id: str) -> None:
        """Mark the record that is open, and put the cursor on it."""
        made = self.lanes
        if made is None:
            super().mark_open(record_id)
            return
        made.mark_open(record_id if self.is_open else "")
        made.show_record(record_id)

    def fit_list(self, room: int) -> None:
        """Give the columns their widths."""
        super().fit_list(room)
        self._room_of_list = room
        for made in self._tables.values():
            made.fit(room)

    def current_id(self) -> str:
        """The id of the record that has the cursor, or of the open one."""
        made = self.lanes
        return super().current_id() if made is None else made.current_id() or self.open_id

    def list_focus(self) -> QWidget:
        """The view that is shown."""
        return self.lanes or super().list_focus()

    def _enter_table(self) -> None:
        made = self.lanes
        if made is None:
            super()._enter_table()
        else:
            made.setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, record_id: str) -> None:
        super()._reveal(record_id)
        if self.lanes is not None:
            self.lanes.show_record(record_id)

    def _in_order(self) -> Sequence[Record]:
        made = self.lanes
        place = made.slots.where(self.current_id()) if made is not None else None
        if made is None or place is None:
            return super()._in_order()
        return made.slots.records(made.slots.row_of(place.row), place.column)

    def _walked(self) -> None:
        made = self.lanes
        if made is not None and self.is_open and made.current_id() not in ("", self.open_id):
            self.open_row(made.current_id(), focus=False)

    # -- acts

    def _values_at(self, number: int, column: int) -> dict[str, Scalar]:
        """The values that a record of a row and a column has."""
        made = self.lanes
        assert made is not None
        there = made.slots.columns[column].value
        if self.view == BOARD:
            return {self.noun.use.board: there}
        across, down = self.noun.use.matrix
        return {across: made.slots.rows[number].value, down: there}

    def _begin_in(self, number: int, column: int, typed: str) -> None:
        """Begin a record in a row and a column, with what is typed already in its first field."""
        if self.desk.read_only or not self.desk.release(self):
            return
        values = {**self.listing.filters, **self._values_at(number, column)}
        self.begin(msgspec.structs.replace(self.blank(), **values))
        cursor = QApplication.focusWidget()
        if typed and cursor is not None and self.frame.isAncestorOf(cursor):
            kind, no_modifier = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
            QCoreApplication.sendEvent(cursor, QKeyEvent(kind, 0, no_modifier, typed))

    def _move(self, record_id: str, drop: Drop) -> None:
        """Move a record to a row and a column, as one step of undo."""
        desk, made = self.desk, self.lanes
        if made is None or desk.read_only or not desk.release(self):
            return
        record = self.acts.shown(record_id)
        if record is None:
            return
        values = self._values_at(drop.row, drop.column)
        changed = {name: value for name, value in values.items() if getattr(record, name) != value}
        pairs: list[tuple[Record, Record]] = []
        if drop.before != record_id and self._is_ordered and (drop.before or not changed):
            there = made.slots.records(drop.row, drop.column)
            pairs = placed(desk.school.of(self.noun.record), there, record, drop.before)
        after = next((new for old, new in pairs if old.id == record_id), record)
        pairs = [(old, new) for old, new in pairs if old.id != record_id]
        if changed or after != record:
            pairs.insert(0, (record, msgspec.structs.replace(after, **changed)))
        for name in changed:
            if isinstance(self.noun.fields[name], Short) and getattr(record, name):
                self._left.setdefault(name, []).append(getattr(record, name))
        if pairs and desk.attempt(lambda: desk.workspace.commit_all(self.acts.stored(pairs))):
            self._tell_place(record_id)

    def _tell_place(self, record_id: str, *, with_number: bool = False) -> None:
        """Tell where a record stands now, and put the cursor on it."""
        made, words = self.lanes, self.words
        record = self.acts.shown(record_id)
        if made is None or record is None:
            return
        place = made.slots.where(record_id)
        title = self.listing.cells.of(record, self.noun.title)
        if place is None:
            said = words("“{title}” is moved, and what you chose above leaves it out.", title=title)
        else:
            made.stand_on(place)
            number = made.slots.row_of(place.row)
            where = ", ".join(filter(None, (made.slots.rows[number].title, made.slots.columns[place.column].title)))
            said = words("“{title}” is under “{heading}”.", title=title, heading=where)
            if with_number:
                records = made.slots.records(number, place.column)
                n = next(n for n, one in enumerate(records, 1) if one.id == record_id)
                all_of_them = words.number(len(records))
                said = words(
                    "“{title}” is number {n} of {all} under “{heading}”.",
                    title=title,
                    n=words.number(n),
                    all=all_of_them,
                    heading=where,
                )
        self.desk.show_message(said)

    def _remove_current(self) -> None:
        record_id = self.lanes.current_id() if self.lanes is not None else ""
        if record_id and not self.desk.read_only and self.desk.release(self):
            self.acts.remove([record_id])
            self.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_current(self) -> None:
        record_id = self.lanes.current_id() if self.lanes is not None else ""
        self.acts.copy([record_id] if record_id else [], self.copied_columns)

    def _begin_column(self, name: str) -> None:
        """Show a column for a text that no record holds yet, with the cursor in it."""
        made = self.lanes
        if made is None:
            return
        if name not in self._begun_columns:
            self._begun_columns.append(name)
        self._show_rows()
        column = next(n for n, lane in enumerate(made.slots.columns) if lane.value == name)
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        made.stand_on(made.slots.nearest(made.place._replace(column=column, row=0)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Columns that were left empty are gone when somebody comes back."""
        self._left.clear()
        super().hideEvent(event)
