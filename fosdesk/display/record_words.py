"""The words of records, values, roles and undo steps."""

from collections.abc import Callable, Mapping

from fosdesk.display.noun_words import label_words, noun_one, option_words
from fosdesk.display.phase_names import phase_title
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import (
    NOUNS,
    AnyReference,
    Choice,
    ClockTime,
    Field,
    Kroner,
    Minutes,
    Months,
    Number,
    Privacy,
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
from fosdesk.domain.rules.links import noun_of_target
from fosdesk.domain.school import School, title_of
from fosdesk.domain.values.months import SCHOOL_YEAR, in_runs, known_months
from fosdesk.words import Words

LANGUAGE_NAMES: Mapping[str, str] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def role_words(words: Words, role: str) -> str:
    """The role of a laptop, as shown beside what was written on it."""
    return words(LAPTOP_ROLES[role]) if role in LAPTOP_ROLES else role or words("Leadership team")


def item_words(framework: Framework, item_id: str, own: str = "") -> str:
    """The text of a checklist item: the school's own, else the framework's; its id when that is gone."""
    item = framework.item(item_id)
    return own.strip() or (item.text if item else item_id)


def record_words(words: Words, framework: Framework, school: School, record_id: str) -> str:
    """The title of a record in a list or label; «deleted» when it is gone."""
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
    return title_of(record) or placeholder_title(words, record)


def open_title(words: Words, framework: Framework, school: School, record_id: str) -> str:
    """The title of a record where all may read it: the noun in place of what is private or about a person."""
    if has_open_title(school, record_id):
        return record_words(words, framework, school, record_id)
    return noun_one(words, noun_of(school.records[record_id])).lower()


def has_open_title(school: School, record_id: str) -> bool:
    """Whether all may read the title of a record, as far as its kind goes; also of one that is gone."""
    record = school.find(record_id)
    title = noun_of(record).fields.get(noun_of(record).title) if record is not None else None
    return title is None or title.privacy is Privacy.OPEN


def placeholder_title(words: Words, record: Record) -> str:
    """The title of a record without one of its own: the role of a person, else the noun."""
    role = getattr(record, "role", "")
    field = noun_of(record).fields.get("role")
    if role and isinstance(field, Choice):
        return option_words(words, field, role)
    return noun_one(words, noun_of(record))


def value_words(words: Words, framework: Framework, school: School, field: Field, value: Scalar) -> str:
    """A stored value in words; empty when there is none."""

    def title(target: str) -> str:
        return record_words(words, framework, school, target)

    return value_text(words, field, value, title, lambda target: link_words(words, school, target, title(target)))


def link_words(words: Words, school: School, record_id: str, title: str) -> str:
    """The title of what a link points to, with its kind behind it; the bare title of what is gone."""
    noun = noun_of_target(school, record_id)
    kind = noun_one(words, noun) if noun is not None else ""
    return title if not kind or title.casefold() == kind.casefold() else f"{title} ({kind.lower()})"


def value_text(
    words: Words, field: Field, value: Scalar, title: Callable[[str], str], link: Callable[[str], str]
) -> str:
    """A stored value in words, where `title` gives the title of the record that a reference points to.

    `link` does so for a link to a record of any noun, of which it tells the kind, too.
    """
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
    if isinstance(field, ClockTime):
        return words.clock(str(value))
    if isinstance(field, Months):
        return months_words(words, str(value))
    if isinstance(field, Number) and isinstance(value, int):
        return _number_words(words, field, value)
    if isinstance(field, Reference):
        return link(str(value)) if isinstance(field, AnyReference) else title(str(value))
    return str(value)


def months_words(words: Words, stored: str) -> str:
    """Stored months in words, neighbours as «august to October»; any other text as it is."""
    runs = in_runs(known_months(stored))
    if len(runs) == 1 and len(runs[0]) == len(SCHOOL_YEAR):
        return words("every month")
    said = [
        words("{first} to {last}", first=words.month(run[0]), last=words.month(run[-1]))
        if len(run) > 2
        else words.joined([words.month(one) for one in run])
        for run in runs
    ]
    return ", ".join(said) or stored


def _number_words(words: Words, field: Number, value: int) -> str:
    if isinstance(field, Minutes):
        return words.minutes(value)
    return words.kroner(value) if isinstance(field, Kroner) else words.number(value)


def field_words(words: Words, noun_key: str, field_name: str) -> str:
    """The label of a field; for an unknown field its name."""
    noun = NOUNS.get(noun_key)
    field = noun.fields.get(field_name) if noun else None
    return label_words(words, field) if field else field_name


def short(sentence: str, most: int = 60) -> str:
    """A text on one line, cut to `most` characters."""
    line = " ".join(sentence.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def step_words(words: Words, framework: Framework, school: School, label: StepLabel) -> str:
    """The label of an undo step; it stands on every page, so that it names nobody and tells nothing private."""
    noun = NOUNS.get(label.noun)
    known = label.noun or label.act in ("change", "settle")
    name = short(open_title(words, framework, school, label.record)) if label.record and known else ""
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
    """The words of a creation or deletion in a history."""
    return words("Deleted") if str(value or "").startswith(GONE) else words("Created")
