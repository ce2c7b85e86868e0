"""What the example holds beyond its hand-written turns: the rhythm of meetings, and all that came to the gate."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import gcd
from random import Random
from typing import Any

from fosdesk.domain.fields import Scalar
from fosdesk.exchange.example_calendar import TODAY, is_school_day, next_school_day
from fosdesk.exchange.example_teller import DEPUTY, PRINCIPAL, Entry, Teller

_GAP_ENTRIES = 5  # one in so many generated entries falls in the autumn when little was done
_OUTCOMES = ("kept_out",) * 8 + ("parked",) * 4 + ("admitted",) * 3 + ("adapted",) * 3


def grow(teller: Teller, entries: int) -> None:
    """Tell of the meetings, and of as many gatekeeping entries as wanted, the hand-written ones first."""
    for row in teller.plot["rhythm"]:
        _meetings(teller, row)
    told = [entry for entry in teller.entries() if entry.came <= TODAY]
    if entries < len(told):
        told = [told[index * len(told) // entries] for index in range(entries)]
    for entry in told:
        teller.gate(entry)
    for entry in _invented(teller, entries - len(told)):
        teller.gate(entry)


# -- meetings


def _meetings(teller: Teller, row: dict[str, Any]) -> None:
    """One series of meetings: planned together, held one by one, now and then moved; a series may fall away."""
    first, last = teller.calendar.day(row["first"]), teller.calendar.day(row["last"])
    planned = teller.calendar.day(row["planned"])
    lost = [teller.calendar.day(day) for day in row.get("lost", ())]
    who, minutes = row["who"], row["minutes"]
    titles: list[str] = teller.words["meeting_titles"][row["titles"]]
    notes = _notes(teller, who)
    for index, day in enumerate(_days(first, last, row["weeks"])):
        record = teller.record_id("meeting", f"{who}.{day.isoformat()}")
        title = titles[index % len(titles)]
        values: dict[str, Scalar] = {"what": title, "day": day.isoformat(), "who": who, "minutes": minutes}
        teller.act(planned, DEPUTY, "meeting", record, values)
        if lost and lost[0] <= day <= lost[1]:
            teller.act(max(planned, min(day, lost[1]) - timedelta(days=4)), PRINCIPAL, "meeting", record, {"!": None})
        elif day <= TODAY:
            if teller.rng.random() < 0.2:
                moved = next_school_day(day, 1)
                teller.act(next_school_day(day, -3), DEPUTY, "meeting", record, {"day": moved.isoformat()})
                day = moved
            teller.write([day, next_school_day(day, 1)], DEPUTY, "meeting", record, "notes", next(notes))


def _days(first: date, last: date, weeks: int) -> Iterator[date]:
    day = first
    while day <= last:
        if is_school_day(day):
            yield day
            day += timedelta(weeks=weeks)
        else:
            day += timedelta(weeks=1)


def _notes(teller: Teller, who: str) -> Iterator[str]:
    pool = teller.words["meeting_notes"][who]
    rounds = [_shuffled(pool[part], teller.rng) for part in ("did", "said", "agreed", "next")]
    while True:
        did, said, agreed, then = (next(one) for one in rounds)
        yield " ".join((did, said, agreed, then) if teller.rng.random() < 0.6 else (did, agreed, then))


def _shuffled(pool: list[str], rng: Random) -> Iterator[str]:
    while True:
        yield from rng.sample(pool, len(pool))


# -- the gate


def _invented(teller: Teller, count: int) -> Iterator[Entry]:
    """Entries put together from hand-written parts, on days spread over the time before today."""
    rng, words = teller.rng, teller.words["gate_parts"]
    first = teller.calendar.day(teller.plot["first_day"])
    quiet = [teller.calendar.day(day) for day in teller.plot["quiet"]]
    whats = _whats(words, rng)
    used = {part: _shuffled(words[part], rng) for part in ("but", "yes", "wait", "bent", "thanks", "bye")}
    for index in range(count):
        came = next_school_day(first, rng.randrange((TODAY - first).days))
        if quiet[0] <= came <= quiet[1] and rng.randrange(_GAP_ENTRIES):
            came = next_school_day(quiet[1], rng.randrange(60))
        came = min(came, TODAY)
        yield _entry(teller, index, came, next(whats), words, used)


def _entry(
    teller: Teller, index: int, came: date, thing: dict[str, str], words: dict[str, Any], used: dict[str, Iterator[str]]
) -> Entry:
    rng = teller.rng
    giver = rng.choice(words["givers"][thing["from"]])
    outcome = rng.choice(_OUTCOMES)
    settled = next_school_day(came, rng.randrange(1, 24))
    opening = next(used[{"kept_out": "but", "parked": "wait", "admitted": "yes", "adapted": "bent"}[outcome]])
    reason = _filled(opening, thing)
    answer = _filled(rng.choice(words["answer"][outcome]), thing)
    reply = " ".join((next(used["thanks"]), answer, next(used["bye"])))
    outside = outcome == "kept_out"
    components = _components(teller, settled)
    inside = ("direction", "component") if components else ("direction",)
    points = "outside" if outside and rng.random() < 0.6 else rng.choice(inside)
    note: dict[str, Scalar] = {}
    if outcome == "adapted":
        for name in rng.sample(("kept", "added", "left_out", "reshaped"), 2 + rng.randrange(3)):
            note[name] = _filled(rng.choice(words["note"][name]), thing)
        note |= {name: True for name in ("challenges", "encourages") if rng.random() < 0.6}
    return Entry(
        id=teller.record_id("gate_entry", f"+{index}"),
        came=came,
        words={"what": thing["what"], "source": giver["source"], "brought_by": giver["by"], "reply": reply},
        kind=thing["kind"],
        points_to=points,
        component=rng.choice(components) if points == "component" else "",
        decisions=[(settled, outcome, reason)] if settled <= TODAY else [],
        chips=rng.sample(words["chips"][outcome], 1 + rng.randrange(2)),
        revisit=_revisit(settled, rng) if outcome == "parked" else "",
        replied=next_school_day(settled, rng.randrange(8)) if rng.random() < 0.8 else None,
        note=note,
        laptop=DEPUTY if rng.random() < 0.7 else PRINCIPAL,
    )


def _components(teller: Teller, day: date) -> list[str]:
    """The core components that the school had by then and never gave up."""
    scenes = [scene for scene in teller.plot["scenes"] if scene["noun"] == "core_component"]
    given_up = {scene["key"] for scene in scenes if scene.get("gone")}
    begun = {scene["key"]: None for scene in scenes if teller.calendar.day(scene["on"]) <= day}
    return [teller.record_id("core_component", key) for key in begun if key not in given_up]


def _revisit(settled: date, rng: Random) -> str:
    """When to look at it again: after today, so that only the hand-written ones are overdue."""
    again = next_school_day(settled, 60 + rng.randrange(200))
    return (again if again > TODAY else next_school_day(TODAY, 20 + rng.randrange(200))).isoformat()


def _whats(words: dict[str, Any], rng: Random) -> Iterator[dict[str, str]]:
    """Every way to join a form, a topic and those it is for; shuffled, and begun again when all are used."""
    forms, topics, audiences = words["forms"], words["topics"], words["audiences"]
    total = len(forms) * len(topics) * len(audiences)
    start, step = rng.randrange(total), _coprime(total, rng)
    number = start
    while True:
        form, rest = forms[number % len(forms)], number // len(forms)
        topic, audience = topics[rest % len(topics)], audiences[rest // len(topics)]
        what = f"{form['one']} {topic}{' ' + audience if audience else ''}"
        yield form | {"what": what}
        number = (number + step) % total


def _coprime(total: int, rng: Random) -> int:
    step = rng.randrange(total // 3, total - 1)
    while gcd(step, total) != 1:
        step += 1
    return step


def _filled(sentence: str, thing: dict[str, str]) -> str:
    """A hand-written sentence with the thing's own words in it; only our own texts are filled, never a user's."""
    the = thing["the"]
    return sentence.format(the=the, The=the[0].upper() + the[1:], it=thing["it"])
