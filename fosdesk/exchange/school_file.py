"""School files: a journal as bytes, and bytes as a journal; anything else is refused in one sentence."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Annotated, Any, NamedTuple

import msgspec

from fosdesk.domain.journal import Change, Journal, Writer, heads
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.password_seal import OVERHEAD, is_sealed, unseal
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.zip_container import MOST_BYTES, no_school_file, pack, too_large, unpack
from fosdesk.pace import NO_HURRY, Pace
from fosdesk.store.journal_check import check_whole
from fosdesk.store.step_draft import GREATEST_NUMBER, LONGEST_FIELD, LONGEST_RECORD, LONGEST_TEXT, own_time

FORMAT = 1
_PART = 2_000  # changes that are read or written in one call
_KINDS = ("school", "reference")
MOST_CHANGES = 1_000_000
MOST_WRITERS = 100_000
_Whole = Annotated[int, msgspec.Meta(ge=0, le=GREATEST_NUMBER)]
# A time (ms) is whatever the clock of its writer said, before 1970 too.
_Time = Annotated[int, msgspec.Meta(ge=-GREATEST_NUMBER, le=GREATEST_NUMBER)]
_Short = Annotated[str, msgspec.Meta(max_length=200)]
Value = (
    Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
    | Annotated[int, msgspec.Meta(ge=-GREATEST_NUMBER, le=GREATEST_NUMBER)]
    | bool
    | None
)


class WriterLine(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A writer as a file may name it."""

    uid: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    role: _Short
    app: _Short
    opened: _Time


class _Manifest(msgspec.Struct):
    """What a newer fosdesk writes beside this is passed over."""

    format: Annotated[int, msgspec.Meta(ge=1)]
    min_reader: Annotated[int, msgspec.Meta(ge=1)]
    kind: _Short
    school: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    name: Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
    app: _Short
    made: _Time
    count: Annotated[int, msgspec.Meta(ge=0, le=MOST_CHANGES)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    writers: Annotated[list[WriterLine], msgspec.Meta(max_length=MOST_WRITERS)]
    # Which changes were erased where the file was written: [writer, first, last], …
    blanked: Annotated[list[tuple[_Whole, _Whole, _Whole]], msgspec.Meta(max_length=MOST_CHANGES)] = []


class ChangeLine(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """The row of format 1 is frozen: whatever is new becomes a new field name, which every reader passes on."""

    writer: _Whole
    number: Annotated[int, msgspec.Meta(ge=1, le=GREATEST_NUMBER)]
    order: Annotated[int, msgspec.Meta(ge=1, le=GREATEST_NUMBER)]
    at: _Time
    step: _Whole
    record: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_RECORD)]
    field: Annotated[str, msgspec.Meta(max_length=LONGEST_FIELD)]
    value: Value
    replaces: tuple[tuple[_Whole, _Whole], ...]


_MANIFEST = msgspec.json.Decoder(_Manifest)
_LINES = msgspec.json.Decoder(ChangeLine)


class SchoolFile(NamedTuple):
    """A file that was read: its journal, the program that made it, when (ms), if it is a reference, had a password."""

    journal: Journal
    app: str
    made: int
    reference: bool
    sealed: bool = False


def write_school_file(journal: Journal, *, app: str, made: int, reference: bool, pace: Pace = NO_HURRY) -> bytes:
    """The bytes of a school file; the same journal, program and moment give the same bytes."""
    writers, changes, blanked = _in_order(journal)
    lines = msgspec.json.Encoder().encode_lines
    body = b"".join(lines(some) for some in pace.in_parts(changes, _PART))
    manifest: dict[str, object] = {
        "format": FORMAT,
        "min_reader": 1,
        "kind": "reference" if reference else "school",
        "school": journal.school,
        "name": journal.name,
        "app": app,
        "made": own_time(made),
        "count": len(changes),
        "sha256": sha256(body).hexdigest(),
        "writers": writers,
    }
    if blanked:
        manifest["blanked"] = _ranges(blanked)
    return pack(msgspec.json.encode(manifest), body)


def read_school_file(packed: bytes, password: str = "", pace: Pace = NO_HURRY) -> SchoolFile:
    """What a school file holds; FosdeskError in one sentence for a newer, damaged, hostile or other file.

    PasswordNeeded for a sealed one without its password, so that somebody can be asked for it.
    """
    if sealed := is_sealed(packed):
        if len(packed) > MOST_BYTES + OVERHEAD:
            raise too_large()
        packed = unseal(packed, password)
    written, body = unpack(packed)
    try:
        manifest = _manifest(written)
        if sha256(body).hexdigest() != manifest.sha256 or body.count(b"\n") != manifest.count:
            raise no_school_file()
        changes: list[Change] = []
        may_hold_nul = b"u0000" in body
        for some in _in_parts(body, pace):
            lines = _LINES.decode_lines(some)
            if may_hold_nul and any(map(holds_nul, lines)):
                raise no_school_file()
            changes += [
                Change(c.writer, c.number, c.order, c.at, c.step, c.record, c.field, c.value, c.replaces) for c in lines
            ]
    except (ValueError, RecursionError, msgspec.MsgspecError) as why:
        raise no_school_file() from why
    if len(changes) != manifest.count:
        raise no_school_file()
    writers = tuple(Writer(w.uid, w.role, w.app, w.opened) for w in manifest.writers)
    journal = Journal(manifest.school, manifest.name, writers, tuple(changes), _each(manifest))
    check_whole(journal)
    return SchoolFile(journal, manifest.app, manifest.made, manifest.kind == "reference", sealed)


