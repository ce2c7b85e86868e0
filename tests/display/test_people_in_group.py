"""The days of a part in the group follow its standing only where nobody has written them."""

import pytest

from fosdesk.display.people_in_group import with_standing
from fosdesk.domain.records import Membership

DAY = "2026-11-23"


@pytest.mark.parametrize(
    ("before", "standing", "after"),
    [
        (Membership("m", standing="candidate"), "member", Membership("m", standing="member", since=DAY)),
        (
            Membership("m", standing="candidate", since="2026-08-01"),
            "member",
            Membership("m", standing="member", since="2026-08-01"),
        ),
        (
            Membership("m", standing="member", since="2026-08-01"),
            "former",
            Membership("m", standing="former", since="2026-08-01", until=DAY),
        ),
        (
            Membership("m", standing="member", until="2026-10-01"),
            "former",
            Membership("m", standing="former", until="2026-10-01"),
        ),
        (Membership("m", standing="candidate"), "former", Membership("m", standing="former")),
        (
            Membership("m", standing="former", since="2026-01-01", until="2026-06-01"),
            "member",
            Membership("m", standing="member", since="2026-01-01"),
        ),
    ],
)
def test_a_day_that_somebody_wrote_stays(before: Membership, standing: str, after: Membership) -> None:
    assert with_standing(before, standing, DAY) == after
