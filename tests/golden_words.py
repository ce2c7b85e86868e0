"""What the program says in each place, by the place's own key and never by its English text.

`said` alone asks the program: when words come to be looked up in another way, it is what changes.
"""

import csv
import json
from collections.abc import Iterator
from typing import NamedTuple

from fosdesk.content import read_framework
from fosdesk.display.noun_words import hint_words, noun_many, noun_one, option_words
from fosdesk.display.record_words import field_words, role_words, step_words
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.fields import NOUNS, Choice, Reference, noun_of
from fosdesk.domain.records import Person
from fosdesk.domain.roles import LAPTOP_ROLES
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import CATEGORIES, DOCUMENTS
from fosdesk.reports.sections.document_opening import AUDIENCES
from fosdesk.ui.frame.page_registry import page_names
from fosdesk.words import LANGUAGES, Words, read_words
from tests.golden_names import names
from tests.released import FILES

GOLDEN, CHANGED = FILES / "golden_words.json", FILES / "words_changed.tsv"
Said = dict[str, dict[str, str]]  # place, language, text


class Difference(NamedTuple):
    """What a place said and says now, in one language; empty where there was or is no such place."""

    place: str
    language: str
    before: str
    after: str


def said(words: Words, kind: str, *place: str) -> str:
    """The words of one place in one language: the one function that asks the program."""
    match kind, place:
        case "noun", (key, "one"):
            return noun_one(words, NOUNS[key])
        case "noun", (key, "many"):
            return noun_many(words, NOUNS[key])
        case "label", (key, name):
            return field_words(words, key, name)
        case "hint", (key, name):
            return hint_words(words, NOUNS[key].fields[name])
        case "option", (key, name, option):
            field = NOUNS[key].fields[name]
            assert isinstance(field, Choice)
            return option_words(words, field, option)
        case "step", (act, key, name):
            return step_words(words, read_framework(words.language), *labelled(act, key, name))
        case "advice", (key, "text"):
            return read_framework(words.language).warning(key).says(3)
        case "advice", (key, "alternative"):
            return read_framework(words.language).warning(key).says(3, alternative=True)
        case "advice", (key, "risk"):
            return read_framework(words.language).warning(key).risk
        case "document", (key, "title"):
            return words(DOCUMENTS[key].title)
        case "document", (key, "about"):
            return words(DOCUMENTS[key].about)
        case "shelf", (key,):
            return words(CATEGORIES[key])
        case "audience", (key,):
            return words(AUDIENCES[Audience(key)])
        case "page", (key,):
            return page_names(words)[key]
        case "role", (key,):
            return role_words(words, key)
        case _:
            raise KeyError(kind, place)


def places() -> Iterator[tuple[str, ...]]:
    """Every place that `said` can be asked for."""
    for key, noun in NOUNS.items():
        yield from (("noun", key, number) for number in ("one", "many"))
        yield from (("step", act, key, "") for act in ("create", "delete", "restore", "settle", "change"))
        for name, field in noun.fields.items():
            yield "label", key, name
            yield "step", "change", key, name
            if field.hint:
                yield "hint", key, name
            if isinstance(field, Choice):
                yield from (("option", key, name, option.key) for option in field.options)
    yield from (("step", act, "", "") for act in names()["acts"] if " " in act)
    for warning in read_framework("nb").warnings:
        yield from (("advice", warning.id, part) for part in ("risk", "text", "alternative") if getattr(warning, part))
    yield from (("document", key, part) for key in DOCUMENTS for part in ("title", "about"))
    yield from (("shelf", key) for key in CATEGORIES)
    yield from (("audience", str(audience)) for audience in AUDIENCES)
    yield from (("page", key) for key in page_names(read_words("en")))
    yield from (("role", key) for key in LAPTOP_ROLES)


def labelled(act: str, key: str, name: str) -> tuple[School, StepLabel]:
    """A step in the only record of a school, and that school; our own sentences name no record."""
    person: Person = Person("0123456789ab", name="Kari")
    if not key:
        return School("school", {}, {}), StepLabel(act)
    noun = NOUNS[key]
    title = noun.fields.get(noun.title)
    values = (
        {noun.title: person.id if isinstance(title, Reference) else "Lesing"} if title and title.blank == "" else {}
    )
    fixed = {"answer": "answer:F1-06", "phase": "phase:F2"}
    record = noun.record(fixed.get(key, "ba9876543210"), **values)
    assert noun_of(record) is noun
    school = School("school", {person.id: person, record.id: record}, {})
    return school, StepLabel(act, key, name, record.id)


def all_said() -> Said:
    """What stands in each place, in each language."""
    known = {language: read_words(language) for language in LANGUAGES}
    return {" ".join(place): {language: said(words, *place) for language, words in known.items()} for place in places()}


def golden() -> Said:
    """What stood there in the program of commit 730ab01."""
    listed = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return {place: dict(zip(LANGUAGES, texts, strict=True)) for place, texts in listed.items()}


def meant() -> dict[Difference, str]:
    """The differences that are meant, and why."""
    with CHANGED.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert lines[0] == ["place", "language", "before", "after", "why"]
    return {Difference(*line[:4]): line[4] for line in lines[1:]}


def differences(before: Said, now: Said) -> set[Difference]:
    """What reads differently, or is gone; a place that is new is no difference."""
    return {
        Difference(place, language, text, now.get(place, {}).get(language, ""))
        for place, texts in before.items()
        for language, text in texts.items()
        if now.get(place, {}).get(language, "") != text
    }


def write() -> None:
    """Write the golden file, one place a line; only ever done with the program of that commit."""
    lines = [
        f"{json.dumps(place)}:{json.dumps(list(texts.values()), ensure_ascii=False, separators=(',', ':'))}"
        for place, texts in sorted(all_said().items())
    ]
    GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
