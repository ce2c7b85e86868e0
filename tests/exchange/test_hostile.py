"""Hostile and damaged files: one sentence, quickly, in little memory, and no other kind of trouble."""

import random
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.errors import FosdeskError
from fosdesk.exchange.school_file import SchoolFile, read_school_file, write_school_file
from tests.exchange.hostile import GOOD, JOURNAL, all_hostile, closed, lines, opened
from tests.store.processes import told

HOSTILE = list(all_hostile())


def sentence_for(packed: bytes) -> str:
    began = time.process_time()
    with pytest.raises(FosdeskError) as trouble:
        read_school_file(packed)
    assert time.process_time() - began < 2
    return str(trouble.value)


@pytest.mark.parametrize(("name", "packed"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_it_is_refused_with_one_sentence(name: str, packed: bytes) -> None:
    """P15."""
    sentence = sentence_for(packed)
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_names_of_hostile_files_are_told_apart() -> None:
    assert [name for name, times in Counter(name for name, _ in HOSTILE).items() if times > 1] == []


def test_what_a_person_can_do_something_about_is_said() -> None:
    by_name = dict(HOSTILE)
    assert "newer fosdesk" in sentence_for(by_name["22 for a newer reader"])
    assert "newer fosdesk" in sentence_for(by_name["22 of an unknown kind"])
    assert "larger than a school file" in sentence_for(by_name["13 zeros"])
    assert "the file that fosdesk works in" in sentence_for(by_name["a working file"])
    assert "is missing or contradicts itself" in sentence_for(by_name["46 a row missing"])
    assert sentence_for(by_name["6 a letter"]).startswith("This is not a school file")


def test_none_of_them_takes_much_memory(tmp_path: Path) -> None:
    for number, (_, packed) in enumerate(HOSTILE):
        (tmp_path / f"{number}.fosdesk").write_bytes(packed)
    # Not what the system counts: a child begins with the memory that its parent has.
    code = (
        "import sys, tracemalloc; from pathlib import Path\n"
        "from fosdesk.exchange.school_file import load_school_file\n"
        "tracemalloc.start()\n"
        "for path in Path(sys.argv[1]).iterdir():\n"
        "    try: load_school_file(path)\n"
        "    except Exception: pass\n"
        "print(tracemalloc.get_traced_memory()[1])"
    )
    assert 1 << 20 < int(told(code, tmp_path)) < 300 << 20


# -- what must be accepted


def accepted(packed: bytes) -> SchoolFile:
    return read_school_file(packed)


def test_unknown_keys_of_the_manifest_are_passed_over() -> None:
    manifest, rows = opened()
    file = accepted(closed({**manifest, "format": 2, "erase_requests": [], "more": {"a": [1.5, None]}}, lines(rows)))
    assert file.journal == JOURNAL


def test_rows_and_writers_in_any_order_are_the_same_school() -> None:
    manifest, rows = opened()
    random.Random(3).shuffle(rows)
    swapped = {**manifest, "writers": manifest["writers"][::-1]}
    turned = [[1 - row[0], *row[1:8], [[1 - w, n] for w, n in row[8]]] for row in rows]
    for packed in (closed(manifest, lines(rows)), closed(swapped, lines(turned))):
        file = accepted(packed)
        assert write_school_file(file.journal, app="0.1", made=file.made, reference=False) == GOOD


@pytest.mark.parametrize(
    "text", ["\u202eabc", "a\u200bb", "\\u0000", "\\", '"', "<b>", "a\tb\nc", "\x1b[2J", "👋🏽", "x" * 200_000]
)
def test_odd_text_is_kept_as_it_is(text: str) -> None:
    manifest, rows = opened()
    rows[1][7] = text
    assert accepted(closed(manifest, lines(rows))).journal.changes[1].value == text


def test_a_value_that_fits_no_known_field_is_kept() -> None:
    manifest, rows = opened()
    rows[4][6:8] = ["a field of tomorrow", 7]
    rows[1][7] = True
    changes = accepted(closed(manifest, lines(rows))).journal.changes
    assert (changes[4].field, changes[4].value, changes[1].value) == ("a field of tomorrow", 7, True)


# -- chance


def test_no_random_damage_brings_anything_but_a_sentence_or_the_same_school() -> None:
    chance = random.Random(20261123)
    for _ in range(5000):
        damaged = bytearray(GOOD)
        for _ in range(chance.choice((1, 1, 1, 2, 8))):
            place = chance.randrange(len(damaged))
            match chance.randrange(4):
                case 0:
                    damaged[place] ^= 1 << chance.randrange(8)
                case 1:
                    damaged[place] = chance.randrange(256)
                case 2:
                    del damaged[place : place + chance.randrange(1, 9)]
                case _:
                    damaged[place:place] = chance.randbytes(chance.randrange(1, 9))
        try:
            file = read_school_file(bytes(damaged))
        except FosdeskError:
            continue
        assert file.journal == JOURNAL


@given(st.binary(max_size=300))
def test_no_bytes_bring_anything_but_a_sentence(packed: bytes) -> None:
    with pytest.raises(FosdeskError):
        read_school_file(packed)


@given(st.data())
def test_no_forged_rows_bring_anything_but_a_sentence(data: st.DataObject) -> None:
    manifest, _ = opened()
    body = bytearray(lines(opened()[1]))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(body) - 1))
        body[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with suppress(FosdeskError):
        assert read_school_file(closed(manifest, bytes(body))).journal.school == "school-1"
