"""Listing: which records of a noun a list shows, in which order and groups; it knows nothing of the screen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fosdesk.display.noun_table import TITLE, CellWords, column_names
from fosdesk.domain.fields import Choice, Long, Noun, Privacy, Record, Short
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.text_folding import folded, words_in

FINISHED = "finished"  # the key of the heading over what is finished
_GROUP = "group:"


class Heading(NamedTuple):
    """A row above those of one group; `records` counts them, also while they are folded away."""

    key: str
    title: str
    records: int
    is_folded: bool


Row = Record | Heading


class Sorting(NamedTuple):
    """The column that rows are sorted by, by its name in `column_names`, or TITLE for the first."""

    column: str
    descending: bool = False


class Listing:
    """Remembers what it found, so that each letter of a search looks among what is there already."""

    def __init__(self, noun: Noun, finished: str, others: str) -> None:
        """`finished` and `others` are the headings of what is finished and of what is in no group."""
        self.noun = noun
        self.sorting: Sorting | None = None  # None: as the definition says
        self.group = noun.use.group
        self.filters: dict[str, str] = {}  # the chosen option of a choice, by the choice
        self.folded = {FINISHED}
        self._finished, self._others = finished, others
        self._wanted = ""
        self._cells: CellWords | None = None
        self._records: Sequence[Record] = ()
        self._texts: dict[str, tuple[Record, str]] = {}
        self._ordered: list[Record] | None = None
        self._filtered: list[Record] | None = None
        self._found: tuple[str, list[Record]] = ("", [])
        shown = {noun.title, *column_names(noun)}
        texts = {n for n, f in noun.fields.items() if isinstance(f, Short | Long) and f.privacy is Privacy.OPEN}
        # What is private is found where it is shown, and nowhere else.
        self._searched = [n for n, f in noun.fields.items() if not f.hidden and (n in shown or n in texts)]

    # -- what there is

    def use(self, records: Sequence[Record], cells: CellWords) -> None:
        """List these records, with the words of their cells."""
        self._cells = cells
        self._records = records
        here = {record.id for record in records} if len(self._texts) > len(records) else None
        if here is not None:
            self._texts = {key: known for key, known in self._texts.items() if key in here}
        self.forget()

    def forget(self) -> None:
        """Find everything anew, because order or filters were changed."""
        self._ordered = self._filtered = None
        self._found = ("", [])

    @property
    def records(self) -> Sequence[Record]:
        """All records, also those that are not shown."""
        return self._records

    @property
    def cells(self) -> CellWords:
        """The words of the cells."""
        assert self._cells is not None
        return self._cells

    # -- searching

    @property
    def wanted(self) -> str:
        """What is searched for, folded."""
        return self._wanted

    def search(self, typed: str) -> None:
        """Show only what contains every word of `typed`."""
        self._wanted = folded(typed).strip()

    def prepare(self, most: int) -> bool:
        """Make up to `most` records ready for the first letter of a search; False when all are."""
        made = 0
        for record in self._records:
            known = self._texts.get(record.id)
            if known is None or known[0] is not record:
                self._texts[record.id] = (record, self._text_of(record))
                made += 1
                if made == most:
                    return True
        return False

    def _text_of(self, record: Record) -> str:
        cells, fields = self.cells, self.noun.fields
        parts = [] if self.noun.title in self._searched else [cells.of(record, TITLE)]
        for name in self._searched:
            field, value = fields[name], getattr(record, name)
            if value:
                parts.append(value if isinstance(field, Short | Long) else cells.of_value(field, name, value))
        return folded("\n".join(parts))  # lines keep a word from being found across two fields

    # -- what is shown

    def matching(self) -> list[Record]:
        """The records that fit filters and search, in order."""
        if self._ordered is None:
            self._ordered = self._in_order()
        if self._filtered is None:
            self._filtered = self._chosen(self._ordered, self.filters)
        before, found = self._found
        if not before or not self._wanted.startswith(before):
            before, found = "", self._filtered
        if self._wanted != before:
            self.prepare(len(self._records))
            texts = self._texts
            for word in words_in(self._wanted):
                found = [record for record in found if word in texts[record.id][1]]
        self._found = (self._wanted, found)
        return found

    def rows(self) -> list[Row]:
        """What the list shows: headings and records; what is finished comes last."""
        open_ones, finished = self._parted(self.matching())
        rows = self._grouped(open_ones)
        if finished:
            folds = FINISHED in self.folded
            rows.append(Heading(FINISHED, self._finished, len(finished), folds))
            if not folds:
                rows.extend(finished)
        return rows

    def counts(self, name: str) -> Mapping[str, int]:
        """How many open records each option of a choice would show, with the other filters as they are."""
        others = {key: value for key, value in self.filters.items() if key != name}
        counted: dict[str, int] = {}
        for record in self._parted(self._chosen(self._records, others))[0]:
            value = getattr(record, name)
            counted[value] = counted.get(value, 0) + 1
        return counted

    def unfold_for(self, record_id: str) -> bool:
        """Unfold the group that holds a record; False where filters or search leave it out."""
        record = next((one for one in self.matching() if one.id == record_id), None)
        if record is None:
            return False
        self.folded.discard(FINISHED if self.is_finished(record) else self._group_of(record))
        return True

    def is_finished(self, record: Record) -> bool:
        """Whether a record is finished."""
        return bool(self.noun.use.done and getattr(record, self.noun.use.done))

    def _parted(self, records: Sequence[Record]) -> tuple[Sequence[Record], Sequence[Record]]:
        done = self.noun.use.done
        if not done:
            return records, ()
        open_ones: list[Record] = []
        finished: list[Record] = []
        for record in records:
            (finished if getattr(record, done) else open_ones).append(record)
        return open_ones, finished

    @staticmethod
    def _chosen(records: Sequence[Record], filters: Mapping[str, str]) -> list[Record]:
        found = list(records)
        for name, value in filters.items():
            found = [record for record in found if getattr(record, name) == value]
        return found

    def _in_order(self) -> list[Record]:
        if self.sorting is not None:
            column, descending = self.sorting
            return self.cells.in_order(self._records, column, descending=descending)
        found = list(self._records)
        for name in reversed(self.noun.use.order):
            bare = name.removeprefix("-")
            found = self.cells.in_order(found, "" if bare == self.noun.title else bare, descending=bare != name)
        return found

    def _group_of(self, record: Record) -> str:
        return _GROUP + (self.cells.of(record, self.group) if self.group else "")

    def _grouped(self, records: Sequence[Record]) -> list[Row]:
        field = self.noun.fields.get(self.group)
        if field is None:
            return list(records)
        groups: dict[str, list[Record]] = {}
        for record in records:  # by the value: its words are made once for each
            groups.setdefault(getattr(record, self.group), []).append(record)
        said = {value: self.cells.of_value(field, self.group, value) for value in groups}
        if isinstance(field, Choice):
            ranks = {option.key: rank for rank, option in enumerate(field.options)}
            order = sorted(groups, key=lambda value: (not said[value], ranks.get(value, len(ranks)), value))
        else:
            order = sorted(groups, key=lambda value: (not said[value], sort_key(said[value])))
        rows: list[Row] = []
        for value in order:
            some, key = groups[value], _GROUP + said[value]
            folds = key in self.folded
            if said[value] or len(groups) > 1:
                rows.append(Heading(key, said[value] or self._others, len(some), folds))
            if not folds:
                rows.extend(some)
        return rows
