"""The example's story is whole in both languages, names nobody, and does not slip from one language into the other."""

import re
from collections import Counter
from typing import Any

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.fields import NOUNS, Privacy, noun_of
from fosdesk.domain.journal import heads
from fosdesk.domain.records import GateEntry, Person
from fosdesk.domain.rules.advice import advice
from fosdesk.domain.school import School, school_from_heads, values_of
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.example.story_files import LANGUAGES, read_plot, read_second_school, read_words

SILENT = "who-writes"  # decided a few days ago, and nobody has written why yet
LEAKS = {
    "nn": "ikke hva hvor hvordan hvorfor hvem noen noe være gjøre uten dere deres skole fra også ansatt ansatte jeg "
    "elever lærere flere mye hver selv nå bare frem fravær friminutter uke uker gruppen boken",
    "nb": "ikkje kva kvar korleis kvifor kven nokon noko vere gjere utan dykk dykkar skule frå òg tilsette eg elevar "
    "lærarar fleire mykje kvar sjølv berre fråvær veke veker gruppa boka",
}


def texts(told: Any) -> list[str]:
    if isinstance(told, str):
        return [told]
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for one in inner for text in texts(one)]


def shape(told: Any, place: str = "") -> set[str]:
    """Every place where a text stands, with how many versions it has."""
    if isinstance(told, dict):
        return {found for key, inner in told.items() for found in shape(inner, f"{place}/{key}")}
    return {f"{place}*{len(told)}" if isinstance(told, list) else place}


def picture(language: str) -> School:
    journal = example_journal(language=language)
    return school_from_heads(journal.school, heads(journal))


def test_both_languages_tell_the_same_things() -> None:
    assert shape(read_words("nb")) == shape(read_words("nn"))
    assert shape(read_second_school("nb")[1]) == shape(read_second_school("nn")[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_one_language_does_not_stand_in_the_other(language: str) -> None:
    banned = set(LEAKS[language].split())
    for text in texts(read_words(language)) + texts(read_second_school(language)[1]):
        assert not banned & set(re.findall(r"\w+", text.lower())), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_hold_no_year_no_long_number_and_no_blank_edge(language: str) -> None:
    for text in texts(read_words(language)) + texts(read_second_school(language)[1]):
        assert not re.search(r"\d{4}", text), text
        assert text == text.strip(), text
        assert "  " not in text, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_named_only_in_fields_about_people(language: str) -> None:
    school = picture(language)
    names = re.compile(r"\b(" + "|".join(person.name for person in school.of(Person)) + r")s?\b", re.IGNORECASE)
    for record in school.records.values():
        fields = NOUNS[noun_of(record).key].fields
        for name, value in values_of(record).items():
            if isinstance(value, str) and fields[name].privacy is Privacy.OPEN:
                assert not names.search(value), (name, value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_the_checklist_is_told_about(language: str) -> None:
    items = {item.id for item in read_framework(language).items}
    assert set(read_plot()["answer"]) == set(read_words(language)["answer"]) == items
    assert all(words.get("how") for words in read_words(language)["answer"].values())
    assert len(read_words(language)["own_item"]) >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_version_of_a_text_has_its_moment(language: str) -> None:
    scenes = read_plot()["scenes"]
    told = Counter((s["noun"], s.get("like", s["key"]), name) for s in scenes for name in s.get("words", ()))
    for (noun, key, name), times in told.items():
        versions = read_words(language)[noun][key][name]
        assert isinstance(versions, str) or len(versions) == times, (noun, key, name)


def test_what_is_told_of_later_years_does_not_come_early() -> None:
    now = picture("nb").profile.left_out
    later = example_journal(years=6)
    assert "ny leseplan" in now
    assert "ny leseplan" not in school_from_heads(later.school, heads(later)).profile.left_out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_told_about_and_what_was_decided_has_a_reason_and_an_answer(language: str) -> None:
    told = read_words(language)["gate_entry"]
    assert set(told) == set(read_plot()["gate_entry"])
    assert len(told) >= 60
    for key, course in read_plot()["gate_entry"].items():
        for name in ("reason", "reply"):
            decided = bool(course["steps"]) and key != SILENT
            assert decided == bool(told[key].get(name)), (key, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_decision_without_a_reason_gives_the_program_something_to_ask(language: str) -> None:
    asked = advice(read_framework(language), picture(language), "2026-11-23")
    assert [one.warning for one in asked] == ["W8"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_entries_do_not_repeat_what_came(language: str) -> None:
    whats = [entry.what for entry in picture(language).of(GateEntry)]
    assert len(whats) == len(set(whats))
    assert all(len(what) > 8 for what in whats)
