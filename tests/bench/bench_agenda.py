"""Agenda: working out the proposals for a meeting in a school with 10,000 records, as when its page is opened."""

import json
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fosdesk.content import read_framework
from fosdesk.domain.fields import Record
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, GateEntry, Meeting, PhaseState
from fosdesk.domain.rules.meeting_proposals import proposals
from fosdesk.domain.rules.preloading import preload
from fosdesk.domain.school import School

RECORDS = 10_000
FRAME = 16.0  # milliseconds, a sixtieth of a second
TODAY = date(2026, 11, 23)
ROUNDS = 15


def records() -> list[Record]:
    """Meetings of ten years with agendas, and what follows from them, most of it still waiting."""
    found: list[Record] = [PhaseState("phase:F1", opened="2026-08-20"), PhaseState("phase:F3", opened="2026-10-20")]
    number = 0
    while len(found) < RECORDS:
        day = (TODAY - timedelta(days=number % 3_650)).isoformat()
        meeting = f"m{number}"
        found += [
            Meeting(meeting, day=day, who="leadership" if number % 2 else "work_group", series="Ledermøte"),
            AgendaLine(f"a{number}", meeting=meeting, what="Tid", said="Vi ventet.", put_off=number % 3 == 0),
            AgendaLine(f"b{number}", meeting=meeting, what="Runden", standing=True, about=f"g{number}"),
            Decision(f"d{number}", what="Vi prøver", meeting=meeting, revisit=day),
            FollowUp(f"f{number}", what="Ring", due=day, meeting=meeting),
            *(GateEntry(f"g{number}{letter}", what="Artikkel", came=day) for letter in "abc"),
        ]
        number += 1
    return found


def main() -> None:
    """Print the median of a school that was read a moment ago, and of one that nothing changed in."""
    framework = read_framework("nb")
    every = {record.id: record for record in records()}
    meeting = Meeting("next", day="2026-12-08", who="leadership", series="Ledermøte")
    first: list[float] = []
    again: list[float] = []
    for _ in range(ROUNDS):
        school = School("bench", every, {})
        preload(school)  # as when a school is read, off the screen's thread
        for times in (first, again):
            begun = time.perf_counter()
            found = proposals(framework, school, meeting, TODAY.isoformat())
            times.append((time.perf_counter() - begun) * 1000)
            assert found
    for what, some in (("the first time", first), ("again", again)):
        what = f"proposals for an agenda, 10,000 records, {what}"
        print(
            json.dumps(
                {"what": what, "unit": "ms", "ours": round(statistics.median(some), 2), "limit": FRAME, "reach": 1}
            )
        )


if __name__ == "__main__":
    main()
