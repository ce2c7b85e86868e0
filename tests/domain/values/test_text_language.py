"""The language of texts: what the framework and the example say in three languages is told apart, and is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.content import LANGUAGES, read_framework
from fosdesk.domain.values.text_language import language_of, passages

SAMI = "Mánáin lea vuoigatvuohta oahppat sámegiela. Buot mánát galget dovdat ahte sii leat bures boahtán skuvlii."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_framework_is_in_its_own_language(language: str) -> None:
    family = {"en": {"en"}}.get(language, {"nb", "nn"})
    texts = [f"{item.text} {item.why}" for item in read_framework(language).items]
    told = [language_of(text) for text in texts]
    assert {one for one in told if one} <= family
    assert told.count("") <= 2, "few are left open"
    if language != "en":
        assert told.count(language) > len(told) * 0.7


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi møter hver elev hver dag", "nb"),
        ("Leseløftet", "nb"),
        ("Kurs i klasseledelse", "nb"),
        ("Dei tilsette var med på å seie kva det betyr", "nn"),
        ("We choose what we take in.", "en"),
        ("I was there", "en"),
        (SAMI, "se"),
        ("Sámi giella lea min giella", "se"),
        ("Bures boahtin min skuvlii", "se"),
        ("Åse said that the work is good", "en"),
        ("Áile", ""),
        ("Fjordvik", ""),
        ("", ""),
        ("2026 – 12", ""),
        ("Start", ""),
        ("عربي", ""),
    ],
)
def test_clear_cases_are_told_and_unclear_ones_left_open(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_norwegian_document_holds_passages_in_sami_and_english() -> None:
    text = f"Vi skrev det på to språk. {SAMI} Det var elevrådet som ba om det.\nWe have written what this is about."
    found = list(passages(text, "nn"))
    assert [language for _, language in found] == ["", "se", "", "en"]
    assert found[1][0].strip() == SAMI
    assert found[3][0] == "We have written what this is about."


def test_bokmal_and_nynorsk_are_not_foreign_to_each_other_but_are_in_english() -> None:
    text = "Dei tilsette var med på å seie kva det betyr"
    assert list(passages(text, "nb")) == [(text, "")]
    assert list(passages(text, "en")) == [(text, "nn")]


def test_a_short_sentence_goes_with_those_around_it() -> None:
    text = "Vi møtte alle elevene den første uken. Start: 12. Og så begynte vi på nytt med det som var igjen."
    assert list(passages(text, "en")) == [(text, "nb")]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_nothing_of_a_text_is_lost(text: str, language: str) -> None:
    found = list(passages(text, language))
    assert "".join(stretch for stretch, _ in found) == text
    assert all(one != other for (_, one), (_, other) in zip(found, found[1:], strict=False))
