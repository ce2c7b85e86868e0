"""The sieve for research: what can be counted passes, coarse in time; a text passes when it was ticked by itself."""

from collections.abc import Collection, Container, Iterable

import msgspec

from fosdesk.display.noun_words import label_words, noun_many, noun_one
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    Date,
    Field,
    Long,
    Noun,
    Order,
    Privacy,
    Record,
    Reference,
    Scalar,
    SemesterField,
    Short,
    fields_of,
    noun_of,
)
from fosdesk.domain.names import Names
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day
from fosdesk.domain.values.semester import Semester
from fosdesk.reports.document_text import lowered, shortened
from fosdesk.reports.sifted import NAME_IN_TEXT, PERSON, PRIVATE, TEXT, WHYS, LeftOut, Sifted, Withheld
from fosdesk.words import Words

_TICKED = (TEXT, PRIVATE)
_PLACES = [fields_of(SchoolProfile)[name] for name in ("name", "municipality")]  # may be called what a person is
_EXCERPT = 120  # characters of a text, to know it again by


def sift_for_research(school: School, ticked: Container[str]) -> Sifted:
    """Blank all that is no count, but for the texts whose own place, «noun.field:record», is in `ticked`."""
    names = Names(school)
    records: dict[str, Record] = {}
    withheld: list[Withheld] = []
    for record_id, record in school.records.items():
        noun = noun_of(record)
        changes: dict[str, Scalar] = {}
        for name, field in noun.fields.items():
            value = getattr(record, name)
            if value == field.blank:
                continue
            why = _why(noun, field, value, names)
            if why in _TICKED and place_of(noun.key, name, record_id) in ticked and may_be_ticked(noun, field):
                continue
            changes[name] = field.blank if why else _coarse(field, value)
            if why and not field.hidden:
                withheld.append(Withheld(noun.key, name, record_id, why))
        records[record_id] = msgspec.structs.replace(record, **changes)
    return Sifted(School(school.id, records, {}, school.unknown), tuple(withheld), frozenset())


def place_of(noun: str, field: str, record: str) -> str:
    """Where one text stands, as it is ticked."""
    return f"{noun}.{field}:{record}"


def may_be_ticked(noun: Noun, field: Field) -> bool:
    """Whether a text may go to research at all: none that is a person's, or about one."""
    about = noun.key == "person" or any(
        isinstance(one, Reference) and one.target == "person" for one in noun.fields.values()
    )
    return isinstance(field, Short | Long) and not field.hidden and not about and field.privacy is not Privacy.PERSON


def _why(noun: Noun, field: Field, value: Scalar, names: Names) -> str:
    """Why a value stays out unless its text is ticked; empty for what can be counted."""
    if field.privacy is Privacy.PERSON or (isinstance(field, Reference) and field.target == "person"):
        return PERSON
    if isinstance(field, Short | Long):
        if field not in _PLACES and names.stand_in(str(value)):
            return NAME_IN_TEXT
        return TEXT if field.privacy is Privacy.OPEN else PRIVATE
    return "" if field.privacy is Privacy.OPEN else PRIVATE


def _coarse(field: Field, value: Scalar) -> Scalar:
    """No day finer than its semester, and no answer that is not one of those offered."""
    text = str(value)
    if isinstance(field, Date):
        return Semester.of_date(text).first_day if known_day(text) else ""
    if isinstance(field, SemesterField):
        return value if Semester.known(text) else ""
    if isinstance(field, Choice):
        return value if any(text == option.key for option in field.options) else ""
    return "" if isinstance(field, Order) else value


def texts_to_tick(
    school: School, sifted: Sifted, words: Words, nouns: Collection[str], also: Container[str] = ()
) -> tuple[LeftOut, ...]:
    """Each text that may be ticked by itself: where it stands, and how it begins; those meant for all come first."""
    order = {noun: number for number, noun in enumerate(NOUNS)}
    what: dict[tuple[str, str], str] = {}
    for one in sifted.withheld:
        place, noun = (one.noun, one.field), NOUNS[one.noun]
        if place not in what and (one.noun in nouns or f"{one.noun}.{one.field}" in also):
            what[place] = _what(words, one) if may_be_ticked(noun, noun.fields[one.field]) else ""
    found = [one for one in sifted.withheld if one.why in _TICKED and what.get((one.noun, one.field))]
    found.sort(key=lambda one: (one.why != TEXT, order[one.noun]))
    return tuple(
        LeftOut(
            place_of(one.noun, one.field, one.record),
            what[one.noun, one.field],
            one.why,
            1,
            may_tick=True,
            text=shortened(str(getattr(school.find(one.record), one.field)), _EXCERPT),
        )
        for one in found
    )


def left_out_in_short(sifted: Sifted, words: Words, nouns: Collection[str]) -> tuple[LeftOut, ...]:
    """What stays out, by kind and without numbers: a small number may be telling too."""
    found = {(one.why, one.noun): None for one in sifted.withheld if one.noun in nouns}
    order = list(NOUNS)
    rows = sorted(found, key=lambda row: (WHYS.index(row[0]), order.index(row[1])))
    return tuple(LeftOut(noun, noun_many(words, NOUNS[noun]), why, 0, may_tick=False) for why, noun in rows)


def let_in(texts: Iterable[LeftOut], ticked: Container[str]) -> tuple[LeftOut, ...]:
    """What was ticked, told by kind as it is on the last page."""
    kinds: dict[str, list[LeftOut]] = {}
    for one in texts:
        if one.place in ticked:
            kinds.setdefault(one.what, []).append(one)
    return tuple(some[0]._replace(count=len(some), text="") for some in kinds.values())


def _what(words: Words, one: Withheld) -> str:
    noun = NOUNS[one.noun]
    label = lowered(label_words(words, noun.fields[one.field]))
    return words("{noun}: {field}", noun=noun_one(words, noun), field=label)
