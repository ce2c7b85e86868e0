"""Dates that come up by themselves, such as what is due and what is to be looked at again, of records of any noun."""

from collections.abc import Mapping
from functools import partial
from operator import itemgetter
from typing import NamedTuple, get_args

from fosdesk.domain.fields import NOUNS, Date, Noun, Privacy, Record, Surfaces, noun_of
from fosdesk.domain.records import AgendaLine, ChecklistAnswer, Meeting
from fosdesk.domain.rules.agenda import lines_by_meeting
from fosdesk.domain.rules.checklist import SETTLED
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.pace import sorted_in_parts


class Surfacing(NamedTuple):
    """A date of a record that says as what it comes up; `is_open` when neither it nor the record's title is hidden."""

    day: str
    record: str
    field: str
    is_open: bool


def surfacing(school: School, kind: Surfaces) -> tuple[Surfacing, ...]:
    """The dates that come up as `kind`, the earliest first; without those of records that are finished or settled.

    What is to be looked at again is settled as well by the minutes of a meeting on that day or later that had it on
    its agenda and did not put it off.
    """
    kinds = dict.fromkeys(noun.record for noun, _, _ in _dated(kind))
    return school.cached(_FINDERS[kind], *kinds, AgendaLine, Meeting)


def is_finished(record: Record) -> bool:
    """Whether nobody waits for a record any more: it is done or put away, or a checklist item that is answered."""
    if record.put_away:
        return True
    done = noun_of(record).use.done
    if done:
        return bool(getattr(record, done))
    return isinstance(record, ChecklistAnswer) and record.status in SETTLED


def is_open(record: Record) -> bool:
    """Whether the title of a record may be read by everybody."""
    noun = noun_of(record)
    title = noun.fields.get(noun.title)
    return title is None or title.privacy is Privacy.OPEN


def _dated(kind: Surfaces) -> list[tuple[Noun, str, Date]]:
    return [
        (noun, name, field)
        for noun in list(NOUNS.values())
        for name, field in noun.fields.items()
        if isinstance(field, Date) and field.surfaces == kind
    ]


def _found(kind: Surfaces, school: School) -> tuple[Surfacing, ...]:
    seen = _last_look(school) if kind == "revisit" else {}
    found: list[Surfacing] = []
    for noun, name, field in _dated(kind):
        title = noun.fields.get(noun.title)
        shown = field.privacy is Privacy.OPEN and (title is None or title.privacy is Privacy.OPEN)
        for record in school.of(noun.record):
            day = getattr(record, name)
            if not day or seen.get(record.id, "") >= day or is_finished(record) or not known_day(day):
                continue
            settled = getattr(record, field.settled_by) if field.settled_by else ""
            if settled < day or not known_day(settled):
                found.append(Surfacing(day, record.id, name, shown))
    return tuple(sorted_in_parts(found, itemgetter(0, 1), tuple))


def _last_look(school: School) -> Mapping[str, str]:
    """The day of the last meeting whose minutes say something about a record, by the record's id."""
    found: dict[str, str] = {}
    for meeting_id, lines in lines_by_meeting(school).items():
        day = school.get(Meeting, meeting_id).day
        for line in lines:
            if line.about and line.said.strip() and not line.put_off and known_day(day):
                found[line.about] = max(found.get(line.about, ""), day)
    return found


_FINDERS = {kind: partial(_found, kind) for kind in get_args(Surfaces)}
