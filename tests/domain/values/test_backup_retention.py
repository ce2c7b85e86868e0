"""Which backups are kept: the rule as it was promised, whatever the clocks have done."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from fosdesk.domain.values.backup_retention import DAYS, LATEST, MONTHS, WEEKS, expired_backups

NOW = datetime(2026, 11, 23, 14, 5)
moments = st.lists(
    st.integers(-60 * 24 * 400, 60 * 24 * 400).map(lambda minutes: NOW + timedelta(minutes=minutes)), max_size=120
)


def kept(made: Sequence[datetime], verified: Sequence[int] = ()) -> list[int]:
    gone = set(expired_backups(made, NOW, verified))
    return [place for place in range(len(made)) if place not in gone]


@given(moments, st.data())
@example([NOW - timedelta(days=n) for n in range(400)], None)
def test_the_rule_is_kept_and_the_newest_verified_one_stays(made: list[datetime], data: st.DataObject | None) -> None:
    verified = data.draw(st.sets(st.sampled_from(range(len(made))))) if data and made else set()
    left = kept(made, sorted(verified))
    if verified:
        assert max(verified, key=lambda place: (made[place], place)) in left
    past = sorted((m for m in made if m <= NOW), reverse=True)
    left_past = sorted((made[place] for place in left if made[place] <= NOW), reverse=True)
    assert left_past[:LATEST] == past[:LATEST]
    assert {m for m in made if m > NOW} <= {made[place] for place in left}, "a wrong clock removes nothing"
    for most, name in (
        (DAYS, lambda m: m.date()),
        (WEEKS, lambda m: m.isocalendar()[:2]),
        (MONTHS, lambda m: (m.year, m.month)),
    ):
        spans = list(dict.fromkeys(name(m) for m in past))[:most]
        for span in spans:
            assert max(m for m in past if name(m) == span) in left_past
    assert len(left) <= LATEST + DAYS + WEEKS + MONTHS + 1 + sum(m > NOW for m in made)


@given(moments)
def test_what_is_kept_is_kept_again(made: list[datetime]) -> None:
    left = [made[place] for place in kept(made)]
    assert expired_backups(left, NOW) == []


def test_three_years_of_daily_work_leave_a_handful() -> None:
    made = [NOW - timedelta(hours=4 * n) for n in range(6 * 365 * 3)]
    left = [made[place] for place in kept(made)]
    assert len(left) < LATEST + DAYS + WEEKS + MONTHS
    assert min(left) < NOW - timedelta(days=53), "two months back at least"
