"""Generated gatekeeping entries of the example, combined from hand-written parts."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import gcd
from random import Random
from typing import Any

from fosdesk.domain.fields import Scalar
from fosdesk.exchange.example.school_days import TODAY, is_school_day, next_school_day
from fosdesk.exchange.example.story_player import DEPUTY, PRINCIPAL, Entry, StoryPlayer

_OUTCOMES = ("kept_out", "parked", "adapted", "admitted")
_USUAL_WEIGHT = 5  # so many times more came to the log in usual times than in the autumn when little was done


class EntryGenerator:
    """Generates gatekeeping entries from parts that fit each other."""

    def __init__(self, player: StoryPlayer) -> None:
        """Texts, calendar and random numbers come from the player."""
        self._player = player
        self._rng = player.rng
        self._words = player.words["gate_parts"]
        self._courses: dict[str, dict[str, Any]] = player.plot["gate_course"]
        first, quiet = player.calendar.day(player.plot["first_day"]), player.plot["quiet"]
        starts, ends = (player.calendar.day(day) for day in quiet)
        days = [first + timedelta(days=n) for n in range((TODAY - first).days + 1)]
        usual = [day for day in days if is_school_day(day)]
        self._days = [day for day in usual for _ in range(1 if starts <= day <= ends else _USUAL_WEIGHT)]
        self._things = self._shuffled_things()
        self._parts: dict[tuple[str, str], Iterator[str]] = {}
        scenes = [scene for scene in player.plot["scenes"] if scene["noun"] == "core_component"]
        given_up = {scene["key"] for scene in scenes if scene.get("gone")}
        begun = {s["key"]: player.calendar.day(s["on"]) for s in reversed(scenes) if s["key"] not in given_up}
        self._components = [(day, player.record_id("core_component", key)) for key, day in begun.items()]

    def entries(self, count: int) -> Iterator[Entry]:
        """A number of entries, spread over the days before today."""
        for index in range(count):
            yield self._entry(index, self._rng.choice(self._days), next(self._things))

    def _entry(self, index: int, came: date, thing: dict[str, str]) -> Entry:
        rng, words, course = self._rng, self._words, self._courses[thing["from"]]
        giver = rng.choice(words["givers"][thing["from"]])
        outcome = self._outcome(course, _OUTCOMES)
        settled = next_school_day(came, rng.randrange(1, 24))
        decisions = [(settled, outcome, self._reason(outcome, thing))]
        revisit = ""
        if outcome == "parked":
            again = next_school_day(settled, 60 + rng.randrange(200))
            if again <= TODAY:  # only the hand-written entries are overdue
                outcome = self._outcome(course, tuple(one for one in _OUTCOMES if one != "parked"))
                decisions.append((again, outcome, self._reason(outcome, thing)))
            revisit = again.isoformat()
        known = [record for day, record in self._components if day <= settled]
        aims = ("direction", "component") if known else ("direction",)
        points = "outside" if outcome == "kept_out" and rng.random() < 0.6 else rng.choice(aims)
        answer = _fill_template(self._part("answer", outcome), thing)
        thanks, bye = (self._part("letter", f"{part}_{course['letter']}") for part in ("thanks", "bye"))
        return Entry(
            id=self._player.record_id("gate_entry", f"+{index}"),
            came=came,
            words={
                "what": thing["what"],
                "source": giver["source"],
                "brought_by": giver["by"],
                "reply": f"{thanks} {answer} {bye}",
            },
            kind=thing["kind"],
            points_to=points,
            component=rng.choice(known) if points == "component" else "",
            decisions=decisions if settled <= TODAY else [],
            chips=rng.sample(words["chips"][decisions[0][1]], 1 + rng.randrange(2)),
            revisit=revisit,
            replied=next_school_day(decisions[-1][0], rng.randrange(8)) if rng.random() < 0.8 else None,
            note=self._note() if outcome == "adapted" else {},
            laptop=DEPUTY if rng.random() < 0.7 else PRINCIPAL,
        )

    def _outcome(self, course: dict[str, Any], among: tuple[str, ...]) -> str:
        """One of some decisions, with the probabilities that the plot gives for this kind of source."""
        return self._rng.choices(among, [course.get(one, 0) for one in among])[0]

    def _reason(self, outcome: str, thing: dict[str, str]) -> str:
        group = f"reason_{self._courses[thing['from']]['reason']}"
        sentences = [self._part("reason" if self._rng.random() < 0.5 else group, outcome)]
        if self._rng.random() < 0.7:
            sentences.append(self._part("reason_too", outcome))
        return _fill_template(" ".join(sentences), thing)

    def _note(self) -> dict[str, Scalar]:
        names = self._rng.sample(("kept", "added", "left_out", "reshaped"), 2 + self._rng.randrange(3))
        note: dict[str, Scalar] = {name: self._part("note", name) for name in names}
        return note | {name: True for name in ("challenges", "encourages") if self._rng.random() < 0.6}

    def _part(self, group: str, name: str) -> str:
        """The next text of a group; each is used once before any is used again."""
        parts = self._parts.get((group, name))
        if parts is None:
            parts = self._parts[group, name] = cycle_shuffled(self._words[group][name], self._rng)
        return next(parts)

    def _shuffled_things(self) -> Iterator[dict[str, str]]:
        """All combinations of form, topic and target group, in random order; repeats are worded as such."""
        words, rng = self._words, self._rng
        topics = [f"{topic} {whom}".rstrip() for topic in words["topics"] for whom in words["for_whom"]]
        topics += words["topics_alone"]
        total = len(words["forms"]) * len(topics)
        number, step = rng.randrange(total), rng.randrange(total // 3, total - 1)
        while gcd(step, total) != 1:
            step += 1
        ending = ""
        while True:
            for _ in range(total):
                form = words["forms"][number % len(words["forms"])]
                yield form | {"what": f"{form['one']} {topics[number // len(words['forms'])]}{ending}"}
                number = (number + step) % total
            ending = words["again"]


def cycle_shuffled(parts: list[str], rng: Random) -> Iterator[str]:
    """The parts in random order, again and again."""
    while True:
        yield from rng.sample(parts, len(parts))


def _fill_template(sentence: str, thing: dict[str, str]) -> str:
    """A template of the story with the thing's words filled in; never used on a user's text."""
    the = thing["the"]
    return sentence.format(the=the, The=the[0].upper() + the[1:], it=thing["it"])
