"""What records, steps and phases are called: deleted is not shielded, and the chosen naming stands first."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.phase_names import phase_heading, phase_names, phase_title
from fosdesk.display.record_words import birth_words, record_words, short, value_text
from fosdesk.domain.fields import Record, fields_of
from fosdesk.domain.records import Membership, Person, PhaseState, Restriction, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.words import read_words

NB, FRAMEWORK = read_words("nb"), read_framework("nb")


def school_of(*records: Record) -> School:
    return School("s", {record.id: record for record in records}, {})


def test_whoever_is_shielded_is_not_called_deleted() -> None:
    school = school_of(Person("p", name="Turid"), Restriction("restriction:p", person="p"))
    assert record_words(NB, FRAMEWORK, school, "p") == "skjermet"
    assert record_words(NB, FRAMEWORK, school, "q") == "fjernet"


def test_a_history_tells_a_beginning_from_an_end() -> None:
    assert birth_words(NB, "gate_entry") == NB("Created")
    assert birth_words(NB, "!gate_entry") == NB("Deleted")
    assert NB("Created") != NB("Deleted")


def test_a_line_of_sixty_letters_is_not_cut() -> None:
    assert short("a" * 60) == "a" * 60
    assert short("a" * 61) == "a" * 59 + "…"


def test_no_is_an_answer() -> None:
    leads = fields_of(Membership)["leads"]
    assert [value_text(NB, leads, value, str, str) for value in (True, False)] == ["Ja", "Nei"]


@pytest.mark.parametrize("naming", ["", "plan"])
def test_the_naming_that_the_school_chose_stands_first_and_its_own_name_before_it(naming: str) -> None:
    phase = FRAMEWORK.phase("F1")
    assert phase is not None
    chosen, other = (phase.plan_name, phase.title) if naming == "plan" else (phase.title, phase.plan_name)
    school = school_of(SchoolProfile("school", naming=naming))
    assert phase_title(FRAMEWORK, school, "F1") == chosen
    assert phase_names(FRAMEWORK, school, "F1")[1] == other
    own = school_of(SchoolProfile("school", naming=naming), PhaseState("phase:F1", own_title="Vi begynner"))
    assert phase_title(FRAMEWORK, own, "F1") == "Vi begynner"
    assert phase_names(FRAMEWORK, own, "F1") == ("1\N{NO-BREAK SPACE}Vi begynner", chosen)


def test_the_block_before_the_start_has_no_number() -> None:
    heading = phase_heading(NB, FRAMEWORK, school_of(), "F0")
    assert heading == phase_title(FRAMEWORK, school_of(), "F0")
    assert phase_heading(NB, FRAMEWORK, school_of(), "F1").startswith("Fase 1: ")
