"""What may be told elsewhere of the members' votes: how many, none of fewer than five, and never why or who."""

from collections.abc import Mapping

from fosdesk.domain.rules.gatekeeping.votes import counts_on, votes_on
from fosdesk.domain.school import School
from fosdesk.privacy.small_counts import MIN_COUNT, Cell, suppress_small_counts


def vote_counts_for_others(school: School) -> Mapping[str, tuple[Cell, ...]]:
    """For each entry how many were for, against, and abstained, by its id; none where fewer than five have voted."""
    counts = {entry: counts_on(school, entry) for entry in votes_on(school)}
    told = {entry: suppress_small_counts(some) for entry, some in counts.items() if sum(some) >= MIN_COUNT}
    return {entry: cells for entry, cells in told.items() if any(isinstance(one, int) and one for one in cells)}
