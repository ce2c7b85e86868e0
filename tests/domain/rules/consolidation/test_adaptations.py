"""What the school changed in the model, in the order of its phases."""

from fosdesk.domain.records import Answer, OwnItem, PhaseState
from fosdesk.domain.rules.consolidation.adaptations import adaptations
from tests.domain.schools import FRAMEWORK, school_of
from tests.ui.acts import changed


def test_an_untouched_model_has_none_and_neither_has_one_that_was_only_worked_with() -> None:
    assert adaptations(FRAMEWORK, school_of()) == ()
    worked = (Answer("answer:F1-02", status="done", how="We did."), Answer("answer:F1-03", pos="a5"))
    assert adaptations(FRAMEWORK, school_of(*worked)) == ()


def test_each_way_of_changing_is_told_with_its_reason() -> None:
    some = (
        PhaseState("phase:F2", own_title="Hvor vil vi?", own_title_why="Alle forstår det."),
        Answer("answer:F2-04", own_text="Velg sammen"),
        Answer("answer:F4-14", moved_to="F3", adapted_why="Nye hver høst."),
        changed(Answer("answer:F1-15", adapted_why="Ingen forsker her."), put_away=True),
        changed(Answer("answer:F1-16"), put_away=True),
        OwnItem("own", phase="F3", own_text="Heng det opp"),
        Answer("answer:F1-02", pos="z", adapted_why="Det kommer sist hos oss."),
    )
    found = {one.record: one for one in adaptations(FRAMEWORK, school_of(*some))}
    assert {key: one.kinds for key, one in found.items()} == {
        "phase:F2": ("renamed",),
        "answer:F2-04": ("renamed",),
        "answer:F4-14": ("moved",),
        "answer:F1-15": ("hidden",),
        "own": ("added",),
        "answer:F1-02": ("reordered",),
    }
    assert (found["answer:F4-14"].phase, found["answer:F4-14"].why) == ("F3", "Nye hver høst.")
    assert found["phase:F2"].suggested == "Retning og rigging"
    assert [one.phase for one in found.values()] == sorted(one.phase for one in found.values())
