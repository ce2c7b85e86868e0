"""Putting a store together and taking a file back: the newer word stays, one school is one's own, and backups count."""

from contextlib import closing
from pathlib import Path

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, Head, birth
from fosdesk.exchange.school_file import read_school_file
from fosdesk.store import Store
from fosdesk.store.copies.recovery import _edits, rescue
from fosdesk.store.known_content import GlobalChange
from tests.store.store_copies import SCHOOL, Copy

NOW = 1_800_000_000_000


def row(order: int, value: str) -> GlobalChange:
    """A last word that could be read and not placed."""
    return GlobalChange(("b" * 32, 1), order, NOW, 1, "g", "reason", value, (), False)


def test_a_word_that_could_not_be_placed_replaces_an_older_one_and_never_a_newer_one() -> None:
    there = {"g": {"reason": [Head("g", "reason", "her", (9, "a" * 32, 3))]}}
    assert _edits([row(5, "før")], there) == []
    assert _edits([row(12, "etter")], there) == [Edit("g", "reason", "her", "etter")]
    assert _edits([row(12, "her")], there) == []
    assert _edits([row(5, "før")], {}) == [Edit("g", "reason", None, "før")]


def test_a_store_that_was_put_together_has_one_school_of_its_own(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "fosdesk.db")
    copy.write("entry", "what", "a")
    backup = copy.store.backup(tmp_path / "backups", NOW)
    copy.close()
    with closing(Store.open(tmp_path / "other.db")) as other:
        other.add_school("another school", own=True, now=NOW)
        edits = [birth("g", "gate_entry"), Edit("g", "what", "", "Boken")]
        other.append("another school", edits, StepLabel("create"), role="principal", app="t", now=NOW)
    made = rescue(tmp_path / "other.db", backup, tmp_path / "rescued.db", role="principal", app="t", now=NOW)
    with closing(Store.open(made.store)) as store:
        assert {school.id: school.own for school in store.schools()} == {SCHOOL: True, "another school": False}
        assert len(store.journal("another school").changes) == 2


def test_what_a_file_brought_is_taken_back_by_a_step_where_the_backup_says_something_else(tmp_path: Path) -> None:
    """Exactly as before is only what the backup of just before says, too."""
    copy, other = Copy(tmp_path / "a.db"), Copy(tmp_path / "b.db", "deputy")
    copy.write("entry", "what", "a")
    stale = copy.store.backup(tmp_path / "backups", NOW)
    copy.write("entry", "reason", "because")
    other.take_in(copy.file())
    other.write("group", "name", "g")
    journal = read_school_file(other.file()).journal
    copy.store.merge(journal, own=True, now=NOW, file="skole.fosdesk", backup=stale)
    (arrival,) = copy.store.arrivals(SCHOOL)
    taken = copy.store.take_back(SCHOOL, arrival.id, **copy.by())
    assert not taken.exactly
    assert "group" not in copy.school().records
    assert copy.shown("entry", "reason") == "because"
