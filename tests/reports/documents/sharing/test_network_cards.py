"""Networks, cards by kind and groups of schools, in both presses, and who may read them."""

from pathlib import Path

from fosdesk.domain.records import Cohort, ExperienceCard, Network, Person
from fosdesk.privacy.audience import Audience
from tests.reports.pdf.structure_gate import faults
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

RECORDS = (
    Network("n", name="Outer coast", basis="geography", reach="across", purpose="To visit.", schools="Skerry\nBay"),
    ExperienceCard("g", what="Names at the door", kind="given", with_whom="Skerry", day="2026-05-04", network="n"),
    ExperienceCard("h", what="Walks", kind="harvested", with_whom="Bay", text="Talk while walking.\n\nIn pairs."),
    ExperienceCard("o", what="A visit", kind="offered"),
    Cohort("c2", name="Second", starts="2028V", condition="When the first are in phase 4."),
    Cohort("c1", name="First", starts="2024H", ours=True, schools="Skerry\nFjord"),
)


def test_networks_cards_and_groups(tmp_path: Path) -> None:
    text = said(tmp_path, "network_cards", *RECORDS)
    assert in_order(
        *(text, "Networks", "Outer coast", "Where they are · Across municipalities", "To visit.", "Skerry, Bay"),
        *("Given to others", "Names at the door", "Skerry · 4 May 2026 · Outer coast"),
        *("Got from others", "Walks", "Talk while walking.", "In pairs.", "Offered to a new school", "A visit"),
        *("Groups of schools", "First", "Skerry, Fjord", "Our school is in it", "Second", "When the first are"),
    )


def test_nothing_written_is_one_sentence(tmp_path: Path) -> None:
    assert "Nothing has been written down about other schools." in said(tmp_path, "network_cards")


def test_a_card_that_names_somebody_stays_at_the_school(tmp_path: Path) -> None:
    named = ExperienceCard("x", what="Turid Testad's idea", kind="given")
    text = said(tmp_path, "network_cards", *RECORDS, named, Person("p", name="Turid Testad"), audience=Audience.NETWORK)
    assert "Testad" not in text
    assert "Names at the door" in text


def test_it_is_tagged_and_word_has_the_same(tmp_path: Path) -> None:
    assert faults(make(tmp_path, "network_cards", school_of(*RECORDS), language="nb")[1]) == []
    made = make(tmp_path, "network_cards", school_of(*RECORDS), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Nettverk", "Outer coast", "Names at the door", "Puljer", "Second")
