"""What this computer's clock says, within what can be counted and shown."""

import time
from datetime import date

from fosdesk.domain.values.moments import LATEST, local_day


def moment() -> int:
    """Now, in milliseconds since 1970."""
    try:
        return time.time_ns() // 1_000_000
    except OverflowError:  # a clock set to a year after 2262, which cannot be counted in nanoseconds
        return LATEST


def today() -> date:
    """The day that this computer's clock says, of those that can be shown."""
    return local_day(moment())
