"""Which records of a noun stand in its own list, and which in one of its sub-lists."""

from collections.abc import Mapping, Sequence

from fosdesk.domain.fields import Noun, Record, Scalar, SubList
from fosdesk.domain.school import School


def records_in(school: School, noun: Noun, sub_list: SubList | None) -> Sequence[Record]:
    """The records of a sub-list; without one, those that stand in the noun's own list."""
    found = school.of(noun.record)
    if sub_list is not None:
        return [one for one in found if sub_list.holds(one)]
    apart = [one for one in noun.use.sub_lists if not one.page]
    return [one for one in found if not any(sub.holds(one) for sub in apart)] if apart else found


def sub_list_of(noun: Noun, record: Record) -> SubList | None:
    """The sub-list on the noun's own page that a record stands in; None where the noun's own list shows it."""
    return next((one for one in noun.use.sub_lists if not one.page and one.holds(record)), None)


def first_values(sub_list: SubList | None) -> Mapping[str, Scalar]:
    """What a new record of a sub-list has at first; nothing without one."""
    return dict(sub_list.values) if sub_list is not None else {}
