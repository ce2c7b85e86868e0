"""The rows of the mission that a choice, a page that gathers, or a document holds: where it is written, and seen."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.e2e.mission_rows import GROUP, MORE, TIME

_MEETING = ("Møter", "Alle møter", "Nytt møte")
_WORDS = ("Kvernstein på veggen", "Bjørnunge på veggen", "Seilmaker på veggen", "Trollbær på veggen")
_FIRST, _SECOND, _THIRD, _FOURTH = _WORDS


class ViewRow(NamedTuple):
    """What one clicks on to see the rows, and the words of each in the last label; and what is written, and where."""

    rows: dict[str, str]
    clicks: tuple[str, ...]
    record: str  # the key of a noun of which a record is begun, or the id of a record
    written: Mapping[str, str]  # for a choice the key of an option, for any other field what is typed
    said: tuple[str, ...]  # what is read where one has come to
    document: str = ""
    told: tuple[str, ...] = ()  # what is read in the document
    at: tuple[str, ...] = ()  # where it is written; where it is seen, unless something else is said
    begin: str = ""  # what begins the record, or opens it, at both places
    private: bool = False
    then: tuple[str, ...] = ()  # what is clicked on beside the fields


VIEW_ROWS = (
    ViewRow(
        {"M20": "modellen"},
        ("Dokumenter", "Modellen for personalet"),
        "school",
        {"direction": _FIRST, "left_out": _SECOND},
        (),
        "staff_page",
        (_FIRST, _SECOND),
        at=("Retning",),
    ),
    ViewRow(
        {"S30": "valg"},
        ("Retning", "Valg"),
        "decision",
        {"what": _FIRST, "why": _SECOND},
        (_FIRST, _SECOND),
        "choices",
        (_FIRST, _SECOND),
        at=("Møter", "Oppfølging", "Avgjørelser"),
        begin="Ny avgjørelse",
    ),
    ViewRow(
        {"F4 among the choices": "valg"},
        ("Retning", "Valg"),
        "phase_frame:F1",
        {"decided_by": _FIRST, "conditions": _SECOND},
        (_FIRST, _SECOND),
        "choices",
        (_FIRST, _SECOND),
        at=("1", "Rammene for fasen"),
    ),
    *(
        ViewRow(
            {row: "rektor"},
            (phase, "Rektors"),
            "follow_up",
            {"what": _FIRST, "responsible": "Rektor"},
            (_FIRST, "Rektor"),
            "hand_over",
            (_FIRST, "Rektor"),
            at=("Møter", "Oppfølging", "Ny oppfølging"),
        )
        for row, phase in (("A1", "2"), ("K14", "4"))
    ),
    ViewRow(
        {"D22": "planen"},
        ("Plan og årshjul", "Helheten", "Hull i planen"),
        "initiative",
        {"name": _FIRST},
        (_FIRST, "Blankt: hvem som bærer den"),
        "description",
        (_FIRST,),
        at=(TIME, MORE, "Ny satsing"),
    ),
    ViewRow(
        {"S29": "innsats", "S31": "gevinst"},
        (TIME, "Innsats og gevinst"),
        "balance:2026H",
        {"effort": _FIRST, "gain": _SECOND, "seen": _THIRD, "seen_where": _FOURTH},
        _WORDS,
        "time_sheet",
        _WORDS,
        begin="Høst 2026",
    ),
    ViewRow(
        {"F1": "møte", "F20": "møte"},
        _MEETING,
        "meeting",
        {"what": _FIRST, "notes": _SECOND, "changed": _THIRD},
        (_FIRST, _SECOND, _THIRD),
        "minutes",
        (_FIRST, _SECOND, _THIRD),
    ),
    ViewRow(
        {"F17": "møte"},
        _MEETING,
        "meeting",
        {"what": _FIRST, "day": "1.12.2026", "place": _SECOND, "who": "externals"},
        (_FIRST, _SECOND, "Med eksterne"),
        "agenda",
        (_FIRST, _SECOND, "Eksterne samarbeidspartnere"),
    ),
    ViewRow(
        {"F2": "spørsmål"},
        ("Før", "Spørsmål å snakke om"),
        "reflection:F0-1",
        {"text": _FIRST},
        (_FIRST,),
        private=True,
    ),
    ViewRow(
        {"F8": "behov", "F19": "behov"},
        ("Medvirkning", "Nytt behov"),
        "need",
        {"text": _FIRST, "change": "different", "competence": "bring_in"},
        (_FIRST, "Gjøre det annerledes", "Hente inn noe nytt"),
        "description",
        (_FIRST, "Gjøre det annerledes", "hente inn noe nytt"),
    ),
    *(
        ViewRow(
            {row: word},
            ("Medvirkning", MORE, "Ny gevinst eller nytt krav"),
            "gain_and_demand",
            {"text": _FIRST, "kind": kind, "for_whom": _SECOND},
            (_FIRST, _SECOND),
            sheet,
            (_FIRST, _SECOND),
        )
        for row, word, kind, sheet in (
            ("F11 on its sheet", "gevinst", "challenge_today", "gains"),
            ("F12 on its sheet", "krav", "demand", "demands"),
        )
    ),
    ViewRow(
        {"S12": "rigg"},
        ("2", "+ Legg til et eget punkt i «Rigging»"),
        "own_item",
        {"own_text": _FIRST, "how": _SECOND},
        (_FIRST, _SECOND),
        "description",
        (_FIRST, _SECOND),
    ),
    ViewRow(
        {"S20": "samtale"},
        ("Medvirkning", MORE, "Ny samtale"),
        "involvement",
        {"what": _FIRST, "who": "unions", "kind": "consultation", "agreed": _SECOND, "still_open": _THIRD},
        (_FIRST, _SECOND, _THIRD),
        "consultation",
        (_FIRST, _SECOND, _THIRD),
    ),
    ViewRow(
        {"S20 in the group": "tillitsvalgte"},
        (GROUP, "Plasser", "Oppnevnt av de tillitsvalgte"),
        "seat:union",
        {"reason": _FIRST},
        ("Ja, vi vil ha den", _FIRST),
        "mandate",
        ("Ja, vi vil ha den", _FIRST),
        then=("Ja, vi vil ha den",),
    ),
    ViewRow(
        {"S22": "partner"},
        (GROUP, MORE, "Ny ekstern partner"),
        "partner",
        {"name": _FIRST, "mode": "close"},
        (_FIRST, "I tett samarbeid"),
        "choices",
        (_FIRST, "I tett samarbeid"),
    ),
)
