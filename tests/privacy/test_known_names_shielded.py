"""What is known of people who are shielded: their names are looked for, and their records are told as not shown."""

from fosdesk.domain.fields import Record, fields_of
from fosdesk.domain.records import GateEntry, Membership, Person, Restriction, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience, may_show
from fosdesk.privacy.known_names import names_written
from fosdesk.privacy.privacy_filter import filter_school

TURID, PART = Person("p", name="Turid Testad", role="teacher"), Membership("m", person="p", standing="member")
SHIELD = Restriction("restriction:p", person="p", since="2026-10-01")


def school_of(*records: Record) -> School:
    both = {("p", "name"): ("Turid Testad", "Turid Nygård")}
    return School("s", {record.id: record for record in records}, both)


def test_both_names_of_somebody_shielded_are_looked_for() -> None:
    """Two laptops wrote different names, and nobody has chosen: the picture shows neither of them any more."""
    names = names_written((), school_of(TURID, SHIELD))
    assert names.found_in("Nygård var imot")
    assert names.found_in("Testad var imot")


def test_whoever_is_shielded_is_told_as_not_shown_and_not_as_deleted() -> None:
    school = school_of(TURID, PART, SHIELD, GateEntry("g", what="Boken"))
    for audience in (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK):
        assert {"p", "m"} <= filter_school(school, audience, names=names_written((), school)).gone


def test_no_text_in_somebodys_own_words_is_meant_for_research() -> None:
    """Its filter asks by itself; whoever asks the rule gets the same answer."""
    fields = fields_of(SchoolProfile)
    assert not may_show(fields["direction"], Audience.RESEARCH)
    assert not may_show(fields["name"], Audience.RESEARCH)
    assert may_show(fields["start"], Audience.RESEARCH)
    assert not may_show(
        fields["direction"], Audience.RESEARCH, {"school_profile.direction"}, "school_profile.direction"
    )
