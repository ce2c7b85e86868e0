"""What the search says of a record: its title, its state with the day, what comes, and the line that matched."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from fosdesk.display.noun_words import label_words, noun_one, option_words
from fosdesk.display.record_words import placeholder_title, record_words, value_text
from fosdesk.domain.fields import Choice, ClockTime, Date, Field, Privacy, Record, Reference, fields_of, noun_of
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.search_index import is_finished, is_match, matching_field
from fosdesk.domain.rules.search_question import Asks, Question
from fosdesk.domain.rules.search_speech import Speech
from fosdesk.domain.school import School
from fosdesk.domain.values.word_stems import words_of
from fosdesk.words import Words

_MOST = 150  # characters of a line
_BEFORE = 40  # characters of it before the first word that matched
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STATES = (
    "decision",
    "status",
    "considered",
    "standing",
    "stance",
    "purpose",
    "who",
    "kind",
    "mode",
    "occasion",
    "role",
)
_STATE_DAYS = ("signed", "day", "done", "answered", "asked", "came", "written", "closed", "opened", "since")
# Where an answer stands, by what is asked for; else in the first of the last line that holds something.
_ANSWERS = (
    (Asks.REPLY, ("reply", "answer")),
    (Asks.WHY, ("reason", "why", "because")),
    (Asks.WHO, ("responsible", "signed_by", "brought_by", "asked_of", "takes_over", "groups")),
    (Asks.NOTHING, ("reply", "reason", "why", "answer", "how", "changed", "notes", "said", "support", "looks_like")),
)


class Line(NamedTuple):
    """One line of text, and where in it the words that matched stand: begin and length."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class AnswerWords:
    """Says records in the language of the screen; private and person fields only where `private` allows it."""

    def __init__(self, words: Words, framework: Framework, school: School, *, private: bool = False) -> None:
        self._words, self._framework, self._school, self._private = words, framework, school, private

    def title(self, record_id: str) -> str:
        """The title; the role or the noun where the title is private or about a person."""
        record = self._school.find(record_id)
        if record is None:
            return record_words(self._words, self._framework, self._school, record_id)
        noun = noun_of(record)
        field = noun.fields.get(noun.title)
        if field is not None and not self._may_say(field):
            return placeholder_title(self._words, record)
        target = getattr(record, noun.title, "")
        if isinstance(field, Reference) and target:
            return (
                self.title(str(target)) if self._school.find(str(target)) is not None else noun_one(self._words, noun)
            )
        return record_words(self._words, self._framework, self._school, record_id)

    def state(self, record: Record) -> str:
        """What became of it, in a word or two: «Parkert», «Gjort»; may be empty."""
        if record.put_away:
            return self._words("Out of the way")
        done = noun_of(record).use.done
        if done and getattr(record, done):
            return self._words("Done")
        for name, field in self._said(record, _STATES):
            if isinstance(field, Choice):
                return option_words(self._words, field, getattr(record, name))
        return ""

    def day(self, record: Record) -> str:
        """The day of that; of a meeting with weekday and clock. May be empty."""
        for name, field in fields_of(type(record)).items():
            if isinstance(field, Date) and field.surfaces == "happens" and getattr(record, name):
                said = self._words.weekday_date(getattr(record, name))
                clock = next((getattr(record, n) for n, _ in self._kind(record, ClockTime) if getattr(record, n)), "")
                return self._words("{day} at {time}", day=said, time=self._words.clock(clock)) if clock else said
        for name, field in self._said(record, _STATE_DAYS):
            if isinstance(field, Date):
                return self._words.date(getattr(record, name))
        return ""

    def coming(self, record: Record) -> str:
        """What is still to come of it: «ses på igjen 2. november 2026», «frist 4. desember 2026»; may be empty."""
        words = self._words
        if is_finished(record):
            return ""
        for name, field in self._kind(record, Date):
            value = getattr(record, name)
            if not value or not isinstance(field, Date):
                continue
            if field.surfaces == "due" or name == "due":
                return words("due {date}", date=words.date(value))
            if field.surfaces == "revisit" or name == "revisit":
                return words("looked at again {date}", date=words.date(value))
            if field.surfaces == "ends":
                return words("ends {date}", date=words.date(value))
            if field.expects != "past" and not field.surfaces and name not in _STATE_DAYS:
                return f"{label_words(words, field)}: {words.date(value)}"
        return ""

    def line(self, record: Record, question: Question, speech: Speech) -> Line:
        """The line where what is asked for stands, else where the words stand, else what is told of it."""
        name = self._answering_field(record, question, speech)
        if not name:
            return Line(self._columns(record))
        field = fields_of(type(record))[name]
        said = value_text(self._words, field, getattr(record, name), self.title, self.title)
        snippet, marks = _around(said, question.wanted)
        label = f"{label_words(self._words, field)}: "
        return Line(label + snippet, tuple((at + len(label), size) for at, size in marks))

    def _answering_field(self, record: Record, question: Question, speech: Speech) -> str:
        for asks, names in _ANSWERS[:-1]:
            if asks in question.asks and (there := self._said(record, names)):
                return there[0][0]
        title = self._field_in_title(record)
        matching = matching_field(record, question, speech, private=self._private)
        # A choice or a day that matched stands beside the title already.
        if matching and matching != title and not isinstance(fields_of(type(record))[matching], Choice | Date):
            return matching
        there = [one for one in self._said(record, _ANSWERS[-1][1]) if one[0] != title]
        if not there and title and matching == title and len(getattr(record, title)) > _MOST:
            return title
        return there[0][0] if there else ""

    def _field_in_title(self, record: Record) -> str:
        """The field whose words the title says; empty where others stand there, as the item's for an answer to it."""
        name = noun_of(record).title
        value = getattr(record, name, "")
        if not isinstance(value, str) or isinstance(noun_of(record).fields.get(name), Reference):
            return name
        return name if " ".join(value.split()[:3]) in self.title(record.id) else ""

    def _columns(self, record: Record) -> str:
        shown = [n for n in noun_of(record).use.columns if not isinstance(fields_of(type(record))[n], Date | ClockTime)]
        values = [(f, getattr(record, n)) for n, f in self._said(record, shown)]
        state = self.state(record)
        said = [value_text(self._words, field, value, self.title, self.title) for field, value in values]
        return " · ".join(one for one in said if one and one != state)

    def _may_say(self, field: Field) -> bool:
        return self._private or field.privacy is Privacy.OPEN

    def _said(self, record: Record, names: Sequence[str]) -> list[tuple[str, Field]]:
        """Of the named fields, those that hold something and may be said, in the order of the names."""
        fields = fields_of(type(record))
        return [
            (n, fields[n])
            for n in names
            if n in fields and not fields[n].hidden and self._may_say(fields[n]) and getattr(record, n)
        ]

    def _kind(self, record: Record, kind: type[Field]) -> list[tuple[str, Field]]:
        return [(n, f) for n, f in fields_of(type(record)).items() if isinstance(f, kind) and self._may_say(f)]


def _around(text: str, wanted: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The part of a text around the first word that matches, on one line, and where in it words match."""
    line = " ".join(text.split())
    first = next(iter(_matching(line, wanted)), (0, 0))[0]
    begin = 0
    if len(line) > _MOST and first > _BEFORE:
        sentence = max(line.rfind(end, 0, first) + 2 for end in (". ", "? ", "! "))
        begin = (
            sentence if first - sentence <= _BEFORE * 2 and sentence > 1 else line.rfind(" ", 0, first - _BEFORE) + 1
        )
    cut = line[begin : begin + _MOST]
    if begin + _MOST < len(line):
        cut = cut.rsplit(" ", 1)[0] + " …"
    cut = f"… {cut}" if begin else cut
    return cut, _matching(cut, wanted)


def _matching(line: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    return [
        (found.start(), len(found[0]))
        for found in _WORD.finditer(line)
        if any(len(word) > 1 and is_match(word, there) for word in wanted for there in words_of(found[0]))
    ]
