"""What an owner writes beside the schools: its records, the places to write in, and how edits become changes."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Record, Scalar, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.records import Description, DescriptionSection, SchoolProfile
from fosdesk.domain.records.descriptions import HEADINGS
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.owner.opened_schools import alike
from fosdesk.domain.school import School
from fosdesk.domain.values.owner_ids import OWNER_ID

_WITHIN = "description_section:within:"  # followed by the municipality, as it is compared


class TextPlace(NamedTuple):
    """One text of the owner's: the class and id of its record, and the field; `municipality` where it is about one."""

    kind: type[Record]
    record: str
    field: str
    municipality: str = ""


NAME = TextPlace(SchoolProfile, PROFILE_ID, "name")
CHOICES = tuple(TextPlace(SchoolProfile, PROFILE_ID, name) for name in ("direction", "left_out", "inclusion"))
OWN_HEADINGS = tuple(TextPlace(Description, f"description:{heading}", "text") for heading in HEADINGS)


def within(municipality: str) -> TextPlace:
    """The place for what is learnt within a municipality; an empty one means across all of them."""
    return TextPlace(DescriptionSection, f"{_WITHIN}{alike(municipality)}", "text", municipality)


def own_places(municipalities: Sequence[str]) -> tuple[TextPlace, ...]:
    """All places to write in, in the order of the form and of the document."""
    return (NAME, *CHOICES, *OWN_HEADINGS, within(""), *map(within, municipalities))


def value_at(school: School, place: TextPlace) -> str:
    """What stands at a place."""
    return str(getattr(school.get(place.kind, place.record), place.field))


def others_at(school: School, place: TextPlace) -> tuple[str, ...]:
    """What others wrote at a place at the same time, which nobody has chosen yet."""
    values = school.conflicts.get((place.record, place.field), ())
    return tuple(value for value in values[1:] if isinstance(value, str) and value.strip())


def municipalities_written(school: School) -> tuple[str, ...]:
    """The municipalities that the owner has written of, also where no school of theirs is there any more."""
    sections = (one for one in school.of(DescriptionSection) if one.id.startswith(_WITHIN) and one.text.strip())
    return tuple(one.heading for one in sections if one.heading.strip())


def blank_journal() -> Journal:
    """The journal of an owner who has written nothing yet."""
    return Journal(OWNER_ID, "", (), ())


def with_text(
    journal: Journal, place: TextPlace, value: str, writer: Writer, now: int, *, settles: bool = False
) -> Journal:
    """The journal in which a place says something else; `now` in ms since 1970.

    It replaces what is shown there. What others wrote at the same time stays beside it, unless it `settles` that.
    """
    noun = noun_of(place.kind)
    wanted: list[tuple[str, Scalar]] = [(BIRTH, noun.key)]
    if place.municipality:
        wanted.append(("heading", place.municipality))
    wanted.append((place.field, value))
    replaced = {pair for change in journal.changes for pair in change.replaces}
    standing: dict[str, list[Change]] = {}
    for change in journal.changes:
        if change.record == place.record and (change.writer, change.number) not in replaced:
            standing.setdefault(change.field, []).append(change)
    writers = journal.writers if writer in journal.writers else (*journal.writers, writer)
    mine = writers.index(writer)
    number = max((change.number for change in journal.changes if change.writer == mine), default=0) + 1
    order = max((change.order for change in journal.changes), default=0) + 1
    step, made = number, list(journal.changes)
    for name, said in wanted:
        there = sorted(standing.get(name, ()), key=lambda c: (c.order, writers[c.writer].uid, c.number))
        if there and there[-1].value == said and not (settles and name == place.field and len(there) > 1):
            continue
        seen = there if settles or name == BIRTH else there[-1:]
        replaces = tuple(sorted((change.writer, change.number) for change in seen))
        made.append(Change(mine, number, order, now, step, place.record, name, said, replaces))
        number, order = number + 1, order + 1
    return msgspec.structs.replace(journal, writers=writers, changes=tuple(made))
