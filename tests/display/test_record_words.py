"""Words for values, titles and steps: in the language of the screen, and what somebody wrote as it was written."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.record_words import record_words, role_words, short, step_words, value_words
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    Date,
    Field,
    Long,
    Minutes,
    Number,
    Option,
    Privacy,
    Reference,
    Scalar,
    SemesterField,
    YesNo,
)
from fosdesk.domain.records import Answer, GateEntry, Membership, Person, Restriction
from fosdesk.domain.school import School
from fosdesk.words import read_words

NB = read_words("nb")
FRAMEWORK = read_framework("nb")
HOSTILE = "{0} %s {navn} <b>fet</b> & co"
SCHOOL = School(
    "s",
    {
        record.id: record
        for record in (
            GateEntry("g", what=HOSTILE),
            GateEntry("nameless"),
            Person("teacher", role="teacher"),
            Membership("m", person="teacher"),
            Person("hidden", name="Turid Testad"),
            Restriction("restriction:hidden", person="hidden", reason="", since=""),
            Answer("answer:F1-02", own_text=""),
            Answer("answer:F1-01", own_text="Vårt eget punkt"),
        )
    },
    {},
)
CHOICE = Choice("Decision", (Option("parked", "Parked"),), privacy=Privacy.OPEN)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (YesNo("x", privacy=Privacy.OPEN), True, "Ja"),
        (YesNo("x", privacy=Privacy.OPEN), False, "Nei"),
        (YesNo("x", privacy=Privacy.OPEN), None, "Nei"),
        (CHOICE, "parked", "Parkert"),
        (CHOICE, "postponed", "postponed"),
        (Date("x", privacy=Privacy.OPEN), "2026-11-23", "23. november 2026"),
        (Date("x", privacy=Privacy.OPEN), "en vårdag", "en vårdag"),
        (SemesterField("x", privacy=Privacy.OPEN), "2026H", "Høst 2026"),
        (Minutes("x", privacy=Privacy.OPEN), 90, NB.minutes(90)),
        (Number("x", privacy=Privacy.OPEN), 12_000, NB.number(12_000)),
        (Number("x", privacy=Privacy.OPEN), 0, "0"),
        (Number("x", privacy=Privacy.OPEN), None, ""),
        (Long("x", privacy=Privacy.OPEN), HOSTILE, HOSTILE),
        (Long("x", privacy=Privacy.OPEN), "", ""),
        (Reference("x", "gate_entry", privacy=Privacy.OPEN), "g", HOSTILE),
        (Reference("x", "gate_entry", privacy=Privacy.OPEN), "gone", "fjernet"),
        (Reference("x", "person", privacy=Privacy.OPEN), "hidden", "skjermet"),
    ],
)
def test_a_value_is_said_in_the_language_of_the_screen(field: Field, value: Scalar, said: str) -> None:
    assert value_words(NB, FRAMEWORK, SCHOOL, field, value) == said


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("g", HOSTILE),
        ("nameless", "Innspill"),
        ("teacher", "Lærer"),
        ("m", "Lærer"),
        ("gone", "fjernet"),
        ("hidden", "skjermet"),
        ("answer:F1-01", "Vårt eget punkt"),
        ("answer:F9-99", "F9-99"),
    ],
)
def test_a_record_has_a_name_whatever_is_missing(record: str, said: str) -> None:
    assert record_words(NB, FRAMEWORK, SCHOOL, record) == said


def test_an_item_without_words_of_its_own_has_those_of_the_framework() -> None:
    item = FRAMEWORK.item("F1-02")
    assert item is not None
    assert record_words(NB, FRAMEWORK, SCHOOL, "answer:F1-02") == item.text


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (StepLabel("create", "gate_entry", "", "nameless"), "ny: innspill"),
        (StepLabel("delete", "gate_entry", "", "gone"), "fjernet: innspill"),
        (StepLabel("change", "gate_entry", "decision", "g"), f"avgjørelse for {HOSTILE}"),
        (StepLabel("change", "answer", "status", "answer:F1-06"), "status for F1-06"),
        (StepLabel("the phase was opened"), "fasen ble åpnet"),
        (StepLabel("an act of a newer program", "novelty", "", "x"), "an act of a newer program"),
    ],
)
def test_a_step_is_called_by_what_was_done(label: StepLabel, said: str) -> None:
    assert step_words(NB, FRAMEWORK, SCHOOL, label) == said


@pytest.mark.parametrize("act", ["create", "change", "delete", "restore", "settle"])
@pytest.mark.parametrize("key", NOUNS)
def test_no_step_is_called_by_what_is_private_or_somebodys_name(key: str, act: str) -> None:
    noun, secret = NOUNS[key], "Vi er redde for at ingen vil"
    person = Person("0123456789ab", name=secret)
    closed = [name for name, field in noun.fields.items() if field.privacy is not Privacy.OPEN and field.blank == ""]
    record = noun.record(
        "ba9876543210",
        **{name: person.id if isinstance(noun.fields[name], Reference) else secret for name in closed},
    )
    school = School("school", {person.id: person, record.id: record}, {})
    for name in ("", *noun.fields):
        said = step_words(NB, FRAMEWORK, school, StepLabel(act, key, name, record.id))
        assert said
        assert secret not in said, (act, name)


def test_a_role_that_nobody_here_knows_is_said_as_it_is() -> None:
    assert [role_words(NB, role) for role in ("principal", "vaktmester", "")] == ["Rektor", "vaktmester", "Lederteamet"]


def test_a_long_text_is_cut_to_one_line() -> None:
    assert short("en  to\ntre") == "en to tre"
    assert short("å" * 61) == "å" * 59 + "…"
    assert short("å" * 60) == "å" * 60


def test_a_step_in_several_fields_names_the_record_and_no_field() -> None:
    label = StepLabel("change", "gate_entry", "", "g")
    assert step_words(NB, FRAMEWORK, SCHOOL, label) == f"endringer i {HOSTILE}"
    assert step_words(NB, FRAMEWORK, SCHOOL, label._replace(field="source")) == f"kilde for {HOSTILE}"
