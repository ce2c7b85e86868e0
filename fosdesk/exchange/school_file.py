"""School files: writing and reading a journal as bytes, and merging two of them without a store."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from operator import attrgetter
from typing import Annotated, Any, NamedTuple

import msgspec

from fosdesk.domain.journal import Change, Journal, Writer, heads
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.values.owner_ids import is_owner
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_saving import save_bytes
from fosdesk.exchange.password_seal import OVERHEAD, is_sealed, unseal
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.zip_container import MAX_BYTES, not_a_school_file_error, pack, too_large_error, unpack
from fosdesk.pace import NO_HURRY, Pace, let_go, sorted_in_parts
from fosdesk.store.journal_check import are_too_many_links, check_whole
from fosdesk.store.step_draft import GREATEST_NUMBER, LONGEST_FIELD, LONGEST_RECORD, LONGEST_TEXT, own_time

FORMAT = 1
_COUNTED_AT_ONCE = 2**20  # bytes
_CHANGES_PER_CALL = 2_000  # changes that are read or written in one call
REFERENCE = "reference"  # written for others: current values alone, each record in one piece
_PACK = "experience_pack"
_OWNER = "owner_description"
_KINDS = ("school", REFERENCE, _PACK, _OWNER)
MAX_CHANGES = 1_000_000
MAX_WRITERS = 100_000
_Unsigned = Annotated[int, msgspec.Meta(ge=0, le=GREATEST_NUMBER)]
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
    """A writer as stored in a file, with bounds that are checked on reading."""

    uid: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    role: _Short
    app: _Short
    opened: _Time


class Manifest(msgspec.Struct):
    """The manifest of a school file; unknown keys of newer versions are ignored."""

    format: Annotated[int, msgspec.Meta(ge=1)]
    min_reader: Annotated[int, msgspec.Meta(ge=1)]
    kind: _Short
    school: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    name: Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
    app: _Short
    made: _Time
    count: Annotated[int, msgspec.Meta(ge=0, le=MAX_CHANGES)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    writers: Annotated[list[WriterLine], msgspec.Meta(max_length=MAX_WRITERS)]
    # Which changes were erased where the file was written: [writer, first, last], …
    blanked: Annotated[list[tuple[_Unsigned, _Unsigned, _Unsigned]], msgspec.Meta(max_length=MAX_CHANGES)] = []


class ChangeLine(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """A change as stored in a file.

    The columns of format 1 are frozen: whatever is new becomes a new field name, which every reader passes on.
    """

    writer: _Unsigned
    number: Annotated[int, msgspec.Meta(ge=1, le=GREATEST_NUMBER)]
    order: Annotated[int, msgspec.Meta(ge=1, le=GREATEST_NUMBER)]
    at: _Time
    step: _Unsigned
    record: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_RECORD)]
    field: Annotated[str, msgspec.Meta(max_length=LONGEST_FIELD)]
    value: Value
    replaces: tuple[tuple[_Unsigned, _Unsigned], ...]


_MANIFEST = msgspec.json.Decoder(Manifest)
LINES = msgspec.json.Decoder(ChangeLine)


class SchoolFile(NamedTuple):
    """The content of a file: journal, version of the program that wrote it, time (ms), reference, sealed."""

    journal: Journal
    app: str
    made: int
    reference: bool
    sealed: bool = False


class OpenedFile(NamedTuple):
    """A school file whose sums fit: its manifest, its lines as they stand, and whether it was sealed."""

    manifest: Manifest
    body: bytes
    sealed: bool


def write_school_file(journal: Journal, *, app: str, made: int, reference: bool, pace: Pace = NO_HURRY) -> bytes:
    """The bytes of a school file; the same journal, program and time (ms since 1970) give the same bytes.

    The journal of an experience pack, or of what an owner wrote, makes a file of a kind of its own, which older
    programs refuse in one sentence.
    """
    writers, changes, blanked = _sorted_parts(journal)
    lines = msgspec.json.Encoder().encode_lines
    count = len(changes)
    body = b"".join(lines(some) for some in pace.in_parts(changes, _CHANGES_PER_CALL))
    let_go(changes)
    manifest: dict[str, object] = {
        "format": FORMAT,
        "min_reader": 1,
        "kind": _special_kind(journal.school) or (REFERENCE if reference else "school"),
        "school": journal.school,
        "name": journal.name,
        "app": app,
        "made": own_time(made),
        "count": count,
        "sha256": sha256(body).hexdigest(),
        "writers": writers,
    }
    if blanked:
        manifest["blanked"] = _as_ranges(blanked)
    return pack(msgspec.json.encode(manifest), body)


def read_school_file(packed: bytes, password: str = "", pace: Pace = NO_HURRY) -> SchoolFile:
    """The content of a school file; FosdeskError for a newer, damaged, hostile or other file.

    PasswordNeeded for a sealed file when no password is given. What an owner wrote is no school.
    """
    opened = open_school_file(packed, password)
    if opened.manifest.kind == _OWNER:
        raise FosdeskError(
            "This is what a school owner wrote beside many schools; open the folder with the school files to see it."
        )
    return read_opened_file(opened, pace)


def read_opened_file(opened: OpenedFile, pace: Pace = NO_HURRY) -> SchoolFile:
    """All that is in an opened file, checked line by line; FosdeskError for a damaged or hostile one."""
    manifest, body = opened.manifest, opened.body
    try:
        changes: list[Change] = []
        may_hold_nul, links = _count(b"u0000", body) > 0, 0
        for some in line_blocks(body, pace):
            lines = LINES.decode_lines(some)
            links += sum(len(line.replaces) for line in lines)
            if are_too_many_links(links, manifest.count):
                raise not_a_school_file_error()
            if may_hold_nul and any(map(contains_nul, lines)):
                raise not_a_school_file_error()
            changes += [
                Change(c.writer, c.number, c.order, c.at, c.step, c.record, c.field, c.value, c.replaces) for c in lines
            ]
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise not_a_school_file_error() from error
    if len(changes) != manifest.count:
        raise not_a_school_file_error()
    writers = tuple(Writer(w.uid, w.role, w.app, w.opened) for w in manifest.writers)
    journal = Journal(manifest.school, manifest.name, writers, tuple(changes), _expanded(manifest))
    check_whole(journal)
    return SchoolFile(journal, manifest.app, manifest.made, manifest.kind != "school", opened.sealed)


def open_school_file(packed: bytes, password: str = "") -> OpenedFile:
    """A school file unpacked and held against its sums; its lines are not looked at. Errors as `read_school_file`."""
    if sealed := is_sealed(packed):
        if len(packed) > MAX_BYTES + OVERHEAD:
            raise too_large_error()
        packed = unseal(packed, password)
    manifest_bytes, body = unpack(packed)
    try:
        manifest = _manifest(manifest_bytes)
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise not_a_school_file_error() from error
    if sha256(body).hexdigest() != manifest.sha256 or _count(b"\n", body) != manifest.count:
        raise not_a_school_file_error()
    if (manifest.kind if manifest.kind in (_PACK, _OWNER) else "") != _special_kind(manifest.school):
        raise not_a_school_file_error()
    return OpenedFile(manifest, body, sealed)


def _count(sought: bytes, body: bytes) -> int:
    """How often `sought` is in a file, counted in blocks: the GUI thread waits for one call over all of a large one."""
    size, longer = _COUNTED_AT_ONCE, len(sought) - 1
    return sum(body.count(sought, start, start + size + longer) for start in range(0, len(body), size))


def _special_kind(school_id: str) -> str:
    """The kind of a file that holds no school; empty for a school."""
    return _PACK if is_pack(school_id) else _OWNER if is_owner(school_id) else ""


def line_blocks(body: bytes, pace: Pace) -> Iterator[memoryview]:
    """The lines in blocks of some thousand, with a call of `pace` before each, so that the window stays responsive."""
    start, view = 0, memoryview(body)
    while start < len(body):
        pace(start, len(body))
        end = body.find(b"\n", start + _CHANGES_PER_CALL * 100) + 1 or len(body)
        yield view[start:end]
        start = end


def _manifest(manifest_bytes: bytes) -> Manifest:
    parsed = json.loads(manifest_bytes, object_pairs_hook=_reject_duplicate_keys)
    required = parsed.get("min_reader") if isinstance(parsed, dict) else None
    if isinstance(required, int) and required > FORMAT:
        raise newer_format_error()
    manifest = _MANIFEST.decode(manifest_bytes)
    if manifest.kind not in _KINDS:
        raise newer_format_error()
    if any("\0" in text for text in (manifest.school, manifest.name, manifest.app)):
        raise not_a_school_file_error()
    return manifest


def _as_ranges(keys: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Consecutive changes of a writer as ranges (writer, first, last)."""
    found: list[tuple[int, int, int]] = []
    for writer, number in sorted(keys):
        if found and found[-1][0] == writer and found[-1][2] == number - 1:
            found[-1] = (writer, found[-1][1], number)
        else:
            found.append((writer, number, number))
    return found