def _in_parts(body: bytes, pace: Pace) -> Iterator[memoryview]:
    """Some thousand lines at a time: a longer call would keep the screen waiting."""
    start, whole = 0, memoryview(body)
    while start < len(body):
        pace(start, len(body))
        end = body.find(b"\n", start + _PART * 100) + 1 or len(body)
        yield whole[start:end]
        start = end


def _manifest(written: bytes) -> _Manifest:
    plain = json.loads(written, object_pairs_hook=_without_doubles)
    asked = plain.get("min_reader") if isinstance(plain, dict) else None
    if isinstance(asked, int) and asked > FORMAT:
        raise made_by_newer()
    manifest = _MANIFEST.decode(written)
    if manifest.kind not in _KINDS:
        raise made_by_newer()
    if any("\0" in text for text in (manifest.school, manifest.name, manifest.app)):
        raise no_school_file()
    return manifest


def _ranges(keys: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Changes of one writer that follow each other as one range."""
    found: list[tuple[int, int, int]] = []
    for writer, number in sorted(keys):
        if found and found[-1][0] == writer and found[-1][2] == number - 1:
            found[-1] = (writer, found[-1][1], number)
        else:
            found.append((writer, number, number))
    return found


def _each(manifest: _Manifest) -> frozenset[tuple[int, int]]:
    """The changes of all ranges; no more of them than the file has changes."""
    if sum(max(0, last - first + 1) for _, first, last in manifest.blanked) > manifest.count:
        raise no_school_file()
    return frozenset((w, n) for w, first, last in manifest.blanked for n in range(first, last + 1))


def made_by_newer() -> FosdeskError:
    """What is said of a file whose format is not known here yet."""
    return FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def holds_nul(line: ChangeLine) -> bool:
    """Whether a line has the one letter that no text may hold."""
    return "\0" in line.record or "\0" in line.field or (isinstance(line.value, str) and "\0" in line.value)


def merge_journals(one: Journal, other: Journal) -> Journal:
    """The union of two journals of the same school; FosdeskError for different schools or contradicting changes."""
    if one.school != other.school:
        raise FosdeskError("The files are from different schools, so they cannot be merged.")
    writers = {writer.uid: writer for journal in (one, other) for writer in journal.writers}
    place = {uid: index for index, uid in enumerate(sorted(writers))}
    found: dict[tuple[int, int], Change] = {}
    hollow: set[tuple[int, int]] = set()  # what neither has a value for
    for journal in (one, other):
        if any(writers[writer.uid] != writer for writer in journal.writers):
            raise _contradiction()
        placed, blanked = _placed(journal, [place[writer.uid] for writer in journal.writers])
        hollow |= blanked - found.keys()
        for change in placed:
            key = change.writer, change.number
            there = found.setdefault(key, change)
            if key in blanked or key in hollow:
                if msgspec.structs.replace(there, value=change.value) != change:
                    raise _contradiction()
                if key in hollow and key not in blanked:
                    hollow.discard(key)
                    found[key] = change
            elif there != change:
                raise _contradiction()
    changes = tuple(sorted(found.values(), key=_order))
    both = Journal(one.school, "", tuple(writers[uid] for uid in place), changes, frozenset(hollow))
    return msgspec.structs.replace(both, name=name_in(both) or max(one.name, other.name))


def _contradiction() -> FosdeskError:
    return FosdeskError(
        "The two files say different things about a change that both have, so they cannot be merged; "
        "ask for new copies."
    )


def name_in(journal: Journal) -> str:
    """What the school calls itself, in a value that everybody is shown."""
    own = tuple(change for change in journal.changes if change.record == PROFILE_ID)  # it is replaced by its own only
    found = heads(msgspec.structs.replace(journal, changes=own))
    names = [head for head in found if head.field == "name" and isinstance(head.value, str)]
    return str(max(names, key=lambda head: head.rank).value) if names else ""


def _in_order(journal: Journal) -> tuple[list[Writer], list[Change], set[tuple[int, int]]]:
    """Writers by their ids and changes by their order: the same school gives the same file, whoever writes it."""
    writers = sorted(journal.writers, key=lambda writer: writer.uid)
    place = {writer.uid: index for index, writer in enumerate(writers)}
    changes, blanked = _placed(journal, [place[writer.uid] for writer in journal.writers])
    return writers, sorted(changes, key=_order), blanked


def _placed(journal: Journal, place: list[int]) -> tuple[Iterator[Change], set[tuple[int, int]]]:
    """The changes with new places for their writers, and which of them are blanked."""
    return _moved(journal, place), {(place[writer], number) for writer, number in journal.blanked}


def _moved(journal: Journal, place: list[int]) -> Iterator[Change]:
    for c in journal.changes:
        replaces = tuple(sorted((place[w], n) for w, n in c.replaces))
        yield Change(place[c.writer], c.number, c.order, c.at, c.step, c.record, c.field, c.value, replaces)


def _order(change: Change) -> tuple[int, int, int]:
    return change.order, change.writer, change.number


__all__ = [
    "SchoolFile",
    "merge_journals",
    "read_school_file",
    "reference_journal",
    "save_bytes",
    "write_school_file",
]
