"""Entries that are the same work: by DOI, by ISBN, or by a title that is written alike."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fosdesk.domain.records import GateEntry
from fosdesk.domain.school import School
from fosdesk.domain.values.text_folding import folded

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_SIGNS = re.compile(r"[^0-9xX]")
_LETTERS = re.compile(r"[\W_]+")
_LEAST = 12  # letters of a title that says enough to be the same by itself


class SameWork(NamedTuple):
    """Another entry that is the same work, and by what: «doi», «isbn» or «title»."""

    other: GateEntry
    by: str


def marks_of(entry: GateEntry) -> tuple[str, ...]:
    """What two entries of the same work share, the surest first, such as «doi:10.1000/1» and «title:lese»."""
    marks = []
    doi = _DOI.search(entry.doi.casefold()) or _DOI.search(entry.address.casefold())
    if doi:
        marks.append(f"doi:{doi[0].rstrip('.')}")
    isbn = _isbn(entry.isbn)
    if isbn and entry.publication != "chapter":  # the chapters of a book have its number
        marks.append(f"isbn:{isbn}")
    title = _LETTERS.sub("", folded(entry.what))
    if len(title) >= _LEAST:
        marks.append(f"title:{title}")
    return tuple(marks)


def _isbn(text: str) -> str:
    """An ISBN as thirteen digits; empty where it is none."""
    signs = _SIGNS.sub("", text).upper()
    if len(signs) == 13 and signs.isdigit():
        return signs
    if len(signs) == 10 and signs[:9].isdigit():
        first = f"978{signs[:9]}"
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
        return f"{first}{-total % 10}"
    return ""


class Works:
    """Entries by what the same work shares; asked for others that are the same."""

    def __init__(self, entries: Iterable[GateEntry]) -> None:
        self._by_mark: dict[str, list[GateEntry]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: GateEntry) -> None:
        """One entry more."""
        for mark in marks_of(entry):
            self._by_mark.setdefault(mark, []).append(entry)

    def same_as(self, entry: GateEntry) -> SameWork | None:
        """Another entry that is the same work, by the surest mark; None where there is none.

        What takes an entry up again is no duplicate of it.
        """
        for mark in marks_of(entry):
            for other in self._by_mark.get(mark, ()):
                is_itself = other is entry or bool(entry.id and other.id == entry.id)
                is_told_apart = mark.startswith("title:") and _differ(entry, other)
                if not is_itself and not is_told_apart and not _are_linked(entry, other):
                    return SameWork(other, mark.partition(":")[0])
        return None


def _are_linked(one: GateEntry, other: GateEntry) -> bool:
    return bool(one.replaces and one.replaces == other.id) or bool(other.replaces and other.replaces == one.id)


def _differ(one: GateEntry, other: GateEntry) -> bool:
    """Whether two with one title have years or authors that tell them apart."""
    years = one.year and other.year and one.year[:4] != other.year[:4]
    return bool(years or (one.authors and other.authors and folded(one.authors)[:4] != folded(other.authors)[:4]))


def works_of(school: School) -> Works:
    """The entries of the school."""
    return school.cached(_works, GateEntry)


def _works(school: School) -> Works:
    return Works(one for one in school.of(GateEntry) if not one.put_away)


def duplicate_of(school: School, entry: GateEntry) -> SameWork | None:
    """Another entry of the school that is the same work."""
    return None if entry.put_away else works_of(school).same_as(entry)


def looked_through(school: School, found: Sequence[GateEntry]) -> tuple[SameWork | None, ...]:
    """For each of some new entries, the one of the school or the earlier one among them that is the same work."""
    works, same = Works(one for one in school.of(GateEntry)), []
    for entry in found:
        same.append(works.same_as(entry))
        works.add(entry)
    return tuple(same)


def differing(one: GateEntry, other: GateEntry, names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """The values of the fields that are not alike in two entries."""
    pairs = {name: (str(getattr(one, name)), str(getattr(other, name))) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
