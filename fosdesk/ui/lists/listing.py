"""Listing: which records of a noun a list shows, in which order and groups; it knows nothing of the screen."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice
from operator import length_hint
from typing import NamedTuple

from fosdesk.display.noun_table import TITLE, CellWords, column_names
from fosdesk.domain.fields import Choice, Long, Noun, Privacy, Record, Scalar, SemesterField, Short
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.dates import known_day, plus_days
from fosdesk.domain.values.semester import Semester
from fosdesk.domain.values.text_folding import folded, words_in
from fosdesk.words import Words

FINISHED, PUT_AWAY = "finished", "put away"  # the keys of the headings over what is finished, and what is put away
_GROUP = "group:"
_NO_SEMESTER = Semester(0, autumn=False)


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


class _Group(NamedTuple):
    """Records under one heading, or under none where `title` is empty."""

    key: str
    title: str
    records: Sequence[Record]


_Searched = list[tuple[Sequence[Record], Sequence[str]]]  # of each group, its records, and what is searched of each


def _split(records: Sequence[Record], chosen: Sequence[bool]) -> tuple[Sequence[Record], Sequence[Record]]:
    """The others, and those that are chosen."""
    if True not in chosen:
        return records, ()
    others = [one for one, is_chosen in zip(records, chosen, strict=True) if not is_chosen]
    return others, list(compress(records, chosen))


def _with_word(word: str, records: Sequence[Record], texts: Sequence[str]) -> tuple[list[Record], list[str]]:
    """The records whose texts contain a word, with these."""
    fits = [word in text for text in texts]
    return list(compress(records, fits)), list(compress(texts, fits))


def groupable(noun: Noun) -> list[str]:
    """The fields that a list may be grouped by: the noun's own first, then its choices."""
    choices = [name for name, field in noun.fields.items() if isinstance(field, Choice) and not field.hidden]
    return list(dict.fromkeys(name for name in (noun.use.group, *choices) if name))


def group_key(title: str) -> str:
    """The key of the heading of a group, as in `Listing.folded`, by its words."""
    return _GROUP + title


