"""Random damage to school files: bits, pieces, zip members, headers and content."""

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


def bits(rng: Random, packed: bytes) -> bytes:
    """Change some bits or bytes."""
    changed = bytearray(packed)
    for _ in range(rng.choice((1, 1, 1, 2, 8))):
        place = rng.randrange(len(changed))
        changed[place] = rng.choice((changed[place] ^ 1 << rng.randrange(8), rng.randrange(256)))
    return bytes(changed)


def pieces(rng: Random, packed: bytes) -> bytes:
    """Cut off, cut out, insert, duplicate or swap pieces."""
    one, two, three = sorted(rng.randrange(len(packed) + 1) for _ in range(3))
    match rng.randrange(5):
        case 0:
            return packed[:one]
        case 1:
            return packed[:one] + packed[min(two, one + rng.randrange(1, 9)) :]
        case 2:
            return packed[:one] + rng.randbytes(rng.randrange(1, 9)) + packed[one:]
        case 3:
            return packed[:two] + packed[one:]
        case _:
            return packed[:one] + packed[two:three] + packed[one:two] + packed[three:]


def members(rng: Random, packed: bytes) -> bytes:
    """Damage the members, and put them in a sound container."""
    manifest, rows = opened()
    parts = [("manifest.json", json.dumps(manifest).encode()), ("changes.jsonl", lines(rows))]
    which = rng.randrange(2)
    name, content = parts[which]
    match rng.randrange(4):
        case 0:
            name = rng.choice((name, "Changes.jsonl", "../changes.jsonl", "", "x" * 70))
        case 1:
            parts.append(("more", content))
        case 2:
            parts.reverse()
            return boxed(parts, rng.choice((0, 8, 8, 12, 14)))
        case _:
            content = (bits if rng.random() < 0.5 else pieces)(rng, content)
    parts[which] = name, content
    return boxed(parts, rng.choice((0, 8)))


def headers(rng: Random, packed: bytes) -> bytes:
    """Change numbers in the headers of the container."""
    changed = bytearray(packed)
    marks = [place for place in range(len(packed)) if packed[place : place + 2] == b"PK"]
    for _ in range(rng.choice((1, 2))):
        place = rng.choice(marks) + rng.randrange(4, 44, 2)
        number = rng.choice((0, 1, 2, 8, 255, 65535, len(packed), rng.randrange(65536)))
        changed[place : place + 2] = struct.pack("<H", number & 65535)
    return bytes(changed[: len(packed)])


def words(rng: Random, packed: bytes) -> bytes:
    """Damage the content, with correct counts and checksums."""
    manifest, rows = opened()
    for _ in range(rng.choice((1, 1, 2))):
        if rng.random() < 0.4:
            _twist_manifest(rng, manifest)
        else:
            _twist_rows(rng, rows)
    body = lines(rows)
    if rng.random() < 0.3:
        body = pieces(rng, body) or b"\n"
    return closed(manifest, body)


def _twist_manifest(rng: Random, manifest: Manifest) -> None:
    key = rng.choice([*manifest, "blanked", "more"])
    match rng.randrange(3):
        case 0:
            manifest.pop(key, None)
        case 1:
            manifest[key] = rng.choice(_ODD)
        case _:
            writers = manifest.get("writers")
            writer = rng.choice(writers) if isinstance(writers, list) and writers else []
            if isinstance(writer, list) and writer:
                writer[rng.randrange(len(writer))] = rng.choice(_ODD)


def _twist_rows(rng: Random, rows: list[Row]) -> None:
    row = rng.choice(rows)
    match rng.randrange(4):
        case 0:
            rows.append(list(row))
        case 1:
            rows.remove(row) if len(rows) > 1 else None
        case 2:
            row[rng.randrange(len(row))] = rng.choice(rows)[rng.randrange(len(row))]
        case _:
            row[rng.randrange(len(row))] = rng.choice(_ODD)


def behind_a_password(rng: Random, packed: bytes) -> bytes:
    """Seal a damaged file, or damage a sealed one."""
    if rng.random() < 0.05:
        return seal(rng.choice((bits, pieces, members))(rng, packed), PASSWORD)
    return rng.choice((bits, pieces))(rng, closed_file())


@cache
def closed_file() -> bytes:
    """The whole file with its password."""
    return seal(GOOD, PASSWORD)


Mutation = Callable[[Random, bytes], bytes]
ALL: tuple[Mutation, ...] = (bits, pieces, headers, members, words, behind_a_password)
TRUE_SUMS = (members, words)  # what these leave may be whole, and say something else
