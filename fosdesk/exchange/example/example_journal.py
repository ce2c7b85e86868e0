"""Builds a journal from the edits of two laptops: writers, numbers, orders, and what each change replaces."""

from collections.abc import Iterable
from typing import NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, Change, Journal, Writer
from fosdesk.exchange.example.example_ids import digest as digest

DAY = 86_400_000
_WEEK = 7 * DAY


Line = tuple[str, str, str, Scalar]  # noun, record, field and its new value; the field `GONE` deletes the record


class LaptopEdit(NamedTuple):
    """Values that one laptop wrote at one moment (`at`, ms since 1970)."""

    at: int
    laptop: str
    lines: tuple[Line, ...]


_Value = tuple[Scalar, int, tuple[int, int]]  # what a field says now, and the order and id of the change that says it
_Pairs = tuple[tuple[int, int], ...]
_Row = tuple[int, int, int, int, int, str, str, Scalar, _Pairs]  # a change, in its own order


class JournalBuilder:
    """Writes edits in the order of time; a value that a field has already is not written again."""

    def __init__(self, namespace: str, app: str, existing: Journal | None = None) -> None:
        """`namespace` makes the writers' ids unique, `app` is the program's version.

        The changes of `existing` stay, and new ones follow.
        """
        self._namespace = namespace
        self._app = app
        self._writers: list[Writer] = []
        self._rows: list[_Row] = []
        self._heads: dict[str, dict[str, _Value]] = {}
        self._open: dict[str, tuple[int, int]] = {}  # laptop: its writer now, and the day of that opening
        self._numbers: list[int] = []
        self._known: dict[str, int] = {}  # laptop: the greatest order that has reached it
        self._exchanged: dict[str, int] = {}  # laptop: the week it last read the other one's file
        self._greatest = 0
        if existing is not None:
            self._read(existing)

    def _read(self, journal: Journal) -> None:
        self._writers += journal.writers
        self._numbers = [0] * len(journal.writers)
        for c in journal.changes:
            self._rows.append((c.writer, c.number, c.order, c.at, c.step, c.record, c.field, c.value, c.replaces))
            self._numbers[c.writer] = max(self._numbers[c.writer], c.number)
            self._greatest = max(self._greatest, c.order)
            self._heads.setdefault(c.record, {})[c.field] = (c.value, c.order, (c.writer, c.number))
        for record in [r for r, heads in self._heads.items() if str(heads[BIRTH][0]).startswith(GONE)]:
            del self._heads[record]

    def write(self, edits: Iterable[LaptopEdit]) -> None:
        """Write the edits, earliest first."""
        for edit in sorted(edits, key=lambda a: a.at):
            self._write_edit(edit)

    def journal(self, school: str, name: str) -> Journal:
        """Everything written so far, in the journal's order."""
        places = sorted(range(len(self._writers)), key=lambda w: self._writers[w].uid)
        new = {old: place for place, old in enumerate(places)}
        changes = [
            Change(new[w], n, order, at, step, record, field, value, tuple(sorted([(new[x], m) for x, m in replaces])))
            for w, n, order, at, step, record, field, value, replaces in self._rows
        ]
        changes.sort(key=lambda c: (c.order, c.writer, c.number))
        return Journal(school, name, tuple(self._writers[w] for w in places), tuple(changes))

    def _write_edit(self, edit: LaptopEdit) -> None:
        lines = [line for line in edit.lines if self._changes_value(line)]
        if not lines:
            return
        self._merge_laptops(edit, lines)
        writer = self._opening(edit)
        step = self._numbers[writer] + 1
        for noun, record, field, value in lines:
            heads = self._heads.setdefault(record, {})
            if field == GONE:
                replaced = tuple(change for _, _, change in heads.values())
                heads.clear()
                self._add_change(edit, writer, step, record, BIRTH, GONE + noun, replaced)
                continue
            if BIRTH not in heads:
                heads[BIRTH] = self._add_change(edit, writer, step, record, BIRTH, noun, ())
            if field != BIRTH:
                before = (heads[field][2],) if field in heads else ()
                heads[field] = self._add_change(edit, writer, step, record, field, value, before)

    def _changes_value(self, line: Line) -> bool:
        _, record, field, value = line
        heads = self._heads.get(record, {})
        if field == GONE:
            return bool(heads)
        if field in heads:
            return heads[field][0] != value
        return field == BIRTH or (value is not None and value != "" and value is not False)

    def _merge_laptops(self, edit: LaptopEdit, lines: list[Line]) -> None:
        """Let the laptop know the other's changes: once a week, and before it changes what the other wrote."""
        known = self._known.get(edit.laptop, 0)
        week = edit.at // _WEEK
        due = self._exchanged.get(edit.laptop) != week
        if due or any(order > known for line in lines for _, order, _ in self._heads.get(line[1], {}).values()):
            self._exchanged[edit.laptop] = week
            self._known[edit.laptop] = self._greatest

    def _opening(self, edit: LaptopEdit) -> int:
        day = edit.at // DAY
        now = self._open.get(edit.laptop)
        if now is None or now[1] != day:
            uid = digest(16, self._namespace, edit.laptop, edit.at, len(self._writers))
            now = self._open[edit.laptop] = (len(self._writers), day)
            self._writers.append(Writer(uid, edit.laptop, self._app, edit.at - 60_000))
            self._numbers.append(0)
        return now[0]

    def _add_change(
        self, edit: LaptopEdit, writer: int, step: int, record: str, field: str, value: Scalar, replaces: _Pairs
    ) -> _Value:
        number = self._numbers[writer] = self._numbers[writer] + 1
        order = self._known[edit.laptop] = self._known[edit.laptop] + 1
        if order > self._greatest:
            self._greatest = order
        self._rows.append((writer, number, order, edit.at, step, record, field, value, replaces))
        return value, order, (writer, number)
