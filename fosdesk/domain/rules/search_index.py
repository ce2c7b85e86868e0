"""Search over every field of every noun and over the suggested checklist items: which records answer a question."""

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import islice
from math import log10
from typing import NamedTuple

from fosdesk.domain.fields import (
    Choice,
    Date,
    Field,
    Months,
    Order,
    Privacy,
    Record,
    Reference,
    YesNo,
    fields_of,
    noun_of,
)
from fosdesk.domain.framework import Framework
from fosdesk.domain.records import Answer, Decision
from fosdesk.domain.rules.search_question import Asks, Question, question_in
from fosdesk.domain.rules.search_speech import PlainSpeech, Speech
from fosdesk.domain.rules.word_index import FORGIVEN, Matches, WordIndex
from fosdesk.domain.school import School
from fosdesk.domain.values.word_stems import is_near, stem, words_of

_SCORED = 300  # records that are compared one by one for a letter; bounds its work
_FEW_DEAD = 1_000  # numbers of records that were changed, before all is numbered anew
_SURE = 3.0  # the worth of a word that a record must have where it lacks another
_OVER = ("done", "other_way", "not_applicable")  # of a checklist item
_TITLE_WORDS = 16  # a longer first field is a text like others
_SAID = (Choice, Date, Months)  # kinds of field that are stored otherwise than said
_KEPT = 40  # typed words whose matches are kept
_DAYS = 10**8  # more than there are day numbers (YYYYMMDD)
_FAR = 10**9  # the order of what has no day
_REPLIES, _REASONS = ("reply", "answer"), ("reason", "why", "because", "leader_reason", "size_reason")
_WHO = ("responsible", "asked_of", "takes_over", "brought_by", "signed_by", "who", "groups")
_WORTH = {Asks.DECIDED: 8.0, Asks.REPLY: 6.0, Asks.WHO: 4.0, Asks.WHY: 3.0}  # having what is asked for


class _Word(NamedTuple):
    """What one typed word finds."""

    same: set[int]
    title: set[int]
    kinds: set[int]  # records of a noun that is called so
    text: set[int]
    part: set[int]
    all: set[int]
    weight: float  # a rare word says more

    def worth(self, number: int) -> float:
        """How well the word fits a record; 0 where it does not."""
        if number in self.kinds:
            return 9.0
        if number in self.same:
            return 8.0
        if number in self.title:
            return 6.0
        if number in self.text:
            return 3.0
        return 1.0 if number in self.part else 0.0


