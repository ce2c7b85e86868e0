"""What an experience pack tells a school that begins: topics to choose from, and nothing that is not named here."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

import msgspec

from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Answer, ExperienceCard
from fosdesk.domain.records.school_profile import DIRECTION_FIELDS
from fosdesk.domain.school import School

_BEGINNING = ("answer:F0-", "answer:F1-")  # what a school has behind it when it begins phase 2
_PASSED_ON = ("given", "offered")  # what was got from others is theirs to pass on
_PROFILE = ("name", "municipality", "collaboration", "naming", "start")
_Fields = tuple[str, ...]


class Topic(NamedTuple):
    """A topic of the pack: its nouns with the fields that are told of them."""

    key: str
    nouns: Mapping[str, _Fields]


# Days that something is due on stay out: they would come up as the next steps of whoever reads.
TOPICS = (
    Topic(
        "direction",
        {
            "school_profile": DIRECTION_FIELDS,
            "theme": ("name", "standing", "reason", "since", "pos"),
            "core_component": ("name", "why", "looks_like", "not_this", "pos"),
            "practice": ("text", "where", "who", "component", "pos"),
        },
    ),
    Topic("beginning", {"answer": ("own_text", "how", "status", "reason")}),
    Topic(
        "helped",
        {
            "phase_experience": ("text", "kind", "phase"),
            "evaluation": ("what", "groups", "found", "keep", "stop"),
            "adjustment": ("what", "evaluation", "pos"),
        },
    ),
    Topic(
        "time",
        {
            "stop_item": ("what", "freed", "who", "semester", "reason"),
            "existing_group": ("name", "decision", "reason", "freed", "semester"),
        },
    ),
    Topic(
        "methods",
        {"method_card": ("name", "when", "how", "minutes", "pos"), "learning": ("what", "kind", "who", "summary")},
    ),
    Topic("cards", {"experience_card": ("what", "kind", "day", "text")}),
    Topic("own_words", {"description": ("text",), "description_section": ("heading", "text", "pos")}),
)
_ALWAYS: Mapping[str, _Fields] = {
    "school_profile": _PROFILE,
    "experience_pack": ("greeting", "mentor", "advice", "reach"),
}


def limited_to_pack(school: School, topics: Collection[str]) -> School:
    """What the pack tells of a school that is filtered already: chosen topics (keys), and what it says of itself.

    Whatever is not named in `TOPICS` stays out, also nouns and fields that come later.
    """
    told: dict[str, set[str]] = {}
    for nouns in (_ALWAYS, *(topic.nouns for topic in TOPICS if topic.key in topics)):
        for key, fields in nouns.items():
            told.setdefault(key, set()).update(fields)
    records = {}
    for one in school.records.values():
        names = told.get(noun_of(one).key)
        if names and _is_told(one):
            records[one.id] = _only(one, names)
    return School(school.id, records, {})


def with_pack(topics: Collection[str]) -> Callable[[School], School]:
    """The function that limits a school to a pack with these topics."""
    return lambda school: limited_to_pack(school, topics)


def _is_told(record: Record) -> bool:
    if isinstance(record, Answer):
        return record.id.startswith(_BEGINNING) and bool(f"{record.how}{record.reason}{record.own_text}".strip())
    return not isinstance(record, ExperienceCard) or record.kind in _PASSED_ON


def _only(record: Record, fields: Collection[str]) -> Record:
    kept = {*fields, "put_away"}
    blanks = {name: field.blank for name, field in noun_of(record).fields.items() if name not in kept}
    return msgspec.structs.replace(record, **blanks)
