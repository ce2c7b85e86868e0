"""Words that somebody wrote where one chooses: a file from elsewhere may hold any text in any field."""

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import ExistingGroup, GateEntry, SchoolProfile, TimeSlot
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school

NAMES = NameDetector(["Kari Li"])


def school_of(*records: Record) -> School:
    conflicts = {("g", "kind"): ("fad", "Karis greie"), ("g", "what"): ("Boken", "Kari vil")}
    return School("s", {record.id: record for record in records}, conflicts)


@pytest.mark.parametrize("audience", [Audience.OWNER, Audience.NETWORK, Audience.RESEARCH])
@pytest.mark.parametrize(
    ("record", "field"),
    [
        (TimeSlot("t", semester="da Kari kom", minutes=30), "semester"),
        (ExistingGroup("x", semester="når Kari går", freed=30), "semester"),
        (SchoolProfile("school", start="Kari vet", pace="calm"), "start"),
        (GateEntry("g", kind="Karis greie", decision="parked"), "kind"),
        (GateEntry("g", came="da Kari kom", decision="parked"), "came"),
    ],
)
def test_a_mention_goes_to_nobody_outside_whatever_the_field(record: Record, field: str, audience: Audience) -> None:
    kept = filter_school(school_of(record), audience, names=NAMES).school.find(record.id)
    assert kept is not None
    assert getattr(kept, field) == ""


def test_research_gets_no_answer_that_is_not_offered_and_no_text_of_a_conflict() -> None:
    entry = GateEntry("g", kind="noe helt eget", decision="parked", what="Boken")
    slot = TimeSlot("t", semester="til sommeren", minutes=30)
    filtered = filter_school(school_of(entry, slot), Audience.RESEARCH, names=NAMES)
    assert filtered.school.get(GateEntry, "g") == GateEntry("g", decision="parked")
    assert filtered.school.get(TimeSlot, "t") == TimeSlot("t", minutes=30)
    assert filtered.school.conflicts == {}
