"""Trouble carries one sentence, and what fills it is never read as part of it."""

import pytest

from fosdesk.errors import FosdeskError


def test_the_sentence_is_filled_with_its_arguments() -> None:
    trouble = FosdeskError("The file {name} is newer than version {version}.", name="a.fosdesk", version=2)
    assert str(trouble) == "The file a.fosdesk is newer than version 2."
    assert trouble.sentence == "The file {name} is newer than version {version}."
    assert trouble.arguments == {"name": "a.fosdesk", "version": 2}


@pytest.mark.parametrize("name", ["{name}", "{0}", "{", "%s", "<b>"])
def test_arguments_are_never_read_as_a_sentence(name: str) -> None:
    assert str(FosdeskError("Cannot read {name}.", name=name)) == f"Cannot read {name}."


def test_an_argument_may_have_any_name() -> None:
    assert str(FosdeskError("{sentence} {self}", sentence="a", self="b")) == "a b"


def test_a_sentence_without_arguments_stands_as_it_is() -> None:
    assert str(FosdeskError("A set {1, 2} of numbers.")) == "A set {1, 2} of numbers."
