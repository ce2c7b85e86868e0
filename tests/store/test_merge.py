"""Taking in journals: what contradicts, lacks something or claims another school is refused as a whole."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.errors import FosdeskError
from tests.store.store_copies import SCHOOL, Copy, content

UID = "f" * 32


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    copy = Copy(tmp_path / "a.db")
    copy.write("entry", "what", "a")
    copy.write("entry", "what", "b")
    copy.write("member", "motivation", "m")
    yield copy
    copy.close()


def twisted(journal: Journal, place: int, **values: object) -> Journal:
    changes = list(journal.changes)
    changes[place] = msgspec.structs.replace(changes[place], **values)
    return msgspec.structs.replace(journal, changes=tuple(changes))


def refused(copy: Copy, journal: Journal) -> str:
    before = content(copy.journal())
    with pytest.raises(FosdeskError) as trouble:
        copy.store.merge(journal, own=True, now=1)
    assert content(copy.journal()) == before
    assert copy.store._connection.execute("SELECT count(*) FROM writer").fetchone()[0] == len(copy.journal().writers)
    return str(trouble.value)


@pytest.mark.parametrize(
    ("place", "values"),
    [
        (2, {"value": "forged"}),
        (2, {"value": None}),
        (2, {"at": 5}),
        (2, {"replaces": ()}),
        (4, {"field": "position"}),
        (4, {"record": "other"}),
    ],
)
def test_other_content_under_a_known_change_is_refused(copy: Copy, place: int, values: dict[str, object]) -> None:
    assert "says something else than your school" in refused(copy, twisted(copy.journal(), place, **values))


@pytest.mark.parametrize(
    "values",
    [
        {"number": 9},
        {"number": 1},
        {"order": 99},
        {"order": 0},
        {"writer": 7},
        {"step": 0},
        {"step": 9},
        {"replaces": ((0, 3),)},
        {"replaces": ((0, 9),)},
        {"replaces": ((7, 1),)},
        {"replaces": ((0, 4),)},
        {"record": "member"},
        {"field": "reason"},
    ],
)
def test_a_journal_that_is_not_whole_is_refused(copy: Copy, values: dict[str, object], tmp_path: Path) -> None:
    fresh = Copy(tmp_path / "b.db")
    assert "missing or contradicts itself" in refused(fresh, twisted(copy.journal(), 2, **values))
    fresh.close()


def test_a_journal_that_lacks_a_change_is_refused(copy: Copy) -> None:
    journal = copy.journal()
    for place in range(len(journal.changes) - 1):
        gap = (*journal.changes[:place], *journal.changes[place + 1 :])
        assert "missing or contradicts" in refused(copy, msgspec.structs.replace(journal, changes=gap))


def test_an_older_copy_brings_nothing(copy: Copy) -> None:
    old = copy.file()
    copy.write("entry", "reason", "because")
    now = copy.picture()
    assert copy.take_in(old) == 0
    assert copy.picture() == now


def test_a_writer_of_another_school_is_refused(copy: Copy) -> None:
    journal = copy.journal()
    assert "belong to another school" in refused(copy, msgspec.structs.replace(journal, school="another"))
    assert [s.id for s in copy.store.schools()] == [SCHOOL]


def test_ten_thousand_values_of_one_field_are_all_kept(copy: Copy) -> None:
    many = 10_000
    writer = Writer(UID, "principal", "test", 1)
    changes = [Change(0, 1, 1, 1, 1, "entry", "", "gate_entry", ())]
    changes += [Change(0, n, n, 1, n, "entry", "what", f"text {n}", ()) for n in range(2, many + 2)]
    copy.store.merge(Journal(SCHOOL, "", (writer,), tuple(changes)), own=True, now=1)
    assert len(copy.school().conflicts["entry", "what"]) == many + 1
    copy.settle("entry", "what", "one")
    assert copy.school().conflicts == {}
    assert copy.undo()
    assert len(copy.school().conflicts["entry", "what"]) == many + 1
