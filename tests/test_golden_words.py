"""Labels, hints, options, nouns, steps, advice and titles say what they said, but where a difference is meant."""

import pytest

from tests.golden_words import Difference, all_said, differences, golden, meant


def test_each_place_says_what_it_said_or_what_is_meant() -> None:
    found = sorted(differences(golden(), all_said()) - meant().keys())
    assert not found, "\n".join(["lines for words_changed.tsv, with a reason behind each:", *map("\t".join, found)])


def test_what_is_meant_is_so() -> None:
    stale = meant().keys() - differences(golden(), all_said())
    assert stale == set(), "take it out of words_changed.tsv"
    assert [line for line, why in meant().items() if not why.strip()] == []


@pytest.mark.parametrize("kind", ["noun", "label", "hint", "option", "step", "advice", "document", "page", "role"])
def test_every_kind_of_place_is_listed(kind: str) -> None:
    listed = [texts for place, texts in golden().items() if place.split()[0] == kind]
    assert len(listed) >= 5
    assert all(text.strip() for texts in listed for text in texts.values())


def test_another_word_is_noticed() -> None:
    before = {"label meeting day": {"nb": "Dato", "en": "Date"}, "page time": {"nb": "Tid"}}
    now = {"label meeting day": {"nb": "Dag", "en": "Date"}, "page new": {"nb": "Ny"}}
    assert differences(before, now) == {
        Difference("label meeting day", "nb", "Dato", "Dag"),
        Difference("page time", "nb", "Tid", ""),
    }
