"""What lies on a role: by the framework, by what the school wrote, and the follow-ups that are not done."""

import pytest

from fosdesk.domain.records import Answer, FollowUp
from fosdesk.domain.rules.checklist import line_of
from fosdesk.domain.rules.review.role_duties import is_duty_of, lies_on, open_follow_ups
from tests.domain.schools import FRAMEWORK, school_of

ROLE = ("Rektor", "Principal")


@pytest.mark.parametrize(
    ("responsible", "lies"),
    [
        ("Rektor", True),
        ("rektor med lederteam", True),
        (" Rektor, i samarbeid med FAU", True),
        ("Principal with leadership team", True),
        ("Rektorene i nettverket", False),
        ("Skoleeier og rektor", False),
        ("", False),
    ],
)
def test_it_is_the_first_word_that_says_on_whom_it_lies(responsible: str, lies: bool) -> None:
    assert lies_on(ROLE, responsible) is lies


def test_an_item_lies_on_the_role_by_the_framework_or_by_the_school() -> None:
    own = Answer("answer:F1-07", responsible="Rektor og ass. rektor")
    school = school_of(own, Answer("answer:F1-10", responsible="Avdelingsleder"))
    lines = {item: line_of(FRAMEWORK, school, f"answer:{item}") for item in ("F1-07", "F1-10", "F1-14")}
    found = {item: line is not None and is_duty_of(ROLE, line) for item, line in lines.items()}
    assert found == {"F1-07": True, "F1-10": True, "F1-14": False}


def test_follow_ups_that_are_done_are_left_out_and_the_next_one_is_first() -> None:
    late, soon = FollowUp("a", responsible="Rektor", due="2026-12-01"), FollowUp("b", responsible="rektor")
    done = FollowUp("c", responsible="Rektor", done="2026-10-01")
    others = FollowUp("d", responsible="Avdelingsleder")
    assert open_follow_ups(ROLE, school_of(soon, late, done, others)) == (late, soon)
