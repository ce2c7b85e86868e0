"""How often a document is written for one look at what goes in: what the document never asks for needs no look."""

from collections.abc import Iterator
from datetime import date

import pytest

from fosdesk.content import read_framework
from fosdesk.privacy.audience import Audience
from fosdesk.reports import document_preview
from fosdesk.reports.document_catalogue import DOCUMENTS, document_module
from fosdesk.reports.document_kind import Document
from fosdesk.reports.document_preview import document_content
from fosdesk.reports.document_reader import DocumentReader
from fosdesk.reports.writer import Writer
from fosdesk.words import read_words
from tests.reports.telling import example, known_names_of, with_history

DAY = date(2026, 11, 23)


class CountedDocument:
    """A real document that counts how often it is written."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.writes = 0

    def nouns(self) -> tuple[str, ...]:
        return self._document.nouns()

    def extra_fields(self) -> tuple[str, ...]:
        return self._document.extra_fields()

    def write(self, writer: Writer, reader: DocumentReader) -> None:
        self.writes += 1
        self._document.write(writer, reader)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[CountedDocument]]:
    """The documents that the preview asks for, counted."""
    found: list[CountedDocument] = []
    real = document_module

    def counted(key: str) -> Document:
        found.append(CountedDocument(real(key)))
        return found[-1]

    monkeypatch.setattr(document_preview, "document_module", counted)
    yield found
    assert found


def writes(made: list[CountedDocument], key: str, audience: Audience) -> int:
    school = example("nb")
    history = with_history(school) if DOCUMENTS[key].history else ()
    names = known_names_of(school, history)
    document_content(key, school, read_framework("nb"), read_words("nb"), audience, DAY, names=names, history=history)
    return sum(one.writes for one in made)


LONG = [(key, audience) for key, kind in DOCUMENTS.items() if not kind.brief for audience in kind.audiences]
BRIEF = [(key, kind.audiences[0]) for key, kind in DOCUMENTS.items() if kind.brief]


@pytest.mark.parametrize(("key", "audience"), LONG)
def test_a_long_document_is_written_twice_or_with_what_may_be_ticked_three_times(
    key: str, audience: Audience, made: list[CountedDocument]
) -> None:
    most = 2 if audience is Audience.SCHOOL else 3
    # A kind that is in its figures alone is tried without; in the description those are the follow-ups.
    assert writes(made, key, audience) <= most + (key == "description")


@pytest.mark.parametrize(("key", "audience"), BRIEF)
def test_a_short_one_is_written_for_each_kind_that_it_counts_and_does_not_tell(
    key: str, audience: Audience, made: list[CountedDocument]
) -> None:
    assert writes(made, key, audience) <= 30
