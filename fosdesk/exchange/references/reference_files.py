"""Opens files of references, whatever program and encoding they come from, and writes them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.references.bibtex import is_bibtex, read_bibtex, written_bibtex
from fosdesk.exchange.references.csl_json import csl_item, is_csl_json, read_csl_json
from fosdesk.exchange.references.read_reference import ReadReferences
from fosdesk.exchange.references.ris import is_ris, read_ris, written_ris

LARGEST = 20_000_000  # bytes that are read; of a larger file, its beginning
MOST = 20_000  # references that are read at once
RIS, BIBTEX, CSL_JSON = ".ris", ".bib", ".json"
_UNREADABLE = "\ufffd"


class WrittenReference(NamedTuple):
    """One reference to be written: a key that no other has, the values of its fields, and its people by field."""

    key: str
    fields: Mapping[str, str]
    people: Mapping[str, tuple[str, ...]]


def read_reference_file(path: Path) -> ReadReferences:
    """The references of a file in RIS, BibTeX or CSL-JSON. FosdeskError, as one sentence, where it holds none."""
    with reading(path) as file:
        content = file.read(LARGEST + 1)
    return read_references(content, path.name)


def read_references(content: bytes, name: str) -> ReadReferences:
    """The references in the bytes of a file; `name` is what an error calls it."""
    text = decoded(content[:LARGEST])
    is_cut = len(content) > LARGEST
    try:
        found = references_in(text)
    except RecursionError:
        found = None
    if found is None or not found.references:
        raise FosdeskError(
            "No references were found in {file}. It should be RIS, BibTeX or CSL-JSON, as Zotero, EndNote and "
            "libraries save them.",
            file=name,
        )
    unread = text.count(_UNREADABLE)
    whole = found.references[:MOST]
    return found._replace(references=whole, unread=unread, is_cut=is_cut or len(whole) < len(found.references))


def references_in(text: str) -> ReadReferences | None:
    """The references in a text; None where it looks like none of the formats."""
    if is_ris(text):
        found, outside = read_ris(text)
        return ReadReferences(tuple(found), outside=tuple(outside))
    if is_csl_json(text):
        found, outside = read_csl_json(text)
        return ReadReferences(tuple(found), outside=tuple(outside))
    if is_bibtex(text):
        found, repeated, outside = read_bibtex(text)
        return ReadReferences(tuple(found), tuple(repeated), tuple(outside))
    return None


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8 or UTF-16, or as older Windows programs write it; what has no meaning is «�»."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content[1:2] == b"\0" and content[3:4] == b"\0":
        return content.decode("utf-16-le", errors="replace")
    if content[:1] == b"\0" and content[2:3] == b"\0":
        return content.decode("utf-16-be", errors="replace")
    for end in range(4):  # a file that is cut may end within a letter
        try:
            return content[: len(content) - end].decode("utf-8-sig")
        except UnicodeDecodeError as why:
            if why.start < len(content) - 4:
                break
    return content.decode("cp1252", errors="replace")


def reference_file(references: Sequence[WrittenReference], ending: str) -> bytes:
    """The bytes of a file with references: RIS, BIBTEX or CSL_JSON by its ending; always UTF-8."""
    if ending == BIBTEX:
        return "\n".join(written_bibtex(*one) for one in references).encode()
    if ending == CSL_JSON:
        return msgspec.json.format(msgspec.json.encode([csl_item(*one) for one in references]), indent=2)
    return "".join(written_ris(one.fields, one.people) for one in references).encode()
