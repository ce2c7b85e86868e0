"""The work group's members, leaders and seats, and how far each seat is decided on."""

from typing import NamedTuple

from fosdesk.domain.records import CriticalVoice, Membership, Person, Seat, SeatHolder, WorkGroup
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS, WORK_GROUP_ID
from fosdesk.domain.school import School

CRITICAL_VOICE, UNION = "critical_voice", "union"
_SEAT_OF_ROLE = {
    "teacher": "teachers",
    "special_needs": "teachers",
    "assistant": "assistants",
    "skilled_worker": "assistants",
    "sfo": "sfo",
    "ppt": "ppt",
    "resource_person": "resource_person",
    "fau": "fau",
    "health": "health",
    "university": "others",
    "owner": "others",
    "other": "others",
}


class SeatView(NamedTuple):
    """The state of one kind of seat; `holders` are person ids, empty where the holder is private."""

    seat: str
    filled: bool
    holders: tuple[str, ...]
    considered: str  # yes, no, later, or empty
    reason: str

    @property
    def state(self) -> str:
        """filled, declined (considered, and no), later, wanted or open; all are acceptable answers."""
        if self.filled:
            return "filled"
        return {"no": "declined", "later": "later", "yes": "wanted"}.get(self.considered, "open")


def coverage(school: School, today: str) -> tuple[SeatView, ...]:
    """Every kind of seat, in the framework's order."""
    holders: dict[str, list[str]] = {option.key: [] for option in SEAT_OPTIONS}
    for member in members(school, today):
        seat = seat_of_role(school.get(Person, member.person).role)
        # Close cooperation fills a seat where the team thinks so, not where it chose to have none.
        chosen_away = member.mode == "close" and school.get(Seat, f"seat:{seat}").considered == "no"
        if seat and not chosen_away:
            holders[seat].append(member.person)
    for holder in school.of(SeatHolder):
        # Whoever the critical voice is, is said nowhere but in a record of its own.
        if holder.seat in holders and holder.seat != CRITICAL_VOICE and _is_here(school, holder.person, today):
            holders[holder.seat].append(holder.person)
    filled = {seat: bool(people) for seat, people in holders.items()}
    filled[CRITICAL_VOICE] = any(_lasts(v.since, v.until, today) for v in school.of(CriticalVoice) if v.person)
    # Membership in a union is private; that the seat is filled is not.
    filled[UNION] = filled[UNION] or any(m.union_appointed for m in members(school, today))
    found = []
    for seat, people in holders.items():
        decided = school.get(Seat, f"seat:{seat}")
        unique = tuple(dict.fromkeys(people))
        found.append(SeatView(seat, filled[seat], unique, decided.considered, decided.reason))
    return tuple(found)


def seat_of_role(role: str) -> str:
    """The seat that a member with this role fills without being put into it; empty for roles without one."""
    return _SEAT_OF_ROLE.get(role, "")


def members(school: School, today: str) -> tuple[Membership, ...]:
    """The current members: those who have not left the group or the school; leaders first."""
    found = [
        m
        for m in school.of(Membership)
        if m.standing == "member" and _lasts("", m.until, today) and _here(school, m, today)
    ]
    return tuple(sorted(found, key=lambda m: not m.leads))


def candidates(school: School, today: str) -> tuple[Membership, ...]:
    """The people whom the team considers asking."""
    return tuple(m for m in school.of(Membership) if m.standing in ("candidate", "") and _here(school, m, today))


def former_members(school: School, today: str) -> tuple[Membership, ...]:
    """Those who were in the group before."""
    current = {m.id for m in (*members(school, today), *candidates(school, today))}
    return tuple(m for m in school.of(Membership) if m.id not in current)


def leaders(school: School, today: str) -> tuple[Membership, ...]:
    """Who leads the group; sometimes more than one."""
    return tuple(m for m in members(school, today) if m.leads)


def principal_leads(school: School, today: str) -> bool:
    """Whether the principal is among the leaders."""
    return any(school.get(Person, m.person).role == "principal" for m in leaders(school, today))


def leads_otherwise(school: School, today: str) -> bool:
    """Whether the group is led by somebody other than the principal, for which a reason is asked."""
    return bool(leaders(school, today)) and not principal_leads(school, today)


def leader_reason(school: School) -> str:
    """Why somebody other than the principal leads, in the school's words."""
    return school.get(WorkGroup, WORK_GROUP_ID).leader_reason


def _here(school: School, member: Membership, today: str) -> bool:
    return not member.person or _is_here(school, member.person, today)


def _is_here(school: School, person_id: str, today: str) -> bool:
    person = school.find(person_id)
    return isinstance(person, Person) and (not person.left or person.left > today)


def _lasts(since: str, until: str, today: str) -> bool:
    return since <= today and (not until or until >= today)
