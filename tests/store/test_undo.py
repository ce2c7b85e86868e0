"""Undo and redo: exactly what was there, whatever happened since, and nothing of anybody else's."""

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records import ExistingGroup, GateEntry
from fosdesk.errors import FosdeskError
from tests.store.store_copies import SCHOOL, Copy, assert_sound, content, meet

LABEL = StepLabel("change", "gate_entry", "what", "entry")


def test_undo_and_redo_say_what_they_would_do_also_after_a_restart(copy: Copy) -> None:
    store = copy.store
    assert (store.undo_label(SCHOOL), store.redo_label(SCHOOL)) == (None, None)
    assert store.undo(SCHOOL, **copy.by()) is None
    copy.write("entry", "what", "a")
    copy.write("entry", "reason", "because")
    copy.reopen()
    assert copy.store.undo_label(SCHOOL) == StepLabel("change", "gate_entry", "reason", "entry")
    assert copy.undo()
    copy.reopen()
    assert copy.store.undo_label(SCHOOL) == StepLabel("change", "gate_entry", "what", "entry")
    assert copy.store.redo_label(SCHOOL) == StepLabel("change", "gate_entry", "reason", "entry")
    assert copy.redo()
    copy.reopen()
    assert copy.school().find("entry") == GateEntry("entry", what="a", reason="because")
    assert not copy.redo()
    assert copy.undo()
    assert copy.undo()
    assert not copy.undo()
    assert copy.school().records == {}


def test_a_new_edit_leaves_nothing_to_redo(copy: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "what", "b")
    copy.undo()
    copy.write("entry", "reason", "because")
    assert copy.store.redo_label(SCHOOL) is None
    copy.reopen()
    assert copy.store.redo_label(SCHOOL) is None
    assert copy.undo()
    assert copy.undo()
    assert copy.school().records == {}


def test_undo_leaves_alone_what_somebody_changed_later(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("entry", "what", "b")
    meet(copy, colleague)
    colleague.write("entry", "what", "c")
    copy.take_in(colleague.file())
    before = content(copy.journal())
    with pytest.raises(FosdeskError, match="The same has been changed since, so this is left as it is"):
        copy.store.undo(SCHOOL, **copy.by())
    assert content(copy.journal()) == before
    assert copy.shown("entry", "what") == "c"


def test_a_merge_does_not_stand_in_the_way_of_undo(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    meet(copy, colleague)
    copy.write("entry", "what", "b")
    colleague.write("entry", "reason", "because")
    copy.take_in(colleague.file())
    assert copy.undo()
    assert copy.school().find("entry") == GateEntry("entry", what="a", reason="because")


def test_undo_leaves_what_a_colleague_wrote_at_the_same_time(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    copy.write("member", "motivation", "m")
    meet(copy, colleague)
    copy.write("entry", "what", "mine")
    copy.delete("member")
    colleague.write("entry", "what", "theirs")
    colleague.write("member", "motivation", "n")
    copy.take_in(colleague.file())
    assert len(copy.school().conflicts) == 2
    assert copy.undo()
    assert copy.undo()
    assert copy.picture() == colleague.picture()
    assert copy.school().conflicts == {}


def test_a_record_that_was_made_blank_goes_with_all_that_was_undone_in_it(copy: Copy) -> None:
    copy.store.append(SCHOOL, [birth("group", "existing_group")], LABEL, **copy.by())
    copy.write("group", "freed", 30)
    copy.write("group", "name", "g")
    for _ in range(3):
        for _ in range(3):
            assert copy.undo()
        assert (dict(copy.school().records), copy.school().conflicts, copy.school().unknown) == ({}, {}, 0)
        for _ in range(3):
            assert copy.redo()
        assert copy.school().find("group") == ExistingGroup("group", freed=30, name="g")


def test_undo_takes_back_only_what_was_done_here(copy: Copy, colleague: Copy) -> None:
    copy.write("entry", "what", "a")
    colleague.take_in(copy.file())
    assert colleague.store.undo_label(SCHOOL) is None
    assert not colleague.undo()


def test_a_thousand_steps_can_be_taken_back(copy: Copy) -> None:
    for number in range(300):
        copy.store.append(SCHOOL, [Edit("x", "y", number, number + 1)], LABEL, **copy.by())
    copy.reopen()
    while copy.undo():
        pass
    assert copy.values("x", "y") == {None}
    while copy.redo():
        pass
    assert copy.values("x", "y") == {300}
    assert_sound(copy)
