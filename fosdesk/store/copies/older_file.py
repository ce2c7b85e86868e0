"""Notices that an older file was put in the store's place while it was closed: the newest backup holds more."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.copies.backups import Backup, file_timestamp_in
from fosdesk.store.copies.row_check import is_good
from fosdesk.store.gap_mending import has_gaps
from fosdesk.store.known_content import KnownContent
from fosdesk.store.known_schema import has_our_schema
from fosdesk.store.sqlite_dialect import open_copy

_BEFORE_GOING_BACK = "restore"
_TAKEN_BACK = "SELECT id, at, file FROM arrival WHERE taken_back = 1"


def newer_content(
    path: Path, store: sqlite3.Connection, known: KnownContent, backups: Iterable[Backup], pace: Pace = NO_HURRY
) -> KnownContent | None:
    """What the newest good one of `backups` (newest first) holds, when the store at `path` lacks some of it.

    None where the store holds all of one's own school that is in it, or somebody wanted to have less: who went back to
    an earlier day, or took back what a file had brought. Damaged backups are passed over. Takes milliseconds while
    nothing is missing.
    """
    for backup in backups:
        if was_left_on_purpose(path, backup):
            return None
        found = _content_in(backup.path)
        if found is None:
            continue
        more, taken_back = found
        own = {school for school, is_own in known.own_schools.items() if is_own and more.own_schools.get(school)}
        if not any(known.missing_of(school, more) for school in own):
            return None
        if is_good(backup.path, pace):
            return None if set(store.execute(_TAKEN_BACK).fetchall()) - taken_back else more
    return None


def was_left_on_purpose(path: Path, backup: Backup) -> bool:
    """Whether a backup was made of what somebody left by going back: what was the store then lies beside it."""
    if backup.why != _BEFORE_GOING_BACK:
        return False
    left = re.compile(rf"{re.escape(path.stem)} replaced (.+?)(?: \(\d+\))?{re.escape(path.suffix)}")
    named = (left.fullmatch(beside.name) for beside in path.parent.glob("*.db"))
    moments = (file_timestamp_in(name[1]) for name in named if name)
    return any(moment is not None and moment >= backup.made for moment in moments)


def _content_in(backup: Path) -> tuple[KnownContent, set[tuple[int, int, str]]] | None:
    """What a backup holds, and which arrivals were taken back then; None where that cannot be told."""
    found = KnownContent()
    try:
        with closing(open_copy(backup)) as copy:
            if not has_our_schema(copy):
                return None
            found.read(copy)
            schools = copy.execute("SELECT id FROM school").fetchall()
            if any(has_gaps(copy, sid) for (sid,) in schools):
                return None  # they were mended since, by moving what follows to other writers
            return found, set(copy.execute(_TAKEN_BACK).fetchall())
    except (sqlite3.Error, UnicodeError):
        return None
