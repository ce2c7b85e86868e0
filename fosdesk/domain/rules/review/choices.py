"""What phases 1 and 2 ask a school to consider, with answer, reason and day; yes and no are both complete."""

from collections.abc import Iterator
from typing import NamedTuple

from fosdesk.domain.fields import Record
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import (
    Answer,
    ExistingGroup,
    Initiative,
    Partner,
    PhaseFrame,
    SchoolProfile,
    Seat,
    Theme,
    WorkGroup,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of
from fosdesk.domain.school import School

PHASES = ("F1", "F2")
# The items that ask to weigh, choose or settle something; the others ask to do something.
CHOICE_ITEMS = (
    "F1-01",
    "F1-03",
    "F1-04",
    "F1-13",
    "F1-14",
    "F1-15",
    "F1-16",
    "F2-04",
    "F2-08",
    "F2-09",
    "F2-10",
    "F2-11",
    "F2-12",
    "F2-13",
    "F2-14",
    "F2-15",
    "F2-16",
    "F2-17",
    "F2-18",
    "F2-19",
    "F2-20",
)
_SEATS_AT = {"critical_voice": "F2-12", "union": "F2-13"}  # the other seats are about breadth
_BREADTH = "F2-11"


class _Source(NamedTuple):
    """Where the answer of one kind of record stands: its fields for answer, reason and day; each may be empty."""

    item: str
    record: type[Record]
    answer: str
    reason: str
    day: str
    only: str = ""  # the id of the one record; empty: each record of the class is a choice


_SOURCES = (
    _Source("F1-01", PhaseFrame, "decided_by", "conditions", "joined", "phase_frame:F1"),
    _Source("F1-14", Initiative, "answer", "reason", "decided"),
    _Source("F1-16", PhaseFrame, "time_frame", "ground_rules", "", "phase_frame:F1"),
    _Source("F2-04", SchoolProfile, "direction", "left_out", "", PROFILE_ID),
    _Source("F2-04", Theme, "standing", "reason", "since"),
    _Source("F2-08", WorkGroup, "", "leader_reason", "", WORK_GROUP_ID),
    _Source("F2-09", WorkGroup, "", "size_reason", "", WORK_GROUP_ID),
    _Source("F2-10", WorkGroup, "", "criteria", "", WORK_GROUP_ID),
    _Source("F2-14", ExistingGroup, "decision", "reason", ""),
    _Source("F2-15", Partner, "mode", "support", ""),
)


class Choice(NamedTuple):
    """One thing that was, or may be, considered. The fields are those of the record; «answer:…» is a checklist item."""

    item: str
    record: str
    kind: type[Record]
    answer: str
    reason: str
    day: str
    is_answered: bool

    @property
    def is_item(self) -> bool:
        """Whether it is the checklist item itself."""
        return self.kind is Answer


def choices(framework: Framework, school: School) -> tuple[Choice, ...]:
    """Everything to consider in phases 1 and 2, in the order of the checklist, each item ahead of its records.

    An item that nobody has answered is left out where records answer it.
    """
    found: list[Choice] = []
    for phase in PHASES:
        for line in lines_of(framework, school, phase):
            item = line.item.id if line.item is not None else ""
            if item in CHOICE_ITEMS and not line.put_away:
                records = [*_records(school, item), *_seats(school, item)]
                own = _of_item(line, item)
                if own.is_answered or not any(one.is_answered for one in records):
                    found.append(own)
                found += records
    return tuple(found)


def _of_item(line: ChecklistLine, item: str) -> Choice:
    answer = line.answer
    told = bool(answer.how.strip() or answer.reason.strip())
    reason = "reason" if answer.reason.strip() else "how"
    return Choice(item, line.record_id, Answer, "status", reason, "", line.settled or told)


def _records(school: School, item: str) -> Iterator[Choice]:
    for source in _SOURCES:
        if source.item != item:
            continue
        known = [school.get(source.record, source.only)] if source.only else school.of(source.record)
        for one in known:
            is_answered = any(str(getattr(one, name)).strip() for name in (source.answer, source.reason) if name)
            if is_answered or not source.only:
                yield Choice(item, one.id, source.record, source.answer, source.reason, source.day, is_answered)


def _seats(school: School, item: str) -> Iterator[Choice]:
    for option in SEAT_OPTIONS:
        if _SEATS_AT.get(option.key, _BREADTH) == item:
            seat = school.get(Seat, f"seat:{option.key}")
            yield Choice(item, seat.id, Seat, "considered", "reason", "", bool(seat.considered))
