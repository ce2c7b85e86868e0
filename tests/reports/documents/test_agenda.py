"""The notice of a meeting: what stands in it, for whom, and what must not."""

from datetime import date
from pathlib import Path

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.records import (
    AgendaLine,
    CoreComponent,
    GateEntry,
    Meeting,
    MethodCard,
    Person,
    Reflection,
    Restriction,
    SchoolProfile,
)
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.errors import FosdeskError
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS, file_name
from fosdesk.reports.document_preview import document_content
from fosdesk.words import read_words
from tests.reports.pdf.structure_gate import faults
from tests.reports.reading import lone_titles
from tests.reports.telling import DAY, in_order, known_names_of, lines, make, school_of
from tests.reports.word.word_reading import words_of

PROFILE = SchoolProfile(PROFILE_ID, name="Fjordvik skole", municipality="Strandøy kommune", direction="Alle er savnet")
MEETING = Meeting(
    "m", what="Hva er åpent?", day="2026-11-24", start="14:30", who="work_group", minutes=90, place="Personalrommet"
)
LINES = (
    AgendaLine("a", meeting="m", what="Runde", purpose="discuss", minutes=10, pos="a", number="12/26"),
    AgendaLine("b", meeting="m", what="Navnelek", purpose="decide", minutes=25, pos="b", about="gate", said="HEMMELIG"),
    AgendaLine("c", meeting="m", what="Lese sammen", purpose="learn", pos="c"),
)
ENTRY = GateEntry("gate", what="Navn i friminuttet")


def told(folder: Path, *records: object, audience: Audience = Audience.SCHOOL, language: str = "nb") -> list[str]:
    return lines(make(folder, "agenda", school_of(*records), audience=audience, language=language, draft=False)[1])  # type: ignore[arg-type]


def test_it_stands_as_schools_write_it(tmp_path: Path) -> None:
    found = told(tmp_path, PROFILE, MEETING, *LINES, ENTRY)
    assert found[:3] == ["Fjordvik skole", "Innkalling med saksliste", "Hva er åpent?"]
    said = "\n".join(found)
    assert in_order(said, "Tid", "tirsdag 24. november 2026 kl. 14.30–16.00", "Sted", "Personalrommet")
    assert in_order(said, "Innkalt", "Arbeidsgruppen", "Saksliste", "Sak", "Hva det gjelder", "Hensikt", "Tid")
    assert in_order(said, "Sak 12/26", "Runde", "Drøfting", "10 min")
    assert in_order(said, "Sak 2", "Navnelek", "Gjelder: Navn i friminuttet", "Avgjørelse", "25 min")
    assert in_order(said, "Sak 3", "Lese sammen", "Læring")
    for never in ("HEMMELIG", "Alle er savnet", "Utkast", "Tid til alle"):
        assert never not in said


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("nn", ("Innkalling med saksliste", "tysdag 24. november 2026 kl. 14.30–16.00", "Innkalla", "Sak 12/26")),
        ("en", ("Notice of meeting with agenda", "Tuesday 24 November 2026 at 14:30–16:00", "Called", "Item 12/26")),
    ],
)
def test_it_is_in_every_language(language: str, parts: tuple[str, ...], tmp_path: Path) -> None:
    assert in_order("\n".join(told(tmp_path, PROFILE, MEETING, *LINES, language=language)), *parts)


def test_minutes_are_added_up_when_every_line_has_some(tmp_path: Path) -> None:
    assert "Tid til alle sakene: 35 min." in told(tmp_path, MEETING, *LINES[:2])


@pytest.mark.parametrize(
    ("meeting", "when"),
    [
        (Meeting("m", day="2026-11-24", minutes=45), "tirsdag 24. november 2026, 45 min"),
        (Meeting("m", day="2026-11-24", start="08:15"), "tirsdag 24. november 2026 kl. 08.15"),
        (Meeting("m", day="2026-11-24", start="23:30", minutes=90), "tirsdag 24. november 2026 kl. 23.30, 1 t 30 min"),
        (Meeting("m", start="08:15", minutes=45), "Kl. 08.15–09.00"),
        (Meeting("m", day="2026-11-24"), "tirsdag 24. november 2026"),
    ],
)
def test_of_the_time_only_what_is_known(meeting: Meeting, when: str, tmp_path: Path) -> None:
    found = told(tmp_path, meeting)
    assert found[found.index("Tid") + 1] == when


