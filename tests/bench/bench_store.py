"""The store and school files, each beside what the machine itself takes for the same rows and bytes."""

import gc
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Change, Edit, Journal
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.exchange.zip_container import unpack
from fosdesk.store import Store
from fosdesk.store.database import open_database

ROUNDS = 15
CHANGES = 10_000
ROW = "INSERT INTO change VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
HEADS = (
    "SELECT record, field, value, lamport, uid, number FROM writer CROSS JOIN change ON change.writer = writer.id "
    "WHERE writer.school = ? AND live = 1"
)
EVERYTHING = "SELECT * FROM change"
Work = Callable[[], object]


def school_of(changes: int) -> Journal:
    """The example school, with as many gatekeeping entries as it takes to reach that many changes."""
    entries, journal = 100, example_journal(entries=100)
    while len(journal.changes) < changes:
        entries += (changes - len(journal.changes)) // 28 + 1  # an entry makes fewer than 28 changes
        journal = example_journal(entries=entries)
    return journal


def pair(what: str, reach: float, ours: Work, limit: Work, rounds: int = ROUNDS, unit: str = "ms") -> None:
    """Print the medians of both, taken in turn so that they meet the same weather."""
    taken: list[list[float]] = [[], []]
    for work in (ours, limit):
        work()
    for _ in range(rounds):
        for times, work in zip(taken, (ours, limit), strict=True):
            gc.collect()
            begun = time.perf_counter()
            result = work()
            times.append((time.perf_counter() - begun) * 1000)
            del result
    mine, theirs = (statistics.median(times) for times in taken)
    print(json.dumps({"what": what, "unit": unit, "ours": mine, "limit": theirs, "reach": reach}), flush=True)


@contextmanager
def stored(journal: Journal) -> Iterator[tuple[Store, Path, Path]]:
    """A store with the school, and a copy of its file for the limit."""
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "ours.db"), Path(folder, "limit.db")
        store = Store.open(path)
        store.merge(journal, own=True, now=1)
        shutil.copy(path, copy)
        yield store, path, copy
        store.close()


def commits(store: Store, copy: Path, school: str) -> None:
    """One field, and three, each safely on the disk."""
    raw = open_database(copy)
    (top,) = raw.execute("SELECT max(number) FROM change WHERE writer = 1").fetchone()
    numbers = count(top + 1)
    told = count(1)
    said = {"direction": store.snapshot(school).profile.direction, "inclusion": "", "left_out": ""}
    said = {name: getattr(store.snapshot(school).profile, name) for name in said}

    def write(fields: list[str]) -> None:
        edits = []
        for name in fields:
            text = f"setning nummer {next(told)}"
            edits.append(Edit("school", name, said[name], text))
            said[name] = text
        store.append(school, edits, StepLabel("change"), role="principal", app="bench", now=1)

    def write_rows(many: int) -> None:
        raw.execute("BEGIN IMMEDIATE")
        for _ in range(many):
            n = next(numbers)
            raw.execute(ROW, (1, n, n, 1, n, "school", "direction", f'"setning nummer {n}"', "[[1,2]]", 1, 0, 1))
        raw.execute("COMMIT")

    pair("commit of one field", 1.5, lambda: write(["direction"]), lambda: write_rows(1), rounds=60)
    pair("commit of three fields", 1.5, lambda: write(list(said)), lambda: write_rows(3), rounds=60)
    raw.close()


def loads(store: Store, copy: Path, school: str) -> None:
    """The picture that the window shows, and the journal for a file."""
    raw = open_database(copy)
    pair(
        "load of a school", 2.5, lambda: store.snapshot(school), lambda: raw.execute(HEADS, (1,)).fetchall(), rounds=31
    )
    raw.close()


def files(store: Store, path: Path, school: str) -> None:
    """Opening, backup, and school files in and out."""
    folder = path.parent
    pair("open with integrity check", 12, lambda: Store.open(path).close(), path.read_bytes)

    def copied() -> None:
        with Path(folder, "copied").open("wb") as file:
            file.write(path.read_bytes())
            file.flush()
            os.fsync(file.fileno())

    pair("verified backup", 15, lambda: store.backup(folder / "backups", 1).unlink(), copied)
    journal = store.journal(school)
    packed = write_school_file(journal, app="bench", made=1, reference=False)
    _, body = unpack(packed)
    raw = open_database(path)

    def plainly_written() -> bytes:
        rows = raw.execute(EVERYTHING).fetchall()
        return zlib.compress(b"\n".join(json.dumps(row).encode() for row in rows), 6)

    pair(
        "write a school file",
        3,
        lambda: write_school_file(store.journal(school), app="", made=1, reference=False),
        plainly_written,
    )
    pair(
        "read a school file",
        3.5,
        lambda: read_school_file(packed),
        lambda: json.loads(b"[%s]" % body.replace(b"\n", b",")[:-1]),
    )
    rows = raw.execute(EVERYTHING).fetchall()
    writers = raw.execute("SELECT * FROM writer").fetchall()
    raw.close()
    places = count()

    def merged() -> None:
        fresh = Store.open(Path(folder, f"merged-{next(places)}.db"))
        fresh.prepare()
        fresh.merge(read_school_file(packed).journal, own=True, now=1)
        fresh.close()

    def inserted() -> None:
        fresh = open_database(Path(folder, f"merged-{next(places)}.db"))
        json.loads(b"[%s]" % body.replace(b"\n", b",")[:-1])
        fresh.execute("BEGIN IMMEDIATE")
        fresh.execute("INSERT INTO school VALUES (1, 'x', 1, 1)")
        fresh.executemany("INSERT INTO writer VALUES (?,?,?,?,?,?)", writers)
        fresh.executemany(ROW, rows)
        fresh.execute("COMMIT")
        fresh.close()

    pair("read and merge a school file", 2.5, merged, inserted)
    changes = len(journal.changes)
    for what, size, most in (("store", path.stat().st_size, 220), ("school file", len(packed), 30)):
        print(
            json.dumps(
                {"what": f"{what}, bytes a change", "unit": "bytes", "ours": size / changes, "limit": most, "reach": 1}
            )
        )


def main() -> None:
    """Everything, for a school of 10,000 changes."""
    journal = school_of(CHANGES)
    assert isinstance(journal.changes[0], Change)
    print(f"the school has {len(journal.changes)} changes")
    with stored(journal) as (store, path, copy):
        loads(store, copy, journal.school)
        files(store, path, journal.school)
        commits(store, copy, journal.school)


if __name__ == "__main__":
    main()
