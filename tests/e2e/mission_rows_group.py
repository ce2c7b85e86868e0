"""The rows of the mission on the work group, those outside it, and time: numbers, choices, seats, people and talks."""

from collections.abc import Mapping
from typing import NamedTuple

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Theme

MORE, GROUP, TIME, SCHOOLS = "Flere verktøy", "Arbeidsgruppe", "Tid og satsinger", "Skoler og nettverk"
SENTENCE = ""  # words that stand nowhere else are written in the field
PEOPLE = "Medlemmer og kandidater"


class Chosen(NamedTuple):
    """An option of a choice, by its key."""

    key: str


class GroupRow(NamedTuple):
    """Rows that a record holds: what one clicks on until its fields are seen, what is written, and what tells of it."""

    rows: Mapping[str, str]  # the words of each row in the last label
    record: str  # the key of the noun of a new record, or the id of one that is known beforehand
    clicks: tuple[str, ...]
    writes: Mapping[str, str | int | Chosen]
    document: str
    told: tuple[str, ...] = ()  # what the document says besides the sentences
    presses: tuple[str, ...] = ()  # buttons of the form
    given: Mapping[str, str] = {}  # what the record has by the way it was begun
    before: tuple[Record, ...] = ()  # what the school has already

    @property
    def sentences(self) -> tuple[str, ...]:
        """The fields in which a sentence is written."""
        return tuple(name for name, value in self.writes.items() if value == SENTENCE)


class PersonRow(NamedTuple):
    """Rows about people in the group, and what the mandate says of them."""

    rows: Mapping[str, str]
    clicks: tuple[str, ...]
    told: str


def _seat(row: str, word: str, label: str, key: str) -> GroupRow:
    """A seat that was considered, with the reason, as the mandate tells it."""
    answer = "Nei, vi valgte å la være"
    clicks = (GROUP, "Plasser", label)
    return GroupRow({row: word}, f"seat:{key}", clicks, {"reason": SENTENCE}, "mandate", (answer,), (answer,))


SEAT_ROWS = (
    _seat("A13", "lærere", "Lærere", "teachers"),
    _seat("A14", "assistenter", "Assistenter og fagarbeidere", "assistants"),
    _seat("A17", "FAU", "Foreldre (FAU)", "fau"),
    _seat("A20", "skolehelsetjenesten", "Skolehelsetjenesten", "health"),
    _seat("A21", "andre", "Andre", "others"),
    _seat("S18", "leirer", "Ulike leirer", "camps"),
    _seat("S19", "skeptiker", "Kritisk stemme («skeptiker»)", "critical_voice"),
)
PARTNER_ROWS = (
    GroupRow(
        {"A6": "ressursperson"},
        "partner",
        (GROUP, MORE, "Ressursperson i kommunen"),
        {"name": SENTENCE, "support": SENTENCE, "withdraws": "15.06.2028", "takes_over": SENTENCE},
        "description",
        ("15. juni 2028",),
        given={"kind": "resource_person"},
    ),
    GroupRow(
        {"A8": "kontaktperson"},
        "partner",
        (GROUP, MORE, "Kontaktperson ved universitet eller høyskole"),
        {"name": SENTENCE, "contact": SENTENCE, "interval": 6},
        "description",
        given={"kind": "university"},
    ),
    GroupRow(
        {"S24": "treffpunkt"},
        "partner",
        (GROUP, MORE, "Ekstern med faste treffpunkt"),
        {"name": SENTENCE, "interval": 37},
        "description",
        ("37",),
        given={"mode": "close"},
    ),
    GroupRow(
        {"S23": "ekstern"},
        "partner",
        (GROUP, MORE, "Ny ekstern partner"),
        {"name": SENTENCE, "hours_asked": 43, "hours_possible": 27, "remains": SENTENCE},
        "description",
        ("43", "27"),
    ),
    GroupRow(
        {"S21": "temaet"},
        "partner",
        (GROUP, "Eksterne", "Skolehelsetjenesten til temaet Psykisk helse"),
        {"support": SENTENCE},
        "description",
        ("Skolehelsetjenesten",),
        given={"kind": "health", "name": "Skolehelsetjenesten"},
        before=(Theme(name="Psykisk helse", standing="chosen"),),
    ),
)
INVOLVED_ROWS = (
    GroupRow(
        {"A15": "foresatte"},
        "involvement",
        ("Medvirkning", MORE, "Samtale med foresatte"),
        {"what": SENTENCE, "said": SENTENCE, "decided": SENTENCE},
        "involvement",
        given={"who": "parents"},
    ),
    GroupRow(
        {"A16": "elever"},
        "involvement",
        ("Medvirkning", MORE, "Samtale med elever"),
        {"what": SENTENCE, "way": SENTENCE, "said": SENTENCE, "changed": SENTENCE},
        "involvement",
        given={"who": "pupils"},
    ),
    GroupRow(
        {"A18": "drøfting"},
        "involvement",
        ("Medvirkning", MORE, "Ny drøfting"),
        {"what": SENTENCE, "agreed": SENTENCE, "still_open": SENTENCE},
        "consultation",
        given={"who": "unions", "kind": "consultation"},
    ),
    GroupRow(
        {"A4 talks": "samtale"},
        "meeting",
        (SCHOOLS, MORE, "Ny samtale med skoleeier"),
        {"what": SENTENCE, "day": "16.11.2026", "groups": SENTENCE, "notes": SENTENCE, "changed": SENTENCE},
        "steering_brief",
        ("16. november 2026",),
        given={"who": "owner"},
    ),
)
TIME_ROWS = (
    GroupRow(
        {"S25": "tid"},
        "time_slot",
        (TIME, "Sett av tid"),
        {"what": SENTENCE, "who": Chosen("work_group"), "minutes": "75", "times": 7, "gives_way": SENTENCE},
        "time_sheet",
        ("7 × 1 t 15 min",),
    ),
    GroupRow(
        {"S26": "tid", "S17": "tid"},
        "time_slot",
        (TIME, "Sett av tid"),
        {"what": SENTENCE, "who": Chosen("assistants"), "minutes": "45", "times": 11, "cover": SENTENCE},
        "time_sheet",
        ("11 × 45 min", "Assistenter og SFO"),
    ),
    GroupRow(
        {"S27": "intervallet"},
        "time_plan",
        ("Møter", "Alle møter", "Mål for intervallet"),
        {"gap_weeks": 4},
        "time_sheet",
        ("Det skal ikke gå mer enn 4 uker mellom to møter.",),
    ),
)
PROFILE_ROWS = (
    GroupRow(
        {"A5": "kommune"},
        "school",
        ("Innstillinger og hjelp", "Kommune"),
        {"municipality": SENTENCE},
        "status",
    ),
)
GROUP_ROWS = (*SEAT_ROWS, *PARTNER_ROWS, *INVOLVED_ROWS, *TIME_ROWS, *PROFILE_ROWS)
PERSON_ROWS = (
    PersonRow({"A1": "rektor"}, (GROUP, "Legg til rektor"), "Leder gruppen"),
    PersonRow({"S15": "kandidat"}, (GROUP, PEOPLE), "Medlemmer"),
    PersonRow({"A28": "motivasjon"}, (GROUP, "Lærer", "Motivasjon: Vil de dette selv?"), "Medlemmer"),
)
