"""The commands of the command line, and what was written after one, parted into arguments and options."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.words import DEFAULT_LANGUAGE, Words


class Asked(NamedTuple):
    """A parsed command line, and the texts in the language to answer in."""

    places: Mapping[str, str]
    options: Mapping[str, str]
    language: str  # what was chosen, or empty
    words: Words

    @property
    def language_of_result(self) -> str:
        """The language of what a command makes: its own option, else that of the whole command line, else bokmål."""
        return self.options.get("--language") or self.language or DEFAULT_LANGUAGE

    def whole(self, option: str) -> int | None:
        """The whole number given for an option; None when the option is absent. FosdeskError when it is no number."""
        text = self.options.get(option)
        if text is None:
            return None
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise FosdeskError("{option} takes a whole number, not “{text}”.", option=option, text=text)
        return int(text)


class Command(NamedTuple):
    """One command: its help text, its positional arguments and options, and the function that runs it."""

    about: str
    takes: tuple[str, ...]
    options: tuple[str, ...]
    run: Callable[[Asked], int]


def parted(arguments: Sequence[str], known: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Positional arguments and options; `known` maps an option to its placeholder, empty when it takes no value."""
    places: list[str] = []
    options: dict[str, str] = {}
    left = list(arguments)
    while left:
        text = left.pop(0)
        text = "--help" if text == "-h" else text
        if text == "--":
            return [*places, *left], options
        if not text.startswith("-") or text == "-":
            places.append(text)
            continue
        option, given, value = text.partition("=")
        if option not in known or (given and not known[option]):
            raise FosdeskError("There is no option {option} here; fosdesk --help tells which there are.", option=option)
        if known[option] and not given:
            if not left:
                raise FosdeskError("{option} lacks what it takes: {value}.", option=option, value=known[option])
            value = left.pop(0)
        choices = known[option].split("|")
        if len(choices) > 1 and value not in choices:
            raise FosdeskError(
                "“{text}” is not a choice for {option}; choose one of {choices}.",
                text=value,
                option=option,
                choices=", ".join(choices),
            )
        options[option] = value
    return places, options


def known_options(options: Sequence[str]) -> dict[str, str]:
    """The placeholder of each option, from how it is written in a usage: «--data-dir DIR»; empty without one."""
    return {option.partition(" ")[0]: option.partition(" ")[2] for option in options}
