"""What a new school year takes over from the one before: routines that go on, and evaluations that come again."""

from collections.abc import Collection
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Evaluation, Routine
from fosdesk.domain.rules.plan.year_wheel import months_in
from fosdesk.domain.rules.school_days import school_year
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.domain.values.semester import Semester


class Rolled(NamedTuple):
    """One thing and what becomes of it.

    Where it is taken over, it is written as `kept` (None when nothing need be written); where not, as `ended`
    (None when nothing is).
    """

    record: Record
    kept: Record | None
    ended: Record | None


def rolled_over(school: School, year: int) -> tuple[Rolled, ...]:
    """What the school year that begins in August of `year` hands on to the next one; nothing is changed.

    A routine goes on in the same months, and the day on which it is looked at again moves with the year. An
    evaluation comes again on the same day, unless the next year has it already.
    """
    found: list[Rolled] = []
    last = Semester(year + 1, autumn=False)
    for one in school.of(Routine):
        until = Semester.known(one.until)
        if months_in(one, year) and not one.put_away and (until is None or until > last):
            moved = year_later(one.review) if school_year(one.review) == year else one.review
            kept = msgspec.structs.replace(one, review=moved) if moved != one.review else None
            found.append(Rolled(one, kept, msgspec.structs.replace(one, until=str(last))))
    there = {(one.what, one.day[5:7]) for one in school.of(Evaluation) if school_year(one.day) == year + 1}
    for look in school.of(Evaluation):
        if known_day(look.day) and school_year(look.day) == year and not look.put_away:
            again = Evaluation(
                id=derived_id("evaluation", look.id, str(year + 1)),
                what=look.what,
                day=year_later(look.day),
                groups=look.groups,
            )
            if (look.what, again.day[5:7]) not in there and school.find(again.id) is None:
                found.append(Rolled(look, again, None))
    return tuple(found)


def written(found: Collection[Rolled], taken: Collection[str]) -> list[tuple[Record | None, Record]]:
    """The records before and after, where those whose ids are in `taken` are taken over."""
    pairs: list[tuple[Record | None, Record]] = []
    for one in found:
        after = one.kept if one.record.id in taken else one.ended
        if after is not None:
            pairs.append((one.record if after.id == one.record.id else None, after))
    return pairs


def year_later(day: str) -> str:
    """The same day a year later, a Saturday or Sunday moved to the Monday after; the text itself when it is no day."""
    known = known_day(day)
    if known is None or known.year >= 9998:
        return day
    later = known.replace(year=known.year + 1, day=28 if (known.month, known.day) == (2, 29) else known.day)
    weekday = later.weekday()
    return later.fromordinal(later.toordinal() + (7 - weekday if weekday > 4 else 0)).isoformat()
