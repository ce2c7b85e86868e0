"""What a picture of a school shows: no dispute about whoever is shielded, and no value of the wrong kind."""

from fosdesk.domain.fields import Scalar
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import ExistingGroup, GateEntry, Membership, Person, Restriction
from fosdesk.domain.school import School, school_from_values, title_of


def test_what_two_people_wrote_of_somebody_shielded_is_disputed_nowhere() -> None:
    records = (
        Person("p", name="Turid", role="teacher"),
        Membership("m", person="p", standing="member"),
        GateEntry("g", what="Boken"),
        Restriction("restriction:p", person="p"),
    )
    both = {("p", "name"): ("Turid", "Turi"), ("m", "since"): ("", "2026-01-01"), ("g", "what"): ("Boken", "Kurset")}
    school = School("s", {record.id: record for record in records}, both)
    assert dict(school.conflicts) == {("g", "what"): ("Boken", "Kurset")}
    assert dict(school.all_conflicts) == both


def test_a_value_of_another_kind_than_its_field_is_counted_and_not_shown() -> None:
    """A newer version, or a damaged file, may have a number where a text stands here."""
    values: list[tuple[str, str, Scalar]] = [
        ("g", BIRTH, "gate_entry"),
        ("g", "what", 7),
        ("g", "reason", "Fordi"),
        ("x", BIRTH, "existing_group"),
    ]
    school = school_from_values("s", [*values, ("x", "freed", "mye"), ("x", "name", "Plangruppa")])
    assert school.get(GateEntry, "g") == GateEntry("g", reason="Fordi")
    assert school.get(ExistingGroup, "x") == ExistingGroup("x", name="Plangruppa")
    assert school.unknown == 2


def test_a_list_calls_a_record_by_its_first_line() -> None:
    assert title_of(GateEntry("g", what="  Boken\nog kurset ")) == "Boken"
