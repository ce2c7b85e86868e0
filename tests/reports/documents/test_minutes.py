"""The minutes of a meeting: what stands in them, for whom, and what must not."""

from pathlib import Path

import pytest

from fosdesk.domain.records import (
    AgendaLine,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    MethodCard,
    Person,
    SchoolProfile,
)
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.privacy.audience import Audience
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import lone_titles
from tests.reports.telling import in_order, lines, make, school_of
from tests.reports.word.word_reading import words_of

PROFILE = SchoolProfile(PROFILE_ID, name="Fjordvik skole", municipality="Strandøy kommune")
MEETING = Meeting(
    "m",
    what="Navn og vår",
    day="2026-11-10",
    start="14:30",
    who="work_group",
    minutes=75,
    place="Personalrommet",
    series="Arbeidsgruppen",
    notes="Første avsnitt.\nSamme avsnitt.\n\nAndre avsnitt.",
    changed="Vi møtes oftere.",
    present_count=7,
    present="Per Testad\nKari Prøve",
    absent="Ola Borte",
    writer="Siri Skriver",
    method="card",
    method_went="Det gikk fint.",
    builds_on="before",
)
RECORDS = (
    PROFILE,
    MEETING,
    Meeting("before", day="2026-10-27", what="Forrige", notes="IKKE HER"),
    Meeting("next", day="2026-11-24", series="arbeidsgruppen", notes="IKKE HER"),
    MethodCard("card", name="Lapper først", how="IKKE HER"),
    GateEntry("gate", what="Navn i friminuttet"),
    AgendaLine("a", meeting="m", what="Runde", purpose="inform", minutes=10, said="Alle fortalte.", number="7/26"),
    AgendaLine("b", meeting="m", what="Navnelek", purpose="decide", about="gate", said="Flere vil.", number="8/26"),
    AgendaLine("c", meeting="m", what="Plan for våren", put_off=True, number="9/26"),
    AgendaLine("d", meeting="m", what="Eventuelt", number="10/26"),
    AgendaLine("x", meeting="next", what="IKKE HER"),
    Decision(
        *("d1", "Alle lærer navn."),
        why="Det er lett.",
        day="2026-11-10",
        groups="Arbeidsgruppen",
        meeting="m",
        line="b",
        revisit="2027-03-23",
    ),
    Decision("d2", what="Møtene går ned til en time.", day="2026-11-12", meeting="m"),
    Decision("d3", what="IKKE HER", meeting="next"),
    FollowUp("f1", what="Flytte møter", responsible="Avdelingsleder", due="2026-11-20", meeting="m", done="2026-11-12"),
    FollowUp("f2", what="Lage plan", responsible="Rektor", due="2026-11-13", meeting="m", line="b"),
    FollowUp("f3", what="IKKE HER", meeting="next"),
)


def told(folder: Path, *records: object, audience: Audience = Audience.SCHOOL, language: str = "nb") -> str:
    made = make(folder, "minutes", school_of(*records), audience=audience, language=language, meeting="m")  # type: ignore[arg-type]
    return "\n".join(lines(made[1]))


