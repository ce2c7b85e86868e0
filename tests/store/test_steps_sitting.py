"""What was typed in one sitting is one step of undo, however often it was saved meanwhile."""

import pytest

from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.domain.records import GateEntry
from tests.store.store_copies import RECORDS, SCHOOL, Copy, assert_sound

SAVES = ("Vi leser", "Vi leser sammen", "Vi leser sammen hver morgen")


def type_steadily(copy: Copy, *saves: str) -> None:
    for text in saves:
        copy.write("entry", "reason", text)


@pytest.mark.parametrize("reopened", [False, True])
def test_one_undo_takes_back_a_sitting_and_one_redo_brings_it_again(copy: Copy, reopened: bool) -> None:
    copy.write("entry", "what", "Leseløftet")
    type_steadily(copy, *SAVES)

    def go_on() -> None:
        if reopened:
            copy.reopen()

    for _ in range(2):
        go_on()
        assert copy.undo()
        assert copy.school().get(GateEntry, "entry") == GateEntry("entry", what="Leseløftet")
        go_on()
        label = copy.store.redo_label(SCHOOL)
        assert label is not None
        assert label.field == "reason"
        assert copy.redo()
        assert copy.shown("entry", "reason") == SAVES[-1]
        assert copy.store.redo_label(SCHOOL) is None
    go_on()
    assert copy.undo()
    assert copy.undo()
    assert copy.school().records == {}
    assert not copy.undo()
    assert_sound(copy)


def test_a_sitting_that_made_the_record_takes_it_along(copy: Copy) -> None:
    made = [
        birth("entry", RECORDS["entry"]),
        Edit("entry", "reason", "", SAVES[0]),
        Edit("entry", "source", "", "Rektor"),
    ]
    copy.store.append(SCHOOL, made, StepLabel("create", RECORDS["entry"], "", "entry"), **copy.by())
    type_steadily(copy, *SAVES[1:])
    assert copy.undo()
    assert copy.school().records == {}
    assert copy.redo()
    assert copy.shown("entry", "reason") == SAVES[-1]
    assert copy.shown("entry", "source") == "Rektor"
    assert_sound(copy)


def test_what_was_written_elsewhere_in_between_ends_a_sitting(copy: Copy) -> None:
    type_steadily(copy, *SAVES[:2])
    copy.write("entry", "source", "Rektor")
    type_steadily(copy, SAVES[2])
    assert copy.undo()
    assert copy.shown("entry", "reason") == SAVES[1]
    assert copy.undo()
    assert copy.shown("entry", "source") == ""
    assert copy.undo()
    assert copy.school().records == {}


def test_what_was_taken_away_by_mistake_comes_back_alone(copy: Copy) -> None:
    type_steadily(copy, *SAVES, "")
    assert copy.undo()
    assert copy.shown("entry", "reason") == SAVES[-1]


def test_what_was_typed_after_undoing_is_undone_alone(copy: Copy) -> None:
    type_steadily(copy, "Vi")
    type_steadily(copy, "Vi leser")
    copy.write("entry", "source", "Rektor")
    assert copy.undo()
    type_steadily(copy, "Vi leser sammen")
    assert copy.undo()
    assert copy.shown("entry", "reason") == "Vi leser"
    assert copy.undo()
    assert copy.school().records == {}


def test_a_sitting_that_a_colleague_wrote_over_is_left_alone(copy: Copy, colleague: Copy) -> None:
    type_steadily(copy, *SAVES)
    colleague.take_in(copy.file())
    colleague.write("entry", "reason", "Vi regner")
    copy.take_in(colleague.file())
    assert not copy.undo()
    assert copy.shown("entry", "reason") == "Vi regner"