def _expanded(manifest: Manifest) -> frozenset[tuple[int, int]]:
    """The changes in all ranges of the manifest; an error for more of them than the file has changes."""
    if sum(max(0, last - first + 1) for _, first, last in manifest.blanked) > manifest.count:
        raise not_a_school_file_error()
    return frozenset((w, n) for w, first, last in manifest.blanked for n in range(first, last + 1))


def newer_format_error() -> FosdeskError:
    """The error for a file in a format of a newer version."""
    return FosdeskError("The file was made by a newer fosdesk; update fosdesk, and read it then.")


def _reject_duplicate_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def contains_nul(line: ChangeLine) -> bool:
    """Whether a text of the line contains a NUL character, which no stored text may."""
    return "\0" in line.record or "\0" in line.field or (isinstance(line.value, str) and "\0" in line.value)


def merge_journals(one: Journal, other: Journal) -> Journal:
    """The union of two journals of one school; FosdeskError for different schools or contradicting changes."""
    if one.school != other.school:
        raise FosdeskError("The files are from different schools, so they cannot be merged.")
    writers = {writer.uid: writer for journal in (one, other) for writer in journal.writers}
    indexes = {uid: index for index, uid in enumerate(sorted(writers))}
    found: dict[tuple[int, int], Change] = {}
    blank_keys: set[tuple[int, int]] = set()  # what neither has a value for
    for journal in (one, other):
        if any(writers[writer.uid] != writer for writer in journal.writers):
            raise _contradiction_error()
        renumbered, blanked = _renumbered(journal, [indexes[writer.uid] for writer in journal.writers])
        blank_keys |= blanked - found.keys()
        for change in renumbered:
            key = change.writer, change.number
            there = found.setdefault(key, change)
            if key in blanked or key in blank_keys:
                if msgspec.structs.replace(there, value=change.value) != change:
                    raise _contradiction_error()
                if key in blank_keys and key not in blanked:
                    blank_keys.discard(key)
                    found[key] = change
            elif there != change:
                raise _contradiction_error()
    changes = tuple(sorted(found.values(), key=_sort_key))
    both = Journal(one.school, "", tuple(writers[uid] for uid in indexes), changes, frozenset(blank_keys))
    return msgspec.structs.replace(both, name=school_name_in(both) or max(one.name, other.name))


