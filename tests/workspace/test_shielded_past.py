"""Whoever is shielded is in nothing that is told of the past: what was written lately, what a file brought, the bin."""

from datetime import UTC, datetime

import msgspec

from fosdesk.domain.records import GateEntry, Membership, Person, SeatHolder
from fosdesk.workspace import Workspace
from tests.workspace.people import Someone

ABOUT = {"p", "m", "gone"}


def day_of(at: int) -> object:
    return datetime.fromtimestamp(at / 1000, UTC).date()


def write_about_somebody(workspace: Workspace) -> None:
    """A person, what they take part in now, and a seat that they held before."""
    person = workspace.add(Person("p", name="Turid Testad", role="teacher"))
    workspace.add(Membership("m", person="p", standing="member", motivation="vil gjerne"))
    workspace.delete([workspace.add(SeatHolder("gone", person="p", seat="sfo"))])
    workspace.commit(person, msgspec.structs.replace(person, name="Turid Li"))
    workspace.add(GateEntry("g", what="Leseløftet"))


def lately(workspace: Workspace) -> set[str]:
    return {line.record for line in workspace.changed_since(0, day_of).lines}


def test_what_was_written_lately_tells_nothing_of_whoever_is_shielded(principal: Someone) -> None:
    workspace = principal.workspace
    write_about_somebody(workspace)
    assert lately(workspace) == {*ABOUT, "g"}
    workspace.shield("p", "", "2026-11-23")
    assert lately(workspace) == {"g", "restriction:p"}
    workspace.unshield("p")
    assert lately(workspace) >= {*ABOUT, "g"}


def test_what_a_file_brought_tells_nothing_of_whoever_is_shielded(principal: Someone, deputy: Someone) -> None:
    write_about_somebody(deputy.workspace)
    principal.read(deputy, "kollega.fosdesk")
    workspace = principal.workspace
    (arrival,) = workspace.arrivals()
    assert {line.record for line in workspace.changes_from_arrival(arrival.id, day_of).lines} == {*ABOUT, "g"}
    workspace.shield("p", "", "2026-11-23")
    assert {line.record for line in workspace.changes_from_arrival(arrival.id, day_of).lines} == {"g"}


def test_the_bin_holds_nothing_of_whoever_is_shielded(principal: Someone) -> None:
    workspace = principal.workspace
    write_about_somebody(workspace)
    workspace.delete([workspace.school.get(GateEntry, "g")])
    workspace.shield("p", "", "2026-11-23")
    assert [group.records for group in workspace.deleted()] == [(("g", "gate_entry"),)]