class SearchIndex:
    """The search index of a school; after a change only the changed records are indexed again.

    What is private or about a person lies in an index of its own, which is asked only when somebody asks for it.
    """

    def __init__(
        self, framework: Framework, school: School | None = None, speech: Speech | None = None, today: str = ""
    ) -> None:
        """Index a school at once; without one, nothing is indexed before `follow` and `work`.

        What lies ahead of `today` (YYYY-MM-DD) comes before what is past.
        """
        self._speech: Speech = speech or PlainSpeech()
        self._suggested = {f"answer:{item.id}": item.text for item in framework.items}
        self._waiting: dict[str, None] = {}
        self._stems: dict[type[Record], frozenset[str]] = {}  # of the names of each noun
        self._school: School | None = None
        self.today = today
        self._clear()
        if school is not None:
            self.update(school)

    def _clear(self) -> None:
        self._day = _day_number(self.today)
        self._number: dict[str, int] = {}
        self._records: list[Record | None] = []
        self._ahead, self._past, self._has = array("L"), array("L"), array("B")
        self._order, self._last_order = array("L"), array("L")  # what is to come first, and what was last first
        self._ranks: dict[bool, list[int]] = {}  # the numbers sorted by `_last_order`, and by `_order`
        self._says_open = bytearray()  # 0 for what holds nothing that is open: it is not even told to be there
        self._having_flag: dict[int, array[int]] = {}  # the numbers by what their records have
        self._open, self._private = WordIndex(), WordIndex()
        self._kinds: dict[type[Record], array[int]] = {}
        self._words: dict[tuple[str, bool], _Word] = {}
        self._dead = 0

    def update(self, school: School) -> None:
        """Index at once what differs from the school indexed before."""
        self.follow(school)
        self.work(lambda: True)

    def follow(self, school: School, changed: Collection[str] | None = None, today: str = "") -> None:
        """Remember that records differ, of which `work` indexes some at a time; without `changed`, any may.

        On another day than the last time, all is indexed anew.
        """
        self._school = school
        if today and today != self.today:
            self.today, changed = today, None
            self._clear()
        if changed is None:
            there = school.records
            changed = [i for i, record in there.items() if i not in self._number or self._known(i) is not record]
            changed += [i for i in self._number if i not in there and i not in self._suggested]
            changed += [i for i in self._suggested if i not in there and self._known(i) != Answer(i)]
        for record_id in changed:
            self._forget(record_id)  # at once: what is gone, or private from now on, is not found meanwhile
            self._waiting[record_id] = None

    def work(self, may_go_on: Callable[[], bool]) -> bool:
        """Index what waits while `may_go_on` says so; returns whether all is done."""
        if self._dead > max(_FEW_DEAD, len(self._number)) and self._school is not None:
            self._clear()
            self.follow(self._school)
        while self._waiting and may_go_on():
            record_id = next(iter(self._waiting))
            del self._waiting[record_id]
            self._index(record_id)
        return not self._waiting

    @property
    def waits(self) -> int:
        """How many records wait to be indexed."""
        return len(self._waiting)

    # -- finding

    def find(
        self,
        asked: str | Question,
        limit: int = 40,
        *,
        private: bool = False,
        kind: type[Record] | None = None,
        by_day: bool = True,
    ) -> tuple[str, ...]:
        """The ids of the records that answer a question, best first, at most `limit`; an «answer:…» may be blank.

        Fields that are private or about a person are searched only where `private` asks for it. With `kind`, only
        records of one noun are found. Of those that fit alike, what is coming is first, with `by_day`.
        """
        question = question_in(asked) if isinstance(asked, str) else asked
        order: Sequence[int] = self._last_order if Asks.LAST in question.asks else self._order
        if not by_day:
            order = range(len(self._records))
        scores = self._scores(question, kind, order, private=private)
        best = nsmallest(limit, scores, key=lambda number: (-scores[number], order[number]))
        return tuple(record.id for number in best if (record := self._records[number]) is not None)

    def _scores(
        self, question: Question, kind: type[Record] | None, order: Sequence[int], *, private: bool
    ) -> dict[int, float]:
        asks, wanted, flags = question.asks, question.wanted, _flags(question.asks)
        words = [self._word(word, private=private) for word in wanted]
        whole = set.intersection(*(word.all for word in words)) if words else self._having(flags)
        of_kind = set(self._kinds.get(kind, ())) if kind is not None else None
        whole = whole if of_kind is None else whole & of_kind
        having = [n for n in whole if self._has[n] & flags] if flags and words and len(whole) > _SCORED else ()
        candidates = set(whole) if len(whole) <= _SCORED else _first(whole, words, having, self._ranked(order))
        for word in sorted(words, key=lambda word: len(word.all)):
            if len(words) > 1 and len(candidates) + len(word.all) <= _SCORED:
                candidates |= word.all
        scores = {}
        for number in candidates if of_kind is None else candidates & of_kind:
            record = self._records[number]
            if record is not None and (private or self._says_open[number]):
                worths = [word.worth(number) for word in words]
                if number not in whole and max(worths) < _SURE:
                    continue
                fits = sum(w.weight * worth for w, worth in zip(words, worths, strict=True))
                if len(words) > 1 and min(worths) >= _SURE:
                    fits *= 2  # all of the words, and none of them only as a part of another
                share = 0.6 if _is_child(type(record)) else 1.0
                if Asks.WHEN in asks and self._ahead[number] < max(self._day, 1):
                    share *= 0.6  # what is over is no answer to when something is
                scores[number] = fits * share + (self._asked_worth(number, asks) if asks else 0.0)
        return scores

    def _word(self, word: str, *, private: bool) -> _Word:
        found = self._words.get((word, private))
        if found is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            matches = self._open.match(word)
            if private:
                matches = Matches(*(a | b for a, b in zip(matches, self._private.match(word), strict=True)))
            kinds = set[int]()
            for kind, numbers in self._kinds.items():
                if stem(word) in self._kind_stems(kind):
                    kinds.update(numbers)
            same, title, text, title_part, part = matches
            everything = kinds | text | part
            weight = 1 + log10((len(self._number) + 1) / (len(everything) + 1))
            found = _Word(same, title, kinds, text | title_part, part, everything, weight)
            self._words[word, private] = found
        return found

    def _having(self, flags: int) -> set[int]:
        """Where nothing but what is asked for is said, such as «hva kommer»: all that have it."""
        if not flags:
            return set(range(len(self._records)))
        return set[int]().union(*(numbers for flag, numbers in self._having_flag.items() if flag & flags))

    def _ranked(self, order: Sequence[int]) -> Sequence[int]:
        """All numbers, sorted by one of the orders, which is done once as long as nothing is indexed."""
        if isinstance(order, range):
            return order
        is_last = order is self._last_order
        if is_last not in self._ranks:
            self._ranks[is_last] = sorted(range(len(order)), key=order.__getitem__)
        return self._ranks[is_last]

    def _kind_stems(self, kind: type[Record]) -> frozenset[str]:
        if kind not in self._stems:
            names = self._speech.kind(noun_of(kind))
            self._stems[kind] = frozenset(stem(word) for name in names for word in words_of(name))
        return self._stems[kind]

    def _asked_worth(self, number: int, asks: Asks) -> float:
        worth = _worth_of(self._has[number] & asks.value)
        if Asks.WHEN in asks:
            worth += 12.0 if self._ahead[number] >= max(self._day, 1) else 1.0 if self._past[number] else 0.0
        if Asks.LAST in asks and self._last_order[number] < _FAR:
            worth += 6.0
        return worth

    # -- indexing

    def _known(self, record_id: str) -> Record | None:
        number = self._number.get(record_id)
        return self._records[number] if number is not None else None

    def _forget(self, record_id: str) -> None:
        number = self._number.pop(record_id, None)
        if number is not None:
            self._records[number] = None
            self._dead += 1

    def _index(self, record_id: str) -> None:
        assert self._school is not None
        record = self._school.find(record_id)
        if record is None and record_id in self._suggested:
            record = Answer(record_id)
        if record is None:
            return
        texts = [(name, text) for name, text in texts_of(record, self._speech) if text]
        if not texts and not isinstance(record, Answer):
            return  # nothing in it that anybody reads, such as that somebody is shielded
        number = self._number[record_id] = len(self._records)
        self._records.append(record)
        self._words.clear()
        self._ranks.clear()
        ahead, past = _days(record, self._day)
        self._ahead.append(ahead)
        self._past.append(past)
        day, latest = self._day, max(one if one <= self._day else 0 for one in (ahead, past))
        before = _FAR - _DAYS + day - latest if latest else _FAR
        self._last_order.append(before)
        self._order.append(ahead - day if ahead >= day > 0 else before)
        has = _flags(_has(record))
        self._has.append(has)
        if has:
            self._having_flag.setdefault(has, array("L")).append(number)
        self._kinds.setdefault(type(record), array("L")).append(number)
        noun = noun_of(record)
        words: dict[bool, list[str]] = {True: [], False: []}
        titles: dict[bool, list[str]] = {True: [], False: []}
        for name, text in texts:
            there = words_of(text)
            is_title = name == noun.title and len(there) <= _TITLE_WORDS
            (titles if is_title else words)[noun.fields[name].privacy is Privacy.OPEN] += there
        if isinstance(record, Answer):
            suggested = self._suggested.get(record.id, "")
            words[True] += titles[True] + words_of(suggested) + words_of(record.item_id)
            titles[True] = words_of(record.own_text or suggested)
        self._says_open.append(bool(titles[True] or words[True]))
        self._open.add(number, titles[True], words[True])
        self._private.add(number, titles[False], words[False])


