"""What a new area of development goes on with: the group, the ways of working, the partners and the time."""

from typing import NamedTuple

from fosdesk.domain.fields import Record
from fosdesk.domain.records import MethodCard, Partner, TimeSlot, WorkGroup
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester

GROUP, METHODS, PARTNERS, TIME = "group", "methods", "partners", "time"


class Inherited(NamedTuple):
    """One kind of what is inherited, with the records that hold it; none where nobody has written any."""

    kind: str
    records: tuple[Record, ...]


def inherited(school: School, today: str) -> tuple[Inherited, ...]:
    """What there is today; the direction and the core components are not inherited, for each area has its own."""
    here = str(Semester.of_date(today))
    group = school.find(WORK_GROUP_ID)
    partners = (
        one
        for one in school.of(Partner)
        if not one.put_away and not (known_day(one.withdraws) and one.withdraws <= today)
    )
    return (
        Inherited(GROUP, (group,) if isinstance(group, WorkGroup) else ()),
        Inherited(METHODS, tuple(one for one in school.of(MethodCard) if not one.put_away)),
        Inherited(PARTNERS, tuple(partners)),
        Inherited(TIME, tuple(one for one in school.of(TimeSlot) if one.semester == here and not one.put_away)),
    )
