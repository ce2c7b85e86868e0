"""What goes to others: current values alone, and nobody's name."""

import io
import secrets
import zipfile
from collections.abc import Collection

import msgspec
import pytest

from fosdesk.domain.fields import NOUNS, Long, Privacy, Record, Reference, Short
from fosdesk.domain.journal import BIRTH, Head, Journal, heads
from fosdesk.domain.records import (
    Answer,
    CoreComponent,
    CriticalVoice,
    GateEntry,
    GateReason,
    Meeting,
    Membership,
    Partner,
    Person,
    SchoolProfile,
    SeatHolder,
    TranslationNote,
)
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.exchange.school_file import read_school_file, reference_journal, write_school_file
from fosdesk.privacy.audience import Audience
from tests.privacy.known import names_of

KARI, ENTRY, COMPONENT = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"
RECORDS: tuple[Record, ...] = (
    SchoolProfile("school", name="Fjordvik skole", direction="Alle hører til"),
    Person(KARI, name="Kåre-Lise Nordmann", role="teacher", contact="kl@fjordvik.no"),
    Person("dddddddddddd", name="Bo", contact="98 76 54 32"),
    Membership(
        "eeeeeeeeeeee", person=KARI, standing="member", motivation="Brenner for lesing", position="Mange lytter"
    ),
    CriticalVoice("ffffffffffff", person=KARI, since="2026-10-01", note="Spør godt"),
    SeatHolder("111111111111", person=KARI),
    CoreComponent(COMPONENT, name="Tilhørighet", why="Det er Nordmanns idé", looks_like="Alle har en plass"),
    GateEntry(
        ENTRY, what="Lesekurs", source="Tips fra kåre", component=COMPONENT, reason="Boken er god", decision="adapted"
    ),
    GateReason("222222222222", text="Passer oss", parent=ENTRY, pos="i"),
    TranslationNote(f"translation:{ENTRY}", kept="Alt, sa BO"),
    Answer("answer:F1-06", how="Vi øvde på å lytte", status="done"),
    Partner("333333333333", name="Høgskolen", contact="Per Hansen"),
)


def school_of(*records: Record) -> School:
    return School("school-1", {record.id: record for record in records}, {})


def given_to(
    audience: Audience = Audience.NETWORK, ticked: Collection[str] = (), records: tuple[Record, ...] = RECORDS
) -> Journal:
    school = school_of(*records)
    journal = reference_journal(
        school, names=names_of(school), name="Fjordvik skole", audience=audience, ticked=ticked, now=1_795_000_000_000
    )
    packed = write_school_file(journal, app="0.1", made=1_795_000_000_000, reference=True)
    assert read_school_file(packed).journal == journal
    return journal


def picture(journal: Journal) -> School:
    return school_from_heads(journal.school, heads(journal))


def inflated(journal: Journal) -> str:
    packed = write_school_file(journal, app="0.1", made=1, reference=True)
    with zipfile.ZipFile(io.BytesIO(packed)) as container:
        return "".join(container.read(name).decode() for name in container.namelist()).casefold()


def test_no_name_and_nothing_private_is_in_the_bytes() -> None:
    found = inflated(given_to())
    for text in (
        "Kåre",
        "Lise",
        "Nordmann",
        "98 76",
        "kl@",
        "Brenner",
        "lytter",
        "Spør godt",
        "Per Hansen",
        "2026-10-01",
    ):
        assert text.casefold() not in found, text
    for record in RECORDS:
        assert record.id not in found or record.id in ("school", "answer:F1-06")
    for text in ("Lesekurs", "Tilhørighet", "Alle har en plass", "Boken er god", "Vi øvde på å lytte", "Høgskolen"):
        assert text.casefold() in found, text


def test_what_is_left_reads_as_a_school() -> None:
    school = picture(given_to())
    assert school.profile == SchoolProfile("school", name="Fjordvik skole", direction="Alle hører til")
    (entry,), (component,), (reason,) = school.of(GateEntry), school.of(CoreComponent), school.of(GateReason)
    assert values_of(entry) == values_of(
        GateEntry("", what="Lesekurs", component=component.id, reason="Boken er god", decision="adapted")
    )
    assert values_of(component) == values_of(CoreComponent("", name="Tilhørighet", looks_like="Alle har en plass"))
    assert reason.parent == entry.id
    assert [person.role for person in school.of(Person)] == ["teacher"]  # the other one had only a name
    assert [(m.person, m.standing) for m in school.of(Membership)] == [("", "member")]
    assert [r for r in school.records.values() if isinstance(r, CriticalVoice | SeatHolder | TranslationNote)] == []
    assert school.get(Answer, "answer:F1-06").how == "Vi øvde på å lytte"
    assert (school.conflicts, school.unknown) == ({}, 0)


def test_a_note_goes_along_with_its_entry_under_the_new_id() -> None:
    records = (RECORDS[7], TranslationNote(f"translation:{ENTRY}", kept="Alt"))
    school = picture(given_to(records=records))
    (entry,), (note,) = school.of(GateEntry), school.of(TranslationNote)
    assert note.id == f"translation:{entry.id}"
    assert entry.id != ENTRY
    assert entry.component == ""  # it points to nothing here


