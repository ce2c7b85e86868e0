"""Translation cards: source and school side by side, what became of it, and nothing of what nobody wrote."""

from pathlib import Path

from fosdesk.domain.records import GateEntry, SchoolProfile, TranslationNote
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

ENTRY = GateEntry(
    "g", what="Eight steps", kind="theory", brought_by="The university", came="2026-09-03", decision="adapted"
)
NOTE = TranslationNote(
    "translation:g",
    essential_source="They ask first.",
    essential_here="We advise at once.",
    not_lost_here="The assistants are there.",
    source_words="Guidance",
    our_words="Tell, ask, wait",
    source_asks="Ninety minutes.",
    monday="Twenty minutes.",
    kept="Advice comes last.",
    left_out="The clock.",
    way="replaces",
    existing="The round",
    challenge="To wait.",
    balance="more_challenge",
    optimism="Two teams went on.",
    tried_with="Two teachers",
    tried="2026-11-03",
    feedback="Ten minutes are long.",
    standing="trying",
)
THINKS = SchoolProfile("school", how_we_think="Small things each day.")
OTHER = GateEntry("h", what="NOT HERE", decision="admitted")


def test_a_card_has_both_sides_then_what_became_of_it(tmp_path: Path) -> None:
    text = said(tmp_path, "translation_cards", THINKS, ENTRY, OTHER, NOTE)
    assert in_order(
        *(text, "How we think here", "Small things each day.", "Eight steps", "Theory · from the university"),
        *("In the source", "Here at the school", "They ask first.", "We advise at once."),
        *("The assistants are there.", "Guidance", "Tell, ask, wait", "Ninety minutes.", "Twenty minutes."),
        *("Advice comes last.", "The clock.", "The round (replaces it)", "To wait."),
        *("Challenges more than it creates optimism", "Two teams went on.", "Two teachers, 3 November 2026"),
        *("Ten minutes are long.", "Is being tried"),
    )
    assert "NOT HERE" not in text


def test_what_nobody_wrote_of_is_not_named(tmp_path: Path) -> None:
    note = TranslationNote("translation:g", kept="All of it.", encourages=True, way="addition")
    text = said(tmp_path, "translation_cards", ENTRY, note)
    assert in_order(text, "All of it.", "Beside what we have", "Comes in addition", "It makes us believe that we can")
    for absent in ("In the source", "Question", "Tried with", "How we think here", "Left out"):
        assert absent not in text
    assert "Nothing has been translated yet." in said(tmp_path, "translation_cards", ENTRY)


def test_word_has_the_same_in_nynorsk(tmp_path: Path) -> None:
    school = school_of(THINKS, ENTRY, NOTE)
    made = make(tmp_path, "translation_cards", school, language="nn", ending=".docx")[1]
    text = words_of(made)
    assert in_order(text, "Omsetjarkort", "Slik tenkjer vi her", "I kjelda", "Hos oss", "Tell, ask, wait")
