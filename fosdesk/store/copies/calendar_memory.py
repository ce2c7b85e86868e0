"""What calendars were told of meetings, carried over to a backup that is to replace the store."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from fosdesk.store.database import open_database
from fosdesk.store.lookups.calendar_queries import keep_known
from fosdesk.store.store import Store
from fosdesk.system.locked_files import remove


def carry_calendar_numbers(store: Store, part: Path) -> None:
    """Note in the file `part` the changes of meetings that `store` knows and it does not, without their texts.

    Else the number that calendar programs go by would fall, and they would take everything later for older.
    FosdeskError when the file cannot be read or written.
    """
    from fosdesk.store.schema import engine_on

    before = set(_kept_copies(part))
    with closing(open_database(part)) as raw, engine_on(raw).begin() as sql:
        for school in store.schools():
            keep_known(sql, raw, school.id, store.calendar_changes(school.id))
    for copy in set(_kept_copies(part)) - before:  # of an older version; the backup itself is kept
        remove(copy)


def _kept_copies(part: Path) -> Sequence[Path]:
    return list(part.parent.glob(f"{part.stem}.version-*{part.suffix}"))
