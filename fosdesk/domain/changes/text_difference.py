"""Word-by-word differences of two texts; whitespace and punctuation are kept."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LEAST = 0.25  # with less in common, single words that happen to be the same tell nothing
_MOST_PAIRS = 1_000_000  # of words to be held against each other; beyond it, the whole stretch counts as different


class Piece(NamedTuple):
    """A part of a text, and whether the other text lacks it."""

    text: str
    differs: bool


Pieces = tuple[Piece, ...]


def word_changes(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces; joined, the pieces give the texts."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    left, right = [(old[:head], False)], [(new[:head], False)]
    for same, mine, theirs in _matched(old[head : len(old) - tail], new[head : len(new) - tail]):
        left.append((mine, not same))
        right.append((theirs, not same))
    left.append((old[len(old) - tail :], False))
    right.append((new[len(new) - tail :], False))
    pieces = _joined(left), _joined(right)
    if _share(pieces[0]) < _LEAST and _share(pieces[1]) < _LEAST:
        return _whole(before), _whole(after)
    return pieces


def shortened(pieces: Pieces, most: int = 2400, around: int = 160) -> Pieces:
    """Pieces for display: long equal parts are cut to `around` characters beside each difference, `most` in all."""
    if sum(len(piece.text) for piece in pieces) <= most:
        return pieces
    found = []
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.differs:
            found.append(Piece(text if len(text) <= most else text[:most] + " …", True))
            continue
        first = text[:around] if place else ""
        last = text[-around:] if place + 1 < len(pieces) else ""
        if not place and len(pieces) == 1:
            first = text[:most]
        whole = len(text) <= len(first) + len(last) + 3
        found.append(
            piece if whole else Piece(f"{first} … {last}".strip() if not place else f"{first} … {last}", False)
        )
    return tuple(found)


def _whole(text: str) -> Pieces:
    return (Piece(text, True),) if text else ()


def _share(pieces: Pieces) -> float:
    """The share (0 to 1) of a text that the other one has too."""
    whole = sum(len(piece.text) for piece in pieces)
    return sum(len(piece.text) for piece in pieces if not piece.differs) / whole if whole else 0


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _matched(old: list[str], new: list[str], *, whole: bool = True) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Stretches that are the same and that are not; of long texts, sentences are matched first."""
    if old and new and len(old) * len(new) <= _MOST_PAIRS:
        for tag, a, b, c, d in SequenceMatcher(str.isspace, old, new, autojunk=False).get_opcodes():
            yield tag == "equal", old[a:b], new[c:d]
        return
    mine, theirs = _sentences(old), _sentences(new)
    if not whole or len(mine) * len(theirs) > _MOST_PAIRS or min(len(mine), len(theirs)) < 2:
        yield False, old, new
        return
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        some, other = ([t for line in part for t in line] for part in (mine[a:b], theirs[c:d]))
        if tag == "equal":
            yield True, some, other
        else:
            yield from _matched(some, other, whole=False)


def _sentences(tokens: list[str]) -> list[tuple[str, ...]]:
    found, start = [], 0
    for place, token in enumerate(tokens, start=1):
        ends = token.isspace() and place > 1 and tokens[place - 2] in ".!?"
        if "\n" in token or ends or place == len(tokens):
            found.append(tuple(tokens[start:place]))
            start = place
    return found


def _joined(parts: Sequence[tuple[list[str], bool]]) -> Pieces:
    """Without empty pieces; whitespace between two differences counts as part of them."""
    found: list[Piece] = []
    for place, (tokens, differs) in enumerate(parts):
        text = "".join(tokens)
        if not text:
            continue
        lone = not differs and text.isspace() and 0 < place < len(parts) - 1 and "\n" not in text
        own = differs or (lone and bool(found) and found[-1].differs and parts[place + 1][1])
        if found and found[-1].differs == own:
            found[-1] = Piece(found[-1].text + text, own)
        else:
            found.append(Piece(text, own))
    return tuple(found)
