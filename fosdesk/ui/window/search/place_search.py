"""Finds pages, tools, documents and acts by their names and purposes, with the words of the search index."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from fosdesk.domain.rules.search_question import Question
from fosdesk.domain.rules.word_index import WordIndex
from fosdesk.domain.values.word_stems import words_of
from fosdesk.ui.window.search.found import Found


class Sort(Enum):
    """What a result is that nobody wrote."""

    PLACE = "place"  # a page, a tool or a document
    ACT = "act"


class Entry(NamedTuple):
    """What can be found: the result, what else it is called, and what it is for."""

    sort: Sort
    found: Found
    names: tuple[str, ...] = ()
    about: str = ""


class PlacesFound(NamedTuple):
    """The entries that fit: those that are meant by name, the others, and acts that are not meant by name."""

    named: list[Found]
    places: list[Found]
    acts: list[Found]


class PlaceSearch:
    """Every word must fit an entry; a place is meant by its title, an act by how one of its names begins."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._index = WordIndex()
        self._first: list[frozenset[str]] = []  # the first word of each name
        for number, entry in enumerate(self._entries):
            names = [words_of(name) for name in (entry.found.title, *entry.names)]
            self._index.add(number, [word for name in names for word in name], words_of(entry.about))
            self._first.append(frozenset(name[0] for name in names if name))

    def all(self, sort: Sort) -> list[Found]:
        """All entries of a sort, in their order."""
        return [entry.found for entry in self._entries if entry.sort is sort]

    def find(self, question: Question) -> PlacesFound:
        """What fits all words of a question, without the small ones."""
        matches = [self._index.match(word) for word in question.said]
        if not matches:
            return PlacesFound([], [], [])
        whole = set.intersection(*(one.text | one.part | one.title_part | one.title for one in matches))
        titled = whole.intersection(*(one.title for one in matches))
        same = titled.intersection(*(one.same for one in matches))
        named, places, acts = [], [], []
        begun = {number for number in whole if self._begins(number, question)}
        for number in sorted(whole, key=lambda n: (n not in same, n not in titled, n not in begun, n)):
            entry = self._entries[number]
            if number in titled and (entry.sort is Sort.PLACE or number in begun):
                named.append(entry.found)
            elif entry.sort is Sort.PLACE:
                places.append(entry.found)
            else:
                acts.append(entry.found)
        return PlacesFound(named, places, acts)

    def _begins(self, number: int, question: Question) -> bool:
        return any(one.startswith(question.said[0]) for one in self._first[number])
