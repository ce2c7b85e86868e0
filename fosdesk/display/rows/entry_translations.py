"""Translations as their list shows them: what was let in, our own words for it, and where the translation stands."""

from typing import Annotated

import msgspec

from fosdesk.domain.fields import Choice, Long, Noun, Option, Privacy, Record, Use, fields_of, noun_of
from fosdesk.domain.records import GateEntry, TranslationNote
from fosdesk.domain.rules.review.translations import translation_id, translations
from fosdesk.domain.school import School

WRITTEN, WAITING = "written", "waiting"  # where a translation stands while nobody has said it; neither is ever stored
_ENTRY, _NOTE = fields_of(GateEntry), fields_of(TranslationNote)
_STANDING = _NOTE["standing"]
assert isinstance(_STANDING, Choice)


class EntryTranslation(Record, frozen=True):
    """An entry with its translation; the id is that of the translation, whether or not anybody has written in it."""

    what: Annotated[str, _ENTRY["what"]] = ""
    our_words: Annotated[str, Long("Our own words", privacy=Privacy.OPEN)] = ""
    standing: Annotated[
        str,
        Choice(
            "Where it stands",
            (*_STANDING.options, Option(WRITTEN, "Written"), Option(WAITING, "Let in, and not translated")),
            privacy=Privacy.OPEN,
        ),
    ] = ""
    came: Annotated[str, _ENTRY["came"]] = ""


ENTRY_TRANSLATIONS = Noun(
    "translation_note",
    EntryTranslation,
    one="Translation note",
    many="Translations",
    title="what",
    page="gatekeeping",
    use=Use(
        new=noun_of(TranslationNote).use.new,
        columns=("our_words", "came"),
        filters=("standing",),
        group="standing",
    ),
)


def entry_translations(school: School, *, with_waiting: bool) -> tuple[EntryTranslation, ...]:
    """Those in hand first; `with_waiting` those, too, that were let in and have no translation yet."""
    found = translations(school)
    written = (_row(school, entry, WRITTEN) for entry in found.written)
    waiting = (_row(school, entry, WAITING) for entry in found.waiting) if with_waiting else ()
    return (*written, *waiting)


def _row(school: School, entry: GateEntry, otherwise: str) -> EntryTranslation:
    note = school.get(TranslationNote, translation_id(entry.id))
    first = note.our_words.strip() or note.monday.strip() or note.reshaped.strip()
    standing = note.standing or otherwise
    row = EntryTranslation(note.id, what=entry.what, our_words=first, standing=standing, came=entry.came)
    return msgspec.structs.replace(row, put_away=note.put_away)
