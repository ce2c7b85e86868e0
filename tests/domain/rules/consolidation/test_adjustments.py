"""What became different since an evaluation, from all that was ever written."""

from fosdesk.domain.records import CoreComponent, Membership
from fosdesk.domain.rules.consolidation.adjustments import Difference, Written, differences

NOW = CoreComponent("a", name="Seen", why="New reason.", looks_like="By the door.")


def test_what_was_written_before_the_day_is_held_against_now() -> None:
    written = (
        Written("name", "2026-01-01", "Seen"),
        Written("why", "2026-01-01", "First reason."),
        Written("why", "2026-03-01", "Old reason."),
        Written("why", "2026-10-21", "New reason."),
        Written("looks_like", "2026-11-01", "By the door."),
    )
    assert differences(NOW, written, "2026-10-21") == (
        Difference("why", "Old reason.", "New reason."),
        Difference("looks_like", "", "By the door."),
    )
    assert differences(NOW, written, "2026-12-01") == ()


def test_what_is_private_or_hidden_is_never_told() -> None:
    now = Membership("a", motivation="SECRET", standing="member")
    told = {one.field for one in differences(now, (), "2026-10-21")}
    assert told == {"standing"}
