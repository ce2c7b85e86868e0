"""Notices when a text names a person that the school has written down."""

import re
import tomllib
import unicodedata
from functools import cache

from fosdesk import paths
from fosdesk.domain.fields import Privacy, Short, fields_of
from fosdesk.domain.records import Person
from fosdesk.domain.school import School

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LEAST = 2  # one letter is no name to look for


class Names:
    """The names of a school's people, as they may turn up in a text: whole or in part, also with a genitive s."""

    def __init__(self, school: School) -> None:
        self._any_case: set[str] = set()
        self._as_written: set[str] = set()
        self._phrases: set[str] = set()
        for person in school.of(Person):
            for word in _WORD.findall(_plain(person.name)):
                self._add(word)
        for record in school.records.values():
            for name, field in fields_of(type(record)).items():
                if isinstance(field, Short) and field.privacy is Privacy.PERSON:
                    self._add_phrase(getattr(record, name))

    def stand_in(self, text: str) -> bool:
        """Whether the text mentions somebody."""
        if not (self._any_case or self._as_written or self._phrases):
            return False
        text = _plain(text)
        if not self._as_written.isdisjoint(_WORD.findall(text)):
            return True
        folded = text.casefold()
        words = _WORD.findall(folded)
        return not self._any_case.isdisjoint(words) or any(phrase in folded for phrase in self._phrases)

    def _add(self, word: str) -> None:
        folded, everyday = word.casefold(), _listed("everyday")
        if len(word) < _LEAST or not any(map(str.isalpha, word)) or folded in _listed("nobody") or word.isdigit():
            return
        if len(word) == _LEAST or folded in everyday:
            forms = {word.capitalize(), word.upper()} if folded in everyday or word.istitle() else {word.upper()}
            self._as_written |= forms | {form + ending for form in forms for ending in "sS"}
        else:
            self._any_case |= {folded, folded + "s"}

    def _add_phrase(self, text: str) -> None:
        """A name or an address as a whole; one word alone is looked for as a word."""
        words = _WORD.findall(_plain(text))
        if len(words) == 1:
            self._add(words[0])
        elif words and not all(word.casefold() in _listed("nobody") for word in words):
            self._phrases.add(_plain(text).casefold().strip())


def _plain(text: str) -> str:
    """The text as the eye sees it."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


@cache
def _listed(key: str) -> frozenset[str]:
    lists: dict[str, str] = tomllib.loads(paths.resource("names", "names.toml").read_text(encoding="utf-8"))
    return frozenset(lists[key].split())
