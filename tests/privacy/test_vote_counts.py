"""Votes as others may hear of them: numbers that are not small, and nothing where few have voted."""

import pytest

from fosdesk.domain.records import Vote
from fosdesk.domain.school import School
from fosdesk.privacy.small_counts import Suppressed
from fosdesk.privacy.vote_counts import vote_counts_for_others

FEW, GUARD = Suppressed.SMALL, Suppressed.COMPLEMENTARY


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((6, 7, 2), (GUARD, 7, FEW)),  # the two could be worked out from the size of the group
        ((6, 2, 0), None),
        ((5, 0, 0), (5, 0, 0)),
        ((4, 0, 0), None),  # fewer than five have voted
        ((4, 4, 0), None),  # nothing is left to tell
        ((3, 1, 1), None),
    ],
)
def test_only_what_is_not_small_is_told(given: tuple[int, ...], told: tuple[object, ...] | None) -> None:
    stances = [one for one, n in zip(("for", "against", "abstains"), given, strict=True) for _ in range(n)]
    votes = {f"v{n}": Vote(f"v{n}", person=f"p{n}", stance=one, parent="g") for n, one in enumerate(stances)}
    assert vote_counts_for_others(School("s", dict(votes), {})).get("g") == told
