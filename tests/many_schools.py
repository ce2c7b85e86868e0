"""A folder of files of many schools, for tests and benches: municipalities, phases, cohorts, networks and requests."""

from collections.abc import Iterable
from pathlib import Path

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.journal import BIRTH, Change, Journal, Writer
from fosdesk.domain.records import (
    Answer,
    Cohort,
    Meeting,
    Network,
    OwnerRequest,
    Person,
    PhaseState,
    SchoolProfile,
    Theme,
)
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.school import School, values_of
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.exchange.school_file import write_school_file
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import names_in

MUNICIPALITIES = ("Åsvik", "Bjørkedal", "Elvestrand", "Fjellbygd", "Holmsund", "Tangen")
THEMES = ("Lesing", "Leik og læring", "Språk", "Inkludering", "Fellesskap")
PERSON = "Ragnhild Kvernstein"
MADE = 1_780_000_000_000  # ms since 1970: May 2026


def records_of(number: int, municipality: str, name: str = "") -> list[Record]:
    """What a made-up school has written; every fifth is in no phase, and some ask their owner for something."""
    theme = THEMES[number % len(THEMES)]
    records: list[Record] = [
        SchoolProfile(
            PROFILE_ID,
            name=name or f"{_called(number)} skole",
            municipality=municipality,
            start=f"{2024 + number % 3}H",
            direction=f"Alle barn hører til ({theme.lower()})",
            collaboration="Kystregionen" if number % 4 == 0 else "",
        ),
        Theme(f"theme{number:08x}", name=theme, standing="chosen", reason="Det så vi i klasserommene"),
        Cohort(f"cohort{number:08x}", name=f"Pulje {number % 3 + 1}", starts=f"{2024 + number % 3}H", ours=True),
        Answer("answer:F1-06", status="done", how="Alt er gjort, 47 av 47"),
        Answer("answer:F1-05", status="other_way", how="Det gjorde vi på en fellesdag"),
        Person(f"person{number:08x}", name=PERSON, role="principal"),
        Meeting(f"meeting{number:08x}", what="Internt møte", who="leadership_team", present=PERSON),
    ]
    if number % 5:
        records.append(PhaseState(f"phase:F{number % 5}", opened="2025-08-20"))
    if number % 3 == 0:
        records.append(OwnerRequest(f"request{number:08x}", what=f"Vikar to dager, ønske {number}", asked="2026-02-03"))
    if number % 10 == 0:
        records.append(
            Network(f"network{number:08x}", name=f"Nettverk for {theme.lower()}", topic=theme, basis="theme")
        )
    return records


def _called(number: int) -> str:
    first = ("Solbakken", "Åsen", "Elvebakken", "Øvre Dal", "Haugen", "Strand", "Lia", "Ekra", "Vika", "Moen")
    return f"{first[number % len(first)]} {chr(65 + number // len(first) % 26)}"


def journal_of(school: str, records: Iterable[Record], made: int = MADE) -> Journal:
    """The journal of a school in which one writer wrote these records."""
    changes: list[Change] = []
    for record in records:
        noun = noun_of(record)
        filled = {name: value for name, value in values_of(record).items() if value != noun.fields[name].blank}
        for name, value in ((BIRTH, noun.key), *filled.items()):
            number = len(changes) + 1
            changes.append(Change(0, number, number, made, 1, record.id, name, value, ()))
    return Journal(school, "", (Writer(f"{1:032x}", "principal", "test", made),), tuple(changes))


def file_of(journal: Journal, *, made: int = MADE, whole: bool = False, with_people: bool = False) -> bytes:
    """A school file for others, or with everything in it; `with_people` is what somebody ticked this one time."""
    from fosdesk.domain.rules.lost_parents import school_of_journal

    if whole:
        return write_school_file(journal, app="test", made=made, reference=False)
    school: School = school_of_journal(journal)
    ticked = ("person.name", "meeting.present") if with_people else ()
    names = names_in(journal, school)
    shown = reference_journal(school, names=names, name="", audience=Audience.NETWORK, ticked=ticked, now=made)
    return write_school_file(shown, app="test", made=made, reference=True)


def make_folder(place: Path, schools: int = 12, municipalities: int = 3) -> Path:
    """A folder with a subfolder for each municipality; the files are for others."""
    folder = place / "Skolefiler"
    for number in range(schools):
        municipality = MUNICIPALITIES[number % municipalities]
        there = folder / municipality
        there.mkdir(parents=True, exist_ok=True)
        journal = journal_of(f"school-{number:04}", records_of(number, municipality))
        (there / f"skole {number:03}.fosdesk").write_bytes(file_of(journal))
    return folder
