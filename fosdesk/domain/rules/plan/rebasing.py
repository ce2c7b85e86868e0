"""The framework's milestone plan in a school's own semesters, and what a new start or pace would move."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.framework import Framework, PaceTemplate
from fosdesk.domain.records import Milestone, SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.school import School
from fosdesk.domain.values.derived_ids import derived_id
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.semester import Semester

Why = Literal["own", "moved", "day", "reached", "away", "conflict", "same"]


class Move(NamedTuple):
    """A milestone that nobody has touched, before and after."""

    before: Milestone
    after: Milestone


class Stay(NamedTuple):
    """A milestone that stays, and why: it is the school's own, was moved by hand, has a day, is reached, is put away,
    has two semesters that nobody has chosen between, or is where it would be.
    """

    milestone: Milestone
    why: Why


class Rebasing(NamedTuple):
    """What a start and a pace would do to the plan: rows that it lacks, what moves and what stays."""

    lacking: tuple[Milestone, ...]
    moves: tuple[Move, ...]
    stays: tuple[Stay, ...]


def rebased(framework: Framework, school: School, start: Semester, pace: PaceTemplate) -> Rebasing:
    """What would follow from a start and a pace; nothing is changed.

    A milestone moves only where it stands in the semester that the plan gave it, in words of its own or not.
    """
    planned = {one.id: str(one.semester(start, pace)) for one in framework.milestones}
    moves: list[Move] = []
    stays: list[Stay] = []
    for one in school.of(Milestone):
        why = _why_it_stays(school, one, planned)
        if why:
            stays.append(Stay(one, why))
        else:
            semester = planned[one.row]
            moves.append(Move(one, msgspec.structs.replace(one, semester=semester, planned=semester)))
    return Rebasing(_lacking(framework, school, planned), tuple(moves), tuple(stays))


def changed_records(
    school: School, found: Rebasing, start: Semester, pace: PaceTemplate, *, with_lacking: bool
) -> list[tuple[Record | None, Record]]:
    """The records before and after, for one step: start and pace of the school, what moves, and rows that it lacked."""
    profile = school.get(SchoolProfile, PROFILE_ID)
    pairs: list[tuple[Record | None, Record]] = []
    if (profile.start, profile.pace) != (str(start), pace.id):
        pairs.append((profile, msgspec.structs.replace(profile, start=str(start), pace=pace.id)))
    pairs += [(one.before, one.after) for one in found.moves]
    if with_lacking:
        pairs += [(None, one) for one in found.lacking]
    return pairs


def has_plan(school: School) -> bool:
    """Whether any milestone was made from the framework's plan."""
    return any(one.row for one in school.of(Milestone))


def is_moved(one: Milestone) -> bool:
    """Whether a milestone of the framework's plan stands in another semester than the plan gave it."""
    return bool(one.row and one.planned) and one.semester != one.planned


def _why_it_stays(school: School, one: Milestone, planned: Mapping[str, str]) -> Why | Literal[""]:
    if one.row not in planned:
        return "own"
    if one.reached:
        return "reached"
    if one.day:
        return "day"
    if any((one.id, name) in school.conflicts for name in ("semester", "planned")):
        return "conflict"
    if not one.planned or is_moved(one):
        return "moved"
    if one.put_away:
        return "away"
    return "same" if one.semester == planned[one.row] else ""


def _lacking(framework: Framework, school: School, planned: Mapping[str, str]) -> tuple[Milestone, ...]:
    there = {one.row for one in school.of(Milestone)}
    place = max((one.pos for one in school.of(Milestone)), default="")
    found = []
    for one in framework.milestones:
        if one.id not in there:
            place = between(place, "")
            found.append(
                Milestone(
                    id=derived_id("milestone", one.id),
                    what=one.title,
                    semester=planned[one.id],
                    how=one.how,
                    content=one.content,
                    responsible=one.responsible,
                    row=one.id,
                    planned=planned[one.id],
                    pos=place,
                )
            )
    return tuple(found)
