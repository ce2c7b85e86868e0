"""The detector of names in texts, for documents, files, previews, access requests and erasure."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from fosdesk.privacy.name_forms import (
    MAIL,
    MIN_LETTERS,
    WORD,
    fold,
    is_common_word,
    normalized,
    parse_names,
    sequences,
    spelling_key,
    spellings,
)
from fosdesk.privacy.word_forms import is_word

_MAX_CACHED = 50_000  # texts about which the answer is remembered
_PREFIX = 3  # letters by which a word is known to be worth a look
_BETWEEN_WORDS = re.compile(r"[\s,_'’\u2010\u2011-]{1,3}|\.")  # what may stand between the words of one name
_HYPHENS = re.compile(r"[-\u2010\u2011\u2013]\s?| ")  # where a name of one word may be parted
_BETWEEN_NAMES = re.compile(r"[ \n._-]|[\u2010\u2011]")  # between names that count as one
_BETWEEN_INITIALS = re.compile(r"[.\s]{0,3}|-")  # between initials
_NUMBER = re.compile(r"\d(?:[\s\u00a0.-]?\d){5,}")
_MIN_COMPOUND_PART = 4  # letters of a name, and of the word that is joined to it: «Karimøtet»
_PLACE_NOUNS = """
barneskole barneskolen barneskule kommune kommunen municipality oppvekstsenter school skole skolen skule skulen
ungdomsskole ungdomsskolen ungdomsskule
"""
_PLACE_WORDS = frozenset(map(spelling_key, _PLACE_NOUNS.split()))


class NameMatch(NamedTuple):
    """A place in a text where somebody is named; `parts` counts the names that stand there side by side."""

    start: int
    end: int
    parts: int
    sure: bool  # no single everyday word


class NameDetector:
    """Finds the names of some people in texts; the names of places are exempt."""

    def __init__(self, values: Iterable[str], places: Iterable[str] = ()) -> None:
        """`values` are of fields that hold names («Kari Nordmann», «K.N.», an address).

        `places` are names of places.
        """
        self._words: set[str] = set()
        self._joined_initials: set[str] = set()  # initials in one word
        self._initials: set[tuple[str, ...]] = set()
        self._sequences: dict[str, set[tuple[str, ...]]] = {}  # sequences of words by their first
        self._addresses: dict[str, str] = {}  # as they are compared, and as they were written
        self._numbers: set[str] = set()
        self._cache: dict[str, bool] = {}  # texts that were looked at: one document after the other asks about them
        for value in dict.fromkeys(values):
            self._add(value)
        self._prefixes = {
            f"{word}s"[:length] for word in self._words | self._joined_initials for length in (MIN_LETTERS, _PREFIX)
        }
        self._places = _by_first(tuple(map(spelling_key, WORD.findall(normalized(place)))) for place in places)

    def _add(self, value: str) -> None:
        written = parse_names(value)
        self._addresses.update((fold(address), address) for address in written.addresses)
        self._numbers.update(written.numbers)
        for initials in written.initials:
            self._initials.add(initials)
            self._joined_initials.add("".join(initials))
        for words in written.names:
            self._words.update(spelling for spelling in spellings(words) if len(spelling) >= MIN_LETTERS)
            for sequence in sequences(words):
                self._sequences.setdefault(sequence[0], set()).add(sequence)
            if len(words) > 1:
                self._initials.add(tuple(spelling_key(word)[0] for word in words))
                self._initials.add((spelling_key(words[0])[0], spelling_key(words[-1])[0]))

    @cached_property
    def _substrings(self) -> tuple[str, ...]:
        """Texts of which one is in every text that names somebody, other than by initials or numbers."""
        found = (
            self._words
            | self._joined_initials
            | self._addresses.keys()
            | set(map(_without_separators, self._addresses))
        )
        return tuple(
            substring for substring in found if not any(s != substring and substring.startswith(s) for s in found)
        )

    @cached_property
    def _initials_pattern(self) -> re.Pattern[str] | None:
        patterns = sorted(
            {r"[.\s_'’-]{0,3}".join(re.escape(letter.upper()) for letter in some) for some in self._initials}
        )
        return re.compile("|".join(patterns)) if patterns else None

    # -- asking

    def found_in(self, text: str) -> bool:
        """Whether the text names somebody; the answers are cached."""
        known = self._cache.get(text)
        if known is None:
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            known = self._cache[text] = next(self._matches(normalized(text)), None) is not None
        return known

    def may_be_in(self, text: str) -> bool:
        """Whether the text, also in its stored form, may name somebody: fast, and without false negatives."""
        text = normalized(text)
        folded_text = fold(text)
        parted = ""
        for substring in self._substrings:  # plain loops, because this is asked about everything that was ever written
            if substring in folded_text:
                return True
            if substring[:MIN_LETTERS] in folded_text and substring[-MIN_LETTERS:] in folded_text:
                parted = parted or _without_separators(folded_text)
                if substring in parted:
                    return True
        if self._initials_pattern is not None and self._initials_pattern.search(text):
            return True
        return bool(self._numbers) and any(
            number in re.sub(r"\D", "", found) for found in _NUMBER.findall(text) for number in self._numbers
        )

    def surely_found_in(self, text: str, others: "NameDetector") -> bool:
        """Whether a full name is in the text, or part of one that is no common word and not in `others`."""
        text = normalized(text)
        return any(
            one.parts > 1 or (one.sure and not others.found_in(text[one.start : one.end]))
            for one in self._merged_matches(text)
        )

    def replace_in(self, text: str, replacement: str) -> str:
        """The text with each name, of any number of words, replaced; a genitive s stays."""
        text = normalized(text)
        for one in reversed(list(self._merged_matches(text))):
            last = WORD.findall(text[one.start : one.end])[-1:]
            own = self._own_part(last[0], spelling_key(last[0])) if last else 0
            genitive = last[0][own:] if last and 0 < own < len(last[0]) else ""
            text = text[: one.start] + replacement + genitive + text[one.end :]
        return text

    def _merged_matches(self, text: str) -> Iterator[NameMatch]:
        """The matches in order, with those that overlap or stand side by side as one."""
        last: NameMatch | None = None
        for one in sorted(self._matches(text)):
            if last is not None and (one.start < last.end or _BETWEEN_NAMES.fullmatch(text[last.end : one.start])):
                more = one.end > last.end
                parts = last.parts + one.parts if one.start >= last.end else max(last.parts, one.parts)
                last = NameMatch(last.start, one.end if more else last.end, parts, last.sure or one.sure)
            else:
                if last is not None:
                    yield last
                last = one
        if last is not None:
            yield last

    # -- looking

    def _matches(self, text: str) -> Iterator[NameMatch]:
        """Each name in a normalized text, in no certain order; some are found twice."""
        if self._addresses or self._numbers or "@" in text:
            yield from self._contacts_in(text)
        words = WORD.findall(text)
        keys = list(map(spelling_key, words))
        has_initials = bool(self._initials) and any(len(word) == 1 or word.isupper() for word in words)
        if not has_initials and self._prefixes.isdisjoint([known[:_PREFIX] for known in keys]):
            return
        candidates = [at for at in range(len(keys)) if self._may_begin_name(words, keys, at, has_initials)]
        if not candidates:
            return
        places = [found.span() for found in WORD.finditer(text)]
        exempt = self._exempt_places(keys)
        for at in candidates:
            if at not in exempt:
                yield from self._matches_at(text, words, keys, places, at)

    def _may_begin_name(self, words: list[str], keys: list[str], at: int, has_initials: bool) -> bool:
        """Whether a word may be a name or begin one."""
        word, known = words[at], keys[at]
        if has_initials and (len(word) == 1 or word.isupper()):
            return True
        if known[:_PREFIX] not in self._prefixes:
            return False
        if (
            known in self._words
            or known[:-1] in self._words
            or known[:-1] in self._joined_initials
            or self._compound_part(word)
        ):
            return True
        both = known + keys[at + 1] if at + 1 < len(keys) else ""
        return both in self._words or both[:-1] in self._words

    def _matches_at(
        self, text: str, words: list[str], keys: list[str], places: list[tuple[int, int]], at: int
    ) -> Iterator[NameMatch]:
        (start, end), word, known = places[at], words[at], keys[at]
        if len(word) == 1 or word.isupper():
            yield from self._initials_at(text, words, places, at)
        if self._is_named(word, known):
            yield NameMatch(start, end, 1, not is_common_word(word[: self._own_part(word, known)]))
        elif (joined := self._compound_part(word)) > 0:
            yield NameMatch(start, start + joined, 1, True)
        yield from self._sequences_at(text, keys, words, places, at)

    def _own_part(self, word: str, known: str) -> int:
        """How many letters of a word are the name, without a genitive s; 0 where it is none."""
        if self._is_known(word, known):
            return len(word)
        genitive = known[-1:] == "s" and len(known) > MIN_LETTERS and self._is_known(word[:-1], known[:-1])
        return len(word) - 1 if genitive else 0

    def _is_known(self, word: str, known: str) -> bool:
        return known in self._words or (known in self._joined_initials and word.isupper())

    def _is_named(self, word: str, known: str) -> bool:
        """Whether a word names somebody as it is written; a common word only with a capital."""
        own = self._own_part(word, known)
        if own == 0:
            return False
        if own == MIN_LETTERS:
            return word[0].isupper()
        return word[0].isupper() or not (is_common_word(word) or is_common_word(word[:own]))

    def _compound_part(self, word: str) -> int:
        """How many letters of a compound such as «Karimøtet» are a name; 0 for none."""
        if not word[0].isupper() or len(word) < 2 * _MIN_COMPOUND_PART or is_common_word(word):
            return 0
        for end in range(len(word) - _MIN_COMPOUND_PART, _MIN_COMPOUND_PART - 1, -1):
            if fold(word[:end]) in self._words and not is_common_word(word[:end]):
                rest = word[end:].casefold()
                if is_word(rest) or (rest[0] == "s" and len(rest) > _MIN_COMPOUND_PART and is_word(rest[1:])):
                    return end
        return 0

    def _sequences_at(
        self, text: str, keys: list[str], words: list[str], places: list[tuple[int, int]], at: int
    ) -> Iterator[NameMatch]:
        """A full name in any case, or a name of one word that is split here: «per berg», «Anne-Lise»."""
        for sequence in self._sequences.get(keys[at], ()):
            last = at + len(sequence) - 1
            if last >= len(keys) or (keys[last] != sequence[-1] and keys[last] != sequence[-1] + "s"):
                continue
            between = range(at, last)
            if tuple(keys[at:last]) == sequence[:-1] and all(_is_near(text, places, place) for place in between):
                yield NameMatch(places[at][0], places[last][1], len(sequence), True)
        if at + 1 < len(words):
            first, second = words[at], words[at + 1]
            gap = text[places[at][1] : places[at + 1][0]]
            if _HYPHENS.fullmatch(gap) and self._own_part(first + second, keys[at] + keys[at + 1]) > MIN_LETTERS:
                alike = first[0].isupper() and second[0].isupper()
                if gap != " " or alike or not (is_common_word(first) or is_common_word(second)):
                    yield NameMatch(places[at][0], places[at + 1][1], 1, True)

    def _initials_at(self, text: str, words: list[str], places: list[tuple[int, int]], at: int) -> Iterator[NameMatch]:
        """Initials: «K N», «K.N.», and «KN» where that was written in a name field."""
        known = spelling_key(words[at])
        if len(words[at]) > 1:
            if known in self._joined_initials:
                yield NameMatch(*places[at], 1, True)
            return
        if not words[at].isupper() or (
            at
            and len(words[at - 1]) == 1
            and words[at - 1].isupper()
            and _is_near(text, places, at - 1, _BETWEEN_INITIALS)
        ):
            return
        last = at
        while last + 1 < len(words) and len(words[last + 1]) == 1 and words[last + 1].isupper():
            if not _is_near(text, places, last, _BETWEEN_INITIALS):
                break
            last += 1
        if tuple(spelling_key(word) for word in words[at : last + 1]) in self._initials:
            end = places[last][1]
            yield NameMatch(places[at][0], end + (text[end : end + 1] == "."), 2, True)

    def _contacts_in(self, text: str) -> Iterator[NameMatch]:
        if self._addresses:
            folded_text = fold(text)
            for address, as_written in self._addresses.items():
                if address in folded_text:
                    pattern = r"\s+".join(map(re.escape, as_written.split()))
                    exact = re.search(pattern, text, re.IGNORECASE)
                    yield NameMatch(*(exact.span() if exact else (0, len(text))), 2, True)
        for mail in MAIL.finditer(text) if "@" in text else ():
            for part in WORD.finditer(mail[1]):  # no everyday word stands there: p.berg@…
                if self._own_part(part[0], spelling_key(part[0])) > MIN_LETTERS:
                    yield NameMatch(mail.start() + part.start(), mail.start() + part.end(), 1, True)
        if self._numbers:
            for found in _NUMBER.finditer(text):
                if any(number in re.sub(r"\D", "", found[0]) for number in self._numbers):
                    yield NameMatch(*found.span(), 2, True)

    def _exempt_places(self, keys: list[str]) -> set[int]:
        """The words here that are the name of the school or its municipality."""
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
    """Names of places by their first word: in full, and without a word such as «skole» at the end."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for words in places:
        for some in (words, words[:-1] if words[-1:] and words[-1] in _PLACE_WORDS else ()):
            if some:
                found.setdefault(some[0], set()).add(some)
    return found


def _is_near(text: str, places: list[tuple[int, int]], at: int, pattern: re.Pattern[str] = _BETWEEN_WORDS) -> bool:
    """Whether only what may stand between words of a name stands between a word and the next."""
    return pattern.fullmatch(text[places[at][1] : places[at + 1][0]]) is not None


def _without_separators(text: str) -> str:
    for mark in ("-", " ", "\\n", "\n", ".", "\u2010", "\u2011", "_"):
        text = text.replace(mark, "")
    return text
