"""Letters that run from right to left: how Arabic ones are joined, and where each stretch of a line stands."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from fosdesk.reports.pdf.fonts import plain_forms
from fosdesk.reports.pdf.layout.line_breaking import HYPHEN, Line, Run

_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_OPENING, _CLOSING = "([{", ")]}"
_NEUTRAL = "\u2010"  # stands in for what has no direction of its own


class DirectedRun(NamedTuple):
    """A part of a line that runs one way: its run, what is drawn, what it means if that differs, where, how wide."""

    run: int
    shown: str
    means: str
    x: float
    width: float


def has_right_to_left(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return _TURNED.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether its first letter runs from right to left, and so the whole."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def joined(text: str) -> str:
    """The same letters in the forms that stand beside each other; `plain_forms` brings them back."""
    for reshape in _reshapers():
        shaped = reshape(text)
        if plain_forms(shaped) == text:
            return shaped
    return text


@cache
def _reshapers() -> tuple[Callable[[str], str], ...]:
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]  # only here: it takes its time to load

    kept = {"delete_harakat": False, "delete_tatweel": False, "ARABIC LIGATURE ALLAH": False}
    return tuple(
        ArabicReshaper(configuration=kept | {"support_ligatures": ligatures}).reshape for ligatures in (True, False)
    )


def seen(text: str) -> str:
    """One line as it is drawn from left to right, for what nobody reads back: margins, and words in figures."""
    if not has_right_to_left(text):
        return text
    return "".join(letter for _, letter, _ in _in_order(joined(text), turned=begins_right_to_left(text)))


def directed_runs(line: Line, runs: Sequence[Run], *, turned: bool) -> list[DirectedRun]:
    """The parts of a line in the order in which they are read, each with its place from the left."""
    owners = [number for number, text in line for _ in text]
    text = "".join(text for _, text in line)
    order = _in_order(text, turned=turned)
    lefts, rights, shown, levels = ([0.0] * len(text), [0.0] * len(text), [""] * len(text), [0] * len(text))
    places = [0] * len(text)
    x = 0.0
    for place, (index, letter, level) in enumerate(order):
        run = runs[owners[index]]
        lefts[index] = x
        x += run.face.widths[letter] * run.size
        rights[index], shown[index], levels[index], places[index] = x, letter, level, place
    found = []
    start = 0
    for at in range(1, len(text) + 1):
        way = -1 if levels[start] % 2 else 1
        if at < len(text) and (owners[at], levels[at], places[at]) == (
            owners[start],
            levels[start],
            places[at - 1] + way,
        ):
            continue
        letters, means = shown[start:at][::way], plain_forms(text[start:at]) if way < 0 else ""
        left, right = min(lefts[start:at]), max(rights[start:at])
        found.append(DirectedRun(owners[start], "".join(letters), means, left, right - left))
        start = at
    return found


def _in_order(text: str, *, turned: bool) -> list[tuple[int, str, int]]:
    """The letters of a line from left to right: where each stood, how it is drawn, and its level (odd runs back)."""
    from bidi import algorithm as bidi  # type: ignore[import-untyped]  # only here: most documents never ask

    storage: Any = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if turned else (0, "L")
    bidi.get_embedding_levels("".join(map(_directed, text)), storage, False, False)
    for index, letter in enumerate(storage["chars"]):
        letter["index"] = index
    bidi.explicit_embed_and_overrides(storage, False)
    bidi.resolve_weak_types(storage, False)
    _pair_brackets(storage["chars"], storage["base_dir"])
    bidi.resolve_neutral_types(storage, False)
    bidi.resolve_implicit_levels(storage, False)
    bidi.reorder_resolved_levels(storage, False)
    bidi.apply_mirroring(storage, False)
    return [
        (one["index"], one["ch"] if _directed(text[one["index"]]) != _NEUTRAL else text[one["index"]], one["level"])
        for one in storage["chars"]
    ]


def _pair_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Two brackets run the same way: with the line if anything inside does, else as what stands before them does."""
    ways = [{"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(one["type"], "") for one in chars]
    opened: list[int] = []
    pairs = []
    for at, one in enumerate(chars):
        if one["type"] == "ON" and one["ch"] in _OPENING:
            opened.append(at)
        elif one["type"] == "ON" and one["ch"] in _CLOSING:
            meant = _OPENING[_CLOSING.index(one["ch"])]
            while opened and chars[opened[-1]]["ch"] != meant:
                opened.pop()
            if opened:
                pairs.append((opened.pop(), at))
    for start, stop in sorted(pairs):
        inside = set(ways[start + 1 : stop]) - {""}
        if not inside:
            continue
        before = next((way for way in reversed(ways[:start]) if way), base)
        way = base if base in inside or before == base else before
        for at in (start, stop):
            chars[at]["type"] = ways[at] = way


def _directed(letter: str) -> str:
    return _NEUTRAL if letter == HYPHEN or unicodedata.bidirectional(letter) in ("", "BN", "B", "S") else letter
