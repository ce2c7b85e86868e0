"""The work group as several documents tell of it: its people, the seats that were considered, the groups beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one, seat_label
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import ExistingGroup, Membership, Person, Seat
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules.group_seats import former_members, members
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.inline_text import Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


def earlier_members(reader: Reader) -> list[Membership]:
    """Those who were in the group before; no candidates."""
    return [one for one in former_members(reader.school, reader.day) if one.standing in ("member", "former")]


def members_in_parts(reader: Reader) -> list[tuple[str, Text]]:
    """Who leads, who is in the group, who works closely with it, and who was in it before."""
    words = reader.words
    now, former = members(reader.school, reader.day), earlier_members(reader)
    rows = (
        (words("Leads the group"), [one for one in now if one.leads]),
        (words("Members"), [one for one in now if not one.leads and one.mode != "close"]),
        (words("In close cooperation"), [one for one in now if not one.leads and one.mode == "close"]),
        (words("Earlier members"), former),
    )
    return [(label, "\n".join(member_told(reader, one) for one in some)) for label, some in rows if some]


def member_told(reader: Reader, member: Membership) -> str:
    """One member by name, where names are shown, and role."""
    return reader.person(reader.school.get(Person, member.person))


def seats_considered(reader: Reader) -> list[tuple[str, Seat]]:
    """The seats that the school has said something about, with what they are called."""
    return [
        (seat_label(reader.words, option.key), seat)
        for option in SEAT_OPTIONS
        if (seat := reader.school.get(Seat, f"seat:{option.key}")).considered or seat.reason.strip()
    ]


def write_seats(writer: Writer, reader: Reader, seats: list[tuple[str, Seat]]) -> None:
    """Each seat, what was decided about it, and why."""
    head = [noun_one(reader.words, noun_of(Seat)), reader.label(Seat, "considered"), reader.label(Seat, "reason")]
    rows = [(label, reader.value(seat, "considered"), seat.reason.strip()) for label, seat in seats]
    writer.table(head, rows, (0.27, 0.23, 0.5))


def other_groups(reader: Reader) -> list[ExistingGroup]:
    """The groups that the school had before."""
    return [one for one in reader.school.of(ExistingGroup) if one.name.strip()]


def write_other_groups(writer: Writer, reader: Reader, groups: list[ExistingGroup]) -> None:
    """Each group, what becomes of it, and why."""
    head = [reader.label(ExistingGroup, name) for name in ("name", "decision", "reason")]
    writer.table(head, [_group(reader, one) for one in groups], (0.24, 0.28, 0.48))


def _group(reader: Reader, group: ExistingGroup) -> tuple[str, str, str]:
    freed = reader.words("frees {time} each semester", time=reader.value(group, "freed")) if group.freed else ""
    becomes = reader.value(group, "decision")
    return (group.name.strip(), ", ".join(part for part in (becomes, freed) if part), group.reason.strip())
