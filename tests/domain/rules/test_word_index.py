"""Words of many texts: begun, of the same stem, as a part, or with one typing error."""

import pytest

from fosdesk.domain.rules.word_index import Matches, WordIndex
from fosdesk.domain.values.word_stems import words_of

TITLES = ("Leksefri på mellomtrinnet", "Læring i fritida", "Møte om lekser", "Skulehage", "Åpen dør")


def match(word: str) -> Matches:
    index = WordIndex()
    for number, title in enumerate(TITLES):
        index.add(number, words_of(title), words_of("alt annet om saken" if number % 2 else ""))
    return index.match(words_of(word)[0])


@pytest.mark.parametrize(
    ("word", "titles"),
    [
        ("lekser", {0, 2}),
        ("leksene", {0, 2}),
        ("leksefritt", {0}),
        ("mellomtrinn", {0}),
        ("møtene", {2}),
        ("skolehagen", {3}),
        ("aapen", {4}),
        ("Leksfri", {0}),
        ("mellomtrinet", {0}),
        ("mellmotrinn", {0}),
        ("emllomtrinnet", {0}),
        ("sakke", set()),
        ("zzz", set()),
    ],
)
def test_a_title_is_found_by_a_word_as_people_type_it(word: str, titles: set[int]) -> None:
    assert match(word).title == titles


def test_a_part_within_a_word_is_found_after_words_that_begin_so() -> None:
    found = match("trinn")
    assert found.title == set()
    assert found.title_part == {0}
    assert match("saken").text == {1, 3}


def test_one_or_two_letters_are_looked_for_in_titles_alone() -> None:
    assert match("an").text == set()
    assert match("le").title == {0, 2}


def test_words_that_are_added_later_are_found() -> None:
    index = WordIndex()
    index.add(0, ["lek"], [])
    assert index.match("lek").title == {0}
    index.add(1, ["lekser"], ["lek"])
    assert index.match("lek").title == {0, 1}
    assert index.match("lek").same == {0}


def test_a_part_that_is_everywhere_is_bounded() -> None:
    index = WordIndex()
    index.add(0, [f"a{n}ing" for n in range(5_000)], [])
    begun, parts = index.words_like("ing")
    assert (len(begun), len(parts)) == (0, 600)
