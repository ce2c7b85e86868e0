"""Whoever is shielded is in no document: neither now nor in what a document tells of the past."""

from pathlib import Path

import pytest

from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.records import GateEntry, Membership, Person, Restriction, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.privacy_filter import filter_school
from tests.privacy.known import names_of
from tests.reports.telling import lines, make

RECORDS = (
    SchoolProfile("school", name="Nes"),
    GateEntry("g", what="Reward system", decision="kept_out", reason="It turns us around"),
    Person("p", name="Turid Testad", role="teacher"),
    Membership("m", person="p", standing="member", mode="close"),
    Restriction("restriction:p", person="p", since="2026-10-01"),
)
PAST = (
    HistoryEntry("p", "person", "role", None, "teacher", "2026-01-10", "principal"),
    HistoryEntry("m", "membership", "standing", None, "candidate", "2026-01-11", "principal"),
    HistoryEntry("m", "membership", "standing", "candidate", "member", "2026-01-12", "principal"),
    HistoryEntry("g", "gate_entry", "reason", None, "Turid was against it", "2026-01-13", "principal"),
    HistoryEntry("g", "gate_entry", "reason", "Turid was against it", "It turns us around", "2026-01-14", "principal"),
)


def school_of(*left_out: str) -> School:
    return School("s", {record.id: record for record in RECORDS if record.id not in left_out}, {})


@pytest.mark.parametrize("audience", [Audience.SCHOOL, Audience.OWNER, Audience.NETWORK])
def test_the_past_tells_nothing_of_whoever_is_shielded(audience: Audience) -> None:
    assert {"p", "m"}.isdisjoint(
        one.record for one in filter_school(school_of(), audience, names=names_of(school_of()), history=PAST).history
    )


def test_the_same_past_is_told_of_whoever_is_not(tmp_path: Path) -> None:
    school = school_of("restriction:p")
    told = filter_school(school, Audience.SCHOOL, names=names_of(school), history=PAST).history
    assert {"p", "m", "g"} == {one.record for one in told}
    appendix = make(tmp_path, "history_appendix", school_of("restriction:p"), history=PAST, audience=Audience.SCHOOL)
    assert "Turid was against it" in "\n".join(lines(appendix[1]))


def test_what_was_written_of_somebody_shielded_goes_to_nobody_outside(tmp_path: Path) -> None:
    appendix = make(tmp_path, "history_appendix", school_of(), history=PAST, audience=Audience.OWNER)
    assert "Turid" not in "\n".join(lines(appendix[1]))
