"""What is to be erased, or was: ids only, so that the list itself names nobody."""

from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Scalar, is_any_link
from fosdesk.domain.journal import BIRTH, Journal

ChangeName = tuple[str, int]  # a writer's id, and a number of its own: the same on every laptop


class Erasure(NamedTuple):
    """Ids of records whose every value is erased, and all links to them, also in files merged later; single changes."""

    records: frozenset[str] = frozenset()
    changes: frozenset[ChangeName] = frozenset()

    def covers(self, record: str, field: str, value: Scalar) -> bool:
        """Whether a value is erased by its record: it is one of the record's, or a link to it."""
        if record in self.records:
            return field != BIRTH
        return value in self.records and is_any_link(field)

    def strip(self, journal: Journal) -> Journal:
        """The journal without the erased values; ids, order and causal links stay, so that it can be merged."""
        if not self.records and not self.changes:
            return journal
        uids = [writer.uid for writer in journal.writers]
        blanked = set(journal.blanked)
        changes = list(journal.changes)
        for place, change in enumerate(changes):
            covered = self.covers(change.record, change.field, change.value)
            if covered or (self.changes and (uids[change.writer], change.number) in self.changes):
                changes[place] = msgspec.structs.replace(change, value=None)
                blanked.add((change.writer, change.number))
        return msgspec.structs.replace(journal, changes=tuple(changes), blanked=frozenset(blanked))
