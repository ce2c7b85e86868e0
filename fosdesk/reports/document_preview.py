"""What a document would hold for an audience and what would stay out of it, told before it is made."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS, Long, Short
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.privacy.name_detector import Names
from fosdesk.privacy.privacy_filter import filter_school
from fosdesk.reports.document_catalogue import DOCUMENTS, module_of, offered
from fosdesk.reports.document_reader import Reader
from fosdesk.reports.preview_recorder import PreviewRecorder
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS, write_opening
from fosdesk.reports.withheld_text import LeftOut
from fosdesk.words import Words


class Held(NamedTuple):
    """One line of what goes in."""

    what: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks


class DocumentContent(NamedTuple):
    """What a document would hold for an audience, and what would stay out (also what is ticked this one time)."""

    held: tuple[Held, ...]
    left_out: tuple[LeftOut, ...]


def document_content(
    key: str,
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    ticked: Collection[str] = (),
    *,
    names: Names,
    history: History = (),
) -> DocumentContent:
    """What the document would hold and what would stay out, in the language of `words`.

    `names` are all that were ever written in the school.
    What goes in is heard from the document itself. A thing that stays out may be ticked where that lets it in.
    """
    document, brief = module_of(key), DOCUMENTS[key].brief

    def filtered_with(ticked: Collection[str] = ()) -> Filtered:
        return filter_school(school, audience, names=names, ticked=ticked, history=history)

    untouched = filtered_with()
    counted = audience is Audience.RESEARCH  # then no record is told about, and all of them are counted

    def heard(filtered: Filtered) -> tuple[PreviewRecorder, Reader]:
        recorder, reader = PreviewRecorder(brief=brief), Reader(filtered, framework, words, audience, day)
        write_opening(recorder, reader, "", "", "", brief=brief)
        document.write(recorder, reader)
        return recorder, reader

    recorder, reader = heard(filtered_with(ticked) if ticked else untouched)
    held = []
    for name, fields in places_shown(key).items():
        noun = NOUNS[name]
        count = sum(
            any(getattr(record, field) != noun.fields[field].blank for field in fields)
            if counted
            else recorder.heard_of(record, fields, reader)
            for record in reader.school.of(noun.record)
        )
        if count:
            held.append(Held(noun_many(words, noun), count))
    might = offered(document, school, untouched, words, audience)
    if might and not counted:
        opened, _ = heard(filtered_with({one.place for one in might}))
        might = tuple(
            one._replace(may_tick=any(opened.heard(text) for text in _texts_at(school, history, words, one.place)))
            for one in might
        )
    return DocumentContent(tuple(held), might)


def _texts_at(school: School, history: History, words: Words, place: str) -> Iterator[str]:
    """All that was ever written in a field, or in every field of a noun."""
    key, _, only = place.partition(".")
    noun = NOUNS[key]
    for name in [only] if only else noun.fields:
        values = [getattr(record, name) for record in school.of(noun.record)]
        values += [one.value for one in history if one.noun == key and one.field == name]
        if isinstance(noun.fields[name], Short | Long):
            yield from (one for one in values if isinstance(one, str) and one)
        elif any(values):
            # A yes or no, or who is meant, has no words of its own to listen for.
            yield label_words(words, noun.fields[name])


def places_shown(key: str) -> dict[str, list[str]]:
    """The fields that a document shows, by noun; what stands on every cover is no news."""
    document = module_of(key)
    shown = {
        name: [field for field, kind in NOUNS[name].fields.items() if not kind.hidden] for name in document.nouns()
    }
    for place in document.also():
        noun, _, field = place.partition(".")
        if place not in SCHOOL_FACTS and noun not in document.nouns():
            shown.setdefault(noun, []).append(field)
    return shown