def matching_field(record: Record, question: Question, speech: Speech, *, private: bool) -> str:
    """The field that holds most of the words of a question, the first of several; empty where none does."""
    best, name_of_best = 0, ""
    for name, text in texts_of(record, speech):
        if private or fields_of(type(record))[name].privacy is Privacy.OPEN:
            there = words_of(text)
            count = sum(any(is_match(word, one) for one in there) for word in question.wanted)
            if count > best:
                best, name_of_best = count, name
    return name_of_best


@lru_cache(maxsize=16_000)
def is_match(typed: str, word: str) -> bool:
    """Whether a word of a text is meant by a typed one: begins with it or its stem, has it as a part, or nearly."""
    begun = stem(typed)
    if word.startswith(begun) or (len(begun) > 2 and begun in word):
        return True
    return any(len(one) >= FORGIVEN and is_near(one, word) for one in (typed, begun))


def is_finished(record: Record) -> bool:
    """Whether nothing is to come of a record: done by its own field, put away, or a checklist item that is over."""
    done = noun_of(record).use.done
    return record.put_away or bool(done and getattr(record, done)) or getattr(record, "status", "") in _OVER


def texts_of(record: Record, speech: Speech) -> Iterator[tuple[str, str]]:
    """The fields of a record that hold something that people see, with its words."""
    for name, field in _searched(type(record)):
        value = getattr(record, name)
        if value:
            yield name, speech.value(field, value) if not isinstance(value, str) or type(field) in _SAID else value


