"""What is held about a person: everything, found wherever it stands, and nothing about anybody else."""

import json
from collections.abc import Iterator

from fosdesk.domain.changes.erasure import Erasure
from fosdesk.domain.changes.written_value import TextFilter, WrittenValue
from fosdesk.domain.fields import Record, Scalar
from fosdesk.domain.journal import BIRTH, Edit
from fosdesk.domain.records import Meeting, Membership, Person, Restriction
from fosdesk.domain.school import School
from fosdesk.privacy.known_names import names_of_others
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.subject_access import (
    SubjectAccessReport,
    plan_erasure,
    subject_access_report,
)
from tests.privacy.known import names_of


def school(*records: Record) -> School:
    return School("s", {record.id: record for record in records}, {})


class Recorder:
    """Writes sayings as they come out of a store."""

    def __init__(self) -> None:
        self.said: list[WrittenValue] = []

    def write(self, noun: str, record: str, field: str, value: Scalar, *, live: bool = True) -> WrittenValue:
        if not any(s.record == record for s in self.said):
            self.said.append(WrittenValue(("w", len(self.said) + 1), record, noun, BIRTH, noun, 0, "principal", True))
        made = WrittenValue(("w", len(self.said) + 1), record, noun, field, value, 0, "principal", live)
        self.said.append(made)
        return made

    def about(self, person: str, known: School | None = None) -> SubjectAccessReport:
        def everything(worth: TextFilter) -> Iterator[WrittenValue]:
            return (s for s in self.said if isinstance(s.value, str) and worth(json.dumps(s.value, ensure_ascii=False)))

        def said_in(record: str) -> list[WrittenValue]:
            return [s for s in self.said if s.record == record]

        others = names_of_others(person, (), known or school())
        return subject_access_report(person, said_in, everything, lambda role: f"[{role or 'noen'}]", others=others)


def test_everything_is_found_where_it_stands() -> None:
    recorder = Recorder()
    old_name = recorder.write("person", "p", "name", "Kari Li", live=False)
    name = recorder.write("person", "p", "name", "Kari Nordmann")
    role = recorder.write("person", "p", "role", "teacher")
    part = recorder.write("membership", "m", "person", "p")
    note = recorder.write("membership", "m", "motivation", "vil gjerne")
    live = recorder.write("meeting", "t", "notes", "Karis forslag ble vedtatt")
    past = recorder.write("gate_entry", "e", "what", "Foreslått av Nordmann", live=False)
    recorder.write("gate_entry", "e", "what", "Foreslått i møtet")
    recorder.write("meeting", "t", "day", "2026-01-01")
    recorder.write("person", "q", "name", "Ola Berg")
    odd = recorder.write("of tomorrow", "x", "unheard of", "p")
    request = recorder.write("erase_request", "erase_request:p", "person", "p")
    held = recorder.about("p")
    assert held.names == ("Kari Nordmann", "Kari Li")
    assert held.role == "teacher"
    assert held.own == (old_name, name, role)
    assert held.about == (part, note)
    assert held.references == (odd,)
    assert [m.written for m in held.mentions] == [live, past]
    assert request not in (*held.own, *held.about, *held.references)
    assert held.records == {"p", "m"}
    assert held.mentions[0].without_name == "[teacher]s forslag ble vedtatt"


def test_a_person_is_looked_up_by_the_same_rules_as_documents_withhold_them() -> None:
    recorder = Recorder()
    for value in ("Ås", "Åse", "Åse-Lise N", "Åse-Lise Nordby"):
        recorder.write("person", "p", "name", value, live=value.endswith("y"))
    recorder.write("person", "p", "contact", "98 76 54 32")
    found = [
        recorder.write("meeting", "t", "notes", text)
        for text in (
            "aaselise kom",
            "Aase kom",
            "Møte med Å.N. i går",
            "Nordby-saken",
            "ring 98765432",
            "åse\u00adlises",
        )
    ]
    for text in ("Ås kommune", "N", "Nordbyen", "ring 98765433", "En ase"):
        recorder.write("meeting", "t", "notes", text)
    held = recorder.about("p")
    assert held.names == ("Åse-Lise Nordby",)
    assert [mention.written for mention in held.mentions] == found
    assert [mention.without_name for mention in held.mentions] == [
        "[noen] kom",
        "[noen] kom",
        "Møte med [noen] i går",
        "[noen]-saken",
        "ring [noen]",
        "[noen]s",
    ]


