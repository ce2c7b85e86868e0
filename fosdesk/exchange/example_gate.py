"""All that came to the example school's gate beyond the hand-written entries: put together from hand-written parts."""

from collections.abc import Iterator
from datetime import date
from math import gcd
from random import Random

from fosdesk.domain.fields import Scalar
from fosdesk.exchange.example_calendar import TODAY, next_school_day
from fosdesk.exchange.example_teller import DEPUTY, PRINCIPAL, Entry, Teller

_OUTCOMES = ("kept_out",) * 8 + ("parked",) * 4 + ("admitted",) * 3 + ("adapted",) * 3
_SETTLED_LATER = ("kept_out", "kept_out", "admitted", "adapted")
_IN_QUIET_TIMES = 5  # one in so many entries of the quiet autumn was written down at all


class Gate:
    """Invents one entry after another, each from parts that fit each other."""

    def __init__(self, teller: Teller) -> None:
        """Parts and chances come from the teller."""
        self._teller = teller
        self._rng = teller.rng
        self._words = teller.words["gate_parts"]
        self._first = teller.calendar.day(teller.plot["first_day"])
        self._quiet = [teller.calendar.day(day) for day in teller.plot["quiet"]]
        self._things = self._shuffled_things()
        self._parts: dict[tuple[str, str], Iterator[str]] = {}
        scenes = [scene for scene in teller.plot["scenes"] if scene["noun"] == "core_component"]
        given_up = {scene["key"] for scene in scenes if scene.get("gone")}
        begun = {s["key"]: teller.calendar.day(s["on"]) for s in reversed(scenes) if s["key"] not in given_up}
        self._components = [(day, teller.record_id("core_component", key)) for key, day in begun.items()]

    def entries(self, count: int) -> Iterator[Entry]:
        """So many entries, on days spread over the time before today."""
        for index in range(count):
            came = next_school_day(self._first, self._rng.randrange((TODAY - self._first).days))
            if self._quiet[0] <= came <= self._quiet[1] and self._rng.randrange(_IN_QUIET_TIMES):
                came = next_school_day(self._quiet[1], self._rng.randrange(60))
            yield self._entry(index, min(came, TODAY), next(self._things))

    def _entry(self, index: int, came: date, thing: dict[str, str]) -> Entry:
        rng, words = self._rng, self._words
        giver = rng.choice(words["givers"][thing["from"]])
        outcome = rng.choice(_OUTCOMES)
        settled = next_school_day(came, rng.randrange(1, 24))
        decisions = [(settled, outcome, self._reason(outcome, thing))]
        revisit = ""
        if outcome == "parked":
            again = next_school_day(settled, 60 + rng.randrange(200))
            if again <= TODAY:  # only the hand-written entries are overdue
                outcome = rng.choice(_SETTLED_LATER)
                decisions.append((again, outcome, self._reason(outcome, thing)))
            revisit = again.isoformat()
        known = [record for day, record in self._components if day <= settled]
        aims = ("direction", "component") if known else ("direction",)
        points = "outside" if outcome == "kept_out" and rng.random() < 0.6 else rng.choice(aims)
        answer = _filled(self._part("answer", outcome), thing)
        reply = " ".join((self._part("letter", "thanks"), answer, self._part("letter", "bye")))
        return Entry(
            id=self._teller.record_id("gate_entry", f"+{index}"),
            came=came,
            words={"what": thing["what"], "source": giver["source"], "brought_by": giver["by"], "reply": reply},
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

    def _reason(self, outcome: str, thing: dict[str, str]) -> str:
        sentences = [self._part("reason", outcome)]
        if self._rng.random() < 0.7:
            sentences.append(self._part("reason_too", outcome))
        return _filled(" ".join(sentences), thing)

    def _note(self) -> dict[str, Scalar]:
        names = self._rng.sample(("kept", "added", "left_out", "reshaped"), 2 + self._rng.randrange(3))
        note: dict[str, Scalar] = {name: self._part("note", name) for name in names}
        return note | {name: True for name in ("challenges", "encourages") if self._rng.random() < 0.6}

    def _part(self, group: str, name: str) -> str:
        """The next of some parts; each is used once before any is used again."""
        parts = self._parts.get((group, name))
        if parts is None:
            parts = self._parts[group, name] = shuffled(self._words[group][name], self._rng)
        return next(parts)

    def _shuffled_things(self) -> Iterator[dict[str, str]]:
        """Every way to join a form with a topic and those it is for; what comes a second time is said to come again."""
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


def shuffled(parts: list[str], rng: Random) -> Iterator[str]:
    """The parts in chance order, over and over."""
    while True:
        yield from rng.sample(parts, len(parts))


def _filled(sentence: str, thing: dict[str, str]) -> str:
    """A hand-written sentence with the thing's own words in it; only our own texts are filled, never a user's."""
    the = thing["the"]
    return sentence.format(the=the, The=the[0].upper() + the[1:], it=thing["it"])
