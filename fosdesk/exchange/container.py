"""The container of a school file: a zip with exactly two members, opened within bounds and never onto the disk."""

import io
import struct
import zipfile
import zlib

from fosdesk.errors import FosdeskError

MOST_BYTES = 64 << 20
MOST_MANIFEST = 1 << 20
MOST_CHANGES = 256 << 20
_MOST_RATIO = 200
_MEMBERS = ("manifest.json", "changes.jsonl")
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    OSError,
    struct.error,
    OverflowError,
)


def no_school_file() -> FosdeskError:
    """What is said of a file of another kind, or one that is broken beyond reading."""
    return FosdeskError("This is not a school file, or it is damaged. Ask for it again. Nothing has been changed.")


def too_large() -> FosdeskError:
    """What is said of a file that is larger than any school could be."""
    return FosdeskError("The file is larger than a school file can be. Nothing has been changed.")


def pack(manifest: bytes, changes: bytes) -> bytes:
    """The bytes of a container; the same content gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, content in zip(_MEMBERS, (manifest, changes), strict=True):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            container.writestr(member, content, compresslevel=6)
    return out.getvalue()


def unpack(packed: bytes) -> tuple[bytes, bytes]:
    """Manifest and changes; FosdeskError for anything that is not exactly such a container."""
    if len(packed) > MOST_BYTES:
        raise too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as container:
            members = container.infolist()
            if len(members) != len(_MEMBERS) or {m.filename for m in members} != set(_MEMBERS):
                raise no_school_file()
            if any(m.flag_bits & 1 or m.compress_type not in _STORED_OR_DEFLATED for m in members):
                raise no_school_file()
            return _member(container, "manifest.json", MOST_MANIFEST), _member(container, "changes.jsonl", MOST_CHANGES)
    except _TROUBLE as why:
        raise no_school_file() from why


def _member(container: zipfile.ZipFile, name: str, most: int) -> bytes:
    member = container.getinfo(name)
    if member.file_size > most or member.file_size > _MOST_RATIO * max(member.compress_size, 1000):
        raise too_large()
    with container.open(member) as stream:
        content = stream.read(most + 1)  # neither the size in the header nor the checksum is trusted
    if len(content) > most:
        raise too_large()
    return content
