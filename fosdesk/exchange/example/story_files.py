"""The hand-written story of the example school: its plot for all languages, and its words in one."""

import re
import tomllib
from functools import cache
from typing import Any

from fosdesk import paths

LANGUAGES = ("nb", "nn")

# Where people stop to think, and the program saves: after a sentence or a clause, and before some small words.
_PAUSE = re.compile(r"(?<=[.!?»:,])(?<![0-9]\.)\s+|\s+(?=(?:men|fordi|som|når|til) )")


@cache
def read_plot() -> dict[str, Any]:
    """What happens and when, without words: days, choices and who wrote; scenes in the order of time."""
    plot = _read("plot")
    plot["scenes"].sort(key=lambda scene: scene["on"])
    return plot


@cache
def read_words(language: str) -> dict[str, Any]:
    """What people wrote, by noun, key and field."""
    return _read(language)


@cache
def read_neighbour(language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The plot and the words of the second school."""
    return _toml("neighbour", "plot.toml"), _toml("neighbour", f"{language}.toml")


def language_of(school_name: str) -> str:
    """The language of the story that is about the school with this name; bokmål for any other."""
    return next((one for one in LANGUAGES if read_words(one)["school_profile"]["school"]["name"] == school_name), "nb")


def drafts(before: str, text: str, most: int) -> list[str]:
    """What was saved while `before` became `text`: at pauses where it grew at the end, otherwise only the whole."""
    if not text.startswith(before):
        return [text]
    ends = [pause.start() for pause in _PAUSE.finditer(text, len(before) + 1)] + [len(text)]
    step = -(-len(ends) // most)
    return [text[:end] for end in ends[(len(ends) - 1) % step :: step]]


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(paths.resource("examples", *parts).read_text(encoding="utf-8"))


def _read(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted(paths.resource("examples", folder).glob("*.toml")):
        for key, value in _toml(folder, path.name).items():
            found[key] = found[key] + value if isinstance(value, list) and key in found else value
    return found
