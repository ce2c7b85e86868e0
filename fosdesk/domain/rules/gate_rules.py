"""Gatekeeping: entries by decision, the reasons used, search, and signing a decision."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Record
from fosdesk.domain.records import GateEntry, GateReason, TranslationNote
from fosdesk.domain.records.gate_entries import DECISION_OPTIONS
from fosdesk.domain.school import School
from fosdesk.domain.values.collation import sort_key
from fosdesk.domain.values.fractional_index import between
from fosdesk.domain.values.period import Period, school_years_of

UNDECIDED = "undecided"
_PRINCIPAL = ("principal", "rektor")  # the key of the role, and the word that some school files have in its place
DECIDED = ("admitted", "adapted", "parked", "kept_out")


class Branch(NamedTuple):
    """The number of entries with one decision, and the reason used most with its count; empty when there is none."""

    decision: str
    entries: int
    reason: str
    times: int


class Flow(NamedTuple):
    """The number of entries, and a branch for every decision in the order of the options, also for those with none."""

    entries: int
    branches: tuple[Branch, ...]


def decision_of(entry: GateEntry) -> str:
    """The decision; an entry that nobody has touched is undecided."""
    return entry.decision or UNDECIDED


def decide(entry: GateEntry, decision: str, role: str, day: str) -> GateEntry:
    """The entry with a decision, signed by a role on a day (YYYY-MM-DD); clearing the decision clears the signature."""
    if decision_of(entry) == (decision or UNDECIDED):
        return entry
    if decision in ("", UNDECIDED):
        return msgspec.structs.replace(entry, decision=decision, signed_by="", signed="")
    return msgspec.structs.replace(entry, decision=decision, signed_by=role, signed=day)


def is_signed_by_principal(entry: GateEntry) -> bool:
    """Whether the principal made the decision, or has signed it since.

    A signature is for one decision: after another one, also one that a merge brought or that was made again on a later
    day, it counts no more.
    """
    if entry.decision not in DECIDED:
        return False
    if entry.signed_by.strip().casefold() in _PRINCIPAL:
        return True
    signed = entry.principal_signed
    return bool(signed) and entry.principal_signed_decision == entry.decision and signed >= entry.signed


def sign_as_principal(entry: GateEntry, day: str) -> GateEntry:
    """The entry with the principal's signature on a day (YYYY-MM-DD); the same where nothing is decided."""
    if entry.decision not in DECIDED:
        return entry
    return msgspec.structs.replace(entry, principal_signed=day, principal_signed_decision=entry.decision)


def withdraw_signature(entry: GateEntry) -> GateEntry:
    """The entry without the principal's signature; who decided stays."""
    return msgspec.structs.replace(entry, principal_signed="", principal_signed_decision="")


def reasons_by_entry(school: School) -> Mapping[str, list[str]]:
    """The short reasons of each entry that has any, in their order."""
    return school.cached(_reasons_by_entry, GateReason)


def _reasons_by_entry(school: School) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for reason in school.of(GateReason):
        if reason.text:
            found.setdefault(reason.parent, []).append(reason.text)
    return found


def next_reason(school: School, entry_id: str, text: str) -> GateReason:
    """A short reason behind those that an entry has, not stored yet."""
    last = next((one.pos for one in school.of(GateReason)[::-1] if one.parent == entry_id), "")
    return GateReason(text=text, parent=entry_id, pos=between(last, ""))


def has_reason(entry: GateEntry, reasons: Container[str]) -> bool:
    """Whether an entry has a reason, as a chip or as text."""
    return bool(entry.reason.strip()) or entry.id in reasons


def by_decision(school: School) -> Mapping[str, Sequence[GateEntry]]:
    """The entries of each decision that any has, in the order of the log; what nobody has touched is undecided."""
    return school.cached(_by_decision, GateEntry)


def _by_decision(school: School) -> dict[str, list[GateEntry]]:
    found: dict[str, list[GateEntry]] = {}
    for entry in school.of(GateEntry):
        found.setdefault(decision_of(entry), []).append(entry)
    return found


def without_reason(school: School) -> tuple[str, ...]:
    """The entries that were decided without anybody saying why."""
    return school.cached(_without_reason, GateEntry, GateReason)


def _without_reason(school: School) -> tuple[str, ...]:
    reasons = reasons_by_entry(school)
    decided = (entry for entry in school.of(GateEntry) if entry.decision in DECIDED)
    return tuple(entry.id for entry in decided if not has_reason(entry, reasons))


def flow(school: School) -> Flow:
    """The counts for the flow figure."""
    return school.cached(_flow, GateEntry, GateReason)


def _flow(school: School) -> Flow:
    found, reasons = by_decision(school), reasons_by_entry(school)
    known = [option.key for option in DECISION_OPTIONS]
    # A decision that only a newer version knows is still one of those that came in.
    keys = [*known, *(key for key in found if key not in known)]
    branches = []
    for key in keys:
        entries = found.get(key, ())
        most = _by_frequency(text for entry in entries for text in reasons.get(entry.id, ()))[:1]
        reason, times = most[0] if most else ("", 0)
        branches.append(Branch(key, len(entries), reason, times))
    return Flow(sum(map(len, found.values())), tuple(branches))


def learned_reasons(school: School) -> tuple[str, ...]:
    """The reasons that the school has used, the most used first; spelling variants are one."""
    return tuple(text for text, _ in _by_frequency(reason.text for reason in school.of(GateReason) if reason.text))


def _by_frequency(texts: Iterable[str]) -> list[tuple[str, int]]:
    spellings: dict[str, Counter[str]] = {}
    for text, times in Counter(texts).items():
        shown = " ".join(text.split())
        spellings.setdefault(shown.casefold(), Counter())[shown] += times
    ranked = [_ranked(counted) for counted in spellings.values()]
    return sorted(ranked, key=lambda pair: (-pair[1], sort_key(pair[0])))


def _ranked(spellings: Counter[str]) -> tuple[str, int]:
    """The usual spelling of one reason, and how often it is given in all."""
    if len(spellings) == 1:
        return next(iter(spellings.items()))
    return max(spellings, key=lambda text: (spellings[text], text)), spellings.total()


def school_years(school: School) -> dict[str, Period]:
    """The school years in which anything came in or was decided, the latest first, by their names such as «2026/27»."""
    return school_years_of(day for one in school.of(GateEntry) for day in (one.came, one.signed))


def limited_to(school: School, period: Period) -> School:
    """The school with only those entries that came in or were decided in the period, with their reasons and notes."""
    kept = {one.id for one in school.of(GateEntry) if period.includes(one.came) or period.includes(one.signed)}

    def stays(record: Record) -> bool:
        if isinstance(record, GateEntry):
            return record.id in kept
        if isinstance(record, GateReason):
            return record.parent in kept
        return not isinstance(record, TranslationNote) or record.id.partition(":")[2] in kept

    records = {key: one for key, one in {**school.records, **school.shielded}.items() if stays(one)}
    conflicts = {key: values for key, values in school.all_conflicts.items() if key[0] in records}
    return School(school.id, records, conflicts, school.unknown)
