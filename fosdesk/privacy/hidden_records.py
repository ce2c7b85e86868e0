"""Which records of the past nobody is shown: those that were erased, and those of whoever is shielded."""

from collections.abc import Callable, Collection, Mapping

from fosdesk.domain.fields import Scalar
from fosdesk.domain.records import Restriction
from fosdesk.domain.school import School
from fosdesk.domain.shielding import field_about_of


def hidden_now(school: School, erased: frozenset[str]) -> frozenset[str]:
    """The records that stand and are not shown, and the empty shells of what was `erased`."""
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
    """Whether a deleted record of a noun is not to be shown; `last_values` gives its fields when it was deleted."""
    about = field_about_of(noun) if shielded else ""
    whose = last_values(record).get(about) if about else record
    return record in erased or whose in shielded
