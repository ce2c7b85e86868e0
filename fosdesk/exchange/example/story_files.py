"""The files of the example's story: its plot for all languages, and its texts in one language."""

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
    """The plot without texts: dates, choices and writers; scenes in the order of time."""
    plot = _read("plot")
    plot["scenes"].sort(key=lambda scene: scene["on"])
    return plot


@cache
def read_words(language: str) -> dict[str, Any]:
    """The texts of the story, by noun, key and field."""
    return _read(language)


@cache
def read_second_school(language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The plot and the texts of the second school."""
    return _toml("neighbour", "plot.toml"), _toml("neighbour", f"{language}.toml")


def language_of(school_name: str) -> str:
    """The language of the story about the school with that name; bokmål for any other."""
    return next((one for one in LANGUAGES if read_words(one)["school_profile"]["school"]["name"] == school_name), "nb")


def drafts(before: str, text: str, max_drafts: int) -> list[str]:
    """The versions that were saved while `before` became `text`, at most `max_drafts`.

    It grows at pauses between sentences and clauses; where `before` was changed there is only the final text.
    """
    if not text.startswith(before):
        return [text]
    ends = [pause.start() for pause in _PAUSE.finditer(text, len(before) + 1)] + [len(text)]
    step = -(-len(ends) // max_drafts)
    return [text[:end] for end in ends[(len(ends) - 1) % step :: step]]


def is_whole(text: str) -> bool:
    """Whether a draft ends with a sentence."""
    return text.rstrip().endswith((".", "!", "?", "»"))


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(paths.resource("examples", *parts).read_text(encoding="utf-8"))


def _read(folder: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted(paths.resource("examples", folder).glob("*.toml")):
        for key, value in _toml(folder, path.name).items():
            found[key] = _joined(found[key], value) if key in found else value
    return found


def _joined(before: Any, after: Any) -> Any:
    """Lists behind each other, and tables with what is in either; else the later value."""
    if isinstance(before, list):
        return before + after
    if isinstance(before, dict):
        both = {key: _joined(before[key], after[key]) for key in before.keys() & after.keys()}
        return before | after | both
    return after
