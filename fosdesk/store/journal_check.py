"""Checks that a journal is complete and consistent before it is merged."""

from fosdesk.domain.journal import BIRTH, Change, Journal
from fosdesk.errors import FosdeskError

_LINKS_PER_CHANGE = 4  # the most on average; a change is replaced once, and again by each laptop that did not know that
_SPARE_LINKS = 50_000


def are_too_many_links(links: int, changes: int) -> bool:
    """Whether so many changes replace more than people can write: a small file would take minutes and gigabytes."""
    return links > _LINKS_PER_CHANGE * changes + _SPARE_LINKS


def check_whole(journal: Journal) -> None:
    """FosdeskError unless the journal is complete.

    Each writer's numbers run from 1 without gaps, and each change replaces only earlier ones of its own record.
    """
    total = len(journal.changes)
    seen: dict[tuple[int, int], Change] = {}
    tops = [0] * len(journal.writers)
    if len({writer.uid for writer in journal.writers}) != len(tops):
        raise _broken()
    for change in journal.changes:
        writer, number = key = change.writer, change.number
        # An order is one more than the greatest known, so it cannot be greater than the number of changes.
        if writer >= len(tops) or key in seen or not 0 < change.order <= total or not 0 < change.step <= number:
            raise _broken()
        seen[key] = change
        if number > tops[writer]:
            tops[writer] = number
    if sum(tops) != total:
        raise _broken()
    for change in journal.changes:
        if len(change.replaces) > 1 and len(set(change.replaces)) != len(change.replaces):
            raise _broken()
        for key in change.replaces:
            before = seen.get(key)
            if before is None or before.order >= change.order or before.record != change.record:
                raise _broken()
            # Only a record's birth or end speaks for its other fields.
            if before.field != change.field and change.field:
                raise _broken()
    for key in journal.blanked:
        blank = seen.get(key)
        if blank is None or blank.value is not None or blank.field == BIRTH:
            raise _broken()


def _broken() -> FosdeskError:
    return FosdeskError(
        "Some of what this file builds on is missing or contradicts itself, so nothing was taken in; "
        "ask for a new copy of it."
    )
