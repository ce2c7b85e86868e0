"""Every way in which a school's words leave it: each tells which fields came out, for any noun and audience.

A way joins with `@way`, naming the modules of the program that it drives. `test_ways_out` finds every module that asks
the privacy filter, and fails until a way drives it.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.journal import heads
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.exchange.school_file import read_school_file, reference_journal, write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import NAME_IN_TEXT
from fosdesk.privacy.name_detector import Names
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.reports.document_preview import document_content, places_shown
from fosdesk.words import read_words
from tests.privacy.planted import mark
from tests.reports.telling import DAY, grown
from tests.reports.word.word_reading import everything_in_word

Place = tuple[str, str]  # a noun and one of its fields


class Asked(NamedTuple):
    """A school that goes out: to whom, whose names are known, and what is ticked this one time."""

    school: School
    audience: Audience
    names: Names
    ticked: Collection[str]
    folder: Path


class Way(NamedTuple):
    """`told` gives the fields of which anything came out; `drives` are the modules of the program that it uses."""

    told: Callable[[Asked], set[Place]]
    drives: tuple[str, ...]


WAYS: dict[str, Way] = {}
Told = Callable[[Asked], set[Place]]


def way(name: str, *drives: str) -> Callable[[Told], Told]:
    """Let a way out join."""

    def declare(told: Told) -> Told:
        WAYS[name] = Way(told, drives)
        return told

    return declare


def marked(said: str) -> set[Place]:
    """The fields whose marks stand in what was said."""
    return {(key, name) for key, noun in NOUNS.items() for name in noun.fields if mark(key, name) in said}


def documents(asked: Asked, ending: str, read: Callable[[bytes], str]) -> set[Place]:
    """What all documents for an audience tell together, made as files of one kind."""
    found: set[Place] = set()
    for key, kind in DOCUMENTS.items():
        if asked.audience in kind.audiences:
            path = asked.folder / f"{key}{ending}"
            history = grown(asked.school) if kind.history else ()
            words = read_words("en")
            make_document(
                key,
                asked.school,
                read_framework("en"),
                words,
                asked.audience,
                DAY,
                path,
                names=asked.names,
                ticked=asked.ticked,
                history=history,
            )
            found |= marked(read(path.read_bytes()))
    return found


@way("PDF", "fosdesk.reports.document_catalogue")
def _pdf(asked: Asked) -> set[Place]:
    from tests.privacy.test_documents_privacy import everything_in

    return documents(asked, ".pdf", everything_in)


@way("Word", "fosdesk.reports.document_catalogue")
def _word(asked: Asked) -> set[Place]:
    return documents(asked, ".docx", everything_in_word)


@way("school file for others", "fosdesk.exchange.reference_journal")
def _file(asked: Asked) -> set[Place]:
    if asked.audience is Audience.RESEARCH:
        return set()  # no such file is made
    journal = reference_journal(
        asked.school, names=asked.names, name="", audience=asked.audience, ticked=asked.ticked, now=1
    )
    read = read_school_file(write_school_file(journal, app="t", made=1, reference=True)).journal
    return {
        (key, name)
        for key, noun in NOUNS.items()
        for record in school_from_heads(read.school, heads(read)).of(noun.record)
        for name, value in values_of(record).items()
        if value != noun.fields[name].blank
    }


@way("preview", "fosdesk.reports.document_preview")
def _preview(asked: Asked) -> set[Place]:
    """What documents show and the preview does not name among what stays out."""
    found: set[Place] = set()
    for key, kind in DOCUMENTS.items():
        if asked.audience not in kind.audiences or asked.audience is Audience.RESEARCH:
            continue
        words, history = read_words("en"), grown(asked.school) if kind.history else ()
        told = document_content(
            key,
            asked.school,
            read_framework("en"),
            words,
            asked.audience,
            DAY,
            asked.ticked,
            names=asked.names,
            history=history,
        )
        out = {
            (noun, field)
            for one in told.left_out
            if one.place not in asked.ticked
            for noun, _, only in [one.place.partition(".")]
            for field in ([only] if only else NOUNS[noun].fields)
            if one.why != NAME_IN_TEXT or one.count == len(asked.school.of(NOUNS[noun].record))
        }
        found |= {(noun, name) for noun, names in places_shown(key).items() for name in names} - out
    return found
