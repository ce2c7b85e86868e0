"""Taking in a colleague's diverged copy, small and large, beside raw inserts of the same rows."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, Journal
from fosdesk.exchange.school_file import read_school_file, write_school_file
from fosdesk.exchange.zip_container import unpack
from fosdesk.store import Store
from fosdesk.store.database import open_database
from tests.bench.bench_store import EVERYTHING, ROW, pair, school_of

SIZES = ((10_000, 11), (200_000, 5))  # changes, and rounds


def diverged(journal: Journal, folder: Path, side: str) -> Path:
    """A store with the school, in which one in twenty changes has been made anew on this side."""
    path = folder / f"{side}.db"
    store = Store.open(path)
    store.merge(journal, own=True, now=1)
    school = store.snapshot(journal.school)
    entries = [record for record in school.records if record.startswith("gate:")] or list(school.records)
    for some in range(0, len(journal.changes) // 20, 500):
        edits = [
            Edit(entries[n % len(entries)], "reply", "", f"{side} {n}")
            for n in range(some, min(some + 500, len(journal.changes) // 20))
        ]
        store.append(journal.school, edits, StepLabel("change"), role="deputy", app="bench", now=1)
    store.close()
    return path


def merges(journal: Journal, named: str, folder: Path, rounds: int) -> None:
    """The whole way of a file that came: read, validated and taken in; and of the same bytes and rows, raw."""
    ours, theirs = diverged(journal, folder, "ours"), diverged(journal, folder, "theirs")
    store = Store.open(theirs)
    packed = write_school_file(store.journal(journal.school), app="bench", made=1, reference=False)
    rows = store._connection.execute(EVERYTHING).fetchall()
    writers = store._connection.execute("SELECT * FROM writer").fetchall()
    store.close()
    _, body = unpack(packed)
    kept = ours.read_bytes()

    def afresh() -> Iterator[Path]:
        for number in count():
            path = folder / f"{number}.db"
            path.write_bytes(kept)
            yield path
            path.unlink()

    places = afresh()

    def merged() -> None:
        opened = Store.open(next(places))
        opened.prepare()
        begun.append(time.perf_counter())
        opened.merge(read_school_file(packed).journal, own=True, now=1)
        taken.append(time.perf_counter() - begun[-1])
        opened._connection.close()

    def inserted() -> None:
        path = folder / "raw.db"
        path.unlink(missing_ok=True)
        fresh = open_database(path)
        begun.append(time.perf_counter())
        json.loads(b"[%s]" % body.replace(b"\n", b",")[:-1])
        fresh.execute("BEGIN IMMEDIATE")
        fresh.execute("INSERT INTO school VALUES (1, 'x', 1, 1)")
        fresh.executemany("INSERT INTO writer VALUES (?,?,?,?,?,?)", writers)
        fresh.executemany(ROW, rows)
        fresh.execute("COMMIT")
        taken.append(time.perf_counter() - begun[-1])
        fresh.close()

    begun: list[float] = []
    taken: list[float] = []
    mine, raw = [], []
    for _ in range(rounds + 1):
        merged()
        mine.append(taken[-1])
        inserted()
        raw.append(taken[-1])
    told(f"read and merge a diverged copy, {named}", "ms", middle(mine[1:]) * 1000, middle(raw[1:]) * 1000, 2.5)
    if len(journal.changes) > 50_000:
        pair(
            f"read and validate a file, {named}",
            3.5,
            lambda: read_school_file(packed),
            lambda: json.loads(b"[%s]" % body.replace(b"\n", b",")[:-1]),
            rounds=rounds,
        )
        memory(packed, body, folder)


def memory(packed: bytes, body: bytes, folder: Path) -> None:
    """What taking in a file needs above what a process has anyway, against the bytes of its changes."""
    place = folder / "file.fosdesk"
    place.write_bytes(packed)
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from fosdesk.exchange.file_loading import load_school_file\nfrom fosdesk.store import Store\n"
        "store = Store.open(Path(sys.argv[2]))\nstore.prepare()\n"
        "def most():\n"
        "    return next(int(line.split()[1]) for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "before = most()\n"
        "store.merge(load_school_file(Path(sys.argv[1])).journal, own=True, now=1)\n"
        "print(most() - before)\n"
    )
    command = [sys.executable, "-c", script, str(place), str(folder / "memory.db")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    told(
        "memory of an import of 200,000 changes, against their bytes",
        "MB",
        int(done.stdout) / 1024,
        len(body) / (1 << 20),
        12,
    )


def middle(times: list[float]) -> float:
    """The median."""
    return sorted(times)[len(times) // 2]


def told(what: str, unit: str, ours: float, limit: float, reach: float) -> None:
    """One line for the table."""
    print(json.dumps({"what": what, "unit": unit, "ours": ours, "limit": limit, "reach": reach}), flush=True)


def main() -> None:
    """Both sizes."""
    for changes, rounds in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            merges(school_of(changes), f"{changes:,} changes", Path(folder), rounds)


if __name__ == "__main__":
    main()
