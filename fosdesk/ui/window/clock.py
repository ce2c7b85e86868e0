"""The computer's clock, limited to times that can be stored and shown."""

import time
from datetime import date

from fosdesk.domain.values.moments import LATEST, local_day


def moment() -> int:
    """The current time in milliseconds since 1970."""
    try:
        return time.time_ns() // 1_000_000
    except OverflowError:  # a clock set to a year after 2262, which cannot be counted in nanoseconds
        return LATEST


def today() -> date:
    """Today's date in local time, limited to dates that can be shown."""
    return local_day(moment())
