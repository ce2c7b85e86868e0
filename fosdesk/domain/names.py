"""Notices when a text names a person that the school has written down."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from fosdesk.domain.fields import Privacy, Short, fields_of
from fosdesk.domain.records import Person
from fosdesk.domain.school import School

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LEAST = 2  # one letter is no name to look for
_NAME = 3  # words that a name has at most, where it stands alone
_NAMES_AND_WORDS = """
ask berg bjørn bo borg dag dal eg even gard gro hauk hav haug holm jo li lind liv lund mai may moe mose my nes ni odd
or per pil rise rose rud sand siv sol sommer stein stig storm strand sund tor torg vang varg vår vik vin ås øy
"""
_NO_NAMES = """
adviser after ansatt assistant assistent avdelingsleder avdelingsleiar barn barne child class college contact deputy
elev elevråd fagarbeider fagarbeidar fau foresatt foreldre forelder føresett group head health helse
helsesjukepleiar helsesykepleier høgskole høgskule høyskole inspektør klasse kommune kommunal kontakt kontaktlærar
kontaktlærer leader leder leiar lærar lærer member medlem municipal nestleder nestleiar og other owner parent parents
partner person ppt principal rektor representant representative resource ressursperson school service sfo skole
skoleeier skule skuleeigar special staff teacher team the tillitsvald tillitsvalgt tilsett trinn ungdomsarbeidar
ungdomsarbeider union university universitet verneombod verneombud worker year youth
"""
_EVERYDAY = frozenset(_NAMES_AND_WORDS.split())  # words too: noticed only when written with a capital
_NOBODY = frozenset(_NO_NAMES.split())  # what people also write where a name is asked for


class Names:
    """The names of a school's people, as they may turn up in a text: whole or in part, also with a genitive s."""

    def __init__(self, school: School) -> None:
        self._any_case: set[str] = set()
        self._as_written: set[str] = set()
        self._phrases: set[str] = set()
        # Whoever is shielded is shown nowhere, so least of all by name in a text.
        everything = (*school.records.values(), *school.shielded.values())
        for person in everything:
            if isinstance(person, Person):
                self._add_name(person.name)
        for record in everything:
            for name, field in fields_of(type(record)).items():
                if isinstance(field, Short) and field.privacy is Privacy.PERSON:
                    self._add_phrase(getattr(record, name))
        self._ready()

    @classmethod
    def only(cls, names: Iterable[str], phrases: Iterable[str] = ()) -> "Names":
        """Some names alone, and texts such as an address that count as a whole."""
        made = cls(School("", {}, {}))
        for name in names:
            made._add_name(name)
        for phrase in phrases:
            made._add_phrase(phrase)
        made._ready()
        return made

    def _ready(self) -> None:
        found = {form.casefold() for form in self._as_written} | self._any_case | self._phrases
        self._stems = tuple(stem for stem in found if not (stem.endswith("s") and stem[:-1] in found))

    def stand_in(self, text: str) -> bool:
        """Whether the text mentions somebody."""
        if not self.may_stand_in(text):
            return False
        text = _plain(text)
        folded = text.casefold()
        if not self._as_written.isdisjoint(_WORD.findall(text)):
            return True
        words = _WORD.findall(folded)
        return not self._any_case.isdisjoint(words) or any(phrase in folded for phrase in self._phrases)

    def may_stand_in(self, text: str) -> bool:
        """Whether there is more to look at: most texts, in a large school, hold no letters of a name at all."""
        folded = _plain(text).casefold()
        return any(stem in folded for stem in self._stems)

    def replaced(self, text: str, stand_in: str) -> str:
        """The text with something else in place of each name, however many words it has."""
        text = _plain(text)
        for phrase in self._phrases:
            text = re.sub(re.escape(phrase), lambda _: stand_in, text, flags=re.IGNORECASE)
        spans: list[list[int]] = []
        for found in _WORD.finditer(text):
            if self.has(found.group()):
                if spans and text[spans[-1][1] : found.start()] in (" ", "-", "\u2010", "\u2011"):
                    spans[-1][1] = found.end()
                else:
                    spans.append([found.start(), found.end()])
        for start, end in reversed(spans):
            owned = "s" if self._is_owned(text[start:end]) else ""
            text = text[:start] + stand_in + owned + text[end:]
        return text

    def surely_in(self, text: str, others: "Names") -> bool:
        """Whether a name stands there whole, or a part that is neither somebody else's nor an everyday word."""
        found = [m for m in _WORD.finditer(_plain(text)) if self.has(m.group())]
        if any(later.start() - earlier.end() == 1 for earlier, later in pairwise(found)):
            return True
        words = [m.group() for m in found if m.group() not in self._as_written]
        return any(not others.has(word) for word in words) or (not found and self.stand_in(text))

    def has(self, word: str) -> bool:
        """Whether a single word is one of the names."""
        return word in self._as_written or word.casefold() in self._any_case

    def _is_owned(self, name: str) -> bool:
        """Whether the last word of a name has a genitive s: «Karis»."""
        word = _WORD.findall(name)[-1]
        forms = self._as_written | self._any_case
        return word[-1:] in "sS" and bool({word[:-1], word[:-1].casefold()} & forms) and len(word) > _LEAST

    def _add_name(self, name: str) -> None:
        for word in _WORD.findall(_plain(name)):
            self._add(word)

    def _add(self, word: str) -> None:
        folded = word.casefold()
        if len(word) < _LEAST or not word.isalpha() or folded in _NOBODY:
            return
        if folded in _EVERYDAY or len(word) == _LEAST:
            forms = {word.upper(), word.capitalize()} if folded in _EVERYDAY or word.istitle() else {word}
            self._as_written |= forms | {form + ending for form in forms for ending in "sS"}
        else:
            self._any_case |= {folded, folded + "s"}

    def _add_phrase(self, text: str) -> None:
        """A name word by word, anything else, such as an address, as a whole."""
        words = [word for word in _WORD.findall(_plain(text)) if word.isalpha() and word.casefold() not in _NOBODY]
        if len(text.split()) == len(words) <= _NAME and all(word[0].isupper() for word in words):
            for word in words:
                self._add(word)
        elif words:
            self._phrases.add(_plain(text).casefold().strip())


def _plain(text: str) -> str:
    """The text as the eye sees it."""
    return unicodedata.normalize("NFC", text if text.isascii() else _UNSEEN.sub("", text))
