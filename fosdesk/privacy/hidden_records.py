"""Records that are never shown: erased ones, and those of shielded people."""

from collections.abc import Callable, Collection, Mapping

from fosdesk.domain.fields import Scalar
from fosdesk.domain.records import Restriction
from fosdesk.domain.school import School
from fosdesk.domain.shielding import field_about_of


def hidden_now(school: School, erased: frozenset[str]) -> frozenset[str]:
    """The ids of records that exist but are not shown, and of the empty records of what was `erased`."""
    return erased | school.shielded.keys()


def shielded_people(school: School) -> frozenset[str]:
    """The ids of the people who are shielded."""
    return frozenset(one.person for one in school.of(Restriction))


def is_deleted_hidden(
    record: str,
    noun: str,
    *,
    erased: Collection[str],
    shielded: Collection[str],
    last_values: Callable[[str], Mapping[str, Scalar]],
) -> bool:
    """Whether a deleted record must stay hidden; `last_values` gives the fields it had when deleted."""
    about = field_about_of(noun) if shielded else ""
    whose = last_values(record).get(about) if about else record
    return record in erased or whose in shielded
