"""The one detector of names in texts: for documents, files, previews, looking up a person and erasing one."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from fosdesk.privacy.name_forms import (
    LEAST,
    MAIL,
    WORD,
    folded,
    is_ordinary,
    key,
    plain,
    sequences,
    spellings,
    written_in,
)
from fosdesk.privacy.word_forms import is_word

_KEPT = 50_000  # texts about which the answer is remembered
_HEAD = 3  # letters by which a word is known to be worth a look
_NEAR = re.compile(r"[\s,_'’\u2010\u2011-]{1,3}|\.")  # what may stand between the words of one name
_HYPHENS = re.compile(r"[-\u2010\u2011\u2013]\s?| ")  # where a name of one word may be parted
_BESIDE = re.compile(r"[ \n._-]|[\u2010\u2011]")  # between names that count as one
_SPELT = re.compile(r"[.\s]{0,3}|-")  # between initials
_NUMBER = re.compile(r"\d(?:[\s\u00a0.-]?\d){5,}")
_LEAST_OF_JOINED = 4  # letters of a name, and of the word that is joined to it: «Karimøtet»
_PLACE_NOUNS = """
barneskole barneskolen barneskule kommune kommunen municipality oppvekstsenter school skole skolen skule skulen
ungdomsskole ungdomsskolen ungdomsskule
"""
_PLACE_WORDS = frozenset(map(key, _PLACE_NOUNS.split()))


class Found(NamedTuple):
    """A place in a text where somebody is named; `parts` counts the names that stand there beside each other."""

    start: int
    end: int
    parts: int
    sure: bool  # no single everyday word


class Names:
    """The names of some people, and the school's own, which is nobody's name."""

    def __init__(self, values: Iterable[str], places: Iterable[str] = ()) -> None:
        """Take values of fields that hold names («Kari Nordmann», «K.N.», an address), and names of places."""
        self._words: set[str] = set()
        self._letters: set[str] = set()  # initials in one word
        self._initials: set[tuple[str, ...]] = set()
        self._after: dict[str, set[tuple[str, ...]]] = {}  # sequences of words by their first
        self._addresses: dict[str, str] = {}  # as they are compared, and as they were written
        self._numbers: set[str] = set()
        self._asked: dict[str, bool] = {}  # texts that were looked at: one document after the other asks about them
        for value in dict.fromkeys(values):
            self._add(value)
        self._heads = {f"{word}s"[:length] for word in self._words | self._letters for length in (LEAST, _HEAD)}
        self._places = _by_first(tuple(map(key, WORD.findall(plain(place)))) for place in places)

    def _add(self, value: str) -> None:
        written = written_in(value)
        self._addresses.update((folded(address), address) for address in written.addresses)
        self._numbers.update(written.numbers)
        for short in written.initials:
            self._initials.add(short)
            self._letters.add("".join(short))
        for words in written.names:
            self._words.update(spelling for spelling in spellings(words) if len(spelling) >= LEAST)
            for sequence in sequences(words):
                self._after.setdefault(sequence[0], set()).add(sequence)
            if len(words) > 1:
                self._initials.add(tuple(key(word)[0] for word in words))
                self._initials.add((key(words[0])[0], key(words[-1])[0]))

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """What a text holds at least, all in one word, that mentions somebody otherwise than by initials."""
        found = self._words | self._letters | self._addresses.keys() | set(map(_squeezed, self._addresses))
        return tuple(stem for stem in found if not any(s != stem and stem.startswith(s) for s in found))

    @cached_property
    def _spelt(self) -> re.Pattern[str] | None:
        ways = sorted({r"[.\s_'’-]{0,3}".join(re.escape(letter.upper()) for letter in some) for some in self._initials})
        return re.compile("|".join(ways)) if ways else None

    # -- asking

    def stand_in(self, text: str) -> bool:
        """Whether the text mentions somebody."""
        known = self._asked.get(text)
        if known is None:
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            known = self._asked[text] = next(self._found(plain(text)), None) is not None
        return known

    def may_stand_in(self, text: str) -> bool:
        """Whether there is more to look at, also in a text as it lies in a file; a quick look that misses nothing."""
        text = plain(text)
        small = folded(text)
        parted = ""
        for stem in self._stems:  # plain loops, because this is asked about everything that was ever written
            if stem in small:
                return True
            if stem[:LEAST] in small and stem[-LEAST:] in small:
                parted = parted or _squeezed(small)
                if stem in parted:
                    return True
        if self._spelt is not None and self._spelt.search(text):
            return True
        return bool(self._numbers) and any(
            number in re.sub(r"\D", "", found) for found in _NUMBER.findall(text) for number in self._numbers
        )

    def surely_in(self, text: str, others: "Names") -> bool:
        """Whether a name stands there whole, or a part that is neither somebody else's nor an everyday word."""
        text = plain(text)
        return any(
            one.parts > 1 or (one.sure and not others.stand_in(text[one.start : one.end])) for one in self._joined(text)
        )

    def replaced(self, text: str, stand_in: str) -> str:
        """The text with something else in place of each name, however many words it has; a genitive s stays."""
        text = plain(text)
        for one in reversed(list(self._joined(text))):
            last = WORD.findall(text[one.start : one.end])[-1:]
            own = self._own_part(last[0], key(last[0])) if last else 0
            owned = last[0][own:] if last and 0 < own < len(last[0]) else ""
            text = text[: one.start] + stand_in + owned + text[one.end :]
        return text

    def _joined(self, text: str) -> Iterator[Found]:
        """What is found, with names that stand beside each other taken together."""
        last: Found | None = None
        for one in sorted(self._found(text)):
            if last is not None and (one.start < last.end or _BESIDE.fullmatch(text[last.end : one.start])):
                more = one.end > last.end
                parts = last.parts + one.parts if one.start >= last.end else max(last.parts, one.parts)
                last = Found(last.start, one.end if more else last.end, parts, last.sure or one.sure)
            else:
                if last is not None:
                    yield last
                last = one
        if last is not None:
            yield last

    # -- looking

    def _found(self, text: str) -> Iterator[Found]:
        """Each name in a text as `plain` gives it; those of one kind after those of another, some of them twice."""
        if self._addresses or self._numbers or "@" in text:
            yield from self._ways_to_reach(text)
        words = WORD.findall(text)
        keys = list(map(key, words))
        spelt = bool(self._initials) and any(len(word) == 1 or word.isupper() for word in words)
        if not spelt and self._heads.isdisjoint([known[:_HEAD] for known in keys]):
            return
        spots = [at for at in range(len(keys)) if self._is_worth(words, keys, at, spelt)]
        if not spots:
            return
        places = [found.span() for found in WORD.finditer(text)]
        exempt = self._exempt(keys)
        for at in spots:
            if at not in exempt:
                yield from self._found_at(text, words, keys, places, at)

    def _is_worth(self, words: list[str], keys: list[str], at: int, spelt: bool) -> bool:
        """Whether a word may be, or begin, a name."""
        word, known = words[at], keys[at]
        if spelt and (len(word) == 1 or word.isupper()):
            return True
        if known[:_HEAD] not in self._heads:
            return False
        if known in self._words or known[:-1] in self._words or known[:-1] in self._letters or self._joined_to(word):
            return True
        both = known + keys[at + 1] if at + 1 < len(keys) else ""
        return both in self._words or both[:-1] in self._words

    def _found_at(
        self, text: str, words: list[str], keys: list[str], places: list[tuple[int, int]], at: int
    ) -> Iterator[Found]:
        (start, end), word, known = places[at], words[at], keys[at]
        if len(word) == 1 or word.isupper():
            yield from self._spelt_at(text, words, places, at)
        if self._is_named(word, known):
            yield Found(start, end, 1, not is_ordinary(word[: self._own_part(word, known)]))
        elif (joined := self._joined_to(word)) > 0:
            yield Found(start, start + joined, 1, True)
        yield from self._beginning_at(text, keys, words, places, at)

    def _own_part(self, word: str, known: str) -> int:
        """How many letters of a word are the name, the rest being a genitive s; 0 where it is none."""
        if self._is_known(word, known):
            return len(word)
        owned = known[-1:] == "s" and len(known) > LEAST and self._is_known(word[:-1], known[:-1])
        return len(word) - 1 if owned else 0

    def _is_known(self, word: str, known: str) -> bool:
        return known in self._words or (known in self._letters and word.isupper())

    def _is_named(self, word: str, known: str) -> bool:
        """Whether a word names somebody as it is written here: an everyday word only with a capital."""
        own = self._own_part(word, known)
        if own == 0:
            return False
        if own == LEAST:
            return word[0].isupper()
        return word[0].isupper() or not (is_ordinary(word) or is_ordinary(word[:own]))

    def _joined_to(self, word: str) -> int:
        """How many letters of a word such as «Karimøtet» are a name, to which an everyday word is joined."""
        if not word[0].isupper() or len(word) < 2 * _LEAST_OF_JOINED or is_ordinary(word):
            return 0
        for end in range(len(word) - _LEAST_OF_JOINED, _LEAST_OF_JOINED - 1, -1):
            if folded(word[:end]) in self._words and not is_ordinary(word[:end]):
                rest = word[end:].casefold()
                if is_word(rest) or (rest[0] == "s" and len(rest) > _LEAST_OF_JOINED and is_word(rest[1:])):
                    return end
        return 0

    def _beginning_at(
        self, text: str, keys: list[str], words: list[str], places: list[tuple[int, int]], at: int
    ) -> Iterator[Found]:
        """A whole name in any case, or a name of one word that is parted here: «per berg», «Anne-Lise»."""
        for sequence in self._after.get(keys[at], ()):
            last = at + len(sequence) - 1
            if last >= len(keys) or (keys[last] != sequence[-1] and keys[last] != sequence[-1] + "s"):
                continue
            between = range(at, last)
            if tuple(keys[at:last]) == sequence[:-1] and all(_is_near(text, places, place) for place in between):
                yield Found(places[at][0], places[last][1], len(sequence), True)
        if at + 1 < len(words):
            first, second = words[at], words[at + 1]
            gap = text[places[at][1] : places[at + 1][0]]
            if _HYPHENS.fullmatch(gap) and self._own_part(first + second, keys[at] + keys[at + 1]) > LEAST:
                alike = first[0].isupper() and second[0].isupper()
                if gap != " " or alike or not (is_ordinary(first) or is_ordinary(second)):
                    yield Found(places[at][0], places[at + 1][1], 1, True)

    def _spelt_at(self, text: str, words: list[str], places: list[tuple[int, int]], at: int) -> Iterator[Found]:
        """Initials: «K N», «K.N.», and «KN» where somebody wrote them so."""
        known = key(words[at])
        if len(words[at]) > 1:
            if known in self._letters:
                yield Found(*places[at], 1, True)
            return
        if not words[at].isupper() or (
            at and len(words[at - 1]) == 1 and words[at - 1].isupper() and _is_near(text, places, at - 1, _SPELT)
        ):
            return
        last = at
        while last + 1 < len(words) and len(words[last + 1]) == 1 and words[last + 1].isupper():
            if not _is_near(text, places, last, _SPELT):
                break
            last += 1
        if tuple(key(word) for word in words[at : last + 1]) in self._initials:
            end = places[last][1]
            yield Found(places[at][0], end + (text[end : end + 1] == "."), 2, True)

    def _ways_to_reach(self, text: str) -> Iterator[Found]:
        if self._addresses:
            small = folded(text)
            for address, as_written in self._addresses.items():
                if address in small:
                    pattern = r"\s+".join(map(re.escape, as_written.split()))
                    exact = re.search(pattern, text, re.IGNORECASE)
                    yield Found(*(exact.span() if exact else (0, len(text))), 2, True)
        for mail in MAIL.finditer(text) if "@" in text else ():
            for part in WORD.finditer(mail[1]):  # no everyday word stands there: p.berg@…
                if self._own_part(part[0], key(part[0])) > LEAST:
                    yield Found(mail.start() + part.start(), mail.start() + part.end(), 1, True)
        if self._numbers:
            for found in _NUMBER.finditer(text):
                if any(number in re.sub(r"\D", "", found[0]) for number in self._numbers):
                    yield Found(*found.span(), 2, True)

    def _exempt(self, keys: list[str]) -> set[int]:
        """The words that are the name of the school or of its municipality here."""
        found: set[int] = set()
        for at, known in enumerate(keys):
            for sequence in self._places.get(known, ()):
                end = at + len(sequence)
                if tuple(keys[at:end]) != sequence and keys[at:end] != [*sequence[:-1], sequence[-1] + "s"]:
                    continue
                following = keys[end] if end < len(keys) else ""
                if following.removesuffix("s") in _PLACE_WORDS:
                    found.update(range(at, end + 1))
                elif len(sequence) > 1:
                    found.update(range(at, end))
        return found


def _by_first(places: Iterable[tuple[str, ...]]) -> dict[str, set[tuple[str, ...]]]:
    """Names of places by their first word: as they are, and without the word that says what they are."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in places:
        for some in (words, words[:-1] if words[-1:] and words[-1] in _PLACE_WORDS else ()):
            if some:
                found.setdefault(some[0], set()).add(some)
    return found


def _is_near(text: str, places: list[tuple[int, int]], at: int, near: re.Pattern[str] = _NEAR) -> bool:
    """Whether a word and the next one stand beside each other."""
    return near.fullmatch(text[places[at][1] : places[at + 1][0]]) is not None


def _squeezed(text: str) -> str:
    for mark in ("-", " ", "\\n", "\n", ".", "\u2010", "\u2011", "_"):
        text = text.replace(mark, "")
    return text
