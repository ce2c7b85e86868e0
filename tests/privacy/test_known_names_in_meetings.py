"""Who was at a meeting is known by name to documents, files and erasing; who «the rest of the staff» are is nobody."""

import msgspec
import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Decision, Meeting
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.known_names import names_written
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school

# What schools write where it is asked who was present, and no name of anybody.
NOBODY = (
    "Alle i arbeidsgruppa",
    "Arbeidsgruppa + PPT",
    "Ledergruppen, unntatt to",
    "Hele personalet",
    "FAU-styret og elevrådet",
    "Lærerne på 5. trinn",
    "De samme som sist",
    "Fem fra trinn 1",
    "Tillitsvalgte",
    "Resten av gruppen",
    "referent",
    "12 personer",
    "De fleste",
)
ORDINARY = (
    "Alle elevene trives. De sier det selv.",
    "Arbeidsgruppa avgjør, og ledergruppen følger opp.",
    "Personalet og foreldrene var med.",
    "Trinnet møtes. Fem kom, resten var syke.",
    "Tillitsvalgte ble spurt på kurs.",
    "Referenten skriver, sekretæren sender.",
    "Som sist: permisjon gis etter søknad.",
)


@pytest.mark.parametrize("written", NOBODY)
def test_groups_and_counts_are_nobodys_names(written: str) -> None:
    detector = NameDetector([written])
    assert [said for said in ORDINARY if detector.found_in(said)] == []


@pytest.mark.parametrize("field", ["present", "absent", "writer"])
@pytest.mark.parametrize("written", ["Rektor, Kari Nordvik (lærer) og Ola Berg", "Kari Nordvik – syk"])
def test_who_was_there_is_left_out_of_texts_for_others(field: str, written: str) -> None:
    meeting = msgspec.structs.replace(Meeting("m", day="2026-11-17", who="work_group"), **{field: written})
    records: dict[str, Record] = {
        "m": meeting,
        "d": Decision("d", what="Kari Nordvik lager forslag"),
        "o": Decision("o", what="Arbeidsgruppa lager forslag. Syk lærer får vikar."),
    }
    school = School("s", records, {})
    filtered = filter_school(school, Audience.OWNER, names=names_written((), school)).school
    assert filtered.get(Meeting, "m").day == "2026-11-17"
    assert getattr(filtered.get(Meeting, "m"), field) == ""
    assert filtered.get(Decision, "d").what == ""
    assert filtered.get(Decision, "o").what.startswith("Arbeidsgruppa")
