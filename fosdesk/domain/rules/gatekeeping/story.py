"""How it went on with what came in: entries that take up or replace earlier ones, read as one story."""

from collections.abc import Mapping

import msgspec

from fosdesk.domain.records import GateEntry
from fosdesk.domain.school import School

_NOT_TAKEN = {  # what a new look begins without
    "decision": "",
    "principal_signed": "",
    "principal_signed_decision": "",
    "reason": "",
    "signed_by": "",
    "signed": "",
    "revisit": "",
    "reply": "",
    "replied": "",
    "put_away": False,
}


def followers(school: School) -> Mapping[str, tuple[GateEntry, ...]]:
    """The entries that take up or replace another one, by its id; the earliest first."""
    return school.cached(_followers, GateEntry)


def _followers(school: School) -> dict[str, tuple[GateEntry, ...]]:
    found: dict[str, list[GateEntry]] = {}
    for entry in school.of(GateEntry):
        if entry.replaces and entry.replaces != entry.id:
            found.setdefault(entry.replaces, []).append(entry)
    return {one: tuple(sorted(several, key=lambda e: (e.came or "9999", e.id))) for one, several in found.items()}


def story_of(school: School, entry_id: str) -> tuple[GateEntry, ...]:
    """All entries of the chain that one belongs to, in the order in which they came; alone where there is no other.

    A link that leads in a circle, as two laptops may make one, is followed once.
    """
    found: dict[str, GateEntry] = {}
    waiting = [entry_id]
    while waiting:
        entry = school.find(waiting.pop())
        if not isinstance(entry, GateEntry) or entry.id in found:
            continue
        found[entry.id] = entry
        waiting += [entry.replaces, *(one.id for one in followers(school).get(entry.id, ()))]
    return tuple(sorted(found.values(), key=lambda one: (_depth(found, one), one.came or "9999", one.id)))


def _depth(found: Mapping[str, GateEntry], entry: GateEntry) -> int:
    seen = {entry.id}
    above = found.get(entry.replaces)
    while above is not None and above.id not in seen:
        seen.add(above.id)
        above = found.get(above.replaces)
    return len(seen)


def taken_up_again(entry: GateEntry, day: str) -> GateEntry:
    """A new, undecided entry, come in on a day (YYYY-MM-DD), that takes up one that was decided; the old one stays."""
    return msgspec.structs.replace(entry, id="", came=day, replaces=entry.id, **_NOT_TAKEN)
