"""NewRecords: records that somebody has begun and not written in yet; they are stored with the first thing written."""

from contextlib import suppress
from typing import TypeVar

import msgspec

from fosdesk.domain.fields import Record
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
        record that holds no more than a click made.
        """
        if self._begun.pop(record_id, None) is not None:
            return True
        begun = self._stored.pop(record_id, None)
        stored = self._workspace.school.find(record_id)
        if begun is not None and stored == begun and not self._is_named(record_id):
            with suppress(FosdeskError):  # then it stays, as it is stored
                self._workspace.delete([begun])
        return False

    def _is_named(self, record_id: str) -> bool:
        """Whether another record refers to one, or has an id that is made of its id."""
        others = (one for one in self._workspace.school.records.values() if one.id != record_id)
        return any(record_id in one.id or record_id in values_of(one).values() for one in others)

    def commit(self, before: R, after: R, act: str = "change") -> None:
        """As `Workspace.commit`; a begun record is stored whole. FosdeskError when it cannot be stored."""
        begun = self._begun.pop(after.id, None)
        if begun is None:
            self._workspace.commit(before, after, act)
        else:
            self._create(begun, [after])

    def add(self, record: Record, parent: str) -> None:
        """Store a record of its own, with its parent where that is only begun. FosdeskError when they cannot be."""
        begun = self._begun.pop(parent, None)
        if begun is None:
            self._workspace.add(record)
        else:
            self._create(begun, [begun, msgspec.structs.replace(record, id=record.id or new_id())])

    def _create(self, begun: Record, whole: list[Record]) -> None:
        # It is no longer begun while it is being stored: what hears of the change would see it twice.
        self._stored[begun.id] = begun
        try:
            self._workspace.commit_all([(None, one) for one in whole], "create")
        except FosdeskError:
            self._begun[begun.id] = self._stored.pop(begun.id)
            raise
