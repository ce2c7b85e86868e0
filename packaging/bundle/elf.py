"""Which shared libraries a program or library of Linux asks for, read from the file itself; standard library only."""

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

_MAGIC = b"\x7fELF\x02\x01"  # 64 bit, little-endian
_PT_LOAD, _PT_DYNAMIC = 1, 2
_DT_NEEDED, _DT_STRTAB = 1, 5
_SEGMENT = struct.Struct("<IIQQQQQQ")
_PAIR = struct.Struct("<qQ")


def needed(path: Path) -> tuple[str, ...]:
    """The names that a file asks for, such as «libz.so.1»; empty for what is no ELF file of 64 bits."""
    content = path.read_bytes()
    if not content.startswith(_MAGIC):
        return ()
    (at,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    segments = [_SEGMENT.unpack_from(content, at + number * size) for number in range(count)]
    loads = [(address, offset, length) for kind, _, offset, address, _, length, *_ in segments if kind == _PT_LOAD]
    tags: list[tuple[int, int]] = []
    for kind, _, offset, _, _, length, *_ in segments:
        if kind == _PT_DYNAMIC:
            tags += [_PAIR.unpack_from(content, place) for place in range(offset, offset + length, _PAIR.size)]
    strings = next((value for tag, value in tags if tag == _DT_STRTAB), None)
    if strings is None:
        return ()
    begin = next(
        offset + strings - address for address, offset, length in loads if address <= strings < address + length
    )
    ends = {value: content.index(b"\0", begin + value) for tag, value in tags if tag == _DT_NEEDED}
    return tuple(content[begin + value : end].decode("utf-8") for value, end in ends.items())


def unneeded(files: Mapping[str, Path], roots: Iterable[str]) -> set[str]:
    """The files, by name in the bundle, that neither a root nor anything that a root needs asks for.

    Libraries are found by the last part of their name, as the loader finds them.
    """
    by_name: dict[str, list[str]] = {}
    for name in files:
        by_name.setdefault(name.rpartition("/")[2], []).append(name)
    waiting, reached = list(roots), set(roots)
    while waiting:
        for library in needed(files[waiting.pop()]):
            new = [name for name in by_name.get(library, ()) if name not in reached]
            reached.update(new)
            waiting += new
    return set(files) - reached
