"""Threads that read beside the one that writes: nobody is refused or waits, and nothing is seen by halves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.pace import Pace
from fosdesk.store import Store
from fosdesk.store.lookups import reading
from fosdesk.store.schema import ADD_SCHOOL
from tests.store.store_copies import SCHOOL, Copy, content

MANY = 9_000  # changes: several parts, of many writers and of one with many changes


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "a.db"
    store = Store.open(path)
    store.merge(example_journal(), own=True, now=1)
    school = store.schools()[0].id
    for some in range(0, MANY, 1500):
        edits = [edit for n in range(some, some + 1500, 2) for edit in (birth(f"e{n}", "gate_entry"), text(n))]
        store.append(school, edits, StepLabel("change"), role="principal", app="test", now=2)
    store.close()
    return path


def text(n: int) -> Edit:
    return Edit(f"e{n}", "what", "", f"entry {n}")


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "a.db"
    path.write_bytes(filled.read_bytes())
    store = Store.open(path)
    yield store
    store.close()


class Asks(Pace):
    """Lets somebody else do something at each word of the work, and goes on when that is done."""

    def __init__(self) -> None:
        super().__init__()
        self.words: Queue[object] = Queue()
        self.go_on: Queue[None] = Queue()
        self.of_each: list[int] = []

    def __call__(self, done: int = 0, of: int = 0) -> None:
        super().__call__(done, of)
        self.words.put(("word", done))
        self.go_on.get(timeout=60)


def beside(act: Callable[[Pace], Any], meanwhile: Callable[[int], object]) -> Any:
    """What an act finds in a thread of its own, while this one does something at each of its words."""
    pace, found = Asks(), list[Any]()

    def work() -> None:
        try:
            found.append(act(pace))
        except BaseException as fault:
            found.append(fault)
        pace.words.put("end")

    thread = Thread(target=work)
    thread.start()
    words = 0
    while pace.words.get(timeout=60) != "end":
        words += 1
        try:
            meanwhile(words)
        finally:
            pace.go_on.put(None)
    thread.join()
    if isinstance(found[0], BaseException):
        raise found[0]
    return found[0]


@contextmanager
def without_patience(store: Store) -> Iterator[None]:
    """A commit that meets a lock is refused at once."""
    store._connection.execute("PRAGMA busy_timeout = 0")
    yield
    store._connection.execute("PRAGMA busy_timeout = 2000")


READERS: dict[str, Callable[[Store, str, Pace], Any]] = {
    "journal": lambda store, school, pace: store.journal(school, pace),
    "snapshot": lambda store, school, pace: store.snapshot(school, pace),
    "all said": lambda store, school, pace: list(store.all_texts(school, lambda value: True, pace)),
    "bad rows": lambda store, school, pace: store.bad_rows(pace),
}


@pytest.mark.parametrize("name", READERS)
def test_a_commit_in_the_middle_of_each_part_is_never_refused_and_is_seen(store: Store, name: str) -> None:
    school = store.schools()[0].id
    writes: list[int] = []

    def commit(word: int) -> None:
        if word <= 12:  # then the reader is left in peace, as it is by somebody who thinks for a second
            writes.append(word)
            edits = [birth(f"new{word}", "gate_entry"), Edit(f"new{word}", "what", "", f"written meanwhile {word}")]
            store.append(school, edits, StepLabel("change"), role="principal", app="test", now=3)

    with without_patience(store):
        found = beside(lambda pace: READERS[name](store, school, pace), commit)
    assert len(writes) == 12
    assert (
        (found == 0)
        if name == "bad rows"
        else (_comparable(found) == _comparable(READERS[name](store, school, Pace())))
    )


def _comparable(found: Any) -> Any:
    return found.records if hasattr(found, "records") else found


def test_what_is_read_is_the_store_at_one_moment(store: Store) -> None:
    """Somebody moves a text from one record to another all the while: it is never seen twice, and never nowhere."""
    school = store.schools()[0].id
    at = ["e0", f"e{MANY - 2}"]

    def move(word: int) -> None:
        if word <= 8:
            said = [store.history(school, record, "what")[0].value for record in at]
            edits = [Edit(at[0], "what", said[0], said[1]), Edit(at[1], "what", said[1], said[0])]
            store.append(school, edits, StepLabel("change"), role="principal", app="test", now=3)

    found = beside(lambda pace: store.snapshot(school, pace), move)
    assert {found.find(record).what for record in at} == {"entry 0", f"entry {MANY - 2}"}


def test_no_statement_of_a_reader_goes_through_more_than_a_part(store: Store) -> None:
    school = store.schools()[0].id
    connection = store._connection
    parts = reading.row_ranges(connection, 1)
    asked = f"SELECT uid, number {reading.FROM_RANGE} ORDER BY uid, number"
    some = [connection.execute(asked, part).fetchall() for part in parts]
    assert max(map(len, some)) <= reading.ROWS_AT_A_TIME
    assert len(parts) > MANY // reading.ROWS_AT_A_TIME
    everything = connection.execute(
        "SELECT uid, number FROM change JOIN writer ON writer.id = writer ORDER BY uid, number"
    )
    assert [row for rows in some for row in rows] == everything.fetchall()
    told: list[int] = []
    beside(lambda pace: store.journal(school, pace), told.append)
    assert len(told) == len(parts)


def test_a_thread_that_reads_has_a_connection_of_its_own_that_cannot_write(store: Store) -> None:
    seen: list[tuple[bool, int]] = []

    def look() -> None:
        with store._transactions.reading() as connection:
            (query_only,) = connection.execute("PRAGMA query_only").fetchone()
            seen.append((connection is store._connection, query_only))

    thread = Thread(target=look)
    thread.start()
    thread.join()
    look()
    assert seen == [(False, 1), (True, 0)]
    assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_thread_that_writes_sees_what_it_has_written(copy: Copy, colleague: Copy) -> None:
    """Merging and taking back in a thread of their own ask in the middle of their transaction; others do not see it."""
    colleague.write("entry", "what", "b")
    colleague.write("member", "motivation", "m")
    file = colleague.journal()
    beside(lambda pace: copy.store.merge(file, own=True, now=1, file="en", pace=pace), lambda word: None)
    assert content(copy.journal()) == content(file)
    (arrival,) = copy.store.arrivals(SCHOOL)
    beside(lambda pace: copy.store.take_back(SCHOOL, arrival.id, **copy.by(), pace=pace), lambda word: None)
    assert not copy.journal().changes

    def seen() -> list[str]:
        with copy.store._transactions.reading() as connection:
            return [school for (school,) in connection.execute("SELECT school FROM school ORDER BY id")]

    def write(pace: Pace) -> list[str]:
        with copy.store._transactions.writing() as sql:
            sql.execute(ADD_SCHOOL, {"school": "another", "own": 0, "added": 1})
            pace()
            return seen()

    elsewhere: list[list[str]] = []
    assert beside(write, lambda word: elsewhere.append(beside(lambda pace: seen(), lambda word: None))) == [
        SCHOOL,
        "another",
    ]
    assert elsewhere == [[SCHOOL]]


def test_what_was_got_ready_beside_a_writer_is_what_the_writer_goes_on_from(copy: Copy) -> None:
    """The greatest order and the trail are read in a thread while a step is written: neither may be the older one."""
    copy.write("entry", "what", "a")
    copy.reopen()

    def write(word: int) -> None:
        if word <= 4:
            copy.write("entry", "what", f"text {word}")

    beside(lambda pace: copy.store.preload(SCHOOL, pace), write)
    copy.write("entry", "what", "the last")
    orders = [change.order for change in copy.journal().changes]
    assert sorted(orders) == list(range(1, len(orders) + 1))
    for text_before in ("text 4", "text 3", "text 2", "text 1", "a"):
        assert copy.undo()
        assert copy.shown("entry", "what") == text_before
