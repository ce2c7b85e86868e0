"""Packs a folder as tar.xz and .deb: the same content gives the same bytes, and no rights are needed; standard library.

A .deb is an `ar` archive of three files, so that none of Debian's tools has to be there.
"""

import gzip
import io
import lzma
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_LZMA2 = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 64 << 20}
_AR = b"!<arch>\n"


class Entry(NamedTuple):
    """A file in an archive: its content, or where it points to, or neither for a folder."""

    name: str  # with «/», without one at the beginning or end
    content: bytes | None = None
    target: str = ""
    is_program: bool = False


def entries_of(folder: Path, name: str) -> Iterator[Entry]:
    """A folder with all below it, called `name` in the archive, in the order of the names."""
    yield Entry(name)
    for path in sorted(folder.rglob("*")):
        inner = f"{name}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            yield Entry(inner, target=str(path.readlink()))
        elif path.is_dir():
            yield Entry(inner)
        else:
            yield Entry(inner, path.read_bytes(), is_program=bool(path.stat().st_mode & 0o100))


def with_folders(entries: Mapping[str, Entry]) -> Iterator[Entry]:
    """The entries by name, each after the folders that it lies in."""
    folders: set[str] = set()
    for name in sorted(entries):
        parts = name.split("/")
        for depth in range(1, len(parts)):
            above = "/".join(parts[:depth])
            if above not in folders and above not in entries:
                folders.add(above)
                yield Entry(above)
        yield entries[name]


def tar(entries: Iterator[Entry], made: int, above: str = "") -> bytes:
    """A tar of the entries, dated `made` (s since 1970), owned by root; `above` stands before each name."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for entry in entries:
            one = tarfile.TarInfo(f"{above}{entry.name}")
            one.mtime, one.uname, one.gname = made, "root", "root"
            if entry.target:
                one.type, one.linkname, one.mode = tarfile.SYMTYPE, entry.target, 0o777
            elif entry.content is None:
                one.type, one.mode = tarfile.DIRTYPE, 0o755
            else:
                one.size, one.mode = len(entry.content), 0o755 if entry.is_program else 0o644
            archive.addfile(one, io.BytesIO(entry.content or b""))
    return packed.getvalue()


def xz(content: bytes, *, is_x86: bool) -> bytes:
    """The content packed; programs for x86 pack better through a filter of their own."""
    filters = [{"id": lzma.FILTER_X86}, _LZMA2] if is_x86 else [_LZMA2]
    return lzma.compress(content, check=lzma.CHECK_CRC32, filters=filters)


def gz(content: bytes) -> bytes:
    """The content packed by gzip, without name and time."""
    return gzip.compress(content, 9, mtime=0)


def deb(control: str, entries: Mapping[str, Entry], made: int, *, is_x86: bool, sums: str) -> bytes:
    """A Debian package of the entries; `sums` are their MD5 sums, as dpkg checks them."""
    about = {"control": Entry("control", control.encode()), "md5sums": Entry("md5sums", sums.encode())}
    parts = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": xz(tar(iter(about.values()), made, "./"), is_x86=False),
        "data.tar.xz": xz(tar(with_folders(entries), made, "./"), is_x86=is_x86),
    }
    packed = bytearray(_AR)
    for name, content in parts.items():
        packed += f"{name:<16}{made:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode("ascii")
        packed += content + b"\n" * (len(content) % 2)
    return bytes(packed)