def test_a_record_that_was_about_somebody_else_too_stays() -> None:
    recorder = Recorder()
    recorder.write("person", "p", "name", "Kari")
    first = recorder.write("seat_holder", "s", "person", "p", live=False)
    recorder.write("seat_holder", "s", "person", "q")
    held = recorder.about("p")
    assert held.records == {"p"}
    assert held.references == (first,)


def test_a_name_that_others_have_too_is_not_taken_for_sure() -> None:
    recorder = Recorder()
    recorder.write("person", "p", "name", "Kari Nordmann")
    recorder.write("meeting", "a", "notes", "Kari var der")
    recorder.write("meeting", "b", "notes", "Kari Nordmann var der")
    recorder.write("meeting", "c", "notes", "Nordmann var der")
    held = recorder.about("p", school(Person("p", name="Kari Nordmann"), Person("q", name="Kari Hansen")))
    assert [m.sure for m in held.mentions] == [False, True, True]


def test_the_name_goes_and_the_rest_of_the_text_stays() -> None:
    names = NameDetector(["Kari Anne Nordmann-Li", "Bo Vik", "kari@skolen.no"])
    for text, expected in (
        ("Kari Anne Nordmann-Li sa ja.", "[lærer] sa ja."),
        ("KARI og kari", "[lærer] og [lærer]"),
        ("Nordmanns og Lis idé", "[lærer]s og [lærer]s idé"),
        ("Skriv til kari@skolen.no!", "Skriv til [lærer]!"),
        ("De bor ved en vik. Bo bor der.", "De bor ved en vik. [lærer] bor der."),
        ("Ingen her", "Ingen her"),
    ):
        assert names.replace_in(text, "[lærer]") == expected


def test_a_plan_takes_whole_records_and_what_was_chosen() -> None:
    recorder = Recorder()
    recorder.write("person", "p", "name", "Kari")
    recorder.write("membership", "m", "person", "p")
    live = recorder.write("meeting", "t", "notes", "Kari kom")
    past = recorder.write("meeting", "t", "notes", "Kari kommer", live=False)
    left = recorder.write("meeting", "u", "notes", "Kari igjen")
    erasure, edits = plan_erasure(recorder.about("p"), {live.change, past.change})
    assert erasure == Erasure(frozenset({"p", "m"}), frozenset({live.change, past.change}))
    assert edits == (Edit("t", "notes", "Kari kom", "[noen] kom"),)
    assert left.change not in erasure.changes


# -- shielding


def test_whoever_is_shielded_is_found_nowhere_and_kept() -> None:
    person, part = Person("p", name="Kari Nordmann"), Membership("m", person="p", motivation="vil gjerne")
    other = Membership("n", person="q")
    shielded = school(person, part, other, Meeting("t", notes="Kari kom"), Restriction("restriction:p", person="p"))
    assert shielded.of(Person) == ()
    assert shielded.of(Membership) == (other,)
    assert shielded.find("p") is None
    assert shielded.shielded == {"p": person, "m": part}
    assert names_of(shielded).found_in("Nordmann sa ja"), "least of all by name in a text for others"
    lifted = shielded.replaced(School("s", {}, {}), ["restriction:p"])
    assert lifted.of(Person) == (person,)
    assert set(lifted.of(Membership)) == {part, other}
    again = lifted.replaced(school(Restriction("restriction:p", person="p")), ["restriction:p"])
    assert again.of(Person) == ()
    edited = again.replaced(school(Person("p", name="K.")), ["p"])
    assert edited.find("p") is None
    assert edited.shielded["p"] == Person("p", name="K.")


def test_what_is_in_conflict_about_somebody_shielded_is_not_shown() -> None:
    records: dict[str, Record] = {"p": Person("p"), "r": Restriction("r", person="p")}
    assert School("s", records, {("p", "name"): ("a", "b")}).conflicts == {}
