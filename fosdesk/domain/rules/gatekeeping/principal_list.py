"""What waits for the principal at the gate: what is undecided for long, to be looked at again, or unsigned."""

from typing import Literal, NamedTuple

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gate_rules import DECIDED, UNDECIDED, decision_of, is_signed_by_principal
from fosdesk.domain.rules.gatekeeping.story import followers
from fosdesk.domain.rules.surfacing_dates import surfacing
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import known_day, plus_days

WAIT = 28  # days that an entry may lie undecided before it is on the list
_SIGN = 183  # days for which a decision is put forward for signing


class WaitingEntry(NamedTuple):
    """An entry, why it waits, and the day since when: it came in, was to be looked at again, or was decided."""

    entry: GateEntry
    why: Literal["undecided", "revisit", "unsigned"]
    day: str


def waits_for_principal(school: School, today: str) -> tuple[WaitingEntry, ...]:
    """What is overdue for the principal's decision or signature, what has waited longest first.

    `today` is YYYY-MM-DD. An entry that another has taken up again waits no more, nor does one that is put away.
    """
    followed = followers(school)
    return tuple(one for one in _waiting(school, today) if one.entry.id not in followed)


def _waiting(school: School, today: str) -> list[WaitingEntry]:
    again = {one.record: one.day for one in surfacing(school, "revisit") if one.day <= today}
    waited, lately = plus_days(today, -WAIT), plus_days(today, -_SIGN)
    found = []
    for entry in school.of(GateEntry):
        if entry.put_away:
            continue
        if entry.id in again:
            found.append(WaitingEntry(entry, "revisit", again[entry.id]))
        elif decision_of(entry) == UNDECIDED:
            came = entry.came if known_day(entry.came) else ""
            if came and came <= waited and not entry.revisit:
                found.append(WaitingEntry(entry, "undecided", came))
        elif entry.decision in DECIDED and entry.signed >= lately and not is_signed_by_principal(entry):
            signed = entry.signed if known_day(entry.signed) else ""
            if signed:
                found.append(WaitingEntry(entry, "unsigned", signed))
    return sorted(found, key=lambda one: (one.why == "unsigned", one.day, one.entry.id))
