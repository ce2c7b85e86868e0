"""Reads rows straight from the b-tree pages of a database file, because SQLite refuses a file with a damaged page."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from fosdesk.pace import Pace

_INDEX_INNER, _TABLE_LEAF, _INDEX_LEAF = 0x02, 0x0D, 0x0A
_SIZES = (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)
_USUAL_SIZE = 4096
_LONGEST = 4 << 20
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # kinds of whole numbers, and their bytes


class PageRow(NamedTuple):
    """A row found in a page: its rowid (None in tables without one) and the values of its columns."""

    rowid: int | None
    columns: tuple[Any, ...]


class _NotARow(Exception):
    """These bytes cannot be decoded as a row."""


def rows_in(content: bytes, pace: Pace) -> Iterator[PageRow]:
    """Every row that can be decoded from any page of the file `content`, in no order and not checked for meaning."""
    said = int.from_bytes(content[16:18], "big")
    size = 65536 if said == 1 else said
    if size not in _SIZES:
        size = _USUAL_SIZE
    pages = -(-len(content) // size)
    for number in range(pages):
        if number % 100 == 0:
            pace(number, pages)
        start = number * size
        yield from _rows_of(content, start, start + (100 if number == 0 else 0), size)


def _rows_of(content: bytes, start: int, head: int, size: int) -> Iterator[PageRow]:
    kind = content[head] if head < len(content) else 0
    if kind not in (_INDEX_INNER, _TABLE_LEAF, _INDEX_LEAF):
        return
    count = int.from_bytes(content[head + 3 : head + 5], "big")
    first = head + (12 if kind == _INDEX_INNER else 8)
    for place in range(first, min(first + 2 * count, start + size - 1), 2):
        at = start + int.from_bytes(content[place : place + 2], "big")
        try:
            yield _row(content, at + (4 if kind == _INDEX_INNER else 0), kind, size)
        except (_NotARow, IndexError, UnicodeDecodeError):
            continue


def _row(content: bytes, at: int, kind: int, size: int) -> PageRow:
    length, at = _varint(content, at)
    rowid = None
    if kind == _TABLE_LEAF:
        rowid, at = _varint(content, at)
    return PageRow(rowid, _columns(_payload(content, at, length, kind, size)))


def _payload(content: bytes, at: int, length: int, kind: int, size: int) -> bytes:
    """The bytes of a record, gathered from its page and from its overflow pages."""
    if not 1 < length <= _LONGEST:
        raise _NotARow
    most = size - 35 if kind == _TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return content[at : at + length]
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    here = here if here <= most else least
    parts, got = [content[at : at + here]], here
    following = int.from_bytes(content[at + here : at + here + 4], "big")
    while got < length:
        start = (following - 1) * size
        if following < 1 or start + size > len(content):
            raise _NotARow
        parts.append(content[start + 4 : start + 4 + min(size - 4, length - got)])
        got += size - 4
        following = int.from_bytes(content[start : start + 4], "big")
    return b"".join(parts)


def _columns(payload: bytes) -> tuple[Any, ...]:
    head, at = _varint(payload, 0)
    if head > len(payload):
        raise _NotARow
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    found: list[Any] = []
    at = head
    for kind in kinds:
        if kind == 0:
            found.append(None)
        elif kind in (8, 9):
            found.append(kind - 8)
        elif kind in _WHOLE:
            found.append(int.from_bytes(payload[at : at + _WHOLE[kind]], "big", signed=True))
            at += _WHOLE[kind]
        elif kind >= 13 and kind % 2:
            found.append(payload[at : at + (kind - 13) // 2].decode())
            at += (kind - 13) // 2
        else:
            raise _NotARow  # no table of ours holds such a thing
    if at != len(payload):
        raise _NotARow
    return tuple(found)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = content[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | content[at + 8], at + 9
