"""What phases 1 and 2 ask to consider: every seat, group, theme and item, and that yes and no are both answers."""

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Answer, ExistingGroup, Initiative, Partner, PhaseFrame, Seat, Theme, WorkGroup
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules.review.choices import CHOICE_ITEMS, Choice, choices
from tests.domain.schools import FRAMEWORK, school_of


def found_in(*records: Record) -> dict[str, Choice]:
    """The choices of a school, by the record."""
    return {one.record: one for one in choices(FRAMEWORK, school_of(*records))}


def test_every_item_is_one_of_phases_1_and_2_and_stands_there_before_anybody_has_answered() -> None:
    assert all(FRAMEWORK.item(item) is not None and item[:2] in ("F1", "F2") for item in CHOICE_ITEMS)
    found = found_in()
    assert {f"answer:{item}" for item in CHOICE_ITEMS} <= {*found}
    assert {f"seat:{option.key}" for option in SEAT_OPTIONS} <= {*found}
    assert not any(one.is_answered for one in found.values())


@pytest.mark.parametrize("answer", ["yes", "no", "later"])
def test_yes_no_and_later_are_all_complete(answer: str) -> None:
    found = found_in(Seat("seat:critical_voice", considered=answer, reason="Fordi"))
    assert found["seat:critical_voice"].is_answered
    assert "answer:F2-12" not in found  # its question is answered


@pytest.mark.parametrize(
    ("record", "item"),
    [
        (ExistingGroup("g", name="Plangruppa", decision="keep"), "F2-14"),
        (Theme("t", name="Mobbing", standing="declined"), "F2-04"),
        (Initiative("i", name="Leselyst", answer="no"), "F1-14"),
        (Partner("p", name="PPT", mode="close"), "F2-15"),
        (PhaseFrame("phase_frame:F1", joined="2025-01-15", decided_by="Kollegiet"), "F1-01"),
        (WorkGroup("work_group", size_reason="Fem er nok"), "F2-09"),
        (Answer("answer:F2-16", status="not_applicable", reason="Ingen eksterne"), "F2-16"),
    ],
)
def test_what_was_chosen_stands_at_the_item_that_asks_for_it(record: Record, item: str) -> None:
    found = [one for one in choices(FRAMEWORK, school_of(record)) if one.record == record.id and one.is_answered]
    assert item in {one.item for one in found}


def test_what_the_school_has_hidden_is_left_out() -> None:
    assert "answer:F1-15" not in found_in(Answer("answer:F1-15", put_away=True))
