"""What the example holds beyond its hand-written turns: the rhythm of meetings, and all that came to the gate."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from fosdesk.domain.fields import Scalar
from fosdesk.exchange.example.gate_inbox import Gate, shuffled
from fosdesk.exchange.example.school_days import TODAY, is_school_day, next_school_day
from fosdesk.exchange.example.story_player import DEPUTY, PRINCIPAL, StoryPlayer

_DRAFTS, _FEW_DRAFTS = 12, 2
_LONG_LOG = 2000  # entries; so many are asked for to try out long lists, not to read


def grow(teller: StoryPlayer, entries: int) -> None:
    """Tell of the meetings, and of as many gatekeeping entries as wanted, the hand-written ones first."""
    for row in teller.plot["rhythm"]:
        _meetings(teller, row)
    told = [entry for entry in teller.entries() if entry.came <= TODAY]
    if entries < len(told):
        told = [told[index * len(told) // entries] for index in range(entries)]
    for entry in told:
        teller.gate(entry)
    most = _FEW_DRAFTS if entries > _LONG_LOG else _DRAFTS
    for entry in Gate(teller).entries(entries - len(told)):
        teller.gate(entry, most)


def _meetings(teller: StoryPlayer, row: dict[str, Any]) -> None:
    """One series of meetings: planned together, held one by one, now and then moved; a series may fall away."""
    first, last = teller.calendar.day(row["first"]), teller.calendar.day(row["last"])
    planned = teller.calendar.day(row["planned"])
    lost = [teller.calendar.day(day) for day in row.get("lost", ())]
    titles: list[str] = teller.words["meeting_titles"][row["titles"]]
    notes = _notes(teller, row.get("notes", row["who"]))
    for index, day in enumerate(_days(first, last, row["weeks"])):
        record = teller.record_id("meeting", f"{row['titles']}.{day.isoformat()}")
        values: dict[str, Scalar] = {"what": titles[index % len(titles)], "day": day.isoformat()}
        teller.act(planned, DEPUTY, "meeting", record, values | {"who": row["who"], "minutes": row["minutes"]})
        if lost and lost[0] <= day <= lost[1]:
            teller.act(max(planned, day - timedelta(days=4)), PRINCIPAL, "meeting", record, {"!": None})
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


def _notes(teller: StoryPlayer, pool: str) -> Iterator[str]:
    words = teller.words["meeting_notes"][pool]
    rounds = [shuffled(words[part], teller.rng) for part in ("did", "said", "agreed", "next")]
    while True:
        did, said, agreed, then = (next(one) for one in rounds)
        yield " ".join((did, said, agreed, then) if teller.rng.random() < 0.6 else (did, agreed, then))
