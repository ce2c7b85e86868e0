"""ListActs: changes several records of a list as one step of undo, and copies them as a table."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from fosdesk.display.noun_table import column_label
from fosdesk.domain.fields import Date, Noun, Record, Scalar
from fosdesk.exchange.table_text import as_html, as_tsv
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.listing import Listing
from fosdesk.workspace.school_queries import SchoolUpdate

_FEW = 20  # records that are written without anybody noticing; more are written beside the screen's thread


class ListActs:
    """What is typed in an open form is stored first."""

    def __init__(self, desk: Desk, noun: Noun, listing: Listing) -> None:
        self._desk, self._noun, self._listing = desk, noun, listing

    def shown(self, record_id: str) -> Record | None:
        """What the list shows of a record: itself, unless a list shows several records as one."""
        return self._desk.school.find(record_id)

    def stored(self, pairs: Sequence[tuple[Record, Record]]) -> Sequence[tuple[Record | None, Record]]:
        """What is to be stored where a list asks for these changes of what it shows."""
        return pairs

    def set_choice(self, ids: Sequence[str], name: str, value: Scalar) -> None:
        """Give records the same value in one field."""
        records = [one for one in self._records(ids) if getattr(one, name) != value]
        pairs = [(one, msgspec.structs.replace(one, **{name: value})) for one in records]
        words = self._desk.words
        self.write(
            self.stored(pairs),
            "several records changed",
            lambda: words.plural(
                "{n} changed. Ctrl+Z takes it back.", "{n} changed. Ctrl+Z takes them back.", len(pairs)
            ),
        )

    def mark_done(self, ids: Sequence[str]) -> None:
        """Mark those records as done today that are not done yet."""
        done = self._noun.use.done
        value: Scalar = self._desk.day() if isinstance(self._noun.fields[done], Date) else True
        self.set_choice([one.id for one in self._records(ids) if not getattr(one, done)], done, value)

    def remove(self, ids: Sequence[str]) -> None:
        """Delete records, without asking, as undo brings them back."""
        words = self._desk.words
        records = self.removed([one for one in map(self._desk.school.find, ids) if one is not None])
        if not records:
            return
        self._run(
            len(records),
            lambda: self._desk.workspace.apply_delete(records),
            lambda: words.plural(
                "{n} deleted. Ctrl+Z brings it back.", "{n} deleted. Ctrl+Z brings them back.", len(ids)
            ),
        )

    def removed(self, records: Sequence[Record]) -> Sequence[Record]:
        """What goes when these are deleted."""
        return records

    def copy(self, ids: Sequence[str], columns: Sequence[str]) -> None:
        """Put records on the clipboard as a table: tabs between cells for spreadsheets, HTML for texts and mails."""
        records, cells, words = self._records(ids), self._listing.cells, self._desk.words
        if not records:
            return
        if not columns:
            self._desk.show_message(words("This list is private, and nothing of it is copied."))
            return
        headings = [column_label(words, self._noun, name) for name in columns]
        rows = [[cells.whole(one, name) for name in columns] for one in records]
        copied = QMimeData()
        copied.setText(as_tsv([headings, *rows]))
        copied.setHtml(as_html(headings, rows))
        QGuiApplication.clipboard().setMimeData(copied)
        self._desk.show_message(
            words.plural("{n} row is copied as a table.", "{n} rows are copied as a table.", len(records))
        )

    def write(self, pairs: Sequence[tuple[Record | None, Record]], act: str, said: Callable[[], str]) -> None:
        """Write records as one step of undo, and tell what was done."""
        if pairs:
            self._run(len(pairs), lambda: self._desk.workspace.apply_all(pairs, act), said)

    def _run(self, many: int, act: Callable[[], SchoolUpdate], said: Callable[[], str]) -> None:
        desk = self._desk

        def done(update: SchoolUpdate) -> None:
            desk.workspace.adopt(update)
            desk.show_message(said())

        if many <= _FEW:
            desk.attempt(lambda: done(act()))
        else:
            desk.long_work.begin(desk.words("Saving"), lambda _: act(), done)

    def _records(self, ids: Sequence[str]) -> list[Record]:
        return [one for one in map(self.shown, ids) if one is not None]
