"""Plays the example's story: from plot and texts to the edits of each laptop with their times."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any, NamedTuple

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, AnyReference, Date, Long, Reference, Scalar, SemesterField
from fosdesk.domain.records.single_records import SINGLE_RECORDS
from fosdesk.domain.rules.gatekeeping.votes import vote_id
from fosdesk.domain.rules.review.translations import translation_id
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.semester import Semester
from fosdesk.exchange.example.example_journal import LaptopEdit, digest
from fosdesk.exchange.example.school_days import STORY_YEARS, TODAY, Calendar, milliseconds, next_school_day
from fosdesk.exchange.example.story_files import drafts, is_whole

PRINCIPAL, DEPUTY = "principal", "leadership"
_SCENE_KEYS = {"on", "by", "noun", "key", "like", "words", "gone"}
_DAY_START, _DAY_END = 7 * 3600 + 1200, 15 * 3600 + 1800  # seconds into the day


class Entry(NamedTuple):
    """A gatekeeping entry with everything that came to be written in it."""

    id: str
    came: date
    words: dict[str, str]  # what, source, brought_by, reply
    kind: str
    points_to: str
    component: str
    decisions: Sequence[tuple[date, str, str]]  # on which day, what, and why
    chips: Sequence[str] = ()
    revisit: str = ""
    replied: date | None = None
    note: dict[str, Scalar] = {}
    laptop: str = DEPUTY
    more: Mapping[str, Scalar] = {}  # what else was written when it came
    looks: Mapping[str, Scalar] = {}  # what was noted before it was decided
    votes: Mapping[str, tuple[str, str]] = {}  # by person: for or against, and why


class StoryPlayer:
    """Collects edits; texts grow in drafts, as they do when people write and the program saves."""

    def __init__(
        self,
        namespace: str,
        language: str,
        plot: dict[str, Any],
        words: dict[str, Any],
        years: int = STORY_YEARS,
        invented: str = "",
    ) -> None:
        """`namespace` seeds the ids, and the random numbers where `invented` does not."""
        self.calendar = Calendar(years)
        self.plot = plot
        self.words = words
        self.rng = Random(invented or namespace)
        self.edits: list[LaptopEdit] = []
        self._namespace = namespace
        self._seconds: dict[date, int] = {}
        self._texts: dict[tuple[str, str], str] = {}
        self._versions: Counter[tuple[str, str]] = Counter()
        self._places: dict[tuple[str, str], str] = {}
        self._framework_version = read_framework(language).version

    def record_id(self, noun: str, key: str) -> str:
        """The id of a record of the story; fixed ids, and keys with a colon, are ids themselves."""
        if ":" in key:
            before, _, last = key.rpartition(":")
            return f"{before}:{self.calendar.semester(last)}" if Semester.known(last) else key
        if noun == "translation_note":  # known by its entry
            return translation_id(self.record_id("gate_entry", key))
        return key if key in SINGLE_RECORDS else digest(6, self._namespace, noun, key)

    def edit(self, day: date, laptop: str, noun: str, record: str, values: Mapping[str, Scalar]) -> None:
        """Add an edit of some fields by a laptop; edits after today are left out."""
        if day > TODAY or not values:
            return
        second = self._seconds.get(day)
        if second is None:
            second = _DAY_START + self.rng.randrange(9000)
        second += self.rng.randrange(20, 260) if second < _DAY_END else 1
        self._seconds[day] = second
        lines = tuple((noun, record, field, value) for field, value in values.items())
        self.edits.append(LaptopEdit(milliseconds(day, second), laptop, lines))

    def write_drafts(
        self, days: Sequence[date], laptop: str, noun: str, record: str, field: str, text: str, max_drafts: int = 12
    ) -> None:
        """Write a long text in drafts, spread over the days in order."""
        before = self._texts.get((record, field), "")
        if text == before:
            return
        self._texts[record, field] = text
        versions = drafts(before, text, max_drafts)
        whens = [days[index * len(days) // len(versions)] for index in range(len(versions))]
        for index in reversed(range(len(versions) - 1)):
            if not is_whole(versions[index]):  # nobody leaves a sentence half for another day, nor does the story
                whens[index] = whens[index + 1]
        for when, version in zip(whens, versions, strict=True):
            self.edit(when, laptop, noun, record, {field: version})

    def place(self, noun: str, parent: str = "") -> str:
        """The next position in a list, as a fractional index."""
        place = self._places[noun, parent] = between(self._places.get((noun, parent), ""), "")
        return place

    # -- scenes: what the plot gives field by field

    def play_scenes(self, scenes: Iterable[dict[str, Any]]) -> None:
        """Add the edits of the plot's scenes, in order."""
        for scene in scenes:
            self._scene(scene)

    def _scene(self, scene: dict[str, Any]) -> None:
        noun, key = scene["noun"], scene["key"]
        fields = NOUNS[noun].fields
        day, laptop = self.calendar.day(scene["on"]), scene.get("by", PRINCIPAL)
        record = self.record_id(noun, self._moved(key))
        if scene.get("gone"):
            self.edit(day, laptop, noun, record, {"!": None})
            return
        values: dict[str, Scalar] = {}
        for name, raw in scene.items():
            if name not in _SCENE_KEYS:
                values[name] = self._value(fields[name], raw)
        if "pos" in fields and (noun, record) not in self._versions:
            values["pos"] = self.place(noun)
        self._versions[noun, record] += 1
        texts = {name: self._version(noun, scene.get("like", key), name) for name in scene.get("words", ())}
        values |= {name: text for name, text in texts.items() if not isinstance(fields[name], Long)}
        self.edit(day, laptop, noun, record, values)
        for name, text in texts.items():
            if isinstance(fields[name], Long):
                self.write_drafts([day], laptop, noun, record, name, text)

    def _value(self, field: object, raw: Any) -> Scalar:
        if isinstance(field, Date):
            return self.calendar.day(raw).isoformat() if raw else ""
        if isinstance(field, SemesterField):
            return str(self.calendar.semester(raw))
        if isinstance(field, AnyReference):
            noun, _, key = str(raw).partition("/")
            return self.record_id(noun, self._moved(key))
        if isinstance(field, Reference):
            return self.record_id(field.target, self._moved(str(raw)))
        value: Scalar = raw
        return value

    def _moved(self, key: str) -> str:
        """The key of a record of the story; that of a meeting in a series ends with its day, which moves with it."""
        series, _, day = key.rpartition(".")
        return f"{series}.{self.calendar.day(day).isoformat()}" if series else key

    def _version(self, noun: str, key: str, field: str) -> str:
        raw = self.words[noun][key][field]
        if isinstance(raw, str):
            return raw
        index = self._versions[noun, f"{key}.{field}"]
        self._versions[noun, f"{key}.{field}"] += 1
        text: str = raw[min(index, len(raw) - 1)]
        return text

    # -- the checklist

    def play_answers(self) -> None:
        """Add the edits of the checklist items, those of the framework and the school's own."""
        for item, course in self.plot["answer"].items():
            self._answer("answer", f"answer:{item}", self.words["answer"].get(item, {}), course)
        for key, course in self.plot["own_item"].items():
            self._answer("own_item", self.record_id("own_item", key), self.words["own_item"][key], course)

    def _answer(self, noun: str, record: str, words: dict[str, Any], course: dict[str, Any]) -> None:
        """The edits of one item: begun, written about, settled; some are moved, or taken up `again` later."""
        laptop = course.get("by", DEPUTY)
        begins = self.calendar.day(course["from"])
        ends = self.calendar.day(course["to"]) if "to" in course else next_school_day(begins, 21)
        middle = next_school_day(begins + (ends - begins) / 2)
        status = course.get("status", "done" if "to" in course else "in_progress")
        first: dict[str, Scalar] = {"answered": self._framework_version}
        if noun == "own_item":
            phase = course["phase"]
            first = {"phase": phase, "track": course.get("track", ""), "pos": self.place(noun, phase)}
            first["own_text"] = words["own_text"]
        self.edit(begins, laptop, noun, record, first | {"responsible": words.get("responsible", "")})
        self.write_drafts([begins], laptop, noun, record, "why", words.get("why", ""))
        if "due" in course:
            self.edit(begins, laptop, noun, record, {"due": self.calendar.day(course["due"]).isoformat()})
        if noun == "answer" and "own_text" in words:
            self.edit(begins, laptop, noun, record, {"own_text": words["own_text"]})
        starts = status if status == "not_started" else "in_progress"
        self.edit(begins, laptop, noun, record, {"status": starts})
        if "moved" in course:
            self.edit(middle, PRINCIPAL, noun, record, {"due": self.calendar.day(course["moved"]).isoformat()})
        how = words.get("how", "")
        versions: list[str] = [how] if isinstance(how, str) else how
        self.write_drafts([begins, middle, ends], laptop, noun, record, "how", versions[0])
        self.edit(ends, laptop, noun, record, {"status": status, "reason": words.get("reason", "")})
        if "put_away" in course:
            self.edit(self.calendar.day(course["put_away"]), laptop, noun, record, {"put_away": True})
        if "again" in course:
            again = self.calendar.day(course["again"])
            self.edit(again, laptop, noun, record, {"status": course.get("later", status)})
            self.write_drafts([again], laptop, noun, record, "how", versions[-1])

    # -- gatekeeping

    def entries(self) -> list[Entry]:
        """The hand-written gatekeeping entries."""
        return [self._entry(key, course) for key, course in self.plot["gate_entry"].items()]

    def _entry(self, key: str, course: dict[str, Any]) -> Entry:
        words = self.words["gate_entry"][key]
        why = words.get("reason", "")  # one decision has no reason yet, which the program asks about
        reasons = [why] if isinstance(why, str) else why
        steps = [
            (self.calendar.day(day), decision, reasons[min(index, len(reasons) - 1)])
            for index, (day, decision) in enumerate(course["steps"])
        ]
        note: dict[str, Scalar] = {n: words[n] for n in ("kept", "added", "left_out", "reshaped") if n in words}
        note |= {n: True for n in ("challenges", "encourages") if course.get(n)}
        return Entry(
            id=self.record_id("gate_entry", key),
            came=self.calendar.day(course["came"]),
            words={n: words.get(n, "") for n in ("what", "source", "brought_by", "reply")},
            kind=course["kind"],
            points_to=course.get("points", ""),
            component=self.record_id("core_component", course["component"]) if "component" in course else "",
            decisions=steps,
            chips=words.get("chips", ()),
            revisit=self.calendar.day(course["revisit"]).isoformat() if "revisit" in course else "",
            replied=self.calendar.day(course["replied"]) if "replied" in course else None,
            note=note,
            laptop=course.get("by", DEPUTY),
            more=self._more(course) | {n: words[n] for n in ("authors", "publisher") if n in words},
            looks=course.get("looks", {}),
            votes={who: (stance, words.get(who, "")) for who, stance in course.get("votes", {}).items()},
        )

    def _more(self, course: dict[str, Any]) -> dict[str, Scalar]:
        fields = NOUNS["gate_entry"].fields
        return {name: self._value(fields[name], raw) for name, raw in course.get("more", {}).items()}

    def play_entry(self, entry: Entry, max_drafts: int = 12) -> None:
        """Add the edits of one entry: arrival, decisions and reply, with at most `max_drafts` of each text."""
        noun, record, words = "gate_entry", entry.id, entry.words
        first = {"what": words["what"], "kind": entry.kind, "came": entry.came.isoformat()}
        self.edit(entry.came, entry.laptop, noun, record, first | {"brought_by": words["brought_by"]})
        self.edit(entry.came, entry.laptop, noun, record, {"source": words["source"], "decision": "undecided"})
        self.edit(entry.came, entry.laptop, noun, record, entry.more)
        for index, (day, decision, reason) in enumerate(entry.decisions):
            values: dict[str, Scalar] = {"decision": decision, "points_to": entry.points_to}
            if entry.component:
                values["component"] = entry.component
            if index == 0:
                self._looks(entry, day)
            self.edit(day, PRINCIPAL, noun, record, values)
            for chip in entry.chips if index == 0 else ():
                place = self.place("gate_reason", record)
                chosen = {"text": chip, "parent": record, "pos": place}
                self.edit(day, PRINCIPAL, "gate_reason", digest(6, record, chip), chosen)
            if reason:
                self.write_drafts([day], PRINCIPAL, noun, record, "reason", reason, max_drafts)
            signed: dict[str, Scalar] = {"signed_by": self.words["signed_by"], "signed": day.isoformat()}
            if entry.revisit:
                signed["revisit"] = entry.revisit if decision == "parked" else ""
            self.edit(day, PRINCIPAL, noun, record, signed)
        if not entry.decisions:
            return
        if entry.note:
            self._note(entry)
        if entry.replied:
            self.write_drafts([entry.replied], PRINCIPAL, noun, record, "reply", words["reply"], max_drafts)
            self.edit(entry.replied, PRINCIPAL, noun, record, {"replied": entry.replied.isoformat()})

    def _looks(self, entry: Entry, day: date) -> None:
        """What was noted and voted before the first decision."""
        self.edit(day, PRINCIPAL, "gate_entry", entry.id, entry.looks)
        for who, (stance, why) in entry.votes.items():
            person = self.record_id("person", who)
            vote: dict[str, Scalar] = {"person": person, "parent": entry.id, "stance": stance}
            self.edit(day, PRINCIPAL, "vote", vote_id(entry.id, person), vote | ({"why": why} if why else {}))

    def _note(self, entry: Entry) -> None:
        record = translation_id(entry.id)
        day = entry.decisions[-1][0]
        for name, value in entry.note.items():
            if isinstance(value, str):
                self.write_drafts([day], entry.laptop, "translation_note", record, name, value)
                day = next_school_day(day, self.rng.randrange(4))
            else:
                self.edit(day, entry.laptop, "translation_note", record, {name: value})
