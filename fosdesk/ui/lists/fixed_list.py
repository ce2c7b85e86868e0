"""FixedList: a standard list of records whose ids are known beforehand, also where nobody has written in them yet."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Noun, Record
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.listing import Listing
from fosdesk.ui.lists.noun_list import NounList


class FixedActs(ListActs):
    """What is changed in a row is stored in the record behind it."""

    def __init__(self, desk: Desk, noun: Noun, listing: Listing, stored: Noun) -> None:
        super().__init__(desk, noun, listing)
        self._desk, self._listing, self._stored = desk, listing, stored

    def shown(self, record_id: str) -> Record | None:
        """The row of a record."""
        return next((one for one in self._listing.records if one.id == record_id), None)

    def stored(self, pairs: Sequence[tuple[Record, Record]]) -> Sequence[tuple[Record | None, Record]]:
        """The records behind some rows, with what was changed of their own fields."""
        found: list[tuple[Record | None, Record]] = []
        for before, after in pairs:
            record = self._desk.school.get(self._stored.record, before.id)
            names = [name for name in self._stored.fields if getattr(before, name, None) != getattr(after, name, None)]
            found.append((record, msgspec.structs.replace(record, **{name: getattr(after, name) for name in names})))
        return found


class FixedList(NounList):
    """Nothing is added to it and nothing taken away: each record is there to be filled in."""

    def __init__(self, desk: Desk, noun: Noun, stored: Noun, rows: Callable[[], Sequence[Record]]) -> None:
        """`noun` is what is shown, `stored` that of the records behind the rows; their ids are the same."""
        self._made = rows
        super().__init__(desk, noun, stored)
        self.bar.remove.hide()

    def records(self) -> Sequence[Record]:
        """The rows as they are now."""
        return self._made()

    def is_there(self, record_id: str) -> bool:
        """Whether there is a row for it."""
        return any(one.id == record_id for one in self.listing.records or self._made())

    def make_acts(self) -> ListActs:
        """What stores a row in the record behind it."""
        return FixedActs(self.desk, self.noun, self.listing, self.stored)

    def acts_of_form(self, record_id: str) -> Sequence[QPushButton]:
        """Those of the part: what may not be written yet is not put anywhere."""
        return self.acts_of(record_id)

    def list_focus(self) -> QWidget:
        """The table, as there is no line for new records."""
        return self.table

    def _parts_shown(self, *, there: bool, shown: bool) -> Sequence[tuple[QWidget, bool]]:
        seen = dict(super()._parts_shown(there=there, shown=shown))
        return tuple({**seen, self.line_tools.quick: False, self.line_tools.paste: False, self.save: False}.items())

    def _paste(self) -> None:
        """Nothing is added."""