class Listing:
    """Remembers what it found, so that each letter of a search looks among what is there already."""

    def __init__(self, noun: Noun, finished: str, others: str, put_away: str) -> None:
        """`finished`, `others` and `put_away` are the headings of what is finished, in no group, or put away."""
        self.noun = noun
        self.sorting: Sorting | None = None  # None: as the definition says
        self.group = noun.use.group
        self.filters: dict[str, str] = {}  # the chosen option of a choice, by the choice
        self.folded = {FINISHED, PUT_AWAY}
        self.sums: Callable[[Sequence[Record]], Iterable[str]] = lambda _: ()  # what a heading adds up
        self._finished, self.others, self._put_away = finished, others, put_away
        self.more_text: Callable[[Record], str] = lambda _: ""  # what is searched besides the record's own texts
        self._day = self._wanted = ""
        self._cells: CellWords | None = None
        self._records: Sequence[Record] = ()
        self._texts: dict[str, tuple[Record, str]] = {}
        self._left: Iterator[Record] = iter(())  # those whose texts are not made ready yet
        self._groups: list[_Group] | None = None
        self._found: tuple[str, _Searched] | None = None
        self._away = 0  # how many records are put away
        shown = {noun.title, *column_names(noun)}
        texts = {n for n, f in noun.fields.items() if isinstance(f, Short | Long) and f.privacy is Privacy.OPEN}
        # What is private is found where it is shown, and nowhere else.
        self._searched = [n for n, f in noun.fields.items() if not f.hidden and (n in shown or n in texts)]

    @property
    def shown_sorting(self) -> Sorting | None:
        """What is sorted by, also where the definition says so; None where records have their own order."""
        order = self.noun.use.order
        if self.sorting is not None or not order:
            return self.sorting
        bare = order[0].removeprefix("-")
        return Sorting(TITLE if bare == self.noun.title else bare, bare != order[0] and not self._is_nearest_first)

    @property
    def _is_nearest_first(self) -> bool:
        """Whether what lies ahead stands with the nearest first, and only what is over with the latest."""
        over, order = self.noun.use.over, self.noun.use.order
        return self.sorting is None and bool(over) and order[:1] == (f"-{over}",)

    # -- what there is

    def use(self, records: Sequence[Record], cells: CellWords, day: str = "") -> None:
        """List these records, with the words of their cells, as of a day (YYYY-MM-DD); earlier semesters are folded."""
        self._day = day
        if not self._records and day and isinstance(self.noun.fields.get(self.group), SemesterField):
            now, field = Semester.of_date(day), self.noun.fields[self.group]
            stored = {str(getattr(one, self.group)) for one in records}
            earlier = [one for one in stored if (semester := Semester.known(one)) is not None and semester < now]
            self.folded.update(group_key(cells.of_value(field, self.group, value)) for value in earlier)
        self._cells = cells
        was_empty, self._records = not self._records, records
        self._away = [one.put_away for one in records].count(True)
        if was_empty and self.noun.use.over and records and not self._parted(records)[0]:
            self.folded.discard(FINISHED)  # else nothing would be seen
        if len(self._texts) > len(records):
            here = {record.id for record in records}
            self._texts = {key: known for key, known in self._texts.items() if key in here}
        self._left = iter(records)
        self.forget()

    def forget(self) -> None:
        """Find everything anew, because order, groups or filters were changed."""
        self._groups = self._found = None

    @property
    def records(self) -> Sequence[Record]:
        """All records, also those that are not shown."""
        return self._records

    @property
    def is_filled(self) -> bool:
        """Whether it was told yet what there is."""
        return self._cells is not None

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
        for record in islice(self._left, most):
            known = self._texts.get(record.id)
            if known is None or known[0] is not record:
                self._texts[record.id] = (record, self._text_of(record))
        if not length_hint(self._left):
            self._all_searched()
            return False
        return True

    def _text_of(self, record: Record) -> str:
        cells, fields = self.cells, self.noun.fields
        parts = [] if self.noun.title in self._searched else [cells.of(record, TITLE)]
        for name in self._searched:
            field, value = fields[name], getattr(record, name)
            if value:
                parts.append(value if isinstance(field, Short | Long) else cells.of_value(field, name, value))
        parts.append(self.more_text(record))
        return folded("\n".join(parts))  # lines keep a word from being found across two fields

    def _all_searched(self) -> _Searched:
        """What is found for the latest search that still holds, else everything."""
        if self._found is None:
            texts = self._texts
            self._found = (
                "",
                [(one.records, [texts[record.id][1] for record in one.records]) for one in self.groups()],
            )
        return self._found[1]

    # -- what is shown

    def groups(self) -> Sequence[_Group]:
        """What fits the filters, in order and in groups, whatever is searched for.

        What is finished comes after the others, and what is put away last.
        """
        if self._groups is None:
            open_ones, finished, put_away = self._parted(self._chosen(self._in_order(), self.filters))
            if self._is_nearest_first:
                open_ones = self.cells.in_order(open_ones, self.noun.use.over, descending=False)
            self._groups = self._grouped(open_ones)
            if finished:
                self._groups.append(_Group(FINISHED, self._finished, finished))
            if put_away:
                self._groups.append(_Group(PUT_AWAY, self._put_away, put_away))
        return self._groups

    def matching(self) -> list[Record]:
        """The records that fit filters and search, in order, also where their group is folded.

        What is put away is among them only while it is unfolded.
        """
        return list(chain.from_iterable(self._fitting_without({PUT_AWAY})))

    @property
    def matching_count(self) -> int:
        """How many they are."""
        return sum(map(len, self._fitting_without({PUT_AWAY})))

    def unfolded(self) -> list[Record]:
        """The records that fit filters and search, in order; finished or put away ones only while they are unfolded."""
        return list(chain.from_iterable(self._fitting_without({FINISHED, PUT_AWAY})))

    def _fitting_without(self, kept: set[str]) -> Iterator[Sequence[Record]]:
        """For each group, the records that fit the search; those under headings in `kept` only while unfolded."""
        hidden = kept & self.folded
        pairs = zip(self.groups(), self._fitting(), strict=True)
        return (some for group, some in pairs if group.key not in hidden)

    def count_under(self, heading: str) -> int:
        """How many records under a heading, FINISHED or PUT_AWAY, fit filters and search."""
        return sum(len(some) for one, some in zip(self.groups(), self._fitting(), strict=True) if one.key == heading)

    @property
    def all_count(self) -> int:
        """How many records there are, without those that are put away while that is folded."""
        return len(self._records) - (self._away if PUT_AWAY in self.folded else 0)

    def _fitting(self) -> Sequence[Sequence[Record]]:
        """For each group, the records that fit the search."""
        if not self._wanted:
            return [one.records for one in self.groups()]
        self.prepare(len(self._records))
        if self._found is None or not self._wanted.startswith(self._found[0]):
            self._found = None
        found = self._all_searched()
        if self._found is None or self._found[0] != self._wanted:
            for word in words_in(self._wanted):
                found = [_with_word(word, records, texts) for records, texts in found]
            self._found = (self._wanted, found)
        return [records for records, _ in found]

    def rows(self) -> list[Row]:
        """What the list shows: headings and records."""
        rows: list[Row] = []
        for group, records in zip(self.groups(), self._fitting(), strict=True):
            if not records:
                continue
            is_folded = bool(group.title) and group.key in self.folded
            if group.title:
                rows.append(Heading(group.key, group.title, len(records), is_folded))
            if not is_folded:
                rows.extend(records)
        return rows

    def counts(self, name: str) -> Mapping[str, int]:
        """How many open records each option of a choice would show, with the other filters as they are."""
        others = {key: value for key, value in self.filters.items() if key != name}
        open_ones = self._parted(self._chosen(self._records, others))[0]
        return Counter([getattr(record, name) for record in open_ones])

    def unfold_for(self, record_id: str) -> bool:
        """Unfold the group that holds a record; False where filters or search leave it out."""
        for group, records in zip(self.groups(), self._fitting(), strict=True):
            if any(record.id == record_id for record in records):
                self.folded.discard(group.key)
                return True
        return False

    def _parted(self, records: Sequence[Record]) -> tuple[Sequence[Record], Sequence[Record], Sequence[Record]]:
        """Those that are open, finished, and put away."""
        kept, away = _split(records, [one.put_away for one in records])
        done, over = self.noun.use.done, self.noun.use.over
        if over:
            last = self._day
            if getattr(self.noun.fields[over], "surfaces", "") == "happens" and known_day(last):
                last = plus_days(last, -1)  # what happens today is not over yet
            return *_split(kept, ["" < getattr(one, over) <= last for one in kept]), away
        if done:
            return *_split(kept, [bool(getattr(one, done)) for one in kept]), away
        return kept, (), away

    @staticmethod
    def _chosen(records: Sequence[Record], filters: Mapping[str, str]) -> Sequence[Record]:
        for name, value in filters.items():
            records = [record for record in records if getattr(record, name) == value]
        return records

    def _in_order(self) -> Sequence[Record]:
        if self.sorting is not None:
            column, descending = self.sorting
            return self.cells.in_order(self._records, column, descending=descending)
        found = self._records
        for name in reversed(self.noun.use.order):
            bare = name.removeprefix("-")
            found = self.cells.in_order(found, TITLE if bare == self.noun.title else bare, descending=bare != name)
        return found

    def _grouped(self, records: Sequence[Record]) -> list[_Group]:
        field = self.noun.fields.get(self.group)
        if field is None:
            return [_Group("", "", records)]
        groups: dict[Scalar, list[Record]] = {}
        for record in records:  # by the value: its words are made once for each
            groups.setdefault(getattr(record, self.group), []).append(record)
        said = {value: self.cells.of_value(field, self.group, value) for value in groups}
        if isinstance(field, Choice):
            ranks = {option.key: rank for rank, option in enumerate(field.options)}
            order = sorted(groups, key=lambda value: (not said[value], ranks.get(str(value), len(ranks)), str(value)))
        elif isinstance(field, SemesterField):  # the latest first
            order = sorted(groups, key=lambda value: Semester.known(str(value)) or _NO_SEMESTER, reverse=True)
        else:
            order = sorted(groups, key=lambda value: (not said[value], sort_key(said[value])))
        nameless = self.others if len(groups) > 1 else ""
        return [
            _Group(group_key(said[value]), self._with_sums(said[value] or nameless, groups[value]), groups[value])
            for value in order
        ]

    def _with_sums(self, title: str, records: Sequence[Record]) -> str:
        return " · ".join([title, *self.sums(records)]) if title else ""


def listing_of(noun: Noun, words: Words) -> Listing:
    """What the list of a noun shows, with the headings that its definition names."""
    nowhere = "Without a semester" if isinstance(noun.fields.get(noun.use.group), SemesterField) else "Others"
    return Listing(noun, words(noun.use.over_heading or "Done"), words(nowhere), words("Out of the way"))
