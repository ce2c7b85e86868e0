"""Bidirectional text: shaping of Arabic letters, and the visual order of the characters of a line (UAX #9)."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from fosdesk.reports.pdf.fonts import unshaped_arabic
from fosdesk.reports.pdf.layout.line_breaking import HYPHEN, Line, Run

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINER = "\u200d"
_OPENING, _CLOSING = "([{", ")]}"
_NEUTRAL = "\u2010"  # stands in for what has no direction of its own


class DirectedRun(NamedTuple):
    """A part of a line that has one direction.

    The number of its run, its characters in visual order, the text to extract where that differs (else empty), its left
    edge from the left end of the line, and its width, in points.
    """

    run: int
    visual_text: str
    actual_text: str
    x: float
    width: float


def has_right_to_left(text: str) -> bool:
    """Whether a text holds any character of a right-to-left script."""
    return _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether the base direction of a text is right to left, by its first strong character."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def shape_arabic(text: str) -> str:
    """The text with Arabic letters in the presentation forms that their neighbours ask for.

    The text comes back unchanged where `unshaped_arabic` could not restore it. Zero-width joiners stay in it: what
    shapes letters would take them out, and miscounts where it does.
    """
    if _JOINER not in text:
        return _shaped(text, text)
    parts = text.split(_JOINER)
    last = len(parts) - 1
    return _JOINER.join(
        _shaped(part, _JOINER * (number > 0) + part + _JOINER * (number < last)) for number, part in enumerate(parts)
    )


def _shaped(text: str, between: str) -> str:
    """The text in presentation forms; `between` is the text with the joiners beside it."""
    for reshape in _reshapers():
        try:
            shaped = reshape(between)
        except IndexError:  # with ligatures, beside a joiner
            continue
        if unshaped_arabic(shaped) == text:
            return shaped
    return text


@cache
def _reshapers() -> tuple[Callable[[str], str], ...]:
    from arabic_reshaper import ArabicReshaper  # type: ignore[import-untyped]  # only here: it takes its time to load

    configuration = {"delete_harakat": False, "delete_tatweel": False, "ARABIC LIGATURE ALLAH": False}
    return tuple(
        ArabicReshaper(configuration=configuration | {"support_ligatures": ligatures}).reshape
        for ligatures in (True, False)
    )


def visual_order(text: str) -> str:
    """One line as it is drawn from left to right.

    For text that is never extracted again: page margins, and labels in figures.
    """
    if not has_right_to_left(text):
        return text
    return "".join(
        letter for _, letter, _ in _visual_characters(shape_arabic(text), right_to_left=begins_right_to_left(text))
    )


def directed_runs(line: Line, runs: Sequence[Run], *, right_to_left: bool) -> list[DirectedRun]:
    """The parts of a line in reading order, with their places.

    `right_to_left` is the base direction of the line.
    """
    run_numbers = [number for number, text in line for _ in text]
    text = "".join(text for _, text in line)
    order = _visual_characters(text, right_to_left=right_to_left)
    lefts, rights, visual_text, levels = ([0.0] * len(text), [0.0] * len(text), [""] * len(text), [0] * len(text))
    places = [0] * len(text)
    x = 0.0
    for place, (index, letter, level) in enumerate(order):
        run = runs[run_numbers[index]]
        lefts[index] = x
        x += run.face.widths[letter] * run.size
        rights[index], visual_text[index], levels[index], places[index] = x, letter, level, place
    found = []
    start = 0
    for at in range(1, len(text) + 1):
        direction = -1 if levels[start] % 2 else 1
        if at < len(text) and (run_numbers[at], levels[at], places[at]) == (
            run_numbers[start],
            levels[start],
            places[at - 1] + direction,
        ):
            continue
        letters, actual_text = (
            visual_text[start:at][::direction],
            unshaped_arabic(text[start:at]) if direction < 0 else "",
        )
        left, right = min(lefts[start:at]), max(rights[start:at])
        found.append(DirectedRun(run_numbers[start], "".join(letters), actual_text, left, right - left))
        start = at
    return found


def _visual_characters(text: str, *, right_to_left: bool) -> list[tuple[int, str, int]]:
    """The characters of a line from left to right.

    Each with its index in the text, the character to draw, and its embedding level; an odd level is right to left.
    """
    from bidi import algorithm as bidi  # type: ignore[import-untyped]  # only here: most documents never ask

    storage: Any = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if right_to_left else (0, "L")
    bidi.get_embedding_levels("".join(map(_bidi_character, text)), storage, False, False)
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
        (
            character["index"],
            character["ch"] if _bidi_character(text[character["index"]]) != _NEUTRAL else text[character["index"]],
            character["level"],
        )
        for character in storage["chars"]
    ]


def _pair_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Resolve paired brackets (rule N0 of UAX #9), which python-bidi leaves out.

    Both run in the base direction if anything between them does, else as the text before them.
    """
    directions = [{"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(character["type"], "") for character in chars]
    opened: list[int] = []
    pairs = []
    for at, character in enumerate(chars):
        if character["type"] == "ON" and character["ch"] in _OPENING:
            opened.append(at)
        elif character["type"] == "ON" and character["ch"] in _CLOSING:
            meant = _OPENING[_CLOSING.index(character["ch"])]
            while opened and chars[opened[-1]]["ch"] != meant:
                opened.pop()
            if opened:
                pairs.append((opened.pop(), at))
    for start, stop in sorted(pairs):
        inside = set(directions[start + 1 : stop]) - {""}
        if not inside:
            continue
        space_before = next((direction for direction in reversed(directions[:start]) if direction), base)
        direction = base if base in inside or space_before == base else space_before
        for at in (start, stop):
            chars[at]["type"] = directions[at] = direction


def _bidi_character(letter: str) -> str:
    """The character that the bidi algorithm is given; a neutral one in place of what has no direction of its own."""
    return _NEUTRAL if letter == HYPHEN or unicodedata.bidirectional(letter) in ("", "BN", "B", "S") else letter
