"""P15 by chance: whatever happens to a file, it is refused in a sentence, or it says exactly what is written in it."""

import io
import json
import zipfile
from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.errors import FosdeskError
from fosdesk.exchange import password_seal
from fosdesk.exchange.school_file import read_school_file
from tests.exchange.hostile import GOOD, JOURNAL, closed, lines, opened
from tests.exchange.mutations import ALL, PASSWORD, TRUE_SUMS, closed_file


@pytest.fixture(autouse=True, scope="module")
def light_work() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(password_seal, "_OPS", 1)
        patch.setattr(password_seal, "_MEMORY", 8 << 20)
        yield


def as_written(packed: bytes) -> Journal:
    """What a container says, read without any care."""
    with zipfile.ZipFile(io.BytesIO(packed)) as container:
        manifest = json.loads(container.read("manifest.json"))
        rows = [json.loads(line) for line in container.read("changes.jsonl").splitlines()]
    return Journal(
        manifest["school"],
        manifest["name"],
        tuple(Writer(*writer) for writer in manifest["writers"]),
        tuple(map(_change, rows)),
        frozenset((w, n) for w, first, last in manifest.get("blanked", ()) for n in range(first, last + 1)),
    )


def _change(row: list[Any]) -> Change:
    row[8] = tuple((w, n) for w, n in row[8])
    return Change(*row)


def damaged(seed: int, count: int) -> Counter[str]:
    """How often each kind of damage left something that can be read."""
    chance, read = Random(seed), Counter[str]()
    for _ in range(count):
        mutation = chance.choice(ALL)
        packed = mutation(chance, GOOD)
        try:
            journal = read_school_file(packed, PASSWORD).journal
        except FosdeskError:
            continue
        read[mutation.__name__] += 1
        assert journal == (as_written(packed) if mutation in TRUE_SUMS else JOURNAL)
    return read


def test_five_thousand_damaged_files_bring_a_sentence_or_the_same_school() -> None:
    read = damaged(20261123, 5000)
    assert 0 < read["words"] < 800
    assert 0 < read["members"] < 800


@pytest.mark.long
def test_a_hundred_thousand_damaged_files_bring_a_sentence_or_the_same_school() -> None:
    assert damaged(1, 100_000).total() < 20_000


def test_undamaged_it_can_be_read() -> None:
    assert read_school_file(closed_file(), PASSWORD).journal == read_school_file(GOOD).journal == as_written(GOOD)


@given(st.binary(max_size=300))
def test_no_bytes_bring_anything_but_a_sentence(packed: bytes) -> None:
    for some in (packed, GOOD[:8] + packed, closed_file()[:8] + packed):
        with pytest.raises(FosdeskError):
            read_school_file(some, PASSWORD)


@given(st.data())
def test_no_forged_rows_bring_anything_but_a_sentence(data: st.DataObject) -> None:
    manifest, _ = opened()
    body = bytearray(lines(opened()[1]))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    packed = closed(manifest, bytes(body))
    try:
        journal = read_school_file(packed).journal
    except FosdeskError:
        return
    assert journal == as_written(packed)
