"""The preview of a document: how many records it includes, and what is withheld from the audience."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from fosdesk.display.noun_words import label_words, noun_many
from fosdesk.domain.changes.change_history import History
from fosdesk.domain.fields import NOUNS, Long, Record, Short, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.school import School
from fosdesk.domain.values.period import Period
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import Filtered
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.composition import Composition
from fosdesk.reports.document_catalogue import DOCUMENTS, document_module
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.preview_recorder import PreviewRecorder
from fosdesk.reports.sections.document_opening import SCHOOL_FACTS, write_opening
from fosdesk.reports.sections.noun_section import has_visible_content
from fosdesk.reports.withheld_text import WithheldItem
from fosdesk.words import Words

R = TypeVar("R", bound=Record)


class IncludedItem(NamedTuple):
    """A kind of record and how many of it the document tells of; `counted` when more are in its numbers or figures."""

    subject: str
    count: int  # type: ignore[assignment]  # in place of the tuple's own, which nobody asks
    counted: bool = False


class DocumentContent(NamedTuple):
    """What a document includes and withholds for an audience; what is ticked is still listed as withheld.

    `shortened` are the kinds of texts that are cut, and `unlisted` those of records that its lists do not reach.
    """

    included: tuple[IncludedItem, ...]
    withheld: tuple[WithheldItem, ...]
    shortened: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


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
    meeting: str = "",
    history: History = (),
) -> DocumentContent:
    """What the document includes and withholds, in the language of `words`.

    The document is written to a `PreviewRecorder`, as short as it will be made, so that only what it really says
    counts. `names` are all that were ever written in the school. A withheld item may be ticked only if that adds
    something to the document.
    """
    document, kind = document_module(key), DOCUMENTS[key]
    composition = Composition(
        document,
        kind,
        school,
        framework,
        words,
        audience,
        day,
        names=names,
        ticked=ticked,
        within=within,
        meeting=meeting,
        history=history,
    )
    school = composition.school
    is_research = audience is Audience.RESEARCH  # then records are counted, not shown one by one
    room = composition.room()

    def recorded(filtered: Filtered, *, digest_only: bool = False) -> tuple[PreviewRecorder, DocumentReader]:
        recorder = PreviewRecorder(brief=kind.brief, digest_only=digest_only)
        reader = composition.reader(room, filtered)
        document.write(recorder, reader)
        return recorder, reader

    watched = _WatchedSchool(composition.filtered.school)
    recorder, reader = recorded(composition.filtered._replace(school=watched))
    # What the document itself asks for and says: the opening, which all have, asks for more, and so do the lines below.
    fingerprint, asked = recorder.fingerprint, frozenset(watched.asked)
    write_opening(recorder, reader, "", "", "", brief=kind.brief)

    def counts(records: Collection[Record]) -> bool:
        """Whether the document says something else when it does not know these records."""
        gone = {one.id for one in records}
        rest = {id_: record for id_, record in watched.records.items() if id_ not in gone}
        fewer = School(school.id, rest, watched.conflicts, watched.unknown)
        return recorded(composition.filtered._replace(school=fewer), digest_only=True)[0].fingerprint != fingerprint

    shown, included = shown_fields(key), []
    for name in (*shown, *(name for name in NOUNS if name not in shown)):
        noun = NOUNS[name]
        titled = kind.by_meeting and name != noun_of(school.profile).key  # an agenda may concern a record of any noun
        fields = shown.get(name, [noun.title] if titled else [])
        records = watched.of(noun.record)
        if is_research:
            counted = False
            count = sum(any(getattr(one, field) != noun.fields[field].blank for field in fields) for one in records)
        else:
            told = {one.id for one in records if recorder.mentions_record(one, fields, reader)}
            others = [one for one in records if one.id not in told and has_visible_content(one, noun)]
            count = len(told)
            # A long document that tells of some of them tells of nearly all, and takes long to write once more.
            looks_for_more = kind.brief or not told
            counted = bool(others) and looks_for_more and noun.record in asked and counts(others)
        if count or counted:
            included.append(IncludedItem(noun_many(words, noun), count, counted))
    tickable = composition.withheld_and_tickable
    if tickable and not is_research:
        opened, reader_of_all = recorded(composition.filtered_with({one.place for one in tickable}))
        write_opening(opened, reader_of_all, "", "", "", brief=kind.brief)
        tickable = tuple(
            one._replace(
                may_tick=one.may_tick
                and any(opened.contains(text) for text in _texts_written(school, history, words, one.place))
            )
            for one in tickable
        )
    short = reader.shortening
    return DocumentContent(tuple(included), tickable, tuple(short.cut_texts(words)), tuple(short.unlisted(words)))


class _WatchedSchool(School):
    """A school that notes which kinds of records are asked for."""

    __slots__ = ("asked",)

    def __init__(self, school: School, asked: set[type[Record]] | None = None) -> None:
        super().__init__(school.id, dict(school.records), school.conflicts, school.unknown)
        self.asked: set[type[Record]] = set() if asked is None else asked

    def of(self, record: type[R]) -> tuple[R, ...]:
        self.asked.add(record)
        return super().of(record)

    def get(self, record: type[R], record_id: str) -> R:
        self.asked.add(record)
        return super().get(record, record_id)

    def find(self, record_id: str) -> Record | None:
        found = super().find(record_id)
        if found is not None:
            self.asked.add(type(found))
        return found

    def replaced(self, parts: School, ids: Iterable[str]) -> School:
        return _WatchedSchool(super().replaced(parts, ids), self.asked)


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
