"""How nouns and values are said, as far as the search has to know."""

from collections.abc import Iterable
from typing import Protocol

from fosdesk.domain.fields import Choice, Field, Noun, Scalar


class Speech(Protocol):
    """How nouns and values are said on the screen, so that people find what they see."""

    def kind(self, noun: Noun) -> Iterable[str]:
        """The names of a noun, of one and of many."""

    def value(self, field: Field, value: Scalar) -> str:
        """A value in words."""


class PlainSpeech:
    """As the definitions say it, in English."""

    def kind(self, noun: Noun) -> Iterable[str]:
        """The names of the definition."""
        return noun.one, noun.many

    def value(self, field: Field, value: Scalar) -> str:
        """The label of an option; any other value as it is stored."""
        return field.label_of(str(value)) if isinstance(field, Choice) else str(value)
