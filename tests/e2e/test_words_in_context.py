"""Wherever the program shows a word of a definition, on the screen or on paper, it is that of the word's own place."""

import re
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import catalogues
from fosdesk.content import read_framework
from fosdesk.display.noun_words import defined_texts
from fosdesk.domain.records import ExistingGroup, GateEntry, OwnItem, Partner, Person, Seat, StopItem, TimeSlot
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, make_document
from fosdesk.reports.document_preview import document_content
from fosdesk.reports.documents import information_notice
from fosdesk.reports.sections.document_opening import AUDIENCES
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.words import read_words
from tests.program import Start
from tests.reading import text_of, words_on
from tests.reports.telling import example, known_names_of, with_history
from tests.sampling import sampled

PACKAGE = Path(__file__).resolve().parents[2] / "fosdesk"
ASTRAY = "Qqq"  # what a text says that is looked up without its context


def own_words() -> dict[str, str]:
    """Each place says what it says, and the plain entries that serve definitions alone say that they are astray."""
    nb = read_words("nb")
    rows = (title for title, _, _ in information_notice.ROWS)
    tables = (*(one.title for one in DOCUMENTS.values()), *LAPTOP_ROLES.values(), *AUDIENCES.values(), *rows)
    asked = {*catalogues.text_locations(PACKAGE), *tables}
    texts = list(defined_texts())
    places = {f"{text.context}|{text.english}": nb.about(*text) for text in texts}
    return places | {text.english: f"{ASTRAY} {text.english}" for text in texts if text.english not in asked}


def astray(text: str) -> list[str]:
    """What was looked up without its context."""
    return re.findall(rf"{ASTRAY}.{{0,40}}", text)


def test_most_words_of_definitions_are_watched() -> None:
    watched = [text for text, said in own_words().items() if said.startswith(ASTRAY)]
    assert len(watched) > 150
    assert {"Why it matters here", "Resource person", "Literature", "Core component"} <= {*watched}


@pytest.mark.parametrize("audience", sampled([Audience.SCHOOL, Audience.RESEARCH]))
def test_documents_and_what_they_leave_out(audience: Audience, tmp_path: Path) -> None:
    school, framework = example("nb"), read_framework("nb")
    words, day = read_words("nb").extended(own_words()), date(2026, 11, 23)
    made = 0
    for key, document in DOCUMENTS.items():
        if audience in document.audiences:
            pdf = tmp_path / f"{key}.pdf"
            past = with_history(school) if document.history else ()
            names = known_names_of(school, past)
            make_document(key, school, framework, words, audience, day, pdf, names=names, history=past)
            made += 1
            assert astray(text_of(pdf)) == [], key
            held = document_content(key, school, framework, words, audience, day, names=names, history=past)
            assert astray(str(held)) == [], key
    assert made


def test_pages_and_what_opens_on_them(qtbot: QtBot, example_store: Path, started: Start, tmp_path: Path) -> None:
    folder = tmp_path / "school"
    folder.mkdir()
    (folder / "fosdesk.db").write_bytes(example_store.read_bytes())
    program = started(folder, more_words=own_words())
    window = program.window
    assert window.desk is not None
    school, seen = window.desk.school, 0
    for place in PAGES:
        window.go(place.key, "")
        said = words_on(window)
        seen += len(said)
        assert astray("|".join(said)) == [], place.key
    for kind, page in (
        (GateEntry, "gatekeeping"),
        (Person, "work_group"),
        (Seat, "work_group"),
        (ExistingGroup, "work_group"),
        (Partner, "work_group"),
        (TimeSlot, "time"),
        (StopItem, "time"),
        (OwnItem, "phase-F1"),
    ):
        window.go(page, school.of(kind)[0].id)
        said = words_on(window)
        seen += len(said)
        assert astray("|".join(said)) == [], kind.__name__
    assert seen > 500