def _contradiction_error() -> FosdeskError:
    return FosdeskError(
        "The two files say different things about a change that both have, so they cannot be merged; "
        "ask for new copies."
    )


def school_name_in(journal: Journal) -> str:
    """The school's name in a journal; of conflicting names the one that every laptop shows."""
    own = tuple(change for change in journal.changes if change.record == PROFILE_ID)  # it is replaced by its own only
    found = heads(msgspec.structs.replace(journal, changes=own))
    names = [head for head in found if head.field == "name" and isinstance(head.value, str)]
    return str(max(names, key=lambda head: head.rank).value) if names else ""


def _sorted_parts(journal: Journal) -> tuple[list[Writer], list[Change], set[tuple[int, int]]]:
    """Writers by id, changes by order, and blanked changes: whoever writes a school, the bytes are the same."""
    writers = sorted(journal.writers, key=lambda writer: writer.uid)
    indexes = {writer.uid: index for index, writer in enumerate(writers)}
    changes, blanked = _renumbered(journal, [indexes[writer.uid] for writer in journal.writers])
    return writers, sorted_in_parts(changes, attrgetter("order"), attrgetter("order", "writer", "number")), blanked


def _renumbered(journal: Journal, indexes: list[int]) -> tuple[Iterator[Change], set[tuple[int, int]]]:
    """The changes with new indexes of their writers, and which of them are blanked."""
    return _renumbered_changes(journal, indexes), {(indexes[writer], number) for writer, number in journal.blanked}


def _renumbered_changes(journal: Journal, indexes: list[int]) -> Iterator[Change]:
    for c in journal.changes:
        replaces = tuple(sorted((indexes[w], n) for w, n in c.replaces))
        yield Change(indexes[c.writer], c.number, c.order, c.at, c.step, c.record, c.field, c.value, replaces)


def _sort_key(change: Change) -> tuple[int, int, int]:
    return change.order, change.writer, change.number


__all__ = [
    "SchoolFile",
    "merge_journals",
    "read_school_file",
    "reference_journal",
    "save_bytes",
    "write_school_file",
]
