"""Looks up Norwegian word forms in a packed list, which is read at the first call."""

import zlib
from bisect import bisect_right
from functools import cache, lru_cache

from fosdesk.paths import resource

MAX_LETTERS = 12  # letters of the longest form that is listed
_MAGIC = b"fosdesk word forms 1\n"
_MAX_CACHED_BLOCKS = 32  # blocks that stay unpacked, some 40 kB each
_Index = tuple[tuple[bytes, ...], tuple[tuple[int, int], ...]]  # first words; where a block begins, and its length


@lru_cache(1 << 15)
def is_word(word: str) -> bool:
    """Whether a lower-case word is a form of a word of bokmål or nynorsk, with 2 to `MAX_LETTERS` letters."""
    if not 1 < len(word) <= MAX_LETTERS:
        return False
    coded = word.encode()
    number = bisect_right(_index()[0], coded) - 1
    return number >= 0 and b"\n" + coded + b"\n" in _block(number)


@cache
def _packed() -> bytes:
    return resource("words", "word_forms").read_bytes()


@cache
def _index() -> _Index:
    content = _packed()
    if not content.startswith(_MAGIC):
        raise ValueError("the list of word forms is of another kind")
    start = len(_MAGIC) + 4
    end = start + int.from_bytes(content[len(_MAGIC) : start], "big")
    rows = [row.split(b"\t") for row in zlib.decompress(content[start:end]).split(b"\n")]
    return tuple(row[0] for row in rows), tuple((end + int(row[1]), int(row[2])) for row in rows)


@lru_cache(_MAX_CACHED_BLOCKS)
def _block(number: int) -> bytes:
    place, length = _index()[1][number]
    return zlib.decompress(_packed()[place : place + length])
