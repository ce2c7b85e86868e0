"""The words of many texts, and which numbered texts have a word, a word that begins so, or one that is nearly so."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fosdesk.domain.values.word_stems import is_near, stem

_MOST = 600  # words of the index that one typed word may stand for by a part; bounds the work of a letter
_PART = 3  # letters that a part within a word has at least
FORGIVEN = 5  # letters from which on a typing error is forgiven
_END = "\n"
_LAST = "\U0010ffff"


class Matches(NamedTuple):
    """The numbers of the texts that have a word, by how well; a number may be in several sets."""

    same: set[int]  # the title has the word, whatever its ending
    title: set[int]  # the title has a word that begins so
    text: set[int]  # the title or the other text has a word that begins so
    title_part: set[int]  # the title has a word that it is a part of, or that it nearly begins
    part: set[int]  # the title or the other text has such a word


class WordIndex:
    """Texts are added under a number and never taken out; a changed one gets a new number from its owner."""

    def __init__(self) -> None:
        # Arrays are no objects that the garbage collector goes through.
        self._titles: dict[str, array[int]] = {}
        self._texts: dict[str, array[int]] = {}
        self._new: list[str] = []  # words that are not among the sorted ones yet
        self._sorted: list[str] = []
        self._joined = ""  # the sorted words, each after a line end
        self._starts: list[int] = []  # where each of them begins in it

    def add(self, number: int, title: Iterable[str], text: Iterable[str]) -> None:
        """Add the words of a title and of the other text, as `words_of` gives them."""
        for words, place in ((title, self._titles), (text, self._texts)):
            for word in set(words):
                there = place.get(word)
                if there is None:
                    if word not in self._titles and word not in self._texts:
                        self._new.append(word)
                    place[word] = array("I", (number,))
                else:
                    there.append(number)

    def match(self, word: str) -> Matches:
        """The numbers of the texts that have a typed word, which may be begun only."""
        begun, parts = self.words_like(word)
        if len(word) < _PART:  # one or two letters are in nearly every text
            title = _numbers(self._titles, begun)
            return Matches(_numbers(self._titles, (word,)), title, title, set(), set())
        same = [one for one in begun if stem(one) == stem(word)] if len(begun) <= _MOST else []
        title, title_part = _numbers(self._titles, begun), _numbers(self._titles, parts)
        return Matches(
            _numbers(self._titles, same),
            title,
            title | _numbers(self._texts, begun),
            title_part,
            title_part | _numbers(self._texts, parts),
        )

    def words_like(self, word: str) -> tuple[list[str], list[str]]:
        """The words of the index that begin with a typed word or its stem, and those that it is a part of.

        Where there are none, the words of the first list are those that nearly begin so.
        """
        self._sort()
        begun = list(self._beginning(stem(word)))
        if len(word) < _PART:
            return begun, []
        parts = list(dict.fromkeys(w for w in self._containing(stem(word)) if not w.startswith(stem(word))))
        if not begun and not parts:
            begun = self._nearly(word) or self._nearly(stem(word))
        return begun, parts

    def _sort(self) -> None:
        if self._new:
            self._sorted += self._new
            self._new = []
            self._sorted.sort()
            self._joined = _END + _END.join(self._sorted)
            at, self._starts = 1, []
            for word in self._sorted:
                self._starts.append(at)
                at += len(word) + 1

    def _beginning(self, start: str) -> Iterator[str]:
        low = bisect_left(self._sorted, start)
        return iter(self._sorted[low : bisect_left(self._sorted, start + _LAST, low)])

    def _containing(self, part: str) -> Iterator[str]:
        at = self._joined.find(part)
        for _ in range(_MOST):
            if at < 0:
                return
            number = bisect_left(self._starts, at + 1) - 1
            yield self._sorted[number]
            at = self._joined.find(part, self._starts[number] + len(self._sorted[number]))

    def _nearly(self, word: str) -> list[str]:
        # One error leaves the second half of the word as it is, or the first one but for its last letter.
        half = len(word) // 2
        if len(word) < FORGIVEN:
            return []
        wanted = (w for some in (self._beginning(word[: half - 1]), self._containing(word[half:])) for w in some)
        return list(dict.fromkeys(one for one in wanted if is_near(word, one)))


def _numbers(place: "dict[str, array[int]]", words: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for word in words:
        there = place.get(word)
        if there is not None:
            found.update(there)
    return found
