"""Inline text of documents: plain text, bold, italic, links and foreign words; list items and form fields."""

from collections.abc import Sequence
from typing import NamedTuple


class Bold(NamedTuple):
    """Text in bold."""

    text: str


class Italic(NamedTuple):
    """Text in italics, such as a title."""

    text: str


class Link(NamedTuple):
    """Text that links to a web or mail address, or to «#key» of a heading."""

    target: str
    text: str


class Foreign(NamedTuple):
    """Text in another language than the document's; a language code such as «se» for North Sámi."""

    language: str
    text: str


Inline = str | Bold | Italic | Link | Foreign
Text = Inline | Sequence[Inline]


class Item(NamedTuple):
    """A list item with nested items."""

    text: Text
    below: Sequence["Item | Text"] = ()


class FormField(NamedTuple):
    """A field to fill in on paper: its prompt, the value so far, and its share of the width."""

    prompt: str
    value: str = ""
    share: float = 1.0


class FormItem(NamedTuple):
    """An item of a form: text, whether its box is ticked, a note below, fields, and the number of writing lines."""

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
    """A text without its markup."""
    return "".join(part if isinstance(part, str) else part.text for part in inline_parts(text))
