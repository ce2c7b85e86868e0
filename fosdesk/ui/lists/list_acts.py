"""ListActs: changes several records of a list as one step of undo, and copies them as a table."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from fosdesk.display.meeting_words import chosen_words, line_from
from fosdesk.display.noun_table import column_label
from fosdesk.domain.fields import Date, Noun, Record, Scalar
from fosdesk.domain.records import Meeting
from fosdesk.domain.rules.agenda import coming_meetings, lines_of_meeting, meeting_to_plan, place_after
from fosdesk.domain.rules.meeting_proposals import chosen_lines
from fosdesk.domain.values.fractional_index import between
from fosdesk.exchange.table_text import as_html, as_tsv
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.listing import Listing
from fosdesk.ui.lists.selection_bar import SelectionBar
from fosdesk.workspace import new_id
from fosdesk.workspace.school_queries import SchoolUpdate

_MOST_LINES = 100  # that are put on an agenda at a time
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
        pairs = self._changes(ids, name, value)
        words = self._desk.words
        self.write(
            self.stored(pairs),
            "several records changed",
            lambda: words.plural(
                "{n} changed. Ctrl+Z takes it back.", "{n} changed. Ctrl+Z takes them back.", len(pairs)
            ),
        )

    def put_away(self, ids: Sequence[str]) -> None:
        """Put records out of the way, where they stay as they are."""
        pairs, words = self._changes(ids, "put_away", True), self._desk.words
        self.write(
            self.stored(pairs),
            "records were put away",
            lambda: words.plural(
                "{n} put away. Ctrl+Z takes it out again.", "{n} put away. Ctrl+Z takes them out again.", len(pairs)
            ),
        )

    def take_out(self, ids: Sequence[str]) -> None:
        """Bring records back that were put away."""
        pairs, words = self._changes(ids, "put_away", False), self._desk.words
        self.write(
            self.stored(pairs),
            "records were taken out again",
            lambda: words("{n} taken out again.", n=words.number(len(pairs))),
        )

    def put_on_agenda(self, ids: Sequence[str]) -> None:
        """Make a line for each on the agenda of the next meeting that may have it, and tell where they stand.

        Where no meeting is coming, the one that would be proposed is set up in the same step.
        """
        desk, words = self._desk, self._desk.words
        school, day = desk.school, desk.day()
        records = [one for one in map(school.find, ids) if one is not None]
        if len(records) > _MOST_LINES:
            desk.show_message(words("That is {n} lines, and {most} fit at a time.", n=len(records), most=_MOST_LINES))
            return
        coming: Sequence[Meeting] = coming_meetings(school, day)
        begun = not coming
        if begun:
            coming = (msgspec.structs.replace(meeting_to_plan(school, day), id=new_id()),)
        chosen = chosen_lines(
            school, records, coming, names_somebody=lambda said: desk.workspace.names().found_in(said)
        )
        pairs: list[tuple[Record | None, Record]] = [(None, coming[0])] if begun and chosen.lines else []
        places: dict[str, str] = {}
        for meeting, one in chosen.lines:
            last = places.get(meeting.id)
            pos = places[meeting.id] = between(last, "") if last else place_after(lines_of_meeting(school, meeting.id))
            line = line_from(words, desk.framework, school, one, meeting.id)
            pairs.append((None, msgspec.structs.replace(line, id=new_id(), pos=pos)))
        said = chosen_words(words, chosen, day)
        if pairs:
            self.write(pairs, "records were put on the agenda", lambda: said)
        else:
            desk.show_message(said)

    def _changes(self, ids: Sequence[str], name: str, value: Scalar) -> list[tuple[Record, Record]]:
        records = [one for one in self._records(ids) if getattr(one, name) != value]
        return [(one, msgspec.structs.replace(one, **{name: value})) for one in records]

    def follow_bar(self, bar: SelectionBar, act: Callable[[Callable[[Sequence[str]], None]], None]) -> None:
        """Do what is asked for below the list; `act` calls a function with the ids of the selected records."""
        bar.set_asked.connect(lambda name, key: act(lambda ids: self.set_choice(ids, name, key)))
        bar.done_asked.connect(lambda: act(self.mark_done))
        bar.away_asked.connect(lambda: act(self.put_away))
        bar.agenda_asked.connect(lambda: act(self.put_on_agenda))
        bar.back_asked.connect(lambda: act(self.take_out))
        bar.remove_asked.connect(lambda: act(self.remove))

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
