"""What can be undone and redone of what was done since a moment."""

from fosdesk.domain.records import GateEntry
from fosdesk.workspace import StepsSince
from tests.ui.acts import changed
from tests.workspace.people import Someone


def test_only_what_was_done_since_then_can_be_undone_or_redone(principal: Someone) -> None:
    work = principal.workspace
    first = work.add(GateEntry(what="Leseløftet"))
    work.commit(first, changed(first, reply="Ja"))
    work.undo()
    own = StepsSince(work)
    assert not own.has_one(redo=False)
    assert not own.has_one(redo=True), "what was undone before is not redone either"
    work.add(GateEntry(what="Mattekassa"))
    assert own.has_one(redo=False)
    assert not own.has_one(redo=True)
    work.undo()
    assert not own.has_one(redo=False)
    assert own.has_one(redo=True)
    work.undo()
    assert not own.has_one(redo=False)
    work.add(GateEntry(what="Nytt"))
    assert own.has_one(redo=False), "also where something took a step from before along"
