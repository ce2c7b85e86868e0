"""Lists of what is withheld from a document, in words: for the preview, and for the document's last page."""

from collections.abc import Collection, Container, Iterable
from typing import NamedTuple

from fosdesk.display.noun_words import label_words, noun_many, noun_one
from fosdesk.domain.fields import NOUNS, Noun, Privacy
from fosdesk.domain.school import School
from fosdesk.privacy.filtered_school import AT_HOME, NAME_IN_TEXT, REASONS, TEXT, Filtered, Withheld
from fosdesk.privacy.research_filter import TICKABLE_REASONS, may_be_ticked, text_place
from fosdesk.reports.document_text import excerpt, lowercase_first
from fosdesk.words import Words

_EXCERPT_LENGTH = 120  # characters of a text, to know it again by


class WithheldItem(NamedTuple):
    """All values of one kind that are withheld; `place` is the key to tick to include them once."""

    place: str
    subject: str
    reason: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks
    may_tick: bool
    text: str = ""  # how it begins, where each text is ticked by itself


def withheld_items(
    filtered: Filtered, words: Words, nouns: Iterable[str], extra_fields: Container[str] = ()
) -> tuple[WithheldItem, ...]:
    """What is withheld from a document with these nouns and extra fields; people first, private notes last."""
    shown_nouns = list(nouns)
    order = [*shown_nouns, *(key for key in NOUNS if key not in shown_nouns)]
    found: dict[tuple[str, str, str], set[str]] = {}
    for one in filtered.withheld:
        if one.noun in shown_nouns or f"{one.noun}.{one.field}" in extra_fields:
            field = "" if one.reason == AT_HOME or _all_private(NOUNS[one.noun]) else one.field
            found.setdefault((one.noun, field, one.reason), set()).add(one.record)
    rows = sorted(found.items(), key=lambda row: (REASONS.index(row[0][2]), order.index(row[0][0])))
    return tuple(
        WithheldItem(
            f"{noun}.{field}" if field else noun,
            _item_label(words, NOUNS[noun], field, reason),
            reason,
            len(records),
            reason != AT_HOME,
        )
        for (noun, field, reason), records in rows
    )


def _all_private(noun: Noun) -> bool:
    return all(field.privacy is Privacy.PRIVATE for field in noun.fields.values() if not field.hidden)


def _item_label(words: Words, noun: Noun, name: str, reason: str) -> str:
    many = noun_many(words, noun)
    if not name:
        return many
    field = lowercase_first(label_words(words, noun.fields[name]))
    if reason == NAME_IN_TEXT:
        return words("{noun}: {field}, texts that mention somebody by name", noun=many, field=field)
    return words("{noun}: {field}", noun=many, field=field)


# -- research


def tickable_texts(
    school: School, filtered: Filtered, words: Words, nouns: Collection[str], extra_fields: Container[str] = ()
) -> tuple[WithheldItem, ...]:
    """Each text that may be ticked by itself for research, with its beginning; open texts before private ones."""
    order = {noun: number for number, noun in enumerate(NOUNS)}
    labels: dict[tuple[str, str], str] = {}
    for one in filtered.withheld:
        place, noun = (one.noun, one.field), NOUNS[one.noun]
        if place not in labels and (one.noun in nouns or f"{one.noun}.{one.field}" in extra_fields):
            labels[place] = _text_label(words, one) if may_be_ticked(noun, noun.fields[one.field]) else ""
    found = [one for one in filtered.withheld if one.reason in TICKABLE_REASONS and labels.get((one.noun, one.field))]
    found.sort(key=lambda one: (one.reason != TEXT, order[one.noun]))
    return tuple(
        WithheldItem(
            text_place(one.noun, one.field, one.record),
            labels[one.noun, one.field],
            one.reason,
            1,
            may_tick=True,
            text=excerpt(str(getattr(school.find(one.record), one.field)), _EXCERPT_LENGTH),
        )
        for one in found
    )


def withheld_kinds(filtered: Filtered, words: Words, nouns: Collection[str]) -> tuple[WithheldItem, ...]:
    """The kinds of records that are withheld, without counts: a small count may identify somebody."""
    found = {(one.reason, one.noun): None for one in filtered.withheld if one.noun in nouns}
    order = list(NOUNS)
    rows = sorted(found, key=lambda row: (REASONS.index(row[0]), order.index(row[1])))
    return tuple(WithheldItem(noun, noun_many(words, NOUNS[noun]), reason, 0, may_tick=False) for reason, noun in rows)


def ticked_kinds(texts: Iterable[WithheldItem], ticked: Container[str]) -> tuple[WithheldItem, ...]:
    """The ticked texts, counted by kind, for the document's last page."""
    kinds: dict[str, list[WithheldItem]] = {}
    for one in texts:
        if one.place in ticked:
            kinds.setdefault(one.subject, []).append(one)
    return tuple(some[0]._replace(count=len(some), text="") for some in kinds.values())


def _text_label(words: Words, one: Withheld) -> str:
    noun = NOUNS[one.noun]
    label = lowercase_first(label_words(words, noun.fields[one.field]))
    return words("{noun}: {field}", noun=noun_one(words, noun), field=label)
