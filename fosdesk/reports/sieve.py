"""The one place that decides what a document may show: a school sifted for an audience, and what stayed behind."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.changes.change_history import History, Wrote
from fosdesk.domain.fields import NOUNS, Field, Long, Noun, Privacy, Record, Reference, Scalar, Short, noun_of
from fosdesk.domain.names import Names
from fosdesk.domain.privacy import Audience, may_show
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.school import School
from fosdesk.reports.document_text import lowered
from fosdesk.reports.research_sieve import sift_for_research
from fosdesk.reports.sifted import NAME_IN_TEXT, PERSON, PRIVATE, WHYS, LeftOut, Sifted, Withheld
from fosdesk.words import Words

_PLACE_NAMES = {(SchoolProfile, "name"), (SchoolProfile, "municipality")}  # a school may be called what a person is


def sift(school: School, audience: Audience, ticked: Container[str] = (), history: History = ()) -> Sifted:
    """Blank what `audience` may not see; a place or a whole noun in `ticked` is let in this one time."""
    if audience is Audience.RESEARCH:
        return sift_for_research(school, ticked)
    names = Names(_with_earlier_people(school, history) if history else school)
    records: dict[str, Record] = {}
    withheld: list[Withheld] = []
    gone = set(school.shielded)
    watched = {type(record): noun_of(record) for record in school.records.values()}
    rules = {record: list(_rules(noun, audience, ticked)) for record, noun in watched.items()}
    for record_id, record in school.records.items():
        noun = watched[type(record)]
        blanks: dict[str, Scalar] = {}
        for name, field, why in rules[type(record)]:
            value = getattr(record, name)
            if value == field.blank or (why == NAME_IN_TEXT and not names.stand_in(value)):
                continue
            blanks[name] = field.blank
            withheld.append(Withheld(noun.key, name, record_id, why))
        if blanks:
            record = msgspec.structs.replace(record, **blanks)
            if all(getattr(record, name) == field.blank for name, field in noun.fields.items() if not field.hidden):
                gone.add(record_id)
                continue
        records[record_id] = record
    sieve = {noun_of(record).key: {name: why for name, _, why in found} for record, found in rules.items()}
    stays = {(one.record, one.field) for one in withheld}
    conflicts = {}
    for (record_id, name), said in school.conflicts.items():
        found = school.find(record_id)
        why = sieve[noun_of(found).key].get(name, "") if found is not None else PRIVATE
        if (record_id, name) in stays or _hides(why, said, names):
            continue
        conflicts[record_id, name] = said
    past = []
    for one in history:
        if one.record in school.shielded:
            continue
        why = _why(one, audience, ticked)
        if _hides(why, (one.before, one.value), names):
            withheld.append(Withheld(one.noun, one.field, one.record, why))
        else:
            past.append(one)
    sifted = School(school.id, records, conflicts, school.unknown)
    return Sifted(sifted, tuple(withheld), frozenset(gone), tuple(past))


def _hides(why: str, said: Iterable[Scalar], names: Names) -> bool:
    """Whether values of a field stay out: all of them, or those that mention somebody."""
    return bool(why) and (why != NAME_IN_TEXT or any(names.stand_in(str(one)) for one in said if one))


def _why(one: Wrote, audience: Audience, ticked: Container[str]) -> str:
    """Why what was once written in a field may have to stay out; empty when it may be shown."""
    if one.deleted and one.noun in NOUNS:
        return ""
    noun = NOUNS.get(one.noun)
    if noun is None or one.field not in noun.fields:
        return PRIVATE  # from a newer version: nobody here knows whose it is
    return next((why for name, _, why in _rules(noun, audience, ticked) if name == one.field), "")


def _with_earlier_people(school: School, history: History) -> School:
    """The same school with everybody who was ever written down, so that their names are known in earlier texts."""
    earlier: dict[str, Record] = {}
    for one in history:
        noun = NOUNS.get(one.noun)
        field = noun.fields.get(one.field) if noun else None
        if noun and isinstance(field, Short) and field.privacy is Privacy.PERSON:
            for said in (one.before, one.value):
                if isinstance(said, str) and said:
                    key = f"earlier {len(earlier)}"
                    earlier[key] = noun.record(key, **{one.field: said})
    return School(school.id, {**school.records, **school.shielded, **earlier}, {})


def _rules(noun: Noun, audience: Audience, ticked: Container[str]) -> Iterator[tuple[str, Field, str]]:
    """The fields of a noun that stay out, and why; texts only where they mention somebody."""
    for name, field in noun.fields.items():
        if noun.key in ticked or f"{noun.key}.{name}" in ticked:
            continue
        if not may_show(field, audience):
            if field.privacy is not Privacy.PERSON:
                yield name, field, PRIVATE
            elif not (isinstance(field, Reference) and field.target == "person"):
                yield name, field, PERSON
            # Else who is meant may be said by role; the name has its own place among the person's fields.
        elif audience is Audience.SCHOOL or (noun.record, name) in _PLACE_NAMES:
            continue
        elif isinstance(field, Short | Long):
            yield name, field, NAME_IN_TEXT


def left_out(sifted: Sifted, words: Words, nouns: Iterable[str], also: Container[str] = ()) -> tuple[LeftOut, ...]:
    """What stays out of a document about these nouns and places, in words: people first, private notes last."""
    told = list(nouns)
    order = [*told, *(key for key in NOUNS if key not in told)]
    found: dict[tuple[str, str, str], set[str]] = {}
    for one in sifted.withheld:
        if one.noun in told or f"{one.noun}.{one.field}" in also:
            field = "" if _all_private(NOUNS[one.noun]) else one.field
            found.setdefault((one.noun, field, one.why), set()).add(one.record)
    rows = sorted(found.items(), key=lambda row: (WHYS.index(row[0][2]), order.index(row[0][0])))
    return tuple(
        LeftOut(f"{noun}.{field}" if field else noun, _what(words, NOUNS[noun], field, why), why, len(records), True)
        for (noun, field, why), records in rows
    )


def _all_private(noun: Noun) -> bool:
    return all(field.privacy is Privacy.PRIVATE for field in noun.fields.values() if not field.hidden)


def _what(words: Words, noun: Noun, name: str, why: str) -> str:
    many = noun_many(words, noun)
    if not name:
        return many
    field = lowered(label_words(words, noun.fields[name]))
    if why == NAME_IN_TEXT:
        return words("{noun}: {field}, texts that mention somebody by name", noun=many, field=field)
    return words("{noun}: {field}", noun=many, field=field)
