"""A search as somebody asks it: small words go, and what is asked for is heard."""

import pytest

from fosdesk.domain.rules.search_question import Asks, question_in


@pytest.mark.parametrize(
    ("asked", "words", "asks"),
    [
        ("Hva bestemte vi om leksefri?", ("leksefri",), Asks.DECIDED),
        ("Kva avgjorde vi om leksefri", ("leksefri",), Asks.DECIDED),
        ("what did we decide about homework", ("homework",), Asks.DECIDED),
        ("neste møte", ("møte",), Asks.WHEN),
        ("når er planleggingsdagen", ("planleggingsdagen",), Asks.WHEN),
        ("kven ringjer FAU", ("ringjer", "fau"), Asks.WHO),
        ("hvorfor sa vi nei til leksefri", ("leksefri",), Asks.WHY | Asks.DECIDED),
        ("kva svara vi kommunen", ("kommunen",), Asks.REPLY),
        ("kva skjer i desember", ("desember",), Asks.WHEN),
        ("forrige møte", ("møte",), Asks.LAST),
        ("leksefri", ("leksefri",), Asks.NOTHING),
        ("leksefri m", ("leksefri",), Asks.NOTHING),
        ("F2-17", ("f2-17", "f2", "17"), Asks.NOTHING),
    ],
)
def test_a_question_is_read(asked: str, words: tuple[str, ...], asks: Asks) -> None:
    found = question_in(asked)
    assert (found.words, found.asks) == (words, asks)


def test_small_words_alone_are_looked_for() -> None:
    assert question_in("hva").wanted == ("hva",)
    assert question_in("hva kommer neste").wanted == ("kommer",)
    assert question_in("neste").wanted == ()


def test_what_is_pasted_has_an_end() -> None:
    assert len(question_in(" ".join(f"ord{n}" for n in range(100))).typed) == 12
    assert question_in(" , . – ").typed == ()


def test_acts_are_asked_for_with_the_words_that_ask() -> None:
    assert question_in("ny avgjørelse").said == ("ny", "avgjørelse")
    assert question_in("hva er det").said == ("hva", "er", "det")
