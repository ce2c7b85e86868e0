"""Hostile school files, each with a name, each made from a sound one."""

import bz2
import io
import json
import lzma
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.exchange.school_file import write_school_file

Manifest = dict[str, Any]
Row = list[Any]
UID = "0123456789abcdef" * 2
OTHER = "fedcba9876543210" * 2
JOURNAL = Journal(
    "school-1",
    "Fjordvik skole",
    (Writer(UID, "principal", "0.1", 1), Writer(OTHER, "teacher", "0.1", 2)),
    (
        Change(0, 1, 1, 10, 1, "entry", BIRTH, "gate_entry", ()),
        Change(0, 2, 2, 10, 1, "entry", "what", "Lesekurs", ()),
        Change(0, 3, 3, 12, 3, "entry", "what", "Regnekurs", ((0, 2),)),
        Change(1, 1, 3, 11, 1, "entry", "what", "Skrivekurs", ((0, 2),)),
        Change(1, 2, 4, 13, 2, "entry", "came", "2026-11-01", ()),
        Change(0, 4, 5, 14, 4, "entry", BIRTH, "!gate_entry", ((0, 1), (0, 3), (1, 1))),
    ),
)
GOOD = write_school_file(JOURNAL, app="0.1", made=1_800_000_000_000, reference=False)


