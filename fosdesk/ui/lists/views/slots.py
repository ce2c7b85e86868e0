"""Where each record stands on a board or in a matrix: its row, its column, and its place among others there."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, islice
from operator import attrgetter
from typing import NamedTuple

from fosdesk.display.noun_table import CellWords
from fosdesk.domain.fields import NOUNS, Choice, Record, Reference, Scalar
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key


class Lane(NamedTuple):
    """One value of a field, which is a row or a column."""

    value: Scalar
    title: str


class Place(NamedTuple):
    """A place in the table that is shown: `row` counts lines, of which a row of a matrix has several."""

    row: int
    column: int


class Hidden(NamedTuple):
    """A line that stands for the records of a cell that are not shown."""

    records: int


WHOLE = (Lane(None, ""),)  # the one row of a board


def lanes(
    cells: CellWords, school: School, name: str, records: Iterable[Record], more: Iterable[str] = ()
) -> list[Lane]:
    """The values of a field as rows or columns, without the empty one.

    All options of a choice, all records that a link may lead to, and what `records` hold besides; texts stand in
    Norwegian order. `more` are texts that no record holds yet.
    """
    field = cells.noun.fields[name]
    held = dict.fromkeys(filter(None, map(attrgetter(name), records)))
    if isinstance(field, Choice):
        known = [option.key for option in field.options]
    elif isinstance(field, Reference):
        known = [one.id for one in school.of(NOUNS[field.target].record)]
    else:
        known = sorted({*held, *more}, key=lambda value: (sort_key(str(value)), str(value)))
    values = dict.fromkeys((*known, *held))
    return [Lane(value, cells.of_value(field, name, value)) for value in values]


class Slots:
    """A table whose places hold one record each, or none; made of rows and columns of values.

    A cell of row and column has a line for each record, and with `begins` one more where another may be begun. Beyond
    `most` records, those of a row that is not in `unfolded` end in a line that counts the rest.
    """

    def __init__(
        self,
        rows: Sequence[Lane],
        columns: Sequence[Lane],
        records: Mapping[tuple[Scalar, Scalar], Sequence[Record]],
        *,
        most: int = 0,
        unfolded: Collection[Scalar] = (),
        begins: bool = True,
    ) -> None:
        """`records` by the values of row and column; `most` is 0 for all."""
        self.rows, self.columns = rows, columns
        self._cells = [[records.get((row.value, column.value), ()) for column in columns] for row in rows]
        self._begins = begins
        self._most = [0 if row.value in unfolded else most for row in rows]
        heights = [max((self.stops(n, c) for c in range(len(columns))), default=1) for n in range(len(rows))]
        self._starts = [0, *accumulate(max(height, 1) for height in heights)]
        self._places: dict[str, tuple[int, int, int]] | None = None

    @property
    def lines(self) -> int:
        """How many lines the table has."""
        return self._starts[-1]

    def start(self, row: int) -> int:
        """The first line of a row; of the number behind the last one, how many lines there are."""
        return self._starts[row]

    def row_of(self, line: int) -> int:
        """The row that a line belongs to."""
        return min(bisect_right(self._starts, line), len(self.rows)) - 1

    def records(self, row: int, column: int) -> Sequence[Record]:
        """All records of a cell."""
        return self._cells[row][column]

    def count(self, column: int) -> int:
        """How many records a column has."""
        return sum(len(cells[column]) for cells in self._cells)

    def some(self, most: int) -> list[Record]:
        """Up to so many of the records, from wherever there are any."""
        each = (record for cells in self._cells for records in cells for record in records[:most])
        return list(islice(each, most))

    def _shown(self, row: int, column: int) -> int:
        """How many records of a cell have a line."""
        there, most = len(self._cells[row][column]), self._most[row]
        return there if not most or there <= most else most - 1

    def stops(self, row: int, column: int) -> int:
        """How many lines of a cell the cursor can stand on; at least one."""
        shown = self._shown(row, column)
        return max(shown + (shown < len(self._cells[row][column])) + self._begins, 1)

    def at(self, place: Place) -> Record | Hidden | None:
        """What stands at a place; None where nothing does."""
        row = self.row_of(place.row)
        line, records = place.row - self._starts[row], self._cells[row][place.column]
        shown = self._shown(row, place.column)
        if line < shown:
            return records[line]
        return Hidden(len(records) - shown) if line == shown < len(records) else None

    def is_beginning(self, place: Place) -> bool:
        """Whether this is the place of a cell where another record may be begun."""
        row = self.row_of(place.row)
        return self._begins and place.row - self._starts[row] == self.stops(row, place.column) - 1

    def nearest(self, place: Place) -> Place:
        """The place that the cursor can stand on in the same cell, or the nearest cell."""
        column = max(0, min(place.column, len(self.columns) - 1))
        line = max(0, min(place.row, self.lines - 1))
        row = self.row_of(line)
        return Place(min(line, self._starts[row] + self.stops(row, column) - 1), column)

    def where(self, record_id: str) -> Place | None:
        """The place of a record, or of the line that counts it; None when it is not here."""
        if self._places is None:
            self._places = {
                record.id: (r, c, n)
                for r, cells in enumerate(self._cells)
                for c, records in enumerate(cells)
                for n, record in enumerate(records)
            }
        found = self._places.get(record_id)
        if found is None:
            return None
        row, column, number = found
        return Place(self._starts[row] + min(number, self._shown(row, column)), column)

    def above(self, place: Place) -> Place:
        """One place up, into the row above from the first line of a cell."""
        return self.nearest(Place(place.row - 1, place.column)) if place.row > 0 else place

    def below(self, place: Place) -> Place:
        """One place down, into the row below from the last line of a cell."""
        row = self.row_of(place.row)
        if place.row < self._starts[row] + self.stops(row, place.column) - 1:
            return Place(place.row + 1, place.column)
        return Place(self._starts[row + 1], place.column) if row + 1 < len(self.rows) else place
