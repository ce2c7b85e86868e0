"""Stored times as people read them: whatever the clock of whoever wrote said."""

import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from fosdesk.domain.values.moments import EARLIEST, LATEST, local_day, local_moment, start_of_day, utc_day, utc_moment

NOON = int(datetime(2026, 11, 23, 11, tzinfo=UTC).timestamp() * 1000)
MAD = (-(2**63), -(2**53), -1, 0, 253_402_300_800_000, 2**53, 2**63 - 1, 10**40)
ZONES = ("UTC", "Europe/Oslo", "Pacific/Kiritimati", "Etc/GMT+12")  # the last two are as far from UTC as there are


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The time zone of the computer, where a program can choose it."""
    if sys.platform == "win32":
        yield ""  # the zone that this computer has
        return
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_usual_times_are_shown_as_they_are(zone: str) -> None:
    local = datetime(2026, 11, 23, 11, tzinfo=UTC).astimezone()
    assert local_moment(NOON) == local.replace(tzinfo=None)
    assert utc_moment(NOON + 1) == datetime(2026, 11, 23, 11, 0, 0, 1000, tzinfo=UTC)
    assert local_day(NOON) == local.date()
    assert utc_day(NOON) == date(2026, 11, 23)


@pytest.mark.parametrize("at", MAD)
def test_every_whole_number_is_shown_within_what_every_system_can_convert(at: int, zone: str) -> None:
    assert 1970 <= local_moment(at).year <= 2999
    assert utc_moment(at) in (utc_moment(EARLIEST), utc_moment(LATEST))
    assert f"{local_moment(at):%Y-%m-%d %H.%M.%S}" == f"{local_moment(at)}".replace(":", ".")
    assert local_day(at) == local_moment(at).date()


def test_a_later_time_is_never_shown_before_an_earlier_one() -> None:
    times = sorted({*MAD, NOON, EARLIEST, EARLIEST - 1, EARLIEST + 1, LATEST, LATEST - 1, LATEST + 1})
    assert all(utc_moment(one) <= utc_moment(other) for one, other in pairwise(times))
    assert utc_moment(EARLIEST + 1) > utc_moment(EARLIEST)
    assert utc_moment(LATEST - 1) < utc_moment(LATEST)


@pytest.mark.parametrize("day", [date.min, date(1970, 1, 1), date(2026, 3, 29), date(2999, 12, 31), date.max])
def test_every_day_has_a_first_moment(day: date, zone: str) -> None:
    first = start_of_day(day)
    assert EARLIEST <= first <= LATEST
    if 1970 < day.year < 2999:
        assert local_day(first) == day
        assert local_day(first - 1) < day
