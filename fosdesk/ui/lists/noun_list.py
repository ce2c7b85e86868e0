"""NounList: the standard list of a noun with the form of the open record beside it, from the noun's definition."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from fosdesk.display.noun_table import TITLE, CellWords, column_label, column_names
from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import Noun, Record, SubList
from fosdesk.domain.rules.blank_records import blank_record
from fosdesk.domain.rules.lists.sub_lists import first_values, records_in
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.privacy_filter import fields_withheld
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.column_widths import ColumnWidths
from fosdesk.ui.lists.filter_chips import FilterChips
from fosdesk.ui.lists.form_acts import FormActs
from fosdesk.ui.lists.grouped_table import GroupedRows, GroupedTable, heading_words
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.list_memory import ListMemory
from fosdesk.ui.lists.list_tools import EmptyNote, ListTools
from fosdesk.ui.lists.list_with_form import ListWithForm
from fosdesk.ui.lists.listing import FINISHED, Row, Sorting, listing_of
from fosdesk.ui.lists.paste.pasting import Pasting
from fosdesk.ui.lists.records_table import Column
from fosdesk.ui.lists.selection_bar import SelectionBar

if TYPE_CHECKING:
    from fosdesk.ui.lists.save_dialog import SaveDialog

_A_FEW = 250  # records made ready for a search in one stroke while nobody does anything
_A_PAUSE = 8  # ms between two strokes, so that the list is seen before them


class NounList(ListWithForm):
    """Sorting, filters, groups and search choose what is shown; they change no record."""

    def __init__(self, desk: Desk, noun: Noun, stored: Noun | None = None, sub_list: SubList | None = None) -> None:
        """`stored` is the noun that new records have, where `noun` is made of several; see `SubList`."""
        super().__init__(desk, noun)
        self.stored, self.sub_list = stored or noun, sub_list
        self.columns = (TITLE, *column_names(noun))
        self._memory = ListMemory(desk.settings, noun, sub_list)
        self.listing = listing_of(noun, self.words)
        self._memory.fill(self.listing)
        self._body = column(self.side, gap=10)
        self._lay_tools()
        self._lay_table()
        self._ready = QTimer(self, interval=_A_PAUSE)
        self._ready.timeout.connect(self._prepare)

    # -- laying out

    def _lay_tools(self) -> None:
        desk, listing = self.desk, self.listing
        made = self.line_tools = ListTools(desk, self.noun, self._make, self.sub_list)
        self.quick, self.paste, self.tools, self.wanted = made.quick, made.paste, made.tools, made.wanted
        self.groups, self.save = made.groups, made.save
        self._body.addWidget(made)
        self.quick.made.connect(self._show_made)
        self.quick.down_pressed.connect(self._enter_table)
        self.paste.clicked.connect(self._paste)
        self.wanted.textChanged.connect(self._search)
        self.wanted.down_pressed.connect(self._enter_table)
        self.groups.setCurrentIndex(max(self.groups.findData(listing.group), 0))
        self.groups.activated.connect(lambda _: self._group_by(str(self.groups.currentData())))
        self.save_dialog: SaveDialog | None = None
        self.save.clicked.connect(self._save)
        self.chips = FilterChips(self.words, self.noun)
        self.chips.chosen.connect(self.choose)
        self._body.addWidget(self.chips)

    def _lay_table(self) -> None:
        words, theme = self.words, self.desk.theme
        self.rows = GroupedRows([self._column(name) for name in self.columns], theme, partial(heading_words, words))
        self.table = GroupedTable(
            self.rows,
            theme,
            noun_many(words, self.noun),
            words("Columns: arrows choose one, Enter sorts by it"),
        )
        self.table.setMinimumHeight(theme.px(150))
        header = self.table.header
        header.chosen.connect(self._sort)
        self.widths = ColumnWidths(header, theme, words, self.noun, self.columns, self._memory.widths, self._keep)
        self.table.clicked.connect(lambda _: self._open_selected())
        self.table.activated.connect(self._activated)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selected())
        self.table.fold_asked.connect(self._fold)
        self.table.left_upwards.connect(lambda: self.wanted.setFocus(Qt.FocusReason.BacktabFocusReason))
        self._body.addWidget(self.table, 1)
        self.acts = self.make_acts()
        self.form_acts = FormActs(self, self.acts)
        self.acts_of: Callable[[str], Sequence[QPushButton]] = lambda _: ()  # of the part, for the foot of a form
        self.bar = SelectionBar(words, self.noun, read_only=self.desk.read_only)
        self.acts.follow_bar(self.bar, self._act)
        self.pasting = Pasting(self.desk, self.stored, self.acts, self)
        self.table.paste_asked.connect(self._paste)
        self.table.remove_asked.connect(lambda: self._act(self.acts.remove))
        for asked in (self.bar.copy_asked, self.table.copy_asked):
            asked.connect(lambda: self.acts.copy(self.table.selected_ids(), self.copied_columns))
        self._body.addWidget(self.bar)
        self._body.addLayout(nothing := EmptyNote(words, self._clear_filters))
        self._empty, self.show_all = nothing.said, nothing.show_all
        self._room = QWidget()  # what is left below, while there is no table
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._body.addWidget(self._room, 1)
        self._show_sorting()
        self._leave_out()

    def _column(self, name: str) -> Column[Row]:
        def said(one: Row) -> str:
            return self.listing.cells.of(one, name) if isinstance(one, Record) else ""

        return Column(column_label(self.words, self.noun, name), said)

    # -- showing

    def refresh(self) -> None:
        """Show the current school."""
        desk, noun = self.desk, self.noun
        cells = CellWords(self.words, desk.framework, desk.school, noun)
        self.listing.use(self.records(), cells, desk.day())
        self.follow()
        self.form_acts.follow(self.open_id)
        self._show_rows()
        self._ready.start()

    def records(self) -> Sequence[Record]:
        """What is listed."""
        return records_in(self.desk.school, self.noun, self.sub_list)

    def make_acts(self) -> ListActs:
        """What changes several records at once."""
        return ListActs(self.desk, self.noun, self.listing)

    def _show_rows(self) -> None:
        self._fill_rows()
        self._show_counts()
        there, shown = bool(self.listing.records), self._has_rows()
        changed = [
            (widget, seen) for widget, seen in self._parts_shown(there=there, shown=shown) if widget.isHidden() == seen
        ]
        for widget, seen in changed:
            widget.setVisible(seen)
        if changed:
            self.laid.emit()
        nothing = self.words("Nothing in the list fits.") if there else self.words("Nothing here yet.")
        self._empty.setText(nothing)
        if self.is_open and not self.list_focus().hasFocus():
            self.mark_open(self.open_id)

    def _fill_rows(self) -> None:
        """Show what the listing shows."""
        self.table.show_rows(self.listing.rows())
        self._show_selected()

    def _has_rows(self) -> bool:
        """Whether anything is shown."""
        return bool(self.rows.rows)

    def _parts_shown(self, *, there: bool, shown: bool) -> Sequence[tuple[QWidget, bool]]:
        """What comes and goes: `there` are any records, and `shown` are some of them."""
        return (
            (self.table, shown),
            (self.wanted, there),
            (self.groups, there and self.groups.count() > 1),
            (self.line_tools.count, there),
            (self.save, there),
            (self._empty, not shown),
            (self._room, not shown),
            (self.show_all, there and not shown),
        )

    def _show_counts(self) -> None:
        listing, number = self.listing, self.words.number
        found, every = listing.matching_count, listing.all_count
        self.line_tools.count.setText(
            "" if found == every else self.words("{n} of {all}", n=number(found), all=number(every))
        )
        if self.noun.use.filters and not listing.wanted:
            self.chips.show_counts({name: listing.counts(name) for name in self.noun.use.filters}, listing.filters)

    @property
    def sorting(self) -> Sorting | None:
        """What the list is sorted by."""
        return self.listing.shown_sorting

    def _show_sorting(self) -> None:
        sorting = self.sorting
        known = sorting is not None and sorting.column in self.columns
        at = self.columns.index(sorting.column) if sorting is not None and known else -1
        self.rows.mark_sorting(at, descending=sorting is not None and sorting.descending)

    @property
    def is_preparing(self) -> bool:
        """Whether records are still made ready for the first letter of a search."""
        return self._ready.isActive()

    def _prepare(self) -> None:
        if not self.listing.prepare(_A_FEW):
            self._ready.stop()

    # -- choosing what is shown

    def _search(self, typed: str) -> None:
        self.listing.search(typed)
        if self.listing.is_filled:  # else it is shown when it was told what there is
            self._show_rows()

    def choose(self, name: str, value: str) -> None:
        """Show only the records with an option of a choice; all where it is empty."""
        self.listing.filters.pop(name, None)
        if value:
            self.listing.filters[name] = value
        self._choose_anew()

    def _group_by(self, name: str) -> None:
        self.listing.group = name
        self._choose_anew()

    def _sort(self, section: int) -> None:
        column, before = self.columns[section], self.sorting
        turns = before is not None and before.column == column
        self.listing.sorting = Sorting(column, turns and before is not None and not before.descending)
        self._show_sorting()
        self._choose_anew()
        words, label = self.words, column_label(self.words, self.noun, column)
        backwards = words("Sorted by {column}, the last first", column=label)
        said = backwards if self.listing.sorting.descending else words("Sorted by {column}", column=label)
        self.desk.show_message(said)

    def _choose_anew(self) -> None:
        self.listing.forget()
        self._show_rows()
        self._leave_out()
        self._keep()

    def _clear_filters(self) -> None:
        self._show_everything()
        self._keep()
        self.wanted.setFocus()

    def _show_everything(self) -> None:
        self.listing.filters.clear()
        self.listing.forget()
        blocked = self.wanted.blockSignals(True)  # what is shown is found once
        self.wanted.clear()
        self.wanted.blockSignals(blocked)
        self._search("")

    def _fold(self, key: str) -> None:
        self.listing.folded ^= {key}
        self._show_rows()
        self._leave_out()

    def _leave_out(self) -> None:
        """Leave out columns that would say nothing: of the group, and of what is finished while that is folded."""
        out = {self.listing.group}
        if FINISHED in self.listing.folded:
            out.add(self.noun.use.done)
        self.widths.leave_out(out)

    def _keep(self) -> None:
        self._memory.keep(
            self.listing,
            self.widths.given,
            lambda trouble: self.desk.show_message(self.words(trouble.sentence, **trouble.arguments)),
        )

    def search(self) -> bool:
        """Set the focus to the filter field; False while there is nothing to filter."""
        if self.wanted.isHidden() or (self.side.isHidden() and not self.close_row()):
            return False
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        return True

    def _enter_table(self) -> None:
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.rows.index(0, 0))

    # -- making records

    def _make(self, title: str) -> Record:
        """Store a record with a title; FosdeskError when it cannot be stored."""
        desk, noun = self.desk, self.noun
        return desk.workspace.add(msgspec.structs.replace(self.blank(), **{**self.listing.filters, noun.title: title}))

    def blank(self) -> Record:
        """A new record that nobody has written in."""
        return blank_record(self.desk.school, self.stored, self.desk.day(), self.sub_list)

    def _save(self) -> None:
        if self.desk.release(self):
            from fosdesk.ui.lists.save_dialog import SaveDialog

            ids = [one.id for one in self.listing.matching()]
            columns = [name for name in self.columns if not name or name in self.stored.fields]
            self.save_dialog = SaveDialog(self.desk, self.stored, ids, columns, self.window())
            self.save_dialog.finished.connect(self._forget_dialog)
            self.save_dialog.open()

    def _forget_dialog(self) -> None:
        self.save_dialog = None

    def _paste(self) -> None:
        if not self.desk.read_only and self.desk.release(self):
            given, fields = {**first_values(self.sub_list), **self.listing.filters}, self.stored.fields
            self.pasting.begin({name: one for name, one in given.items() if name in fields}, self._show_pasted)

    def _reveal(self, record_id: str) -> None:
        """Bring a record into view."""
        self.bring_up(record_id)
        self.table.show_record(record_id)

    def _show_pasted(self, record_id: str) -> None:
        self._reveal(record_id)
        self.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_made(self, record_id: str) -> None:
        self._reveal(record_id)
        self.desk.show_message(self.words("Added. Ctrl+Z takes it back."))

    # -- the open record

    @property
    def copied_columns(self) -> Sequence[str]:
        """The columns that may be taken elsewhere: none that are private, whether or not there is room for them."""
        withheld = fields_withheld(self.noun, Audience.SCHOOL)
        return [name for name in self.columns if (name or self.noun.title) not in withheld]

    @property
    def shown_ids(self) -> Sequence[str]:
        """The ids of the records that are shown, in order."""
        return [one.id for one in self.rows.rows if isinstance(one, Record)]

    def bring_up(self, record_id: str) -> None:
        """Unfold the group of a record, and give up filters and search that leave it out."""
        before = set(self.listing.folded)
        if not self.listing.unfold_for(record_id):
            self._show_everything()
            self.listing.unfold_for(record_id)
        if self.listing.folded != before:
            self._show_rows()
            self._leave_out()

    def acts_of_form(self, record_id: str) -> Sequence[QPushButton]:
        """Those of the part, onto the agenda, and put away."""
        return [*self.acts_of(record_id), *self.form_acts.buttons(record_id)]

    def mark_open(self, record_id: str) -> None:
        """Select the row of a record."""
        self.table.select_only(record_id)

    def fit_list(self, room: int) -> None:
        """Give the columns their widths."""
        self.widths.fit(room)

    def current_id(self) -> str:
        """The id of the one record that is selected, or of the open one."""
        chosen = self.table.selected_ids()
        return chosen[0] if len(chosen) == 1 else self.open_id

    def list_focus(self) -> QWidget:
        """The table, or the line for new records while there is none."""
        return self.quick if self.table.isHidden() else self.table

    def _open_selected(self) -> None:
        chosen = self.table.selected_ids()
        if len(chosen) == 1 and chosen[0] != self.open_id:
            self.open_row(chosen[0], focus=False)

    def _activated(self, index: QModelIndex) -> None:
        one = self.rows.row_at(index)
        if isinstance(one, Record):
            self.open_row(one.id)

    def _act(self, act: Callable[[Sequence[str]], None]) -> None:
        """Do something with the selected records, once what is typed in the open form is stored."""
        chosen = self.table.selected_ids()
        if chosen and not self.desk.read_only and self.desk.release(self):
            act(chosen)
            self.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_selected(self) -> None:
        found = map(self.desk.school.find, chosen := self.table.selected_ids())
        self.bar.show_count(len(chosen), sum(one is not None and one.put_away for one in found))

    def _selected(self) -> None:
        self._show_selected()
        if not self.table.is_filling and self.is_open and self.table.hasFocus():
            self._open_selected()
