"""Who is proposed for erasure, and who is asked for; without the names of anybody, so that it is read quickly."""

from collections.abc import Collection

from fosdesk.domain.records import Person
from fosdesk.domain.records.privacy_decisions import RETENTION_ID, USUAL_MONTHS, EraseRequest, Retention
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, months_between


def retention_months(school: School) -> int:
    """How many months after leaving a person is proposed for erasure."""
    chosen = school.get(Retention, RETENTION_ID).months
    return USUAL_MONTHS if chosen is None or chosen < 0 else chosen


def due_for_erasure(school: School, today: str) -> tuple[Person, ...]:
    """The people who left longer ago than the school's retention period; `today` is an ISO date."""
    months = retention_months(school)
    return tuple(
        person
        for person in school.of(Person)
        if known_day(person.left) and person.left <= today and months_between(person.left, today) >= months
    )


def open_erase_requests(school: School, answered: Collection[str]) -> tuple[EraseRequest, ...]:
    """The requests for erasure that nobody on this laptop has answered."""
    return tuple(one for one in school.of(EraseRequest) if one.person and one.person not in answered)
