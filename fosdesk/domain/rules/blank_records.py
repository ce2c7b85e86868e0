"""A new record that nobody has written in yet, as every way to begin one begins it."""

import msgspec

from fosdesk.domain.fields import NOUNS, Noun, Record, SemesterField, SubList
from fosdesk.domain.rules.lists.sub_lists import first_values
from fosdesk.domain.school import School
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.domain.values.semester import Semester


def blank_record(school: School, noun: Noun, today: str, sub_list: SubList | None = None) -> Record:
    """A blank record without an id, behind the others where their order is made by hand.

    What its definition names in `now` holds today (YYYY-MM-DD), or the semester that is being planned; one of a
    sub-list has what makes it one.
    """
    given = {
        name: _planned(school, noun, name, today) if isinstance(noun.fields[name], SemesterField) else today
        for name in noun.use.now
    }
    return msgspec.structs.replace(at_the_end(school, noun), **given, **first_values(sub_list))


def record_of_line(school: School, noun: Noun, line: str, today: str, item: str = "") -> Record:
    """The record that a line becomes, not stored yet; `item` is the checklist item at which it was written.

    Where the noun's definition says so, it is a record of another noun.
    """
    noun = NOUNS.get(noun.use.line_makes, noun)
    meant = {name: option for at, name, option in noun.use.at_first if at == item}
    return msgspec.structs.replace(blank_record(school, noun, today), **{noun.title: line, **meant})


def _planned(school: School, noun: Noun, name: str, today: str) -> str:
    """The latest semester that a record has, or this one where that is later."""
    stored = (Semester.known(getattr(one, name)) for one in school.of(noun.record))
    return str(max([Semester.of_date(today), *(one for one in stored if one is not None)]))
