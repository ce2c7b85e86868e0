"""Translations: which entries have or may have one, and whether all of them lean to one side."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.school import School

TRANSLATED = ("admitted", "adapted")  # decisions whose entries become the school's own
_CHALLENGE, _OPTIMISM = ("challenge", "more_challenge"), ("optimism", "more_optimism")
_FEW = 3  # fewer translations than these lean to no side

Leaning = Literal["", "challenge", "optimism"]


class Translations(NamedTuple):
    """The entries with a translation that somebody wrote in, those in hand first, and those let in without one.

    Else the latest come first.
    """

    written: tuple[GateEntry, ...]
    waiting: tuple[GateEntry, ...]


def translation_id(entry_id: str) -> str:
    """The id of the translation of an entry."""
    return f"translation:{entry_id}"


def is_written(note: TranslationNote) -> bool:
    """Whether anything stands in a translation."""
    return any(getattr(note, name) != field.blank for name, field in noun_of(note).fields.items() if name != "put_away")


def translations(school: School) -> Translations:
    """Which entries have a translation, and which may have one."""
    return school.cached(_translations, GateEntry, TranslationNote)


def _translations(school: School) -> Translations:
    entries = sorted(school.of(GateEntry), key=lambda one: (one.signed or one.came, one.id), reverse=True)
    notes = {one.id: one for one in school.of(TranslationNote)}
    written, waiting = [], []
    for entry in entries:
        note = notes.get(translation_id(entry.id))
        if note is not None and is_written(note):
            written.append(entry)
        elif note is not None or entry.decision in TRANSLATED:
            waiting.append(entry)
    in_hand = ("draft", "trying")
    written.sort(key=lambda one: notes[translation_id(one.id)].standing not in in_hand)
    return Translations(tuple(written), tuple(waiting))


def with_one_translation(school: School, entry_id: str) -> School:
    """The school without any translation but that of one entry."""
    others = [one.id for one in school.of(TranslationNote) if one.id != translation_id(entry_id)]
    return school.replaced(School(school.id, {}, {}), others)


def leaning(school: School) -> Leaning:
    """The side that all translations lean to, of those that say it; empty where they do not, or are few."""
    balances = [one.balance for one in school.of(TranslationNote) if one.balance]
    if len(balances) < _FEW:
        return ""
    if all(one in _CHALLENGE for one in balances):
        return "challenge"
    return "optimism" if all(one in _OPTIMISM for one in balances) else ""


def balance_of_ticks(note: TranslationNote) -> str:
    """What the two ticks of earlier versions say on the scale between challenge and optimism; empty without any."""
    if note.challenges and note.encourages:
        return "both"
    return "challenge" if note.challenges else "optimism" if note.encourages else ""


def begun_from_ticks(note: TranslationNote) -> TranslationNote:
    """The note with its place on the scale taken from the ticks, which stay as they are."""
    return msgspec.structs.replace(note, balance=note.balance or balance_of_ticks(note))


def neighbours(entries: Sequence[GateEntry], entry_id: str) -> tuple[str, str]:
    """The ids of the entries before and after one in a list; empty at its ends, and where it is not in it."""
    ids = [one.id for one in entries]
    if entry_id not in ids:
        return "", ""
    at = ids.index(entry_id)
    return ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""
