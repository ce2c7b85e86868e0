"""School files: a journal as bytes, and bytes as a journal; anything else is refused in one sentence."""

import json
from hashlib import sha256
from typing import Annotated, Any, NamedTuple

import msgspec

from fosdesk.domain.journal import Change, Journal, Writer
from fosdesk.errors import FosdeskError
from fosdesk.exchange.container import MOST_BYTES, no_school_file, pack, unpack
from fosdesk.exchange.reference import reference_journal
from fosdesk.exchange.saving import save_bytes

FORMAT = 1
_MOST_ROWS = 1_000_000
_BIG = 2**53
_Whole = Annotated[int, msgspec.Meta(ge=0, le=_BIG)]
_Name = Annotated[str, msgspec.Meta(max_length=200)]
_Value = (
    Annotated[str, msgspec.Meta(max_length=200_000)] | Annotated[int, msgspec.Meta(ge=-_BIG, le=_BIG)] | bool | None
)


class _WriterLine(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    uid: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    role: _Name
    app: _Name
    opened: _Whole


class _Manifest(msgspec.Struct):
    format: Annotated[int, msgspec.Meta(ge=1)]
    min_reader: Annotated[int, msgspec.Meta(ge=1)]
    kind: str
    doc: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    school_name: Annotated[str, msgspec.Meta(max_length=200_000)]
    app: _Name
    made: _Whole
    count: _Whole
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    writers: Annotated[list[_WriterLine], msgspec.Meta(max_length=100_000)]


class _ChangeLine(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    w: _Whole
    n: Annotated[int, msgspec.Meta(ge=1, le=2**31)]
    lam: Annotated[int, msgspec.Meta(ge=1, le=_BIG)]
    at: _Whole
    tx: _Whole
    ent: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    field: Annotated[str, msgspec.Meta(max_length=64)]
    val: _Value
    prev: Annotated[tuple[tuple[_Whole, _Whole], ...], msgspec.Meta(max_length=10_000)]


_MANIFEST = msgspec.json.Decoder(_Manifest)
_LINES = msgspec.json.Decoder(_ChangeLine)


class SchoolFile(NamedTuple):
    """A file that was read: its journal, the program that made it, when (ms), and whether it is a reference only."""

    journal: Journal
    app: str
    made: int
    reference: bool


def write_school_file(journal: Journal, *, app: str, made: int, reference: bool) -> bytes:
    """The bytes of a school file; the same journal, program and moment give the same bytes."""
    writers, changes = _in_order(journal)
    body = b"".join(msgspec.json.encode(change) + b"\n" for change in changes)
    manifest = {
        "format": FORMAT,
        "min_reader": 1,
        "kind": "reference" if reference else "school",
        "doc": journal.school,
        "school_name": journal.name,
        "app": app,
        "made": made,
        "count": len(changes),
        "sha256": sha256(body).hexdigest(),
        "writers": writers,
    }
    packed = pack(msgspec.json.encode(manifest), body)
    if len(packed) > MOST_BYTES:
        raise FosdeskError("The school has become too large for one file.")
    return packed


def read_school_file(packed: bytes) -> SchoolFile:
    """What a school file holds; FosdeskError in one sentence for a newer, damaged, hostile or other file."""
    raw_manifest, body = unpack(packed)
    try:
        plain = json.loads(raw_manifest, object_pairs_hook=_without_doubles)
        if isinstance(plain, dict) and isinstance(plain.get("min_reader"), int) and plain["min_reader"] > FORMAT:
            raise FosdeskError("The file was made by a newer fosdesk. Update fosdesk, and read it then.")
        manifest = _MANIFEST.decode(raw_manifest)
    except (ValueError, RecursionError, msgspec.MsgspecError) as why:
        raise no_school_file() from why
    if manifest.count > _MOST_ROWS or body.count(b"\n") != manifest.count:
        raise no_school_file()
    if sha256(body).hexdigest() != manifest.sha256:
        raise no_school_file()
    try:
        lines = _LINES.decode_lines(body)
    except (ValueError, RecursionError, msgspec.MsgspecError) as why:
        raise no_school_file() from why
    _check(manifest, lines)
    writers = tuple(Writer(w.uid, w.role, w.app, w.opened) for w in manifest.writers)
    changes = tuple(Change(c.w, c.n, c.lam, c.at, c.tx, c.ent, c.field, c.val, c.prev) for c in lines)
    journal = Journal(manifest.doc, manifest.school_name, writers, changes)
    return SchoolFile(journal, manifest.app, manifest.made, manifest.kind != "school")


def merge_journals(one: Journal, other: Journal) -> Journal:
    """The union of two journals of the same school; FosdeskError for different schools or contradicting changes."""
    if one.school != other.school:
        raise FosdeskError("The files are from different schools, so they cannot be merged.")
    writers = {w.uid: w for journal in (one, other) for w in journal.writers}
    order = {uid: i for i, uid in enumerate(sorted(writers))}
    found: dict[tuple[int, int], Change] = {}
    for journal in (one, other):
        place = [order[w.uid] for w in journal.writers]
        for c in journal.changes:
            replaces = tuple(sorted((place[w], n) for w, n in c.replaces))
            here = msgspec.structs.replace(c, writer=place[c.writer], replaces=replaces)
            known = found.setdefault((here.writer, here.number), here)
            if known != here:
                raise FosdeskError("The files say different things under the same change. One of them may be altered.")
    changes = sorted(found.values(), key=lambda c: (c.order, c.writer, c.number))
    return Journal(one.school, max(one.name, other.name), tuple(writers[u] for u in sorted(writers)), tuple(changes))


def _in_order(journal: Journal) -> tuple[list[Writer], list[Change]]:
    uids = sorted(range(len(journal.writers)), key=lambda i: journal.writers[i].uid)
    place = {old: new for new, old in enumerate(uids)}
    changes = [
        msgspec.structs.replace(c, writer=place[c.writer], replaces=tuple(sorted((place[w], n) for w, n in c.replaces)))
        for c in journal.changes
    ]
    changes.sort(key=lambda c: (c.order, c.writer, c.number))
    return [journal.writers[i] for i in uids], changes


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _check(manifest: _Manifest, lines: list[_ChangeLine]) -> None:
    """The journal is closed: no gaps, no doubles, nothing replaced that is missing or later."""
    count, writers = len(lines), len(manifest.writers)
    if count != manifest.count or len({w.uid for w in manifest.writers}) != writers:
        raise no_school_file()
    orders: dict[tuple[int, int], int] = {}
    top: dict[int, int] = {}
    for c in lines:
        key = (c.w, c.n)
        if c.w >= writers or key in orders or c.lam > count or c.tx > c.n:
            raise no_school_file()
        if "\0" in c.ent or "\0" in c.field or (isinstance(c.val, str) and "\0" in c.val):
            raise no_school_file()
        orders[key] = c.lam
        if c.n > top.get(c.w, 0):
            top[c.w] = c.n
    if sum(top.values()) != count:
        raise no_school_file()
    for c in lines:
        for one in c.prev:
            if orders.get(one, _BIG) >= c.lam:
                raise no_school_file()


__all__ = [
    "SchoolFile",
    "merge_journals",
    "read_school_file",
    "reference_journal",
    "save_bytes",
    "write_school_file",
]
