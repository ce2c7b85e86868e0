"""TranslationList: what was let in as a standard list; a row opens as a card in place of the list."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of
from fosdesk.display.rows.entry_translations import ENTRY_TRANSLATIONS, entry_translations
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import TranslationNote
from fosdesk.domain.rules.blank_records import record_of_line
from fosdesk.domain.rules.review.translations import translation_id
from fosdesk.domain.school import values_of
from fosdesk.ui.controls.plain_widgets import set_shown
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.fixed_list import FixedActs, FixedList
from fosdesk.ui.lists.list_acts import ListActs


class TranslationActs(FixedActs):
    """Where a translation stands is stored as far as somebody said it."""

    def stored(self, pairs: Sequence[tuple[Record, Record]]) -> Sequence[tuple[Record | None, Record]]:
        """The translations with what was set; what only says that nobody has set anything is nothing."""
        options = {option.key for option in choice_of(TranslationNote, "standing").options}
        found: list[tuple[Record | None, Record]] = []
        for before, after in super().stored(pairs):
            assert isinstance(after, TranslationNote)
            said = after.standing if after.standing in options else ""
            found.append((before, msgspec.structs.replace(after, standing=said)))
        return [(before, after) for before, after in found if before != after]


class TranslationList(FixedList):
    """A line that is typed is an entry of today, and opens as a card at once."""

    opened = Signal(str)  # the id of a translation

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            ENTRY_TRANSLATIONS,
            noun_of(TranslationNote),
            lambda: entry_translations(desk.school, with_waiting=not desk.read_only),
        )
        self.listing.more_text = self._said_in
        set_shown(self.bar.remove, not desk.read_only)

    def make_acts(self) -> ListActs:
        """What stores where a translation stands."""
        return TranslationActs(self.desk, self.noun, self.listing, self.stored)

    def open_row(self, record_id: str, *, focus: bool = True) -> bool:
        """Ask for the card of a translation."""
        self.opened.emit(record_id)
        return True

    def list_focus(self) -> QWidget:
        """The table, or the line for new ones while there is none."""
        return self.quick if self.table.isHidden() else self.table

    def _said_in(self, row: Record) -> str:
        """What stands in a translation, so that it is found by any of its texts."""
        note = self.desk.school.find(row.id)
        return "\n".join(one for one in values_of(note).values() if isinstance(one, str)) if note is not None else ""

    def _make(self, title: str) -> Record:
        """Store what is translated as an entry of today, not decided yet; FosdeskError when it cannot be stored."""
        desk = self.desk
        return desk.workspace.add(record_of_line(desk.school, self.stored, title, desk.day()))

    def _show_made(self, record_id: str) -> None:
        self.opened.emit(translation_id(record_id))

    def _parts_shown(self, *, there: bool, shown: bool) -> Sequence[tuple[QWidget, bool]]:
        seen = dict(super()._parts_shown(there=there, shown=shown))
        return tuple({**seen, self.quick: not self.desk.read_only}.items())
