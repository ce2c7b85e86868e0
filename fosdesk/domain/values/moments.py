"""Stored times (milliseconds since 1970, UTC) as dates and times of day that every system can show."""

from datetime import UTC, date, datetime, time, timedelta

# A time in the journal comes from the clock of whoever wrote, may be any whole number, and is never altered there.
# What is shown lies within what localtime() of every system converts: that of Windows refuses what is before 1970 or
# after the year 3000, and time zones need a day of room at either end.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
EARLIEST = (datetime(1970, 1, 2, tzinfo=UTC) - _EPOCH) // _MILLISECOND
LATEST = (datetime(2999, 12, 31, tzinfo=UTC) - _EPOCH) // _MILLISECOND


def _bounded(at: int) -> int:
    return min(max(at, EARLIEST), LATEST)


def utc_moment(at: int) -> datetime:
    """The time `at`, any whole number of milliseconds since 1970, as an aware datetime in UTC.

    A time before EARLIEST or after LATEST becomes EARLIEST or LATEST. Raises nothing.
    """
    return _EPOCH + _bounded(at) * _MILLISECOND


def utc_day(at: int) -> date:
    """The day of `utc_moment`."""
    return utc_moment(at).date()


def local_moment(at: int) -> datetime:
    """The time `at`, bounded in the same way, as a naive datetime in the time zone of this computer."""
    return datetime.fromtimestamp(_bounded(at) / 1000)


def local_day(at: int) -> date:
    """The day of `local_moment`."""
    return local_moment(at).date()


def local_day_text(at: int) -> str:
    """The same as YYYY-MM-DD."""
    return local_day(at).isoformat()


def start_of_day(day: date) -> int:
    """The first moment of a day in the time zone of this computer, in milliseconds since 1970.

    A day outside of what can be shown gives EARLIEST or LATEST.
    """
    if day <= utc_day(EARLIEST):
        return EARLIEST
    if day >= utc_day(LATEST):
        return LATEST
    return int(datetime.combine(day, time()).timestamp() * 1000)
