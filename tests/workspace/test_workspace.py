"""The one way to change the open school: what is written, what undo takes, what two people do, and who is told."""

from collections.abc import Callable

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, GateReason, Membership, Person
from fosdesk.errors import FosdeskError
from fosdesk.workspace import Workspace
from tests.ui.acts import changed
from tests.workspace.people import BEGIN, SCHOOL, Someone


@pytest.fixture
def told(principal: Someone) -> list[frozenset[str]]:
    """What the principal's pages are told, one time after the other."""
    heard: list[frozenset[str]] = []
    principal.workspace.changed.connect(heard.append)
    return heard


def written(someone: Someone) -> int:
    return len(someone.store.journal(SCHOOL).changes)


def entry_of(someone: Someone) -> GateEntry:
    return someone.workspace.school.get(GateEntry, "entry")


def test_what_differs_is_written_and_nothing_else(principal: Someone, told: list[frozenset[str]]) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet", source="kommunen"))
    before = written(principal)
    principal.workspace.commit(entry, changed(entry, reason="Passer oss"))
    assert written(principal) == before + 1
    assert entry_of(principal) == changed(entry, reason="Passer oss")
    assert told == [frozenset({"entry"}), frozenset({"entry"})]


def test_where_nothing_differs_nothing_is_written_and_nobody_told(
    principal: Someone, told: list[frozenset[str]]
) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    before, label = written(principal), principal.workspace.undo_label()
    told.clear()
    principal.workspace.commit(entry, changed(entry))
    principal.workspace.delete([])
    assert (written(principal), principal.workspace.undo_label(), told) == (before, label, [])


def test_several_records_stand_in_the_order_in_which_they_were_written(principal: Someone) -> None:
    entries = [GateEntry(f"entry{n}", what=str(n)) for n in range(40)]
    principal.workspace.commit_all([(None, entry) for entry in entries])
    assert [*principal.workspace.school.of(GateEntry)] == entries
    principal.workspace.reload()
    assert [*principal.workspace.school.of(GateEntry)] == entries


def test_what_is_written_and_what_is_deleted_are_one_step(principal: Someone, told: list[frozenset[str]]) -> None:
    old = principal.workspace.add(GateEntry("old", what="Leseløftet"))
    told.clear()
    new = GateEntry("new", what="Leseløftet")
    principal.workspace.commit_all([(None, new)], "change", gone=[old])
    assert principal.workspace.school.of(GateEntry) == (new,)
    assert told == [frozenset({"old", "new"})]
    principal.workspace.undo()
    assert principal.workspace.school.of(GateEntry) == (old,)
    principal.workspace.commit_all([], "change", gone=[old])
    assert principal.workspace.school.of(GateEntry) == ()
    principal.workspace.undo()
    assert principal.workspace.school.of(GateEntry) == (old,)


def test_a_record_without_an_id_gets_one_of_its_own(principal: Someone) -> None:
    one, other = (principal.workspace.add(GateEntry(what=what)) for what in ("Leseløftet", "Regneløftet"))
    assert one.id
    assert other.id not in ("", one.id)
    assert principal.workspace.add(GateEntry("mine")).id == "mine"
    assert {record.id for record in principal.workspace.school.of(GateEntry)} == {one.id, other.id, "mine"}


def test_a_late_editor_overwrites_nothing_that_a_merge_brought(principal: Someone, deputy: Someone) -> None:
    shown = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    deputy.read(principal)
    deputy.workspace.commit(shown, changed(shown, source="kommunen"))
    principal.read(deputy)
    principal.workspace.commit(shown, changed(shown, reason="Passer oss"))
    assert entry_of(principal) == changed(shown, source="kommunen", reason="Passer oss")
    assert principal.workspace.school.conflicts == {}


def test_two_who_write_the_same_are_both_kept_until_somebody_chooses(principal: Someone, deputy: Someone) -> None:
    shown = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    deputy.read(principal)
    for someone, reason in ((principal, "Passer oss"), (deputy, "Passer ikke")):
        someone.workspace.commit(shown, changed(shown, reason=reason))
    principal.read(deputy)
    deputy.read(principal)
    for someone in (principal, deputy):
        assert set(someone.workspace.school.conflicts["entry", "reason"]) == {"Passer oss", "Passer ikke"}
    # An ordinary edit of something else settles nothing.
    principal.workspace.commit(shown, changed(shown, source="kommunen"))
    assert ("entry", "reason") in principal.workspace.school.conflicts
    principal.workspace.settle("entry", "reason", "Passer ikke")
    assert principal.workspace.school.conflicts == {}
    assert entry_of(principal).reason == "Passer ikke"


