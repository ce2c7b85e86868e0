"""How long a commit waits while another thread reads all of a large school, over and over."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit
from fosdesk.pace import Pace, Stopped
from fosdesk.store import Store
from tests.bench.bench_store import school_of, stored

CHANGES = 200_000
COMMITS = 60
BETWEEN = 0.05  # s between two commits, so that each meets the reader somewhere else
MOST = 50.0  # ms that a commit may wait


def commits(store: Store, school: str) -> list[float]:
    """How long (ms) each of some commits takes."""
    taken, told = list[float](), count(1)
    said = store.snapshot_of(school, ["school"]).profile.direction
    for _ in range(COMMITS):
        time.sleep(BETWEEN)
        text = f"{school[:4]} {next(told)} {time.time_ns()}"
        begun = time.perf_counter()
        edits = [Edit("school", "direction", said, text)]
        store.append(school, edits, StepLabel("change"), role="principal", app="bench", now=1)
        taken.append((time.perf_counter() - begun) * 1000)
        said = text
    return taken


def read_over_and_over(read: Callable[[str, Pace], object], school: str, pace: Pace, is_reading: Event) -> None:
    """Until the pace is stopped."""
    try:
        while True:
            is_reading.set()
            read(school, pace)
    except Stopped:
        return


def main() -> None:
    """The median of the waits, and the longest, beyond what a commit takes with nobody reading."""
    journal = school_of(CHANGES)
    school, named = journal.school, f"{CHANGES:,} changes"
    with stored(journal) as (store, _, _):
        store.preload(school)
        alone = statistics.median(commits(store, school))
        ways: tuple[tuple[str, Callable[[str, Pace], object]], ...] = (
            ("journal", store.journal),
            ("picture", store.snapshot),
        )
        for what, read in ways:
            pace, is_reading = Pace(), Event()
            reader = Thread(target=read_over_and_over, args=(read, school, pace, is_reading))
            reader.start()
            is_reading.wait()
            taken = [max(one - alone, 0.0) for one in commits(store, school)]
            pace.stop()
            reader.join()
            for name, waited in (("median", statistics.median(taken)), ("longest", max(taken))):
                said = f"{name} wait of a commit while a {what} of {named} is read"
                print(json.dumps({"what": said, "unit": "ms", "ours": waited, "limit": MOST, "reach": 1}), flush=True)


if __name__ == "__main__":
    main()
