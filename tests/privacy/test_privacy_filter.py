"""The filter, field by field: what stays out, what is let in, and what a past or a newer version may hold."""

import pytest

from fosdesk.domain.changes.change_history import History, HistoryEntry
from fosdesk.domain.fields import Record
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import GateEntry, Meeting, Membership, Person, Restriction, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import NAME_IN_TEXT, PERSON, PRIVATE, Filtered
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import NAMES_IN_TEXTS, filter_school

NAMES = NameDetector(["Kari Li"], ["Li skole", "Berg"])
KARI = Person("p", name="Kari Li", role="teacher", role_note="Norsk Musikk")


def shown(
    *records: Record, audience: Audience = Audience.OWNER, ticked: tuple[str, ...] = (), history: History = ()
) -> Filtered:
    school = School("s", {record.id: record for record in records}, {})
    return filter_school(school, audience, names=NAMES, ticked=ticked, history=history)


def test_a_role_note_is_withheld_itself_and_the_role_stands() -> None:
    person = shown(KARI).school.get(Person, "p")
    assert (person.name, person.role, person.role_note) == ("", "teacher", "")
    assert shown(KARI, ticked=("person.role_note",)).school.get(Person, "p").role_note == "Norsk Musikk"
    assert shown(KARI, audience=Audience.SCHOOL).school.get(Person, "p") == KARI


def test_the_school_may_be_called_what_a_person_is() -> None:
    profile = SchoolProfile("school", name="Kari Li skole", municipality="Li", direction="Kari viser vei")
    kept = shown(profile).school.profile
    assert (kept.name, kept.municipality, kept.direction) == ("Kari Li skole", "Li", "")


@pytest.mark.parametrize(
    "entry",
    [
        GateEntry("e", decision="spør Kari", source="Boken"),
        GateEntry("e", kind="Karis greie", source="Boken"),
        GateEntry("e", came="når Kari kommer", source="Boken"),
        GateEntry("e", signed_by="Kari Li", source="Boken"),
    ],
)
def test_a_mention_stays_in_whatever_kind_of_field_it_was_written(entry: GateEntry) -> None:
    """A choice or a day may hold anything, when it comes in a file from elsewhere."""
    filtered = shown(entry)
    assert filtered.school.get(GateEntry, "e") == GateEntry("e", source="Boken")
    assert [one.reason for one in filtered.withheld] == [NAME_IN_TEXT]
    assert shown(entry, ticked=(NAMES_IN_TEXTS,)).school.get(GateEntry, "e") == entry
    assert shown(entry, audience=Audience.SCHOOL).school.get(GateEntry, "e") == entry


def test_what_was_chosen_is_no_mention() -> None:
    entry = GateEntry("e", decision="adapted", kind="opinion", came="2026-02-14", source="Boken")
    names = NameDetector(["Opinion Adapted"])
    assert filter_school(School("s", {"e": entry}, {}), Audience.OWNER, names=names).school.get(GateEntry, "e") == entry


def test_who_is_meant_may_be_said_by_role_and_not_otherwise() -> None:
    part = Membership("m", person="p", standing="member", motivation="Vil gjerne")
    school = School("s", {"m": part, "p": KARI}, {})
    for shows_roles, person in ((True, "p"), (False, "")):
        kept = filter_school(school, Audience.NETWORK, names=NAMES, shows_roles=shows_roles)
        assert kept.school.get(Membership, "m") == Membership("m", person=person, standing="member")
        assert PRIVATE in {one.reason for one in kept.withheld}
        assert PERSON in {one.reason for one in kept.withheld}


def wrote(record: str, noun: str, field: str, before: str, value: str) -> HistoryEntry:
    return HistoryEntry(record, noun, field, before, value, "2026-02-14", "principal")


def test_the_past_is_filtered_as_what_stands() -> None:
    plain = wrote("t", "meeting", "notes", "", "Alle kom")
    history = (
        plain,
        wrote("t", "meeting", "notes", "Kari kom", "Alle kom"),
        wrote("t", "meeting", "notes", "Alle kom", "Kari kom"),
        wrote("p", "person", "name", "Kari", "Kari Li"),
        wrote("m", "membership", "motivation", "", "Vil gjerne"),
        wrote("x", "noun of tomorrow", "text", "", "Ingen vet"),
        wrote("t", "meeting", "field of tomorrow", "", "Ingen vet"),
    )
    filtered = shown(Meeting("t", notes="Alle kom"), history=history)
    assert filtered.history == (plain,)
    assert len(filtered.withheld) == len(history) - 1
    assert shown(history=history[:1], audience=Audience.SCHOOL).history == history[:1]
    tomorrow = shown(history=history, audience=Audience.SCHOOL).history
    assert not any("tomorrow" in one.noun + one.field for one in tomorrow), "nobody here knows whose it is"


def test_nobody_is_told_the_past_of_whoever_is_shielded() -> None:
    history = (
        wrote("p", "person", "role", "teacher", "ppt"),
        wrote("m", "membership", "standing", "", "member"),
        HistoryEntry("m", "membership", BIRTH, "membership", "!membership", "2026-02-14", "principal"),
    )
    records = (KARI, Membership("m", person="p"), Restriction("r", person="p"))
    for audience in (Audience.SCHOOL, Audience.OWNER):
        assert shown(*records, history=history, audience=audience).history == ()
        assert shown(*records[:2], history=history, audience=audience).history == history


def test_values_in_conflict_are_filtered_too() -> None:
    said = {("t", "notes"): ("Alle kom", "Kari kom"), ("t", "what"): ("Oppstart", "Start"), ("p", "name"): ("a", "b")}
    school = School("s", {"t": Meeting("t", notes="Alle kom", what="Oppstart"), "p": KARI}, said)
    kept = filter_school(school, Audience.OWNER, names=NAMES).school
    assert kept.conflicts == {("t", "what"): ("Oppstart", "Start")}
    assert filter_school(school, Audience.SCHOOL, names=NAMES).school.conflicts == said