def test_columns_without_anything_in_them_are_left_out(tmp_path: Path) -> None:
    found = told(tmp_path, MEETING, AgendaLine("a", meeting="m", what="Bare dette"))
    assert found[-4:] == ["Sak", "Hva det gjelder", "Sak 1", "Bare dette"]


def test_what_it_concerns_is_named_only_where_the_reader_may_see_it(tmp_path: Path) -> None:
    person, shielded = Person("p", name="Turid Testad", role="teacher"), Person("s", name="Skjermet Person")
    targets = {
        "p": "Turid Testad",
        "s": "Skjermet",
        "r": "SÅ SLITNE",
        "gate": "Navn i friminuttet",
        "named": "Turids forslag",
        "component": "Alle hilser",
        "answer:F2-03": "",
        "gone": "",
    }
    records = (
        person,
        shielded,
        Restriction("x", person="s"),
        Reflection("r", text="VI ER SÅ SLITNE"),
        ENTRY,
        GateEntry("named", what="Turids forslag"),
        CoreComponent("component", name="Alle hilser"),
        *(AgendaLine(f"line {about}", meeting="m", what="Sak", about=about) for about in targets),
    )
    shown = {
        audience: {text for text in targets.values() if text and text in "\n".join(found)}
        for audience in (Audience.SCHOOL, Audience.OWNER, Audience.NETWORK)
        if (found := told(tmp_path, MEETING, *records, audience=audience))
    }
    outside = {"Navn i friminuttet", "Alle hilser"}
    assert shown == {"school": {*outside, "Turids forslag"}, "owner": outside, "network": outside}
    leaders = Meeting("m", day="2026-11-24", who="leadership")
    assert "Gjelder: Turid Testad" in "\n".join(told(tmp_path, leaders, *records))


def test_a_suggested_item_that_nobody_has_written_about_has_its_title(tmp_path: Path) -> None:
    found = told(tmp_path, MEETING, AgendaLine("a", meeting="m", what="Sak", about="answer:F2-03"))
    assert "deleted" not in "\n".join(found)
    assert len([one for one in found if "Gjelder: " in one and len(one) > 20]) == 1


def test_numbers_stay_where_a_line_is_withheld(tmp_path: Path) -> None:
    records = (
        Person("p", name="Turid Testad"),
        AgendaLine("a", meeting="m", what="Turids time", pos="a"),
        AgendaLine("b", meeting="m", what="Turids plan", purpose="discuss", pos="b"),
        AgendaLine("c", meeting="m", what="Lese", pos="c"),
    )
    said = "\n".join(told(tmp_path, MEETING, *records, audience=Audience.OWNER))
    assert "Turid" not in said
    assert in_order(said, "Sak 2", "vises ikke her", "Drøfting", "Sak 3", "Lese", "Hva som ikke er med")
    assert "Sak 1" not in said


def test_without_a_meeting_it_says_so(tmp_path: Path) -> None:
    assert "Ingen møter er skrevet inn ennå." in told(tmp_path, PROFILE)
    assert "Ingen saker er satt opp ennå." in told(tmp_path, PROFILE, MEETING)


def test_of_the_leaders_meeting_there_is_none_for_others(tmp_path: Path) -> None:
    leaders = school_of(Meeting("m", day="2026-11-24", who="leadership", what="Ledermøte"))
    for key in ("agenda", "minutes"):
        for audience in (Audience.OWNER, Audience.NETWORK, Audience.RESEARCH):
            with pytest.raises(FosdeskError, match="not made for this audience") as trouble:
                make(tmp_path, key, leaders, audience=audience)
            assert trouble.value.arguments["audiences"] == "Our own school"
        assert "Ledermøte" in lines(make(tmp_path, key, leaders, audience=Audience.SCHOOL)[1])