def test_several_records_are_one_step_of_undo(principal: Someone, told: list[frozenset[str]]) -> None:
    workspace = principal.workspace
    pair: list[tuple[Record | None, Record]] = [
        (None, GateEntry("entry", what="Leseløftet")),
        (None, GateReason("reason", text="Passer oss", parent="entry", pos="i")),
    ]
    workspace.commit_all(pair, "create")
    whole = dict(workspace.school.records)
    workspace.undo()
    assert workspace.school.records == {}
    assert workspace.undo_label() is None
    workspace.redo()
    assert dict(workspace.school.records) == whole
    assert workspace.redo_label() is None
    assert told == [frozenset({"entry", "reason"})] * 3


def test_undo_leaves_alone_what_a_colleague_wrote_since(principal: Someone, deputy: Someone) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    principal.workspace.commit(entry, changed(entry, reason="Passer oss"))
    deputy.read(principal)
    theirs = entry_of(deputy)
    deputy.workspace.commit(theirs, changed(theirs, reason="Passer ikke"))
    principal.read(deputy)
    with pytest.raises(FosdeskError, match="changed since"):
        principal.workspace.undo()
    assert entry_of(principal).reason == "Passer ikke"


def test_a_merge_tells_which_records_came_and_makes_a_backup_first(
    principal: Someone, deputy: Someone, told: list[frozenset[str]]
) -> None:
    deputy.read(principal)
    deputy.workspace.add(GateEntry("theirs", what="Regneløftet"))
    assert principal.backups() == []
    principal.read(deputy, "fra vara.fosdesk")
    assert told == [frozenset({"theirs"})]
    assert len(principal.backups()) == 1
    assert [arrival.file for arrival in principal.workspace.arrivals()] == ["fra vara.fosdesk"]
    principal.read(deputy, "fra vara.fosdesk")
    assert told in ([frozenset({"theirs"})], [frozenset({"theirs"}), frozenset()]), (
        "the same file brings no record again"
    )


WRITES: dict[str, Callable[[Workspace, GateEntry], object]] = {
    "commit": lambda there, entry: there.commit(entry, changed(entry, reason="Passer oss")),
    "add": lambda there, entry: there.add(GateEntry()),
    "delete": lambda there, entry: there.delete([entry]),
    "restore": lambda there, entry: there.restore([entry.id]),
    "settle": lambda there, entry: there.settle(entry.id, "reason", ""),
    "undo": lambda there, entry: there.undo(),
    "redo": lambda there, entry: there.redo(),
}


@pytest.mark.parametrize("act", WRITES)
def test_a_school_that_is_only_read_refuses_to_be_written_in(principal: Someone, act: str) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    before = written(principal)
    there = Workspace(principal.store, SCHOOL, role="", app="test", clock=lambda: BEGIN, read_only=True)
    with pytest.raises(FosdeskError, match="cannot|not changed|only"):
        WRITES[act](there, entry)
    assert written(principal) == before


def test_pages_are_told_of_everything_that_shielding_hides_and_brings_back(
    principal: Someone, told: list[frozenset[str]]
) -> None:
    workspace = principal.workspace
    workspace.add(Person("p", name="Turid Testad"))
    workspace.add(Membership("m", person="p", standing="member"))
    workspace.add(Person("other", name="Aud Li"))
    told.clear()
    workspace.shield("p", "", "2026-11-23")
    workspace.unshield("p")
    workspace.undo()
    assert told == [frozenset({"restriction:p", "p", "m"})] * 3


def test_a_step_names_its_field_only_where_it_is_one(principal: Someone) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    entry = principal.workspace.commit(entry, changed(entry, source="kommunen"))
    assert principal.workspace.undo_label() == StepLabel("change", "gate_entry", "source", "entry")
    principal.workspace.commit(entry, changed(entry, source="skolen", reason="Passer oss"))
    assert principal.workspace.undo_label() == StepLabel("change", "gate_entry", "", "entry")
