"""The retention rule for backups: many of the last days, fewer of the last months, and always the newest."""

from collections.abc import Callable, Collection, Hashable, Sequence
from datetime import datetime

LATEST, DAYS, WEEKS, MONTHS = 10, 14, 8, 3
_SPANS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (DAYS, lambda made: made.date()),
    (WEEKS, lambda made: made.isocalendar()[:2]),
    (MONTHS, lambda made: (made.year, made.month)),
)


def expired_backups(made: Sequence[datetime], now: datetime, verified: Collection[int] = ()) -> list[int]:
    """The indexes in `made` of the backups that may be deleted; never the newest of those in `verified`.

    Backups dated later than `now` come from a wrong clock: they are kept, and do not count for the rule.
    """
    past = sorted((place for place, when in enumerate(made) if when <= now), key=lambda p: (made[p], p), reverse=True)
    kept = set(past[:LATEST])
    for most, span in _SPANS:
        newest: dict[Hashable, int] = {}
        for place in past:
            newest.setdefault(span(made[place]), place)
        kept.update(list(newest.values())[:most])
    if verified:
        kept.add(max(verified, key=lambda place: (made[place], place)))
    return [place for place in past if place not in kept]