@cache
def _searched(record: type[Record]) -> tuple[tuple[str, Field], ...]:
    # The ids of references and places in lists are words that nobody sees.
    unseen = (Reference, YesNo, Order)
    return tuple((n, f) for n, f in fields_of(record).items() if not f.hidden and not isinstance(f, unseen))


@cache
def _is_child(kind: type[Record]) -> bool:
    return bool(noun_of(kind).parent) or "parent" in fields_of(kind)


def _first(whole: set[int], words: list[_Word], having: Collection[int], ranked: Sequence[int]) -> set[int]:
    """Of very many, those with all words in the title, then those `having` what is asked for; the first in `ranked`."""
    picked = set[int]()
    titled = whole.intersection(*(word.kinds | word.title for word in words))
    for some in (titled, set(having), whole):
        room = _SCORED - len(picked)
        picked.update(some if len(some) <= room else islice(filter(some.__contains__, ranked), room))
    return picked


@cache
def _worth_of(flags: int) -> float:
    return sum(worth for one, worth in _WORTH.items() if one.value & flags)


def _flags(asks: Asks) -> int:
    return asks.value & ~(Asks.WHEN | Asks.LAST).value


def _day_number(day: str) -> int:
    digits = day[:10].replace("-", "")
    return int(digits) if digits.isdecimal() else 0


@cache
def _day_fields(kind: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    days = {n: f for n, f in fields_of(kind).items() if isinstance(f, Date) and f.privacy is Privacy.OPEN}
    ahead = tuple(n for n, f in days.items() if f.surfaces or f.expects == "ahead")
    return ahead, tuple(n for n in days if n not in ahead)


def _days(record: Record, today: int) -> tuple[int, int]:
    """The next day in a record, else the last one on which it came up, and the latest other day; 0 for none."""
    coming, others = _day_fields(type(record))
    past = max((_day_number(getattr(record, n)) for n in others), default=0)
    if is_finished(record):
        return 0, past
    days = [_day_number(getattr(record, n)) for n in coming]
    next_day = min((day for day in (*days, past) if day >= today > 0), default=0)
    return next_day or max(days, default=0), past


def _has(record: Record) -> Asks:
    decided = isinstance(record, Decision) or getattr(record, "decision", "") not in ("", "undecided")
    found = Asks.DECIDED if decided else Asks.NOTHING
    for asks, names in ((Asks.REPLY, _REPLIES), (Asks.WHY, _REASONS), (Asks.WHO, _WHO)):
        fields = fields_of(type(record))
        if any(getattr(record, n, "") and n in fields and fields[n].privacy is Privacy.OPEN for n in names):
            found |= asks
    return found