def test_there_is_no_history_no_role_and_no_time_but_now() -> None:
    journal = given_to()
    assert [(w.role, w.app, w.opened) for w in journal.writers] == [("", "", 1_795_000_000_000)]
    assert {(c.at, c.replaces) for c in journal.changes} == {(1_795_000_000_000, ())}
    again = given_to()
    assert journal.writers[0].uid != again.writers[0].uid
    assert {c.record for c in journal.changes} & {c.record for c in again.changes} == {"school", "answer:F1-06"}


@pytest.mark.parametrize(
    "text",
    [
        "Vi spurte Kåre.",
        "NORDMANN",
        "nordmanns",
        "Lises idé",
        "Ka\u030are",
        "Nord\u00admann",
        "(Bo)",
        "Bo's",
        "kl@fjordvik.no!",
    ],
)
def test_text_that_mentions_somebody_stays_out(text: str) -> None:
    records = (*RECORDS[:3], GateEntry(ENTRY, what="Lesekurs", reason=text))
    (entry,) = picture(given_to(records=records)).of(GateEntry)
    assert (entry.what, entry.reason) == ("Lesekurs", "")


@pytest.mark.parametrize("text", ["Boken", "kårene", "nordmannen", "i bolig", "de kan bo her"])
def test_text_that_only_looks_alike_goes_out(text: str) -> None:
    records = (*RECORDS[:3], GateEntry(ENTRY, what="Lesekurs", reason=text))
    assert picture(given_to(records=records)).of(GateEntry)[0].reason == text


def test_what_is_ticked_goes_out_this_once() -> None:
    school = picture(given_to(ticked={"gate_entry.source"}))
    assert [(e.source, e.reason) for e in school.of(GateEntry)] == [("Tips fra kåre", "Boken er god")]
    assert school.of(CoreComponent)[0].why == ""
    named = picture(given_to(ticked={"person.name", "membership.person", "membership.motivation"}))
    assert {p.name for p in named.of(Person)} == {"Kåre-Lise Nordmann", "Bo"}
    kari = next(p for p in named.of(Person) if p.name.startswith("Kåre"))
    assert [(m.person, m.motivation, m.position) for m in named.of(Membership)] == [(kari.id, "Brenner for lesing", "")]
    assert named.of(CoreComponent)[0].why == "Det er Nordmanns idé"
    assert named.of(CriticalVoice) == ()


def test_colleagues_at_the_school_see_people_but_nothing_private() -> None:
    school = picture(given_to(Audience.SCHOOL))
    assert {p.name for p in school.of(Person)} == {"Kåre-Lise Nordmann", "Bo"}
    assert [(bool(m.person), m.motivation) for m in school.of(Membership)] == [(True, "")]
    assert school.of(CriticalVoice) == ()


@pytest.mark.parametrize("key", list(NOUNS))
def test_every_noun_is_filtered_by_its_own_definition(key: str) -> None:
    noun = NOUNS[key]
    values = {}
    for name, field in noun.fields.items():
        if isinstance(field, Reference):
            # What came of a meeting that nobody knows stays at the school.
            values[name] = {"meeting": "888888888888", "agenda_line": ""}.get(field.target, KARI)
        elif isinstance(field, Short | Long):
            values[name] = f"secret-{name}" if field.privacy is not Privacy.OPEN else f"plain-{name}"
    record = msgspec.structs.replace(noun.record("999999999999"), **values)
    meeting = Meeting("888888888888", day="2026-12-08", who="staff")
    found = inflated(given_to(records=(Person(KARI, name="Kåre"), meeting, record)))
    assert "secret-" not in found
    for name, field in noun.fields.items():
        if isinstance(field, Short | Long) and not field.hidden and field.privacy is Privacy.OPEN:
            assert f"plain-{name}" in found


def test_what_no_definition_knows_counts_as_private() -> None:
    newer = [
        Head("entry", BIRTH, "gate_entry", (1, "w", 1)),
        Head("entry", "what", "Lesekurs", (2, "w", 2)),
        Head("entry", "field of tomorrow", "hidden-1", (3, "w", 3)),
        Head("odd", BIRTH, "noun of tomorrow", (4, "w", 4)),
        Head("odd", "text", "hidden-2", (5, "w", 5)),
    ]
    school = school_from_heads("school-1", newer)
    journal = reference_journal(school, names=names_of(school), name="", audience=Audience.SCHOOL, now=1)
    assert "hidden-" not in inflated(journal)
    assert "tomorrow" not in inflated(journal)
    assert "lesekurs" in inflated(journal)


def test_a_school_without_anything_is_an_empty_file() -> None:
    assert given_to(records=()).changes == ()


def test_the_system_is_asked_for_random_digits_by_the_thousand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time it is asked, another thread may miss its turn: the screen waited 300 ms in a large school."""
    asked: list[int] = []
    original = secrets.token_hex

    def counted(size: int) -> str:
        asked.append(size)
        return original(size)

    monkeypatch.setattr(secrets, "token_hex", counted)
    entries = [GateEntry(f"{number:012x}", what=f"Råd {number}") for number in range(2_500)]
    given = given_to(records=tuple(entries))
    ids = {change.record for change in given.changes}
    assert len(ids) == len(entries)
    assert ids.isdisjoint(one.id for one in entries)
    assert {len(one) for one in ids} == {12}
    assert len(asked) <= 5
