"""The zip container of a school file: exactly two members, read within limits and in memory only."""

import io
import struct
import zipfile
import zlib
from itertools import pairwise

from fosdesk.errors import FosdeskError
from fosdesk.store.sqlite_dialect import MAGIC

MAX_BYTES = 64 << 20
MANIFEST, CHANGES = "manifest.json", "changes.jsonl"
_MAX_SIZES = {MANIFEST: 4 << 20, CHANGES: 256 << 20}
_MAX_RATIO = 200
_RATIO_EXEMPT = 8 << 20  # what may unfold to this much is no bomb, however small it was
_END_OF_DIRECTORY = struct.Struct("<4s4H2LH")
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_MAX_DIRECTORY = 1000
_ALLOWED_FLAGS = 0x808  # the size stands behind; the name is UTF-8
_READ_ERRORS = (
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


def not_a_school_file_error() -> FosdeskError:
    """The error for a file of another kind, or a damaged one."""
    return FosdeskError("This is not a school file, or it is damaged; nothing has been changed.")


def too_large_error() -> FosdeskError:
    """The error for a file that is larger than a school file can be."""
    return FosdeskError("The file is larger than a school file can be; nothing has been changed.")


def pack(manifest: bytes, changes: bytes) -> bytes:
    """The bytes of a container; the same content gives the same bytes. FosdeskError when it is too large."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, content in ((MANIFEST, manifest), (CHANGES, changes)):
            if len(content) > _MAX_SIZES[name]:
                raise _school_too_large_error()
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            member.compress_type = zipfile.ZIP_DEFLATED
            if len(content) > _RATIO_EXEMPT and len(content) > _MAX_RATIO * len(zlib.compress(content, 6)):
                member.compress_type = zipfile.ZIP_STORED
            container.writestr(member, content, compresslevel=6)
    packed = out.getvalue()
    if len(packed) > MAX_BYTES:
        raise _school_too_large_error()
    return packed


def _school_too_large_error() -> FosdeskError:
    return FosdeskError("The school has become too large for one file.")


def unpack(packed: bytes) -> tuple[bytes, bytes]:
    """The manifest and the changes; FosdeskError for anything that is not exactly such a container."""
    if len(packed) > MAX_BYTES:
        raise too_large_error()
    if packed.startswith(MAGIC):
        raise FosdeskError(
            "This is the file that fosdesk works in; ask for a school file, which is written on the page Schools."
        )
    try:
        _check_directory(packed)
        with zipfile.ZipFile(io.BytesIO(packed)) as container:
            _check_members(packed, container)
            return _member(container, MANIFEST), _member(container, CHANGES)
    except _READ_ERRORS as error:
        raise not_a_school_file_error() from error


def _check_directory(packed: bytes) -> None:
    """Check the end record before zipfile reads it: two members, a small directory, nothing behind it."""
    signature, disk, first, here, members, size, start, comment = _END_OF_DIRECTORY.unpack(
        packed[-_END_OF_DIRECTORY.size :]
    )
    if (signature, disk, first, here, members, comment) != (b"PK\5\6", 0, 0, 2, 2, 0):
        raise not_a_school_file_error()
    if size > _MAX_DIRECTORY or start + size != len(packed) - _END_OF_DIRECTORY.size:
        raise not_a_school_file_error()


def _check_members(packed: bytes, container: zipfile.ZipFile) -> None:
    members = sorted(container.infolist(), key=lambda member: member.header_offset)
    if sorted(member.orig_filename for member in members) != sorted(_MAX_SIZES):
        raise not_a_school_file_error()
    if any(
        m.flag_bits & ~_ALLOWED_FLAGS or m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        for m in members
    ):
        raise not_a_school_file_error()
    # Members that share bytes would let a small file unfold again and again.
    offsets = [member.header_offset for member in members] + [container.start_dir]
    for member, (start, end) in zip(members, pairwise(offsets), strict=True):
        *_, name, extra = _LOCAL_HEADER.unpack_from(packed, start)
        if start + _LOCAL_HEADER.size + name + extra + member.compress_size > end:
            raise not_a_school_file_error()


def _member(container: zipfile.ZipFile, name: str) -> bytes:
    member, max_size = container.getinfo(name), _MAX_SIZES[name]
    if member.file_size > min(max_size, max(_RATIO_EXEMPT, _MAX_RATIO * member.compress_size)):
        raise too_large_error()
    with container.open(member) as stream:
        content = stream.read(member.file_size + 1)  # zipfile unfolds as much as it is asked for, whatever it says
    if len(content) != member.file_size:
        raise not_a_school_file_error()
    return content
