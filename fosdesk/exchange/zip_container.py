"""The container of a school file: a zip with exactly two members, opened within bounds and never onto the disk."""

import io
import struct
import zipfile
import zlib
from itertools import pairwise

from fosdesk.errors import FosdeskError

MOST_BYTES = 64 << 20
MANIFEST, CHANGES = "manifest.json", "changes.jsonl"
_MOST = {MANIFEST: 4 << 20, CHANGES: 256 << 20}
_MOST_RATIO = 200
_PLENTY = 8 << 20  # what may unfold to this much is no bomb, however small it was
_END = struct.Struct("<4s4H2LH")
_LOCAL = struct.Struct("<4s5H3L2H")
_MOST_DIRECTORY = 1000
_FLAGS = 0x808  # the size stands behind; the name is UTF-8
_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    OSError,
    OverflowError,
)


def no_school_file() -> FosdeskError:
    """What is said of a file of another kind, or one that is broken beyond reading."""
    return FosdeskError("This is not a school file, or it is damaged; nothing has been changed.")


def too_large() -> FosdeskError:
    """What is said of a file that is larger than any school could be."""
    return FosdeskError("The file is larger than a school file can be; nothing has been changed.")


def pack(manifest: bytes, changes: bytes) -> bytes:
    """The bytes of a container; the same content gives the same bytes. FosdeskError when it would be too large."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, content in ((MANIFEST, manifest), (CHANGES, changes)):
            if len(content) > _MOST[name]:
                raise _too_much()
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            member.compress_type = zipfile.ZIP_DEFLATED
            if len(content) > _PLENTY and len(content) > _MOST_RATIO * len(zlib.compress(content, 6)):
                member.compress_type = zipfile.ZIP_STORED
            container.writestr(member, content, compresslevel=6)
    packed = out.getvalue()
    if len(packed) > MOST_BYTES:
        raise _too_much()
    return packed


def _too_much() -> FosdeskError:
    return FosdeskError("The school has become too large for one file.")


def unpack(packed: bytes) -> tuple[bytes, bytes]:
    """Manifest and changes; FosdeskError for anything that is not exactly such a container."""
    if len(packed) > MOST_BYTES:
        raise too_large()
    if packed.startswith(b"SQLite format 3\0"):
        raise FosdeskError(
            "This is the file that fosdesk works in; ask for a school file, which is written on the page Schools."
        )
    try:
        _check_directory(packed)
        with zipfile.ZipFile(io.BytesIO(packed)) as container:
            _check_members(packed, container)
            return _member(container, MANIFEST), _member(container, CHANGES)
    except _TROUBLE as why:
        raise no_school_file() from why


def _check_directory(packed: bytes) -> None:
    """Before zipfile believes it: two members, one small directory, and nothing behind it."""
    mark, disk, first, here, members, size, start, comment = _END.unpack(packed[-_END.size :])
    if (mark, disk, first, here, members, comment) != (b"PK\5\6", 0, 0, 2, 2, 0):
        raise no_school_file()
    if size > _MOST_DIRECTORY or start + size != len(packed) - _END.size:
        raise no_school_file()


def _check_members(packed: bytes, container: zipfile.ZipFile) -> None:
    members = sorted(container.infolist(), key=lambda member: member.header_offset)
    if sorted(member.orig_filename for member in members) != sorted(_MOST):
        raise no_school_file()
    if any(m.flag_bits & ~_FLAGS or m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members):
        raise no_school_file()
    # Members that share bytes would let a small file unfold again and again.
    borders = [member.header_offset for member in members] + [container.start_dir]
    for member, (start, end) in zip(members, pairwise(borders), strict=True):
        *_, name, extra = _LOCAL.unpack_from(packed, start)
        if start + _LOCAL.size + name + extra + member.compress_size > end:
            raise no_school_file()


def _member(container: zipfile.ZipFile, name: str) -> bytes:
    member, most = container.getinfo(name), _MOST[name]
    if member.file_size > min(most, max(_PLENTY, _MOST_RATIO * member.compress_size)):
        raise too_large()
    with container.open(member) as stream:
        content = stream.read(member.file_size + 1)  # zipfile unfolds as much as it is asked for, whatever it says
    if len(content) != member.file_size:
        raise no_school_file()
    return content
