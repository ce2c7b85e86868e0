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


Inline = str | Bold | Italic | Link | Foreign
Text = Inline | Sequence[Inline]


class Item(NamedTuple):
    """A list item with items below it."""

    text: Text
    below: Sequence["Item | Text"] = ()


class FormField(NamedTuple):
    """A place to write on paper: what is asked, what is known already, and its share of the width."""

    label: str
    value: str = ""
    share: float = 1.0


class FormItem(NamedTuple):
    """An item on paper: its words, whether its box is ticked, a few words below, places to write, and empty lines."""

    text: str
    ticked: bool = False
    below: str = ""
    fields: Sequence[FormField] = ()
    lines: int = 0


def inline_parts(text: Text) -> tuple[Inline, ...]:
    """The parts of a text, also when it is a single part."""
    if isinstance(text, (str, Bold, Italic, Link, Foreign)):
        return (text,)
    return tuple(text)


def plain_text(text: Text) -> str:
    """Only the words of a text."""
    return "".join(part if isinstance(part, str) else part.text for part in inline_parts(text))
