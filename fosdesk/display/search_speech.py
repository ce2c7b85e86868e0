"""How nouns and values are said on the screen, for the search index: people find what they see."""

from collections.abc import Iterable

from fosdesk.display.noun_words import noun_many, noun_one
from fosdesk.display.record_words import value_text
from fosdesk.domain.fields import Field, Noun, Scalar
from fosdesk.words import Words


class ShownSpeech:
    """In the language of the screen."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def kind(self, noun: Noun) -> Iterable[str]:
        """The names of a noun, of one and of many."""
        return noun_one(self._words, noun), noun_many(self._words, noun)

    def value(self, field: Field, value: Scalar) -> str:
        """A value in words; the target of a reference is left out."""
        return value_text(self._words, field, value, lambda _: "", lambda _: "")