def test_whom_one_meets_is_for_whom_it_is(tmp_path: Path) -> None:
    for who, audience, label in (
        ("parents", Audience.NETWORK, "For foreldre"),
        ("unions", Audience.OWNER, "For tillitsvalgte"),
        ("externals", Audience.NETWORK, "For eksterne samarbeidspartnere"),
        ("owner", Audience.SCHOOL, "For vår egen skole"),
        ("staff", Audience.OWNER, "For skoleeier og tillitsvalgte"),
    ):
        found = told(tmp_path, Meeting("m", day="2026-11-24", who=who), audience=audience)
        assert any(one.endswith(label) for one in found), label


def test_a_file_is_called_by_the_kind_and_the_day_of_the_meeting() -> None:
    school, words = (
        school_of(PROFILE, MEETING, Meeting("u"), Meeting("p", day="2026-10-01", who="parents")),
        read_words("nb"),
    )
    assert file_name("agenda", school, words, DAY) == "Innkalling med saksliste Fjordvik skole 2026-11-24.pdf"
    assert file_name("minutes", school, words, DAY, ".docx", meeting="m") == "Referat Fjordvik skole 2026-11-24.docx"
    assert file_name("minutes", school, words, DAY, meeting="u") == "Referat Fjordvik skole 2026-11-23.pdf"
    named = file_name("minutes", school, words, DAY, audience=Audience.NETWORK, meeting="p")
    assert named == "Referat Fjordvik skole 2026-10-01 (foreldre).pdf"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_three_lines_are_one_page_and_twenty_five_long_ones_leave_no_title_alone(language: str, tmp_path: Path) -> None:
    made, _ = make(tmp_path, "agenda", school_of(PROFILE, MEETING, *LINES), language=language)
    assert made.pages == 1
    many = [
        AgendaLine(
            f"l{n:02}", meeting="m", what=f"Sak nummer {n} som er lang, " * 9, purpose="decide", minutes=5, about="gate"
        )
        for n in range(25)
    ]
    made, written = make(tmp_path, "agenda", school_of(PROFILE, MEETING, ENTRY, *many), language=language)
    assert made.pages <= 5
    assert faults(written) == []
    assert lone_titles(written) == []
    assert "Sak 25" in lines(written)


def test_the_word_file_says_the_same(tmp_path: Path) -> None:
    school = school_of(PROFILE, MEETING, *LINES, ENTRY, MethodCard("card", name="Lapper først"))
    written = make(tmp_path, "agenda", school, language="nb", ending=".docx")[1]
    said = words_of(written)
    assert in_order(said, "Innkalling med saksliste", "kl. 14.30–16.00", "Sak 12/26", "Navnelek", "Navn i friminuttet")
    assert "HEMMELIG" not in said


def test_the_nearest_meeting_is_taken_where_none_is_chosen(tmp_path: Path) -> None:
    school = school_of(
        MEETING, Meeting("h", day="2026-11-10", what="Holdt"), Meeting("l", day="2027-01-05", what="Senere")
    )
    assert "Hva er åpent?" in lines(make(tmp_path, "agenda", school)[1])
    assert "Holdt" in lines(make(tmp_path, "minutes", school)[1])
    assert DOCUMENTS["agenda"].by_meeting == "next"
    assert date(2026, 11, 10) < DAY


def test_the_preview_tells_of_what_is_named_and_of_nothing_else() -> None:
    others = (GateEntry("other", what="Noe annet"), Meeting("x", what="Annet"))
    school = school_of(PROFILE, MEETING, *LINES, ENTRY, *others)
    framework, words = read_framework("nb"), read_words("nb")
    found = document_content(
        *("agenda", school, framework, words, Audience.OWNER, DAY), names=known_names_of(school), meeting="m"
    )
    assert [(one.subject, one.count, one.counted) for one in found.included] == [
        ("Møter", 1, False),
        ("Saksliste", 3, False),
        ("Grensevoktingslogg", 1, False),
    ]
