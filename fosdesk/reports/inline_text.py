"""What running text is made of, as the documents write it: plain words, and a few kinds of marked ones."""

from collections.abc import Sequence
from typing import NamedTuple


class Bold(NamedTuple):
    """Words that stand out."""

    text: str


class Italic(NamedTuple):
    """Words in italics, such as a title."""

    text: str


class Link(NamedTuple):
    """Words that lead somewhere: a web or mail address, or «#key» of a heading."""

    target: str
    text: str


class Foreign(NamedTuple):
    """Words in another language than the document's, such as «se» for North Sámi."""

    language: str
    text: str


Part = str | Bold | Italic | Link | Foreign
Text = Part | Sequence[Part]


class Item(NamedTuple):
    """A list item with items below it."""

    text: Text
    below: Sequence["Item | Text"] = ()


class Blank(NamedTuple):
    """A place to write on paper: what is asked, what is known already, and its share of the width."""

    asked: str
    given: str = ""
    share: float = 1.0


class FormItem(NamedTuple):
    """An item on paper: its words, whether its box is ticked, a few words below, places to write, and empty lines."""

    text: str
    ticked: bool = False
    below: str = ""
    blanks: Sequence[Blank] = ()
    lines: int = 0


def parts_of(text: Text) -> tuple[Part, ...]:
    """The parts of a text, also when it is a single part."""
    if isinstance(text, (str, Bold, Italic, Link, Foreign)):
        return (text,)
    return tuple(text)


def plain(text: Text) -> str:
    """Only the words of a text."""
    return "".join(part if isinstance(part, str) else part.text for part in parts_of(text))
