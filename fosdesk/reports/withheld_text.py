"""What stays out of a document, in words: for the preview, and for the last page."""

from collections.abc import Collection, Container, Iterable
from typing import NamedTuple

from fosdesk.display.noun_words import label_words, noun_many, noun_one
from fosdesk.domain.fields import NOUNS, Noun, Privacy
from fosdesk.domain.school import School
from fosdesk.privacy.filtered_school import NAME_IN_TEXT, TEXT, WHYS, Filtered, Withheld
from fosdesk.privacy.research_filter import TICKED, may_be_ticked, place_of
from fosdesk.reports.document_text import lowered, shortened
from fosdesk.words import Words

_EXCERPT = 120  # characters of a text, to know it again by


class LeftOut(NamedTuple):
    """Everything of one kind that stays out; `place` is what to tick to let it in this one time."""

    place: str
    what: str
    why: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks
    may_tick: bool
    text: str = ""  # how it begins, where each text is ticked by itself


def left_out(filtered: Filtered, words: Words, nouns: Iterable[str], also: Container[str] = ()) -> tuple[LeftOut, ...]:
    """What stays out of a document about these nouns and places, in words: people first, private notes last."""
    told = list(nouns)
    order = [*told, *(key for key in NOUNS if key not in told)]
    found: dict[tuple[str, str, str], set[str]] = {}
    for one in filtered.withheld:
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


# -- research


def texts_to_tick(
    school: School, filtered: Filtered, words: Words, nouns: Collection[str], also: Container[str] = ()
) -> tuple[LeftOut, ...]:
    """Each text that may be ticked by itself: where it stands, and how it begins; those meant for all come first."""
    order = {noun: number for number, noun in enumerate(NOUNS)}
    what: dict[tuple[str, str], str] = {}
    for one in filtered.withheld:
        place, noun = (one.noun, one.field), NOUNS[one.noun]
        if place not in what and (one.noun in nouns or f"{one.noun}.{one.field}" in also):
            what[place] = _text_at(words, one) if may_be_ticked(noun, noun.fields[one.field]) else ""
    found = [one for one in filtered.withheld if one.why in TICKED and what.get((one.noun, one.field))]
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


def left_out_in_short(filtered: Filtered, words: Words, nouns: Collection[str]) -> tuple[LeftOut, ...]:
    """What stays out, by kind and without numbers: a small number may be telling too."""
    found = {(one.why, one.noun): None for one in filtered.withheld if one.noun in nouns}
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


def _text_at(words: Words, one: Withheld) -> str:
    noun = NOUNS[one.noun]
    label = lowered(label_words(words, noun.fields[one.field]))
    return words("{noun}: {field}", noun=noun_one(words, noun), field=label)
