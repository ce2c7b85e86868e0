"""Turns what two laptops wrote into a journal: openings, numbers, orders, and what each change replaces."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH, GONE, Change, Journal, Writer

DAY = 86_400_000
_WEEK = 7 * DAY


Line = tuple[str, str, str, Scalar]  # noun, record, field and its new value; the field `GONE` deletes the record


class Act(NamedTuple):
    """What one laptop wrote in one go."""

    at: int
    laptop: str
    lines: tuple[Line, ...]


def digest(size: int, *parts: object) -> str:
    """An id of `size` bytes in hex that is always the same for the same parts."""
    return blake2b("\x1f".join(map(str, parts)).encode(), digest_size=size).hexdigest()


_Value = tuple[Scalar, int, tuple[int, int]]  # what a field says now, and the order and id of the change that says it
_Pairs = tuple[tuple[int, int], ...]
_Row = tuple[int, int, int, int, int, str, str, Scalar, _Pairs]  # a change, in its own order


class JournalBuilder:
    """Writes acts in the order of time; a value that a field has already is not written again."""

    def __init__(self, mark: str, app: str, begun: Journal | None = None) -> None:
        """`mark` tells this pen's writers from all others; `app` is the program's version; `begun` is written on."""
        self._mark = mark
        self._app = app
        self._writers: list[Writer] = []
        self._rows: list[_Row] = []
        self._heads: dict[str, dict[str, _Value]] = {}
        self._open: dict[str, tuple[int, int]] = {}  # laptop: its writer now, and the day of that opening
        self._numbers: list[int] = []
        self._known: dict[str, int] = {}  # laptop: the greatest order that has reached it
        self._exchanged: dict[str, int] = {}  # laptop: the week it last read the other one's file
        self._greatest = 0
        if begun is not None:
            self._read(begun)

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

    def write(self, acts: Iterable[Act]) -> None:
        """Write the acts, earliest first."""
        for act in sorted(acts, key=lambda a: a.at):
            self._act(act)

    def journal(self, school: str, name: str) -> Journal:
        """Everything written so far, in the journal's own order."""
        places = sorted(range(len(self._writers)), key=lambda w: self._writers[w].uid)
        new = {old: place for place, old in enumerate(places)}
        changes = [
            Change(new[w], n, order, at, step, record, field, value, tuple(sorted([(new[x], m) for x, m in replaces])))
            for w, n, order, at, step, record, field, value, replaces in self._rows
        ]
        changes.sort(key=lambda c: (c.order, c.writer, c.number))
        return Journal(school, name, tuple(self._writers[w] for w in places), tuple(changes))

    def _act(self, act: Act) -> None:
        lines = [line for line in act.lines if self._says_something(line)]
        if not lines:
            return
        self._exchange(act, lines)
        writer = self._opening(act)
        step = self._numbers[writer] + 1
        for noun, record, field, value in lines:
            heads = self._heads.setdefault(record, {})
            if field == GONE:
                replaced = tuple(change for _, _, change in heads.values())
                heads.clear()
                self._put(act, writer, step, record, BIRTH, GONE + noun, replaced)
                continue
            if BIRTH not in heads:
                heads[BIRTH] = self._put(act, writer, step, record, BIRTH, noun, ())
            if field != BIRTH:
                before = (heads[field][2],) if field in heads else ()
                heads[field] = self._put(act, writer, step, record, field, value, before)

    def _says_something(self, line: Line) -> bool:
        _, record, field, value = line
        heads = self._heads.get(record, {})
        if field == GONE:
            return bool(heads)
        if field in heads:
            return heads[field][0] != value
        return field == BIRTH or (value is not None and value != "" and value is not False)

    def _exchange(self, act: Act, lines: list[Line]) -> None:
        """The laptops read each other's file once a week, and before one goes on with what the other wrote."""
        known = self._known.get(act.laptop, 0)
        week = act.at // _WEEK
        due = self._exchanged.get(act.laptop) != week
        if due or any(order > known for line in lines for _, order, _ in self._heads.get(line[1], {}).values()):
            self._exchanged[act.laptop] = week
            self._known[act.laptop] = self._greatest

    def _opening(self, act: Act) -> int:
        day = act.at // DAY
        now = self._open.get(act.laptop)
        if now is None or now[1] != day:
            uid = digest(16, self._mark, act.laptop, act.at, len(self._writers))
            now = self._open[act.laptop] = (len(self._writers), day)
            self._writers.append(Writer(uid, act.laptop, self._app, act.at - 60_000))
            self._numbers.append(0)
        return now[0]

    def _put(
        self, act: Act, writer: int, step: int, record: str, field: str, value: Scalar, replaces: _Pairs
    ) -> _Value:
        number = self._numbers[writer] = self._numbers[writer] + 1
        order = self._known[act.laptop] = self._known[act.laptop] + 1
        if order > self._greatest:
            self._greatest = order
        self._rows.append((writer, number, order, act.at, step, record, field, value, replaces))
        return value, order, (writer, number)
