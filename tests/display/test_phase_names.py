"""What a phase is called: the school's own name first, then by the naming it chose; the number stands in front."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.phase_names import naming_table, numbered_phase, phase_heading, phase_names, phase_title
from fosdesk.domain.records import PhaseState, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.words import read_words

FRAMEWORK = read_framework("nb")
PHASES = [phase.id for phase in FRAMEWORK.phases]
PLAN = SchoolProfile("school", naming="plan")


def school_of(*records: PhaseState | SchoolProfile) -> School:
    return School("s", {record.id: record for record in records}, {})


@pytest.mark.parametrize("phase_id", PHASES)
def test_the_framework_has_two_names_and_the_school_chooses(phase_id: str) -> None:
    phase = FRAMEWORK.phase(phase_id)
    assert phase is not None
    assert phase_title(FRAMEWORK, school_of(), phase_id) == phase.title
    assert phase_title(FRAMEWORK, school_of(PLAN), phase_id) == phase.plan_name
    assert {*phase_names(FRAMEWORK, school_of(PLAN), phase_id)} >= {phase.title}


@pytest.mark.parametrize("profile", [SchoolProfile("school"), PLAN])
def test_its_own_name_counts_before_both(profile: SchoolProfile) -> None:
    school = school_of(profile, PhaseState("phase:F1", own_title="  Vi  lander "))
    assert phase_title(FRAMEWORK, school, "F1") == "Vi  lander"
    assert phase_names(FRAMEWORK, school, "F1")[0] == "1\u00a0Vi lander"


def test_the_number_stands_in_front_but_for_the_part_before_the_start() -> None:
    words = read_words("nb")
    assert numbered_phase(FRAMEWORK, school_of(), "F1") == f"1 {phase_title(FRAMEWORK, school_of(), 'F1')}"
    assert (
        numbered_phase(FRAMEWORK, school_of(), "F0")
        == phase_heading(words, FRAMEWORK, school_of(), "F0")
        == "Før start"
    )
    assert phase_heading(words, FRAMEWORK, school_of(), "F2").startswith("Fase 2: ")


def test_a_phase_that_the_framework_does_not_have_goes_by_its_id() -> None:
    assert phase_title(FRAMEWORK, school_of(), "F9") == "F9"
    assert phase_names(FRAMEWORK, school_of(), "F9") == ("F9", "")


def test_all_names_stand_side_by_side_whatever_the_school_calls_a_phase() -> None:
    school = School("a", {"phase:F2": PhaseState("phase:F2", own_title="Hvor  vil vi?")}, {})
    rows = {row.phase: row for row in naming_table(read_words("nb"), read_framework("nb"), school)}
    assert [*rows] == ["F0", "F1", "F2", "F3", "F4"]
    assert rows["F0"] == ("F0", "", "Lederopplæring", "Før start", "")
    assert rows["F1"][1:] == ("Initiering", "1 Initiering", "1 Klargjøring (readiness)", "")
    assert rows["F2"][1:] == ("Implementering", "2 Implementering", "2 Retning og rigging", "Hvor vil vi?")
    assert rows["F3"].development == "Implementering"
    assert rows["F4"][1:3] == ("Institusjonalisering", "3 Institusjonalisering")
