"""What is written in a record that a merge has deleted, and what comes back with a record that is restored."""

import msgspec

from fosdesk.domain.journal import BIRTH, GONE
from fosdesk.domain.records import GateEntry, GateReason, Meeting
from tests.workspace.people import SCHOOL, Someone


def test_a_late_editor_of_a_deleted_record_makes_a_conflict_and_no_new_record(
    principal: Someone, deputy: Someone
) -> None:
    """The editor was open while a colleague's file came in that deletes what it shows."""
    shown = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    deputy.read(principal)
    deputy.workspace.delete([shown])
    principal.read(deputy)
    assert principal.workspace.school.find("entry") is None
    principal.workspace.commit(shown, msgspec.structs.replace(shown, reason="Skrevet for sent"))
    births = [head.value for head in principal.store.heads_of(SCHOOL, ["entry"]) if head.field == BIRTH]
    assert births == [f"{GONE}gate_entry"], "the deletion stands until somebody settles it"
    assert principal.workspace.school.conflicts == {("entry", BIRTH): (f"{GONE}gate_entry", "gate_entry")}
    principal.workspace.settle("entry", BIRTH, "gate_entry")
    assert principal.workspace.school.get(GateEntry, "entry") == msgspec.structs.replace(
        shown, reason="Skrevet for sent"
    )


def test_what_is_restored_brings_back_what_it_belongs_to(principal: Someone) -> None:
    entry = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    reason = principal.workspace.add(GateReason("reason", text="Passer oss", parent="entry", pos="i"))
    principal.workspace.delete([reason])
    principal.workspace.delete([entry])
    principal.workspace.restore(["reason"])
    assert principal.workspace.school.get(GateReason, "reason") == reason
    assert principal.workspace.school.get(GateEntry, "entry") == entry
    principal.workspace.undo()
    assert principal.workspace.school.find("entry") is principal.workspace.school.find("reason") is None


def test_what_is_restored_leaves_the_rest_deleted(principal: Someone) -> None:
    meeting = principal.workspace.add(Meeting("meeting", what="Oppstart"))
    other = principal.workspace.add(GateEntry("entry", what="Leseløftet"))
    principal.workspace.delete([meeting, other])
    principal.workspace.restore(["meeting"])
    assert principal.workspace.school.find("meeting") == meeting
    assert principal.workspace.school.find("entry") is None
