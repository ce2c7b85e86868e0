"""Seats as the list of the work group shows them: what was decided on each, and who fills it."""

from typing import Annotated

import msgspec

from fosdesk.display.figures.coverage_figure import seat_state
from fosdesk.display.noun_words import choice_of, noun_one, option_words, seat_label
from fosdesk.domain.fields import Noun, Privacy, Record, Short, Use, fields_of, noun_of
from fosdesk.domain.records import Person, Seat
from fosdesk.domain.rules.group_seats import CRITICAL_VOICE, UNION, SeatView, coverage
from fosdesk.domain.school import School
from fosdesk.words import Words

_SEAT = fields_of(Seat)


class SeatInGroup(Record, frozen=True):
    """A seat with those who fill it; the id is that of the record of the decision."""

    name: Annotated[str, Short("Seat", privacy=Privacy.OPEN)] = ""
    considered: Annotated[str, _SEAT["considered"]] = ""
    state: Annotated[str, Short("How it stands", privacy=Privacy.OPEN)] = ""
    who: Annotated[str, Short("Who fills the seat", privacy=Privacy.PERSON)] = ""
    reason: Annotated[str, _SEAT["reason"]] = ""


SEATS_IN_GROUP = Noun(
    "seat",
    SeatInGroup,
    one="Seat",
    many="Seats",
    title="name",
    page="work_group",
    use=Use(columns=("state", "who", "reason"), filters=("considered",)),
)


def seats_in_group(words: Words, school: School, today: str) -> tuple[SeatInGroup, ...]:
    """Every seat, in the framework's order; whoever fills a private one is not named."""
    return tuple(_row(words, school, view) for view in coverage(school, today))


def _row(words: Words, school: School, view: SeatView) -> SeatInGroup:
    shown = () if view.seat in (CRITICAL_VOICE, UNION) else view.holders
    row = SeatInGroup(
        f"seat:{view.seat}",
        name=seat_label(words, view.seat),
        considered=view.considered,
        state="" if view.state == "open" else seat_state(view.state, words),
        who=", ".join(_called(words, school.get(Person, one)) for one in shown),
        reason=" ".join(view.reason.split()),
    )
    return msgspec.structs.replace(row, put_away=school.get(Seat, row.id).put_away)


def _called(words: Words, person: Person) -> str:
    role = option_words(words, choice_of(Person, "role"), person.role)
    said = ", ".join(part for part in (role, person.role_note) if part)
    return person.name or said or noun_one(words, noun_of(person))
