"""People as the list of the work group shows them: each with their part in the group, in one row."""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from fosdesk.display.noun_words import seat_label
from fosdesk.domain.fields import Choice, Noun, Option, Privacy, Record, Short, Use, fields_of
from fosdesk.domain.records import Membership, Person, SeatHolder
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules import group_seats
from fosdesk.domain.school import School
from fosdesk.words import Words

_STANDINGS = ("member", "candidate", "former")
# Whom the unions appointed and who has the critical task are private, so these two seats are filled elsewhere.
OPEN_SEATS = tuple(o for o in SEAT_OPTIONS if o.key not in ("critical_voice", "union"))
_PERSON, _PART = fields_of(Person), fields_of(Membership)
_STANDING = Choice(
    "Part in the group",
    (Option("member", "Members"), Option("candidate", "Candidates"), Option("former", "Former members")),
    privacy=Privacy.OPEN,
)


class PersonInGroup(Record, frozen=True):
    """A person and what is open of their membership; the id is the person's."""

    name: Annotated[str, _PERSON["name"]] = ""
    role: Annotated[str, _PERSON["role"]] = ""
    role_note: Annotated[str, _PERSON["role_note"]] = ""
    standing: Annotated[str, _STANDING] = ""
    mode: Annotated[str, _PART["mode"]] = ""
    leads: Annotated[bool, _PART["leads"]] = False
    place: Annotated[str, Short("In the group", privacy=Privacy.PERSON)] = ""
    since: Annotated[str, _PART["since"]] = ""
    until: Annotated[str, _PART["until"]] = ""
    left: Annotated[str, _PERSON["left"]] = ""


PEOPLE_IN_GROUP = Noun(
    "person",
    PersonInGroup,
    one="Person",
    many="People",
    title="name",
    page="work_group",
    use=Use(
        new="Add somebody",
        columns=("role", "role_note", "place", "since", "until"),
        order=("-leads", "role", "name"),
        group="standing",
        board="standing",
    ),
)


def membership_of(school: School, person_id: str) -> Membership:
    """A person's membership; the most relevant when there are several, blank when there is none."""
    return _most_relevant([m for m in school.of(Membership) if m.person == person_id], person_id)


def people_in_group(words: Words, school: School, today: str) -> tuple[PersonInGroup, ...]:
    """All people, in the order in which they were written down."""
    parts: dict[str, list[Membership]] = {}
    for one in school.of(Membership):
        parts.setdefault(one.person, []).append(one)
    seats: dict[str, set[str]] = {}
    for holder in school.of(SeatHolder):
        seats.setdefault(holder.person, set()).add(holder.seat)
    standings: dict[str, str] = {}
    for standing, found in (
        ("member", group_seats.members(school, today)),
        ("candidate", group_seats.candidates(school, today)),
        ("former", group_seats.former_members(school, today)),
    ):
        for one in found:
            standings.setdefault(one.person, standing)
    return tuple(
        _row(words, person, _most_relevant(parts.get(person.id, []), person.id), standings, seats)
        for person in school.of(Person)
    )


def _row(
    words: Words, person: Person, part: Membership, standings: Mapping[str, str], seats: Mapping[str, set[str]]
) -> PersonInGroup:
    standing = standings.get(person.id, "")
    said = [words("leads the group")] if part.leads and standing != "former" else []
    if part.mode == "close":
        said.append(words("in close cooperation"))
    held = seats.get(person.id, ())
    filled = [seat_label(words, option.key) for option in OPEN_SEATS if option.key in held]
    if filled and standing != "former":
        said.append(words("seats: {seats}", seats=", ".join(filled)))
    row = PersonInGroup(
        person.id,
        name=person.name,
        role=person.role,
        role_note=person.role_note,
        left=person.left,
        mode=part.mode,
        leads=part.leads,
        since=part.since,
        until=part.until,
        standing=standing,
        place=" · ".join(said),
    )
    return msgspec.structs.replace(row, put_away=True) if person.put_away else row


def _most_relevant(found: list[Membership], person_id: str) -> Membership:
    if not found:
        return Membership(id=f"membership:{person_id}")
    return min(found, key=lambda m: (_STANDINGS.index(m.standing) if m.standing in _STANDINGS else 3, m.id))


def with_standing(part: Membership, standing: str, day: str) -> Membership:
    """The membership with another standing; first and last day are set where empty."""
    since = day if standing == "member" and not part.since else part.since
    until = day if standing == "former" and part.standing == "member" and not part.until else part.until
    if standing == "member" and part.standing == "former":
        until = ""
    return msgspec.structs.replace(part, standing=standing, since=since, until=until)
