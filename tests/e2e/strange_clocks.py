"""Copies of a school from laptops whose clocks were wrong."""

from pathlib import Path

import msgspec

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, Journal, birth
from fosdesk.exchange.school_file import write_school_file
from fosdesk.store import Store
from tests.program import NOON

YEAR_10000 = 253_402_300_800_000
YEAR_1969 = -86_400_000
STRANGE = {
    "year 10000": YEAR_10000,
    "year 3000": 32_503_680_000_000,
    "1 January 1970": 0,
    "before 1970": YEAR_1969,
    "long before": -(10**14),
    "the greatest": 2**53,
    "the least": -(2**53),
}


def dated(journal: Journal, writer: int, at: int) -> Journal:
    """The journal as if one of its writers had had a clock that stood at `at`."""
    replace = msgspec.structs.replace
    writers = tuple(replace(one, opened=at) if n == writer else one for n, one in enumerate(journal.writers))
    changes = tuple(replace(one, at=at) if one.writer == writer else one for one in journal.changes)
    return replace(journal, writers=writers, changes=changes)


def written_by_colleague(journal: Journal, at: int, folder: Path, edits: list[Edit], gone: str = "") -> Journal:
    """The journal and what a colleague wrote on it, and deleted, with a clock that stood at `at`."""
    store = Store.open(folder / f"colleague {at}.db")
    store.merge(journal, own=True, now=NOON)
    known = {writer.uid for writer in journal.writers}
    store.append(journal.school, edits, StepLabel("change"), role="deputy", app="test", now=NOON)
    if gone:
        store.delete(journal.school, [gone], StepLabel("delete"), role="deputy", app="test", now=NOON)
    written = store.journal(journal.school)
    store.close()
    (new,) = (place for place, writer in enumerate(written.writers) if writer.uid not in known)
    return dated(written, new, at)


def file_bytes(journal: Journal) -> bytes:
    """A school file with everything."""
    return write_school_file(journal, app="test", made=NOON, reference=False)


def new_entry(record: str, what: str) -> list[Edit]:
    """A gate entry of its own."""
    return [birth(record, "gate_entry"), Edit(record, "what", "", what)]
