"""Makes Qt's ICU library on Linux small: its data for Norwegian and English, and nothing of 700 other languages.

ICU keeps its data as one table in a shared library of their own, libicudata.so. Qt asks it for three things: the order
of letters, names of time zones, and encodings of text from before Unicode. What is left out of the table is not found,
and ICU falls back on what it says of the root of all languages. Needs `as` and `ld` (binutils); standard library only.
"""

import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_MAGIC, _FORMAT = b"\xda\x27", b"CmnD"  # of a table, in its header
_FORMAT_AT, _HEADER_SIZE = 12, struct.Struct("<H")
_COUNT, _ENTRY = struct.Struct("<I"), struct.Struct("<II")
_ALIGNED = 16  # bytes, as ICU wants what it maps

_LOCALES = r"(?:root|en|en_001|en_GB|no|nb|nn|pool|res_index)\.res"
KEPT = re.compile(
    rf"{_LOCALES}"  # what a language is, and its parents
    rf"|coll/(?:{_LOCALES}|ucadata\.icu)"  # the order of letters
    rf"|zone/(?:{_LOCALES}|tzdbNames\.res)"  # names of time zones
    r"|(?:zoneinfo64|timezoneTypes|metaZones|windowsZones|supplementalData|likelySubtags|keyTypeData|numberingSystems"
    r"|plurals|pluralRanges|dayPeriods|icuver|icustd|langInfo)\.res"
    r"|\w+\.nrm|(?!unames)\w+\.icu"  # equal letters, and the properties of letters
    r"|ibm-(?:5348_P100-1997|5346_P100-1998|912_P100-1995|923_P100-1998|1252_P100-2000)\.cnv"  # Western and Sámi
)


class Table(NamedTuple):
    """The data of ICU: the header as it stands, and the content of each item by its name below `prefix`."""

    header: bytes
    prefix: str  # such as «icudt73l/»
    items: dict[str, bytes]


def read_table(library: bytes) -> Table:
    """The table in a shared library, or in a file of its own. ValueError where there is none."""
    begin = library.find(_FORMAT) - _FORMAT_AT
    if begin < 0 or library[begin + 2 : begin + 4] != _MAGIC:
        raise ValueError("there is no ICU data here")
    toc = begin + _HEADER_SIZE.unpack_from(library, begin)[0]
    (count,) = _COUNT.unpack_from(library, toc)
    entries = [_ENTRY.unpack_from(library, toc + _COUNT.size + number * _ENTRY.size) for number in range(count)]
    names = [library[toc + at : library.index(b"\0", toc + at)].decode("ascii") for at, _ in entries]
    prefix = names[0].partition("/")[0] + "/"
    # The last item ends where nobody says, so it keeps whatever follows it up to the end of what is mapped.
    ends = [*(at for _, at in entries[1:]), entries[-1][1] + _item_size(library, toc + entries[-1][1])]
    items = {
        name.removeprefix(prefix): library[toc + at : toc + end]
        for name, (_, at), end in zip(names, entries, ends, strict=True)
    }
    return Table(library[begin:toc], prefix, items)


def without(table: Table, kept: Callable[[str], object] = KEPT.fullmatch) -> Table:
    """The table with those items alone whose name `kept` is true of."""
    return table._replace(items={name: content for name, content in table.items.items() if kept(name)})


def written(table: Table) -> bytes:
    """The bytes of a table, as ICU reads them."""
    names = [f"{table.prefix}{name}".encode("ascii") + b"\0" for name in table.items]
    at = _COUNT.size + _ENTRY.size * len(names)
    name_places = [at + sum(map(len, names[:number])) for number in range(len(names))]
    place = at + sum(map(len, names))
    body, item_places = bytearray(), []
    for content in table.items.values():
        body += bytes(-(place + len(body)) % _ALIGNED)
        item_places.append(place + len(body))
        body += content
    entries = b"".join(_ENTRY.pack(*pair) for pair in zip(name_places, item_places, strict=True))
    return table.header + _COUNT.pack(len(names)) + entries + b"".join(names) + bytes(body)


def write_library(table: Table, target: Path) -> None:
    """Write a table as the shared library that ICU looks for. OSError or CalledProcessError without binutils."""
    version = "".join(filter(str.isdigit, table.prefix))
    with TemporaryDirectory(prefix="fosdesk-") as place:
        data, source, compiled = (Path(place, name) for name in ("icu.dat", "icu.s", "icu.o"))
        data.write_bytes(written(table))
        symbol = f"icudt{version}_dat"
        source.write_text(
            f".section .rodata\n.balign {_ALIGNED}\n.global {symbol}\n.type {symbol}, %object\n{symbol}:\n"
            f'.incbin "{data}"\n.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",%progbits\n',
            encoding="utf-8",
        )
        subprocess.run(["as", "-o", compiled, source], check=True, capture_output=True)
        named = f"libicudata.so.{version}"
        subprocess.run(["ld", "-shared", "-soname", named, "-o", target, compiled], check=True, capture_output=True)


def make_small(library: Path, target: Path) -> tuple[int, int]:
    """Write the library with what is kept to `target`; returns the bytes before and after."""
    before = library.read_bytes()
    write_library(without(read_table(before)), target)
    return len(before), target.stat().st_size


def _item_size(library: bytes, at: int) -> int:
    """The bytes of a resource bundle (.res), as its own header tells them; the last item of a table is one."""
    header = int.from_bytes(library[at : at + 2], "little")
    # Behind the root there are the lengths, in words of four bytes; the fourth is where all of it ends.
    ends = at + header + 4 + 3 * 4
    return header + 4 * int.from_bytes(library[ends : ends + 4], "little")
