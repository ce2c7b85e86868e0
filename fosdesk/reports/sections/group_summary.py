"""The work group as several documents show it: members, seats that were considered, and other groups of the school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fosdesk.display.noun_words import noun_one, seat_label
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import Camp, Duty, ExistingGroup, Membership, Person, Seat
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules.group_seats import former_members, members
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_text import lowercase_first
from fosdesk.reports.inline_text import Text

if TYPE_CHECKING:
    from fosdesk.reports.writer import Writer


CAMP_FIELDS = ("camp.name", "camp.voiced")  # never who stands for a view


def earlier_members(reader: DocumentReader) -> list[Membership]:
    """The former members of the group; no candidates."""
    return [one for one in former_members(reader.school, reader.day) if one.standing in ("member", "former")]


def members_by_role(reader: DocumentReader) -> list[tuple[str, Text]]:
    """Labels and members: who leads, who is in the group, who works closely with it, and who was in it before."""
    words = reader.words
    now, former = members(reader.school, reader.day), earlier_members(reader)
    rows = (
        (words("Leads the group"), [one for one in now if one.leads]),
        (words("Members"), [one for one in now if not one.leads and one.mode != "close"]),
        (words("In close cooperation"), [one for one in now if not one.leads and one.mode == "close"]),
        (words("Earlier members"), former),
    )
    return [(label, "\n".join(member_text(reader, one) for one in some)) for label, some in rows if some]


def member_text(reader: DocumentReader, member: Membership) -> str:
    """A member by name, where names are shown, and role."""
    return reader.person(reader.school.get(Person, member.person))


def considered_seats(reader: DocumentReader) -> list[tuple[str, Seat]]:
    """The seats that the school has assessed or given a reason for, with their labels."""
    return [
        (seat_label(reader.words, option.key), seat)
        for option in SEAT_OPTIONS
        if (seat := reader.school.get(Seat, f"seat:{option.key}")).considered or seat.reason.strip()
    ]


def write_seats(writer: Writer, reader: DocumentReader, seats: list[tuple[str, Seat]]) -> None:
    """A table of seats, what was decided on each, and why."""
    head = [noun_one(reader.words, noun_of(Seat)), reader.label(Seat, "considered"), reader.label(Seat, "reason")]
    rows = [(label, reader.value(seat, "considered"), seat.reason.strip()) for label, seat in seats]
    writer.table(head, rows, (0.27, 0.23, 0.5))


def other_groups(reader: DocumentReader) -> list[ExistingGroup]:
    """The groups that the school had before."""
    return [one for one in reader.school.of(ExistingGroup) if one.name.strip()]


def write_other_groups(writer: Writer, reader: DocumentReader, groups: list[ExistingGroup]) -> None:
    """A table of groups, what becomes of each, and why."""
    head = [reader.label(ExistingGroup, name) for name in ("name", "decision", "reason")]
    writer.table(head, [_group(reader, one) for one in groups], (0.24, 0.28, 0.48))


def _group(reader: DocumentReader, group: ExistingGroup) -> tuple[str, str, str]:
    freed = (
        reader.words("frees {time} each semester for those in it", time=reader.value(group, "freed"))
        if group.freed
        else ""
    )
    becomes = reader.value(group, "decision")
    return (group.name.strip(), ", ".join(part for part in (becomes, freed) if part), group.reason.strip())


def duties(reader: DocumentReader) -> list[Duty]:
    """The tasks in meetings, in the order of the school."""
    return sorted((one for one in reader.school.of(Duty) if one.role.strip()), key=lambda one: one.pos)


def write_duties(writer: Writer, reader: DocumentReader, some: list[Duty]) -> None:
    """A list of tasks; who does each, and who else does, where the audience may see that."""
    rows = []
    for one in some:
        who, deputy = " ".join(one.who.split()), " ".join(one.deputy.split())
        told = [who, f"{lowercase_first(reader.label(one, 'deputy'))}: {deputy}" if deputy else ""]
        said = ", ".join(part for part in told if part)
        rows.append(f"{' '.join(one.role.split())}: {said}" if said else " ".join(one.role.split()))
    writer.bullets(rows)


def camps(reader: DocumentReader) -> list[Camp]:
    """The views that there are at the school, in the order of the school."""
    return sorted((one for one in reader.school.of(Camp) if one.name.strip()), key=lambda one: one.pos)


def write_camps(writer: Writer, reader: DocumentReader, some: list[Camp]) -> None:
    """A table of views and how each is heard in the group; never who stands for it."""
    head = [reader.label(Camp, name) for name in ("name", "voiced")]
    rows = [(" ".join(one.name.split()), " ".join(one.voiced.split())) for one in some]
    writer.table(head, rows, (0.45, 0.55))
