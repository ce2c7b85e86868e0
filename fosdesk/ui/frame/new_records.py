"""NewRecords: records that somebody has begun and not written in yet; they are stored with the first thing written."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

import msgspec

from fosdesk.domain.fields import Record, parent_id
from fosdesk.domain.school import School, values_of
from fosdesk.errors import FosdeskError
from fosdesk.workspace import Workspace, new_id

R = TypeVar("R", bound=Record)


class NewRecords:
    """The begun records of one window: their lists and forms show them, while nothing else knows of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._begun: dict[str, Record] = {}
        self._stored: dict[str, Record] = {}  # as they were begun, while their forms are open

    @property
    def school(self) -> School:
        """The open school with the begun records in it; for their own lists and forms, never for counts and figures."""
        stored = self._workspace.school
        return stored.with_records(self._begun) if self._begun else stored

    def begin(self, record: R) -> R:
        """Begin a record with the values that a new one of its kind has, such as today's date; gives it its id."""
        made = msgspec.structs.replace(record, id=new_id())
        self._begun[made.id] = made
        return made

    def is_begun(self, record_id: str) -> bool:
        """Whether a record is begun and not stored."""
        return record_id in self._begun

    def of(self, record: type[R]) -> list[R]:
        """The begun records of one class."""
        return [one for one in self._begun.values() if isinstance(one, record)]

    def drop(self, record_id: str) -> bool:
        """Forget a begun record because its form closes; returns whether nobody has written in it.

        One that was written in and emptied again is deleted, unless something belongs to it: nothing counts as a
        record that holds no more than a click made. What was begun in its form goes the same way.
        """
        inside = [one.id for one in (*self._begun.values(), *self._stored.values()) if parent_id(one) == record_id]
        for child in inside if record_id else ():
            self.drop(child)
        if self._begun.pop(record_id, None) is not None:
            return True
        begun = self._stored.pop(record_id, None)
        stored = self._workspace.school.find(record_id)
        if begun is not None and stored is not None and _says_the_same(begun, stored) and not self._is_named(record_id):
            with suppress(FosdeskError):  # then it stays, as it is stored
                self._workspace.delete([stored])
        return False

    def _is_named(self, record_id: str) -> bool:
        """Whether another record refers to one, or has an id that is made of its id."""
        others = (one for one in self._workspace.school.records.values() if one.id != record_id)
        return any(record_id in one.id or record_id in values_of(one).values() for one in others)

    def commit(self, before: R, after: R, act: str = "change") -> None:
        """As `Workspace.commit`; what is begun is stored whole, and with it a begun record that it belongs to.

        FosdeskError when it cannot be stored.
        """
        above = self._begun_above(after)
        if after.id in self._begun:
            self._create([*above, self._begun[after.id]], [*((None, one) for one in above), (None, after)])
        elif above:
            self._create(above, [*((None, one) for one in above), (before, after)])
        else:
            self._workspace.commit(before, after, act)

    def add(self, record: Record, parent: str) -> None:
        """Store a record of its own, and in the same step its parent where that is begun only.

        FosdeskError when they cannot be stored.
        """
        begun = self._begun.get(parent)
        if begun is None:
            self._workspace.add(record)
        else:
            made = msgspec.structs.replace(record, id=record.id or new_id())
            self._create([begun], [(None, begun), (None, made)])

    def add_all(self, records: Sequence[Record]) -> None:
        """Store records that belong to the same one, in one step, and with them that one where it is begun only.

        FosdeskError when they cannot be stored.
        """
        above = self._begun_above(records[0])
        pairs = [(None, one) for one in (*above, *records)]
        if above:
            self._create(above, pairs)
        else:
            self._workspace.commit_all(pairs, "create")

    def _begun_above(self, record: Record) -> list[Record]:
        """The begun record that one belongs to, and those that it belongs to in its turn, the outermost first."""
        found: list[Record] = []
        while (above := self._begun.get(parent_id(found[0] if found else record))) is not None:
            found.insert(0, above)
        return found

    def _create(self, begun: list[Record], pairs: Sequence[tuple[Record | None, Record]]) -> None:
        # They are no longer begun while they are being stored: what hears of the change would see them twice.
        for one in begun:
            self._stored[one.id] = self._begun.pop(one.id)
        try:
            self._workspace.commit_all(pairs, "create")
        except FosdeskError:
            for one in begun:
                self._begun[one.id] = self._stored.pop(one.id)
            raise


def _says_the_same(one: Record, other: Record) -> bool:
    """Whether two records differ in nothing but their place in a list."""
    said, told = values_of(one), values_of(other)
    return type(one) is type(other) and {**said, "pos": ""} == {**told, "pos": ""}
