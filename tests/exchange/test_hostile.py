"""Hostile and damaged files: one sentence, quickly, in little memory, and no other kind of trouble."""

import random
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.errors import FosdeskError
from fosdesk.exchange import password_seal
from fosdesk.exchange.password_seal import seal
from fosdesk.exchange.school_file import SchoolFile, merge_journals, read_school_file, write_school_file
from fosdesk.store import Store
from tests.exchange.hostile import GOOD, JOURNAL, all_hostile, closed, lines, opened
from tests.store.store_copies import SCHOOL, Copy

HOSTILE = all_hostile()


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


def test_every_fault_of_the_list_has_a_file_or_a_test() -> None:
    """The design counts what can be wrong with a school file from 1 to 66, and with a sealed one from 82 to 89."""
    found: set[int] = set()
    for name, _ in HOSTILE:
        if counted := re.match(r"(\d+)(?:-(\d+))? ", name):
            found.update(range(int(counted[1]), int(counted[2] or counted[1]) + 1))
    for path in Path(__file__).parents[1].rglob("test_*.py"):
        found.update(map(int, re.findall(r"^def test_(\d+)_", path.read_text(encoding="utf-8"), re.MULTILINE)))
    assert sorted({*range(1, 67), *range(82, 90)} - found) == []


def test_the_school_is_as_before_whatever_was_tried(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.store.merge(JOURNAL, own=True, now=1)
    copy.write("entry", "what", "a")
    copy.close()
    before = copy.path.read_bytes()
    copy.store = Store.open(copy.path)
    for _, packed in HOSTILE:
        with pytest.raises(FosdeskError):
            copy.take_in(packed)
    copy.close()
    assert copy.path.read_bytes() == before


# -- what is whole, and does not fit the school


def test_34_a_file_of_another_school_is_never_merged(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    before = copy.journal()
    with pytest.raises(FosdeskError, match="from different schools"):
        merge_journals(before, JOURNAL)
    copy.store.merge(JOURNAL, own=False, now=1)  # to be read beside one's own
    assert copy.journal() == before
    assert [(s.id, s.own) for s in copy.store.schools()] == [(SCHOOL, True), (JOURNAL.school, False)]
    copy.close()


def test_35_the_same_name_makes_no_two_schools_one(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    named = [birth("school", "school_profile"), Edit("school", "name", "", JOURNAL.name)]
    copy.store.append(SCHOOL, named, StepLabel("create"), **copy.by())
    before = copy.journal()
    assert before.name == JOURNAL.name
    with pytest.raises(FosdeskError, match="from different schools"):
        merge_journals(before, JOURNAL)
    copy.store.merge(JOURNAL, own=False, now=1)
    assert copy.journal() == before
    copy.close()


@pytest.mark.parametrize("column", range(2, 9))
def test_63_what_contradicts_the_school_is_refused_whole(column: int, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.db")
    copy.store.merge(JOURNAL, own=True, now=1)
    before = copy.store.journal(JOURNAL.school)
    manifest, rows = opened()
    rows[4][column] = {2: 5, 3: 99, 4: 1, 5: "another", 6: "source", 7: "2026-12-01", 8: [[0, 1]]}[column]
    if column == 5:
        rows[5][8] = [[0, 1], [0, 3], [1, 1]]
    with pytest.raises(FosdeskError, match="something else than your school|contradicts itself"):
        copy.take_in(closed(manifest, lines(rows)))
    assert copy.store.journal(JOURNAL.school) == before
    copy.close()


# -- behind a password


def test_inside_a_password_every_file_is_refused_as_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_seal, "_OPS", 1)
    monkeypatch.setattr(password_seal, "_MEMORY", 8 << 20)
    for name, packed in HOSTILE:
        if len(packed) < 100_000:
            with pytest.raises(FosdeskError) as outside:
                read_school_file(packed)
            with pytest.raises(FosdeskError) as inside:
                read_school_file(seal(packed, "key"), "key")
            assert str(inside.value) == str(outside.value), name


# -- what must be accepted


def accepted(packed: bytes) -> SchoolFile:
    return read_school_file(packed)


def test_33_unknown_keys_of_the_manifest_are_passed_over() -> None:
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
def test_62_odd_text_is_kept_as_it_is(text: str) -> None:
    manifest, rows = opened()
    rows[1][7] = text
    assert accepted(closed(manifest, lines(rows))).journal.changes[1].value == text


def test_64_a_value_that_fits_no_known_field_is_kept() -> None:
    manifest, rows = opened()
    rows[4][6:8] = ["a field of tomorrow", 7]
    rows[1][7] = True
    changes = accepted(closed(manifest, lines(rows))).journal.changes
    assert (changes[4].field, changes[4].value, changes[1].value) == ("a field of tomorrow", 7, True)
