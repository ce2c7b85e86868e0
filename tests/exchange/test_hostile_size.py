"""Hostile files cost no more time and memory than they are worth; measured in processes of their own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.working_copy import read_working_copy
from fosdesk.store import Store
from fosdesk.store.step_draft import checksum
from tests.exchange.hostile import Manifest, all_hostile, closed, opened
from tests.store.processes import told

# The most memory this very process has had: what is inherited from a large parent does not count.
READ = """
import sys, time
from pathlib import Path
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_loading import load_school_file
from tests.peak_memory import peak_kibibytes
for path in sorted(Path(sys.argv[1]).iterdir()):
    began = time.process_time()
    try:
        load_school_file(path)
        said = "read"
    except FosdeskError as trouble:
        said = str(trouble)
    print(f"{time.process_time() - began:.3f}", said, sep="|")
print(peak_kibibytes())
"""


class Cost(NamedTuple):
    """What it takes to read a folder of files, one after the other."""

    seconds: list[float]
    said: list[str]
    mebibytes: float


def cost_of(folder: Path) -> Cost:
    *files, peak = told(READ, folder).splitlines()
    told_of = [line.partition("|") for line in files]
    return Cost([float(line[0]) for line in told_of], [line[2] for line in told_of], int(peak) / 1024)


def test_none_takes_more_than_two_seconds_and_300_megabytes(tmp_path: Path) -> None:
    """P15."""
    for number, (_, packed) in enumerate(all_hostile()):
        (tmp_path / f"{number}.fosdesk").write_bytes(packed)
    cost = cost_of(tmp_path)
    assert "read" not in cost.said
    assert max(cost.seconds) < 2
    assert 20 < cost.mebibytes < 300


# -- links


def with_links(rows: int, each: int) -> bytes:
    """A file of so many changes of one field, each of which replaces as many that came before."""
    body = [b'[0,1,1,1,1,"entry","","gate_entry",[]]\n']
    for n in range(2, rows + 1):
        links = ",".join(f"[0,{earlier}]" for earlier in range(max(2, n - each), n))
        body.append(f'[0,{n},{n},1,{n},"entry","reason","x",[{links}]]\n'.encode())
    manifest = opened()[0]
    return closed({**manifest, "writers": manifest["writers"][:1]}, b"".join(body))


def test_a_small_file_with_millions_of_links_is_refused_at_once(tmp_path: Path) -> None:
    """It took 22 s and 580 MB until it was read and merged, and weighs less than a megabyte."""
    (tmp_path / "a.fosdesk").write_bytes(with_links(20_000, 400))
    assert (tmp_path / "a.fosdesk").stat().st_size < 1 << 20
    cost = cost_of(tmp_path)
    assert "not a school file" in cost.said[0]
    assert cost.seconds[0] < 2
    assert cost.mebibytes < 300


def test_as_many_links_as_people_can_write_are_read(tmp_path: Path) -> None:
    """Ten laptops that all went on from the same values while nobody could send a file."""
    (tmp_path / "a.fosdesk").write_bytes(with_links(5_000, 10))
    assert cost_of(tmp_path).said == ["read"]


def test_a_working_file_with_millions_of_links_is_refused_too(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.db")
    store.add_school("school-1", own=True, now=1)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("INSERT INTO writer VALUES (1, ?, 1, 'r', 'a', 1)", ("0" * 32,))
        raw.execute("BEGIN")
        for n in range(1, 2_001):
            links = "[" + ",".join(f"[1,{earlier}]" for earlier in range(max(2, n - 400), n)) + "]"
            field = "reason" if n > 1 else ""
            parts = (1, n, n, 1, n, "entry", field, '"gate_entry"', links)
            raw.execute(f"INSERT INTO change VALUES ({','.join('?' * 9)}, 1, 0, ?)", (*parts, checksum(*parts)))
        raw.execute("COMMIT")
    store.close(look=False)
    with pytest.raises(FosdeskError, match="damaged or has been changed"):
        read_working_copy(store.path)


# -- larger than any school is

ROWS = 200_000
Fault = Callable[[Manifest, list[bytes]], bytes]


def large() -> list[bytes]:
    """Some 32 MB of lines."""
    start = b'[0,1,1,1,1,"entry","","gate_entry",[]]\n'
    row = '[0,{n},{n},1,{n},"entry","reason","{n:0110}",[]]\n'
    return [start, *(row.format(n=n).encode() for n in range(2, ROWS + 1))]


def untouched(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join(body))


def fraction_in_the_last_row(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join([*body[:-1], body[-1].replace(b',"entry"', b'.5,"entry"')]))


def last_but_one_row_missing(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join([*body[:-2], body[-1]]))


def last_row_replaces_a_later_one(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join([*body[:-1], body[-1].replace(b"[]]", b"[[0,%d]]]" % ROWS)]))


def deep_in_the_last_row(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join([*body[:-1], body[-1].replace(b"[]]", b"[" * 100_000 + b"]" * 100_001)]))


def another_checksum(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed({**manifest, "count": ROWS, "sha256": "0" * 64}, b"".join(body), true=False)


def all_but_blank_lines(manifest: Manifest, body: list[bytes]) -> bytes:
    return closed(manifest, b"".join(body[: ROWS // 2]) + b"\n" * (ROWS // 2))


FAULTS: tuple[Fault, ...] = (
    fraction_in_the_last_row,
    last_but_one_row_missing,
    last_row_replaces_a_later_one,
    deep_in_the_last_row,
    another_checksum,
    all_but_blank_lines,
)


@pytest.mark.long
def test_large_ones_take_at_most_twice_what_a_valid_one_of_that_size_takes(tmp_path: Path) -> None:
    """P15."""
    manifest, body = opened()[0], large()
    costs = {}
    for fault in (untouched, *FAULTS):
        folder = tmp_path / fault.__name__
        folder.mkdir()
        (folder / "a.fosdesk").write_bytes(fault(manifest, body))
        costs[fault] = cost_of(folder)
    valid = costs.pop(untouched)
    assert valid.said == ["read"]
    assert valid.mebibytes > 60
    for fault, cost in costs.items():
        assert cost.said != ["read"], fault.__name__
        assert cost.seconds[0] <= 2 * valid.seconds[0], fault.__name__
        assert cost.mebibytes <= 2 * valid.mebibytes, fault.__name__
