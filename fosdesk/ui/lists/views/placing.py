"""What changes when a record is put between others of a cell, whose order is made by hand."""

from collections.abc import Sequence

from fosdesk.domain.fields import Record
from fosdesk.domain.rules.children import moved


def placed(order: Sequence[Record], cell: Sequence[Record], record: Record, before: str) -> list[tuple[Record, Record]]:
    """Put a record ahead of another one of a cell, or behind the last one there where `before` is empty.

    `order` holds all records of the noun as they stand. Returns (before, after) of what changes by it: nothing where
    the cell holds no other record, or where it stands there already.
    """
    others = [one.id for one in cell if one.id != record.id]
    ids = [one.id for one in order]
    rest = [one for one in ids if one != record.id]
    if not others or (before and before not in others) or record.id not in ids:
        return []
    ahead = before
    if not ahead:
        number = rest.index(others[-1]) + 1
        ahead = rest[number] if number < len(rest) else ""
    number = ids.index(record.id) + 1
    stands_there = (ids[number] if number < len(ids) else "") == ahead
    return [] if stands_there else moved(order, record.id, ahead)
