"""A school in which every field holds a mark of its own, so that a test can tell which fields went out."""

from fosdesk.domain.fields import (
    NOUNS,
    AnyReference,
    Choice,
    Date,
    Long,
    Number,
    Order,
    Record,
    Reference,
    SemesterField,
    Short,
    YesNo,
)
from fosdesk.domain.records import Person
from fosdesk.domain.records.people_and_groups import WORK_GROUP_ID
from fosdesk.domain.records.protected_time import TIME_PLAN_ID
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.school import School

_IDS = {
    "answer": ("answer:F1-06", "answer:F2-03", "answer:F2-12"),
    "phase": ("phase:F1", "phase:F2"),
    "reflection": ("reflection:F1-1", "reflection:F2-2"),
    "description": ("description:anchoring", "description:learning", "description:support", "description:resources"),
    "seat": ("seat:teachers", "seat:critical_voice"),
    "balance": ("balance:2026H", "balance:2026V"),
    "translation_note": ("translation:gate_entry-0",),
    "school_profile": (PROFILE_ID,),
    "work_group": (WORK_GROUP_ID,),
    "time_plan": (TIME_PLAN_ID,),
}


def mark(noun: str, field: str) -> str:
    """The mark of a field: one long word, so that no line break divides it."""
    return f"{noun}.{field}".replace("_", "").replace(".", "x").upper() + "Q"


def planted(extra: str = "", *, nouns: tuple[str, ...] = (), numbered: bool = False) -> School:
    """Records of every noun, each text field with its mark and `extra`, each other field with some value.

    `numbered`: the mark tells which of the records of its noun it stands in, too.
    """
    records: dict[str, Record] = {}
    for key, noun in NOUNS.items():
        if (nouns and key not in nouns) or key == "restriction":  # which would hide whom it is about
            continue
        for number, record_id in enumerate(_IDS.get(key, (f"{key}-0", f"{key}-1"))):
            values: dict[str, object] = {}
            for name, field in noun.fields.items():
                if isinstance(field, Short | Long):
                    is_place = key == "school_profile" and name in ("name", "municipality")
                    word = f"{mark(key, name)}{'ABCD'[number] if numbered else ''}"
                    values[name] = word if is_place else f"{word} {extra}".strip()
                elif isinstance(field, Date):
                    month = 3 - number if key == "meeting" else 2 + number  # the latest has what belongs to a meeting
                    values[name] = f"2026-0{month}-14"
                elif isinstance(field, SemesterField):
                    values[name] = "2026H"
                elif isinstance(field, Choice):
                    values[name] = field.options[number % len(field.options)].key
                elif isinstance(field, AnyReference):
                    values[name] = ""
                elif isinstance(field, Reference):
                    values[name] = f"{field.target}-0"
                elif isinstance(field, Order):
                    values[name] = f"i{number}"
                elif isinstance(field, YesNo):
                    values[name] = True
                elif isinstance(field, Number):
                    values[name] = 45
            if key == "answer":
                values["answered"] = "1"
            if key == "phase":
                values["closed"] = ""
            records[record_id] = noun.record(record_id, **values)
    if not nouns or "person" in nouns:
        records["person-0"] = Person(
            "person-0", name="Turid Testad", role="teacher", role_note=mark("person", "role_note")
        )
    return School("planted", records, {})