def opened(packed: bytes = GOOD) -> tuple[Manifest, list[Row]]:
    """The manifest and rows of a sound file, to be changed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as container:
        manifest = json.loads(container.read("manifest.json"))
        rows = [json.loads(line) for line in container.read("changes.jsonl").splitlines()]
    return manifest, rows


def lines(rows: list[Row]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for row in rows)


def boxed(members: list[tuple[str, bytes]], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as container:
        for name, content in members:
            container.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, kind)
    return out.getvalue()


def closed(manifest: Manifest | bytes, body: bytes, *, true: bool = True) -> bytes:
    """A file with a correct count and checksum, whatever else it holds."""
    if isinstance(manifest, dict):
        if true:
            manifest = {**manifest, "count": body.count(b"\n"), "sha256": sha256(body).hexdigest()}
        manifest = json.dumps(manifest, ensure_ascii=False).encode()
    return boxed([("manifest.json", manifest), ("changes.jsonl", body)])


# -- the container


def containers() -> Iterator[tuple[str, bytes]]:
    manifest, rows = opened()
    m, b = json.dumps({**manifest}).encode(), lines(rows)
    yield "1 empty", b""
    yield "2 random bytes", random.Random(1).randbytes(5000)
    yield "3 cut by a byte", GOOD[:-1]
    yield "4 cut in half", GOOD[: len(GOOD) // 2]
    flipped = bytearray(GOOD)
    flipped[len(GOOD) // 3] ^= 1
    yield "5 one bit flipped", bytes(flipped)
    yield "6 a letter", boxed([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")])
    yield "7 one member more", boxed([("manifest.json", m), ("changes.jsonl", b), ("more.txt", b"!")])
    yield "7 one member less", boxed([("manifest.json", m)])
    for name in (
        "../../evil",
        "/changes.jsonl",
        "..\\changes.jsonl",
        "Changes.jsonl",
        "changes.jsonl/",
    ):
        yield f"8-12 named {name!r}", boxed([("manifest.json", m), (name, b)])
    hidden = boxed([("manifest.json", m), ("changes.jsonl_.exe", b)])
    yield "8-12 named with an end behind nothing", hidden.replace(b"jsonl_.exe", b"jsonl\0.exe")
    yield "9 the same name twice", _renamed(boxed([("manifest.json", m), ("changes.jsonx", b)]))
    yield "13 zeros", boxed([("manifest.json", m), ("changes.jsonl", bytes(200 << 20))])
    yield "13 a manifest of zeros", boxed([("manifest.json", bytes(50 << 20)), ("changes.jsonl", b)])
    yield "14 a size that lies", _lying(boxed([("manifest.json", m), ("changes.jsonl", bytes(100 << 20))]))
    yield "15 members that overlap", _overlapping(m, b)
    yield "16 sixty thousand members", boxed([(f"{n}", b"") for n in range(60_000)], zipfile.ZIP_STORED)
    yield "17 bzip2", boxed([("manifest.json", m), ("changes.jsonl", b)], zipfile.ZIP_BZIP2)
    yield "18 lzma", boxed([("manifest.json", m), ("changes.jsonl", b)], zipfile.ZIP_LZMA)
    yield "19 said to be encrypted", _flagged(GOOD)
    yield "20 another checksum", closed({**manifest, "sha256": "0" * 64}, b, true=False)
    yield "21 another count", closed({**manifest, "count": 5}, b, true=False)
    yield "21 no count", closed({k: v for k, v in manifest.items() if k != "count"}, b, true=False)
    yield "something before it", b"MZ" + GOOD
    yield "something behind it", GOOD + b"more"
    yield "a comment", GOOD[:-2] + struct.pack("<H", 4) + b"more"
    yield "gzip", b"\x1f\x8b" + zlib.compress(b)
    yield "only bzip2", bz2.compress(b)
    yield "only xz", lzma.compress(b)
    yield "a working file", b"SQLite format 3\0" + bytes(4080)
    yield "more than fits", bytes((64 << 20) + 1)


def _renamed(packed: bytes) -> bytes:
    """A zip with two members of the same name, which zipfile would not write."""
    return packed.replace(b"changes.jsonx", b"manifest.json")


def _lying(packed: bytes) -> bytes:
    """A zip whose headers give a false size for the large member."""
    return packed.replace(struct.pack("<L", 100 << 20), struct.pack("<L", 1000))


def _overlapping(manifest: bytes, body: bytes) -> bytes:
    """A zip whose second member begins where the first one does."""
    packed = bytearray(boxed([("changes.jsonl", body), ("manifest.json", manifest)], zipfile.ZIP_STORED))
    second = packed.rindex(b"PK\1\2")
    packed[second + 42 : second + 46] = struct.pack("<L", 0)
    return bytes(packed)


def _flagged(packed: bytes) -> bytes:
    changed = bytearray(packed)
    start = 0
    while (start := changed.find(b"PK\1\2", start)) >= 0:
        changed[start + 8] |= 1
        start += 4
    return bytes(changed)


# -- the manifest


def manifests() -> Iterator[tuple[str, bytes]]:
    manifest, rows = opened()
    body = lines(rows)

    def but(**values: Any) -> bytes:
        return closed({**manifest, **values}, body)

    def raw(text: str | bytes) -> bytes:
        return closed(text if isinstance(text, bytes) else text.encode(), body)

    whole = json.dumps({**manifest, "count": len(rows), "sha256": sha256(body).hexdigest()})
    yield "22 for a newer reader", but(min_reader=2)
    yield "22 of an unknown kind", but(kind="network")
    yield "23 an experience pack under the id of a school", but(kind="experience_pack")
    yield "23 a format in letters", but(format="1")
    yield "23 format 0", but(format=0)
    yield "24 no writers", but(writers=None)
    yield "25 a list", raw("[]")
    yield "25 nothing", raw("")
    yield "26 a key twice", raw(whole[:-1] + ', "school": "another"}')
    yield "27 deep", raw('{"a":' * 200_000 + "1" + "}" * 200_000)
    yield "27 deep inside", raw(whole[:-1] + ', "more": ' + "[" * 200_000 + "]" * 200_000 + "}")
    yield "28 not a number", raw(whole.replace('"made": 1800000000000', '"made": NaN'))
    yield "28 endless", raw(whole.replace('"made": 1800000000000', '"made": Infinity'))
    yield "29 UTF-16", raw(whole.encode("utf-16"))
    yield "29 a mark of order", raw(b"\xef\xbb\xbf" + whole.encode())
    yield "30 large", but(more="x" * (5 << 20))
    yield "31 a writer twice", but(writers=[manifest["writers"][0], manifest["writers"][0]])
    for uid in ("g" * 32, "0" * 31, "0" * 33, "A" * 32, "", 7, None):
        yield f"32 a writer called {uid!r}", but(writers=[[uid, "", "", 1], manifest["writers"][1]])
    yield "32 a writer with more", but(writers=[[*manifest["writers"][0], 1], manifest["writers"][1]])
    yield "32 a writer with less", but(writers=[manifest["writers"][0][:3], manifest["writers"][1]])
    yield "a fraction", but(made=1.5)
    yield "a time long before", but(made=-(2**60))
    yield "a time beyond", but(made=2**60)
    yield "no school", but(school="")
    yield "a long school", but(school="x" * 201)
    yield "nothing in the name", but(name="a\0b")
    yield "half a letter in the name", raw(whole.replace("Fjordvik", "\\ud800"))
    for name, ranges in {
        "all numbers there are": [[0, 1, 2**53]],
        "a number that is not there": [[0, 5, 5]],
        "a writer that is not there": [[2, 1, 1]],
        "a record's birth": [[0, 1, 1]],
        "something that says something": [[0, 2, 2]],
        "backwards without end": [[0, 2**53, 0], [0, 1, 2**53]],
        "a negative": [[0, -1, 1]],
        "a pair": [[0, 1]],
        "letters": "all",
        "the same again and again": [[0, 3, 3]] * 10,
    }.items():
        yield f"blank is {name}", but(blanked=ranges)
    yield "too many", closed({**manifest, "count": 1_000_001}, body, true=False)


# -- the rows


def rows_of_files() -> Iterator[tuple[str, bytes]]:
    manifest, _ = opened()

    def but(twist: Callable[[list[Row]], object]) -> bytes:
        _, rows = opened()
        twist(rows)
        return closed(manifest, lines(rows))

    def cell(row: int, column: int, value: Any) -> bytes:
        return but(lambda rows: rows[row].__setitem__(column, value))

    def text(old: str, new: str) -> bytes:
        _, rows = opened()
        return closed(manifest, lines(rows).replace(old.encode(), new.encode("utf-8", "surrogatepass")))

    yield "36 letters for a number", cell(0, 1, "1")
    yield "36 a number for letters", cell(0, 5, 7)
    yield "37 a fraction", cell(1, 3, 1.0)
    yield "38 yes for a number", cell(0, 1, True)
    yield "39 too short", but(lambda rows: rows[0].pop())
    yield "39 too long", but(lambda rows: rows[0].append(1))
    yield "40 a time long before", cell(1, 3, -(2**53) - 1)
    yield "40 number 0", cell(0, 1, 0)
    yield "41 an order beyond all", cell(5, 2, 2**60)
    yield "42 an order beyond the count", cell(5, 2, 7)
    yield "42 order 0", cell(0, 2, 0)
    yield "43 an unknown writer", cell(5, 0, 2)
    yield "44 a row twice", but(lambda rows: rows.append(rows[-1]))
    yield "45 a number twice", but(lambda rows: rows.append([*rows[-1][:7], "other", []]))
    yield "46 a row missing", but(lambda rows: rows.pop(2))
    yield "46 the first row missing", but(lambda rows: rows.pop(0))
    yield "47 replaces nothing there", cell(5, 8, [[0, 9]])
    yield "47 replaces nobody's", cell(5, 8, [[9, 1]])
    yield "48 replaces itself", cell(3, 8, [[1, 1]])
    yield "49 replaces a later one", cell(1, 8, [[0, 3]])
    yield "49 in a circle", but(lambda rows: (rows[2].__setitem__(8, [[1, 1]]), rows[3].__setitem__(8, [[0, 3]])))
    yield "49 the same twice", cell(3, 8, [[0, 2], [0, 2]])
    yield "50 nothing in a value", text("Lesekurs", "Lese\\u0000kurs")
    yield "50 nothing itself in a value", text("Lesekurs", "Lese\0kurs")
    yield "51 nothing in a field", text('"came"', '"ca\\u0000me"')
    yield "51 nothing in a record", text('"entry"', '"en\\u0000try"')
    yield "52 a long field", cell(4, 6, "f" * (5 << 20))
    yield "52 a field a little too long", cell(4, 6, "f" * 65)
    yield "52 a long record", but(lambda rows: [row.__setitem__(5, "r" * 201) for row in rows])
    yield "52 a record without id", but(lambda rows: [row.__setitem__(5, "") for row in rows])
    yield "53 a long value", cell(4, 7, "x" * (1 << 20))
    yield "53 a value a little too long", cell(4, 7, "x" * 200_001)
    yield "54 half a letter", text("Lesekurs", "Lese\\ud800")
    yield "55 half a letter itself", text("Lesekurs", "Lese\ud800")
    yield "55 not UTF-8", closed(manifest, lines(opened()[1]).replace(b"Lesekurs", b"Lese\xff\xfe"))
    yield "56 deep", text('"Lesekurs"', "[" * 100_000 + "]" * 100_000)
    yield "57 not a number", text('"Lesekurs"', "NaN")
    yield "58 five thousand digits", text('"Lesekurs"', "9" * 5000)
    yield "58 a number beyond", cell(4, 7, 2**53 + 1)
    for value in ({"a": 1}, [1], 1.5, -0.0, 1e400):
        yield f"59 {value!r} for a value", cell(4, 7, value)
    yield "60 blank lines", closed({**manifest}, lines(opened()[1][:5]) + b"\n")
    yield "60 blank lines for rows", closed({**manifest}, b"\n" * 6)
    yield "61 rubbish", closed({**manifest}, lines(opened()[1]) + b"rubbish\n")
    yield "61 two rows in a line", closed({**manifest}, lines(opened()[1][:5])[:-1] + lines(opened()[1][5:]))
    yield "61 no end of line", closed({**manifest}, lines(opened()[1])[:-1])
    yield (
        "65 replaces in another record",
        but(lambda rows: (rows[4].__setitem__(5, "x"), rows[4].__setitem__(8, [[0, 2]]))),
    )
    yield "65 replaces in another field", cell(4, 8, [[0, 2]])
    yield "a step of later", cell(0, 4, 2)
    yield "a step 0", cell(0, 4, 0)
    yield "25 MB with a fault at its end", closed(manifest, _large())


def _large() -> bytes:
    row = '[0,{n},{n},1,{n},"entry","reason","{text}",[]]\n'
    start = '[0,1,1,1,1,"entry","","gate_entry",[]]\n'
    body = start + "".join(row.format(n=n, text=f"{n:0100}") for n in range(2, 190_000))
    return (body + '[0,190000,190000,1,190000,"entry","reason",1.5,[]]\n').encode()


FAMILIES = (containers, manifests, rows_of_files)


@cache
def all_hostile() -> tuple[tuple[str, bytes], ...]:
    """All hostile files with their names."""
    return tuple(file for family in FAMILIES for file in family())
