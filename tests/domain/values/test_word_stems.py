"""Word stems: endings of bokmål and nynorsk are cut, words that mean other things stay apart."""

import pytest

from fosdesk.domain.values.word_stems import alike, is_near, stem, words_of

ONE_STEM = (
    "lekse lekser leksene leksa",
    "møte møter møtet møtene møta",
    "elev elever elevene elevar elevane elevens",
    "gruppe gruppa gruppen grupper gruppene",
    "vikar vikarer vikarene vikarar vikarane",
    "uke uker uken uka ukene",
    "time timer timen timene timane",
    "assistent assistenter assistentene assistentar assistentane",
    "trinn trinnet trinna trinnene",
    "skole skolen skoler skolene skulen skular skulane skule",
    "bok boka boken bøker bøkene",
    "kartlegging kartleggingen kartlegginga kartlegginger kartleggingar",
    "plass plassen plasser plassane",
    "rektor rektoren rektors rektorer",
    "mål målet måla målene",
    "avgjørelse avgjørelser avgjørelsen avgjerd avgjerder",
    "innspill innspillet innspel innspela",
    "benk benker benkene benken",
    "fravær fraværet fråvær fråværet",
)


@pytest.mark.parametrize("words", ONE_STEM)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(one) for one in words_of(words)}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("lærere", "læring"), ("lærerne", "lære"), ("ledere", "ledig"), ("tid", "tiltak")]
)
def test_other_words_have_another(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert not other.startswith(stem(one))


@pytest.mark.parametrize(
    "words", ["lærer lærere lærerne læreren", "leder ledere lederne lederen leiar leiarar leiarane"]
)
def test_whoever_does_something_keeps_the_ending_that_says_so(words: str) -> None:
    stems = {stem(one) for one in words_of(words)}
    assert all(one.startswith(min(stems, key=len)) for one in stems)


def test_a_stem_is_never_empty_nor_shorter_than_three_letters_of_a_longer_word() -> None:
    for word in ("a", "en", "et", "ene", "arane", "ss", "sene", "tete", "åer", "hest", "ernes", "ere"):
        assert len(stem(word)) >= min(len(word), 2)


def test_words_are_split_and_folded() -> None:
    assert words_of("F2-17: «Åse» og Håkon-Li, é!") == [
        "f2-17",
        "f2",
        "17",
        "åse",
        "og",
        "håkon-li",
        "håkon",
        "li",
        "e",
    ]
    assert words_of("Aasen Kaasa") == ["åsen", "kåsa"]
    assert words_of("") == []
    assert alike("skulemåltid") == "skolemåltid"


@pytest.mark.parametrize(
    "typed", ["leksefri", "lksefri", "lekssefri", "lekserfi", "leksefei", "eleksefri", "elksefri", "leksefr"]
)
def test_one_typing_error_is_near(typed: str) -> None:
    assert is_near(typed, "leksefri")


@pytest.mark.parametrize("typed", ["leskferi", "laksafri", "frilekse", "leksefrittogmer"])
def test_two_are_not(typed: str) -> None:
    assert not is_near(typed, "leksefri")


def test_the_first_letter_of_a_short_word_is_as_it_is() -> None:
    assert not is_near("kaker", "saker")
    assert is_near("sakre", "saker")