def test_they_stand_as_schools_write_them(tmp_path: Path) -> None:
    said = told(tmp_path, *RECORDS)
    assert in_order(
        *(said, "Fjordvik skole", "Referat", "Navn og vår", "Utkast"),
        *("Tid", "tirsdag 10. november 2026 kl. 14.30–15.45", "Sted", "Personalrommet", "Innkalt", "Arbeidsgruppen"),
        *("Til stede", "Per Testad", "Kari Prøve", "Forfall", "Ola Borte", "7", "Referent", "Siri Skriver"),
        *("Arbeidsform", "Lapper først", "Bygger på", "Forrige, 27. oktober 2026"),
        *("Saker", "Sak 7/26 Runde", "Orientering · 10 min", "Alle fortalte."),
        *("Sak 8/26 Navnelek", "Avgjørelse · Gjelder: Navn i friminuttet", "Flere vil.", "Vedtak: Alle lærer navn."),
        *("Hvorfor: Det er lett.", "Med på vedtaket: Arbeidsgruppen · Ny vurdering 23. mars 2027"),
        *("Sak 9/26 Plan for våren", "Utsatt til neste møte.", "Sak 10/26 Eventuelt", "Ingenting er ført"),
        *("Andre vedtak", "Vedtak: Møtene går ned til en time.", "Vedtatt 12. november 2026"),
        *("Oppfølging", "Hva", "Ansvarlig", "Frist", "Sak", "Lage plan", "Rektor", "13. nov. 2026", "8/26"),
        *("Flytte møter", "Avdelingsleder", "20. nov. 2026"),
        *("Notater", "Første avsnitt. Samme avsnitt.", "Andre avsnitt.", "Det gikk fint.", "Vi møtes oftere."),
        "Referatet godkjennes på neste møte, tirsdag 24. november 2026.",
    )
    for never in ("IKKE HER", "Hva som ikke er med"):
        assert never not in said


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("nn", ("Referat", "Til stades", "Sak 8/26 Navnelek", "Vedtak:", "Oppfølging", "Referatet blir godkjent på")),
        (
            "en",
            (
                "Minutes of the meeting",
                "Present",
                "Item 8/26 Navnelek",
                "Decided:",
                "To be followed up",
                "The minutes are",
            ),
        ),
    ],
)
def test_they_are_in_every_language(language: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    assert in_order(told(tmp_path, *RECORDS, language=language), *parts)


@pytest.mark.parametrize("audience", [Audience.OWNER, Audience.NETWORK])
def test_outside_the_school_they_name_nobody(audience: Audience, tmp_path: Path) -> None:
    records = (
        *RECORDS,
        AgendaLine("n", meeting="m", what="Plan", said="Per Testad tar det."),
        Person("p", name="Per Testad"),
    )
    said = told(tmp_path, *records, audience=audience)
    for name in ("Testad", "Kari", "Ola Borte", "Siri", "tar det"):
        assert name not in said
    assert in_order(said, "7", "Alle fortalte.", "Vedtak: Alle lærer navn.", "Referatet godkjennes", "ikke er med")
    assert in_order(said, "Møter: til stede", "Møter: forfall", "Møter: referent")


def test_names_may_be_ticked_in_for_this_one_time(tmp_path: Path) -> None:
    made = make(
        tmp_path, "minutes", school_of(*RECORDS), meeting="m", audience=Audience.OWNER, ticked=("meeting.present",)
    )
    said = "\n".join(lines(made[1]))
    assert "Per Testad" in said
    assert "Siri" not in said


def test_that_they_will_be_approved_is_never_made_up(tmp_path: Path) -> None:
    no_series = Meeting("m", day="2026-11-10")
    for following in (Meeting("n", day="2026-11-24"), Meeting("n", day="2026-11-24", series="En annen")):
        assert "godkjennes" not in told(tmp_path, no_series, following)
    last = Meeting("m", day="2026-11-10", series="A")
    assert "godkjennes" not in told(tmp_path, last, Meeting("n", day="2026-10-01", series="A"))
    assert "godkjennes" not in told(tmp_path, last, Meeting("n", series="A"))
    assert "godkjennes" in told(tmp_path, last, Meeting("n", day="2026-11-12", series="A"))


def test_notes_alone_are_minutes_too(tmp_path: Path) -> None:
    said = told(tmp_path, Meeting("m", day="2026-11-10", notes="Vi snakket om våren."))
    assert in_order(said, "Notater", "Vi snakket om våren.")
    assert "Saker" not in said


def test_decisions_without_an_item_stand_alone(tmp_path: Path) -> None:
    said = told(tmp_path, Meeting("m", day="2026-11-10"), Decision("d", what="Vi gjør det.", meeting="m"))
    assert in_order(said, "Vedtak", "Vedtak: Vi gjør det.")
    assert "Andre vedtak" not in said


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_usual_one_is_one_page_and_a_long_one_leaves_no_title_alone(language: str, tmp_path: Path) -> None:
    made, _ = make(tmp_path, "minutes", school_of(*RECORDS), language=language)
    assert made.pages <= 2
    many = [
        AgendaLine(f"l{n:02}", meeting="m", what=f"Sak {n} som er lang " * 9, said="Det ble sagt mye. " * 12)
        for n in range(25)
    ]
    tasks = [FollowUp(f"t{n}", what="Gjøre noe langt " * 5, line=f"l{n:02}") for n in range(25)]
    made, written = make(tmp_path, "minutes", school_of(PROFILE, MEETING, *many, *tasks), language=language)
    assert faults(written) == []
    assert lone_titles(written) == []
    assert made.pages > 2


def test_the_word_file_says_the_same(tmp_path: Path) -> None:
    written = make(tmp_path, "minutes", school_of(*RECORDS), language="nb", ending=".docx")[1]
    said = words_of(written)
    assert in_order(
        said, "Referat", "Per Testad", "Sak 8/26 Navnelek", "Vedtak: Alle lærer navn.", "Referatet godkjennes"
    )
    assert "IKKE HER" not in said
