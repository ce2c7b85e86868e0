"""The generated part of the example: series of meetings, and gatekeeping entries beyond the hand-written ones."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from fosdesk.domain.fields import Scalar
from fosdesk.exchange.example.gate_inbox import EntryGenerator, cycle_shuffled
from fosdesk.exchange.example.school_days import TODAY, is_school_day, next_school_day
from fosdesk.exchange.example.story_player import DEPUTY, PRINCIPAL, StoryPlayer

_DRAFTS, _FEW_DRAFTS = 12, 2
_LONG_LOG = 2000  # entries; so many are asked for to try out long lists, not to read


def add_meetings_and_entries(player: StoryPlayer, entries: int) -> None:
    """Add the meetings, and as many gatekeeping entries as given, the hand-written ones first."""
    for row in player.plot["rhythm"]:
        _add_meetings(player, row)
    written_entries = [entry for entry in player.entries() if entry.came <= TODAY]
    if entries < len(written_entries):
        written_entries = [written_entries[index * len(written_entries) // entries] for index in range(entries)]
    for entry in written_entries:
        player.play_entry(entry)
    max_drafts = _FEW_DRAFTS if entries > _LONG_LOG else _DRAFTS
    for entry in EntryGenerator(player).entries(entries - len(written_entries)):
        player.play_entry(entry, max_drafts)


def _add_meetings(player: StoryPlayer, row: dict[str, Any]) -> None:
    """Add a series of meetings: planned together, held one by one, some moved, some cancelled."""
    first, last = player.calendar.day(row["first"]), player.calendar.day(row["last"])
    planned = player.calendar.day(row["planned"])
    cancelled = [player.calendar.day(day) for day in row.get("lost", ())]
    titles: list[str] = player.words["meeting_titles"][row["titles"]]
    notes = _notes(player, row.get("notes", row["who"]))
    for index, day in enumerate(_days(first, last, row["weeks"])):
        record = player.record_id("meeting", f"{row['titles']}.{day.isoformat()}")
        values: dict[str, Scalar] = {"what": titles[index % len(titles)], "day": day.isoformat()}
        player.edit(planned, DEPUTY, "meeting", record, values | {"who": row["who"], "minutes": row["minutes"]})
        if cancelled and cancelled[0] <= day <= cancelled[1]:
            player.edit(max(planned, day - timedelta(days=4)), PRINCIPAL, "meeting", record, {"!": None})
        elif day <= TODAY:
            if player.rng.random() < 0.2:
                moved = next_school_day(day, 1)
                player.edit(next_school_day(day, -3), DEPUTY, "meeting", record, {"day": moved.isoformat()})
                day = moved
            player.write_drafts([day, next_school_day(day, 1)], DEPUTY, "meeting", record, "notes", next(notes))


def _days(first: date, last: date, weeks: int) -> Iterator[date]:
    day = first
    while day <= last:
        if is_school_day(day):
            yield day
            day += timedelta(weeks=weeks)
        else:
            day += timedelta(weeks=1)


def _notes(player: StoryPlayer, pool: str) -> Iterator[str]:
    words = player.words["meeting_notes"][pool]
    rounds = [cycle_shuffled(words[part], player.rng) for part in ("did", "said", "agreed", "next")]
    while True:
        did, said, agreed, then = (next(one) for one in rounds)
        yield " ".join((did, said, agreed, then) if player.rng.random() < 0.6 else (did, agreed, then))
