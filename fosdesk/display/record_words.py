"""Words for nouns, fields, choices, roles and steps."""

from collections.abc import Callable, Mapping

from fosdesk.display.noun_words import label_words, noun_one, option_words
from fosdesk.display.phase_names import phase_title
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import (
    NOUNS,
    Choice,
    Field,
    Minutes,
    Number,
    Record,
    Reference,
    Scalar,
    SemesterField,
    YesNo,
    noun_of,
)
from fosdesk.domain.fields import Date as DateField
from fosdesk.domain.framework import Framework
from fosdesk.domain.journal import GONE
from fosdesk.domain.records import Answer
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.domain.school import School, title_of
from fosdesk.words import Words

LANGUAGE_NAMES: Mapping[str, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def role_words(words: Words, role: str) -> str:
    """The role of a laptop, as shown beside what it wrote."""
    return words(LAPTOP_ROLES[role]) if role in LAPTOP_ROLES else role or words("Leadership team")


def item_words(framework: Framework, item_id: str, own: str = "") -> str:
    """A checklist item in the school's own wording, else as the framework suggests it; its id when that is gone."""
    item = framework.item(item_id)
    return own.strip() or (item.text if item else item_id)


def record_words(words: Words, framework: Framework, school: School, record_id: str) -> str:
    """What to call a record in a list or a label; «deleted» when it is gone."""
    if record_id.startswith("answer:"):
        return item_words(framework, record_id.partition(":")[2], school.get(Answer, record_id).own_text)
    if record_id.startswith("phase:"):
        return phase_title(framework, school, record_id.partition(":")[2])
    record = school.find(record_id)
    if record is None:
        return words("shielded") if record_id in school.shielded else words("deleted")
    noun = noun_of(record)
    field = noun.fields.get(noun.title)
    if isinstance(field, Reference):
        target = getattr(record, noun.title)
        return record_words(words, framework, school, target) if target else noun_one(words, noun)
    return title_of(record) or unnamed(words, record)


def unnamed(words: Words, record: Record) -> str:
    """What to call a record that nobody has given a first line: its role for a person, else its noun."""
    role = getattr(record, "role", "")
    field = noun_of(record).fields.get("role")
    if role and isinstance(field, Choice):
        return option_words(words, field, role)
    return noun_one(words, noun_of(record))


def value_words(words: Words, framework: Framework, school: School, field: Field, value: Scalar) -> str:
    """A stored value for reading, empty when there is none."""
    return said_value(words, field, value, lambda target: record_words(words, framework, school, target))


def said_value(words: Words, field: Field, value: Scalar, title: Callable[[str], str]) -> str:
    """The same, where `title` says what to call the record that a reference points to."""
    if isinstance(field, YesNo):
        return words("Yes") if value else words("No")
    if value is None or value == "":
        return ""
    if isinstance(field, Choice):
        return option_words(words, field, str(value))
    if isinstance(field, DateField):
        return words.date(str(value))
    if isinstance(field, SemesterField):
        return words.semester(str(value))
    if isinstance(field, Number) and isinstance(value, int):
        return words.minutes(value) if isinstance(field, Minutes) else words.number(value)
    if isinstance(field, Reference):
        return title(str(value))
    return str(value)


def field_words(words: Words, noun_key: str, field_name: str) -> str:
    """The label of a field; a field that nobody here knows goes by its name."""
    noun = NOUNS.get(noun_key)
    field = noun.fields.get(field_name) if noun else None
    return label_words(words, field) if field else field_name


def short(sentence: str, most: int = 60) -> str:
    """A text cut to one short line."""
    line = " ".join(sentence.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def step_words(words: Words, framework: Framework, school: School, label: StepLabel) -> str:
    """What a step of undo is called."""
    noun = NOUNS.get(label.noun)
    known = label.noun or label.act in ("change", "settle")
    name = short(record_words(words, framework, school, label.record)) if label.record and known else ""
    thing = noun_one(words, noun) if noun else label.noun
    if label.record.startswith("answer:"):
        name = label.record.partition(":")[2]
    if label.act == "create":
        return words("new: {thing}", thing=thing.lower())
    if label.act == "delete":
        return words("deleted: {thing}", thing=thing.lower())
    if label.act == "restore":
        return words("brought back: {thing}", thing=name or thing.lower())
    if label.act in ("change", "settle"):
        if label.field and name:
            return words("{field} for {name}", field=field_words(words, label.noun, label.field).lower(), name=name)
        return words("changes in {name}", name=name or thing.lower())
    return words(label.act)


def birth_words(words: Words, value: Scalar) -> str:
    """What a birth or a deletion says in a history."""
    return words("Deleted") if str(value or "").startswith(GONE) else words("Created")
