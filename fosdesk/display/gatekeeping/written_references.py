"""Entries as references for files of other programs."""

import re
import unicodedata
from collections.abc import Iterable

from fosdesk.display.gatekeeping.apa_reference import is_reference
from fosdesk.domain.records import GateEntry
from fosdesk.domain.records.gate_entries import PRINTED
from fosdesk.domain.rules.gatekeeping.authors import authors_in

PLAIN = (
    "what",
    "publication",
    "published_in",
    "year",
    *PRINTED,
    "abstract",
)
_LETTERS = re.compile(r"[^a-z0-9]")


def citation_key(entry: GateEntry, taken: set[str]) -> str:
    """A short key that no other reference of the file has, such as «gilje1993b»; it is added to `taken`."""
    people = authors_in(entry.authors) or authors_in(entry.editors)
    said = f"{people[0].last if people else entry.what[:20]}{entry.year[:4]}".casefold()
    said = said.replace("æ", "ae").replace("ø", "o").replace("å", "aa")
    key = _LETTERS.sub("", unicodedata.normalize("NFKD", said)) or "x"
    number, made = 1, key
    while made in taken:
        number += 1
        made = f"{key}{chr(ord('a') + number - 1)}" if number < 26 else f"{key}-{number}"
    taken.add(made)
    return made


def referable(entries: Iterable[GateEntry]) -> list[GateEntry]:
    """Those of the entries that are references."""
    return [one for one in entries if is_reference(one)]


def people_of(entry: GateEntry) -> dict[str, tuple[str, ...]]:
    """The people of an entry by field, each «Last name, First name»."""
    return {
        name: tuple(f"{one.last}, {one.first}" if one.first else one.last for one in authors_in(getattr(entry, name)))
        for name in ("authors", "editors")
    }
