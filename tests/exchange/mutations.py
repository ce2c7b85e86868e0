"""School files damaged by chance: bits, pieces, members, and what they say."""

import json
import struct
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

from fosdesk.exchange.password_seal import seal
from tests.exchange.hostile import GOOD, Manifest, Row, boxed, closed, lines, opened

PASSWORD = "blåbær"
_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1,
    2,
    2**53,
    2**64,
    1.5,
    "",
    "a",
    "\0",
    "x" * 300,
    [],
    [[0, 1]],
    {},
    "0" * 32,
)


def bits(chance: Random, packed: bytes) -> bytes:
    """Some bits or bytes are others."""
    changed = bytearray(packed)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        place = chance.randrange(len(changed))
        changed[place] = chance.choice((changed[place] ^ 1 << chance.randrange(8), chance.randrange(256)))
    return bytes(changed)


def pieces(chance: Random, packed: bytes) -> bytes:
    """Something is cut off, cut out, put in, doubled or swapped."""
    one, two, three = sorted(chance.randrange(len(packed) + 1) for _ in range(3))
    match chance.randrange(5):
        case 0:
            return packed[:one]
        case 1:
            return packed[:one] + packed[min(two, one + chance.randrange(1, 9)) :]
        case 2:
            return packed[:one] + chance.randbytes(chance.randrange(1, 9)) + packed[one:]
        case 3:
            return packed[:two] + packed[one:]
        case _:
            return packed[:one] + packed[two:three] + packed[one:two] + packed[three:]


def members(chance: Random, packed: bytes) -> bytes:
    """The members are damaged, and put into a container that is whole."""
    manifest, rows = opened()
    parts = [("manifest.json", json.dumps(manifest).encode()), ("changes.jsonl", lines(rows))]
    which = chance.randrange(2)
    name, content = parts[which]
    match chance.randrange(4):
        case 0:
            name = chance.choice((name, "Changes.jsonl", "../changes.jsonl", "", "x" * 70))
        case 1:
            parts.append(("more", content))
        case 2:
            parts.reverse()
            return boxed(parts, chance.choice((0, 8, 8, 12, 14)))
        case _:
            content = (bits if chance.random() < 0.5 else pieces)(chance, content)
    parts[which] = name, content
    return boxed(parts, chance.choice((0, 8)))


def headers(chance: Random, packed: bytes) -> bytes:
    """The numbers by which a container is found its way in are others."""
    changed = bytearray(packed)
    marks = [place for place in range(len(packed)) if packed[place : place + 2] == b"PK"]
    for _ in range(chance.choice((1, 2))):
        place = chance.choice(marks) + chance.randrange(4, 44, 2)
        number = chance.choice((0, 1, 2, 8, 255, 65535, len(packed), chance.randrange(65536)))
        changed[place : place + 2] = struct.pack("<H", number & 65535)
    return bytes(changed[: len(packed)])


def words(chance: Random, packed: bytes) -> bytes:
    """What is said is damaged, and the sums are true."""
    manifest, rows = opened()
    for _ in range(chance.choice((1, 1, 2))):
        if chance.random() < 0.4:
            _twist_manifest(chance, manifest)
        else:
            _twist_rows(chance, rows)
    body = lines(rows)
    if chance.random() < 0.3:
        body = pieces(chance, body) or b"\n"
    return closed(manifest, body)


def _twist_manifest(chance: Random, manifest: Manifest) -> None:
    key = chance.choice([*manifest, "blanked", "more"])
    match chance.randrange(3):
        case 0:
            manifest.pop(key, None)
        case 1:
            manifest[key] = chance.choice(_ODD)
        case _:
            writers = manifest.get("writers")
            writer = chance.choice(writers) if isinstance(writers, list) and writers else []
            if isinstance(writer, list) and writer:
                writer[chance.randrange(len(writer))] = chance.choice(_ODD)


def _twist_rows(chance: Random, rows: list[Row]) -> None:
    row = chance.choice(rows)
    match chance.randrange(4):
        case 0:
            rows.append(list(row))
        case 1:
            rows.remove(row) if len(rows) > 1 else None
        case 2:
            row[chance.randrange(len(row))] = chance.choice(rows)[chance.randrange(len(row))]
        case _:
            row[chance.randrange(len(row))] = chance.choice(_ODD)


def behind_a_password(chance: Random, packed: bytes) -> bytes:
    """A damaged file is sealed, or a sealed one is damaged."""
    if chance.random() < 0.05:
        return seal(chance.choice((bits, pieces, members))(chance, packed), PASSWORD)
    return chance.choice((bits, pieces))(chance, closed_file())


@cache
def closed_file() -> bytes:
    """The whole file with its password."""
    return seal(GOOD, PASSWORD)


Mutation = Callable[[Random, bytes], bytes]
ALL: tuple[Mutation, ...] = (bits, pieces, headers, members, words, behind_a_password)
TRUE_SUMS = (members, words)  # what these leave may be whole, and say something else
