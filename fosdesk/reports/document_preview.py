"""The preview of a document: how many records it includes, and what is withheld from the audience."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS, Long, Short
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.document_catalogue import DOCUMENTS, document_module, withheld_and_tickable
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.document_school import DocumentSchool
from fosdesk.reports.preview_recorder import PreviewRecorder
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS, write_opening
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.words import Words


class IncludedItem(NamedTuple):
    """A kind of record that the document includes, and how many of them."""

    subject: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks


class DocumentContent(NamedTuple):
    """What a document includes and withholds for an audience; what is ticked is still listed as withheld."""

    included: tuple[IncludedItem, ...]
    withheld: tuple[WithheldItem, ...]


def document_content(
    key: str,
    school: School,
    framework: Framework,
    words: Words,
    audience: Audience,
    day: date,
    ticked: Collection[str] = (),
    *,
    names: NameDetector,
    within: Period | None = None,
    history: History = (),
) -> DocumentContent:
    """What the document includes and withholds, in the language of `words`.

    The document is written to a `PreviewRecorder`, so that only what it really says counts. `names` are all that were
    ever written in the school. A withheld item may be ticked only if that adds something to the document.
    """
    document, kind, brief = document_module(key), DOCUMENTS[key], DOCUMENTS[key].brief
    chosen = within if kind.by_period else None
    school, outside = DocumentSchool.of(school, chosen)

    def filtered_with(ticked: Collection[str] = ()) -> Filtered:
        limited = DocumentSchool(school, outside)
        return limited.filtered(audience, kind.home_fields, names=names, ticked=ticked, history=history)

    unticked = filtered_with()
    is_research = audience is Audience.RESEARCH  # then records are counted, not shown one by one

    def recorded_with(filtered: Filtered) -> tuple[PreviewRecorder, DocumentReader]:
        recorder = PreviewRecorder(brief=brief)
        reader = DocumentReader(filtered, framework, words, audience, day, within=chosen, outside=outside)
        write_opening(recorder, reader, "", "", "", brief=brief)
        document.write(recorder, reader)
        return recorder, reader

    recorder, reader = recorded_with(filtered_with(ticked) if ticked else unticked)
    included = []
    for name, fields in shown_fields(key).items():
        noun = NOUNS[name]
        count = sum(
            any(getattr(record, field) != noun.fields[field].blank for field in fields)
            if is_research
            else recorder.mentions_record(record, fields, reader)
            for record in reader.school.of(noun.record)
        )
        if count:
            included.append(IncludedItem(noun_many(words, noun), count))
    tickable = withheld_and_tickable(document, school, unticked, words, audience)
    if tickable and not is_research:
        opened_recorder, _ = recorded_with(filtered_with({one.place for one in tickable}))
        tickable = tuple(
            one._replace(
                may_tick=any(
                    opened_recorder.contains(text) for text in _texts_written(school, history, words, one.place)
                )
            )
            for one in tickable
        )
    return DocumentContent(tuple(included), tickable)


def _texts_written(school: School, history: History, words: Words, place: str) -> Iterator[str]:
    """All values ever written in the field «noun.field», or in every field of a noun."""
    key, _, only = place.partition(".")
    noun = NOUNS[key]
    for name in [only] if only else noun.fields:
        values = [getattr(record, name) for record in school.of(noun.record)]
        values += [one.value for one in history if one.noun == key and one.field == name]
        if isinstance(noun.fields[name], Short | Long):
            yield from (one for one in values if isinstance(one, str) and one)
        elif any(values):
            # A yes or no, or a reference, has no text of its own; its label is looked for.
            yield label_words(words, noun.fields[name])


def shown_fields(key: str) -> dict[str, list[str]]:
    """The fields that a document shows, by noun; without those that every cover shows."""
    document = document_module(key)
    shown = {
        name: [field for field, kind in NOUNS[name].fields.items() if not kind.hidden] for name in document.nouns()
    }
    for place in document.extra_fields():
        noun, _, field = place.partition(".")
        if place not in SCHOOL_FACTS and noun not in document.nouns():
            shown.setdefault(noun, []).append(field)
    return shown
