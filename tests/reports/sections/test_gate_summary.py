"""The chapter on gatekeeping in the description: the translation note is part of it."""

from pathlib import Path

from fosdesk.domain.records import GateEntry, Person, TranslationNote
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, said

ENTRY = GateEntry("g1", what="A course", decision="adapted", reason="It fits. " * 60 + "So we took it.")
NOTE = TranslationNote(
    "translation:g1", kept="The question", added="A talk", reshaped="One day\n\nto four", challenges=True
)


def test_how_a_thing_became_the_schools_own_stands_below_it(tmp_path: Path) -> None:
    text = said(tmp_path, "description", ENTRY, NOTE)
    assert in_order(text, "A course", "So we took it.", "Unchanged: The question", "Added: A talk")
    assert in_order(text, "Reshaped: One day to four", "What it does to us: It challenges us")


def test_a_note_that_names_somebody_stays_at_the_school(tmp_path: Path) -> None:
    named = TranslationNote("translation:g1", added="Turid Testad tells about it")
    person = Person("p", name="Turid Testad", role="teacher")
    assert "Added: Turid Testad" in said(tmp_path, "description", ENTRY, named, person)
    assert "Turid" not in said(tmp_path, "description", ENTRY, named, person, audience=Audience.NETWORK)
