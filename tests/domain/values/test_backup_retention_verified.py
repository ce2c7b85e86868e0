"""The backup that was found whole stays, whatever the rule would keep in its place."""

from datetime import datetime, timedelta

from fosdesk.domain.values.backup_retention import LATEST, expired_backups

NOW = datetime(2026, 11, 23, 14, 5)
DAILY = [NOW - timedelta(days=days) for days in range(200)]


def test_the_newest_verified_one_stays_although_the_rule_lets_it_go() -> None:
    gone = expired_backups(DAILY, NOW)
    assert 101 in gone
    assert 102 in gone
    assert set(gone) - set(expired_backups(DAILY, NOW, verified=[101, 102])) == {101}


def test_a_backup_of_this_very_second_is_the_latest_one() -> None:
    made = [NOW - timedelta(seconds=seconds) for seconds in range(LATEST + 1)]
    assert expired_backups(made, NOW) == [LATEST]
