"""Where a record is found: each noun has a page that is there, and what belongs to another record opens that one."""

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    CoreComponent,
    GateEntry,
    GateReason,
    OwnItem,
    Person,
    PhaseState,
    Reflection,
    TransitionNote,
    TranslationNote,
)
from fosdesk.domain.school import School
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.places import page_of, page_words, record_to_open
from tests.ui.acts import desk_of

RECORDS: tuple[tuple[Record, str, str], ...] = (
    (GateEntry("g"), "gatekeeping", "g"),
    (GateReason("r", parent="g"), "gatekeeping", "g"),
    (TranslationNote("translation:g"), "gatekeeping", "translation:g"),
    (AgendaLine("a", meeting="m"), "meetings", "m"),
    (AgendaLine("a"), "schools", "a"),
    (Person("p"), "work_group", "p"),
    (PhaseState("phase:F2"), "phase:F2", "phase:F2"),
    (Answer("answer:F3-04"), "phase:F3", "answer:F3-04"),
    (Reflection("reflection:F4-01"), "phase:F4", "reflection:F4-01"),
    (OwnItem("o", phase="F0"), "phase:F0", "o"),
    (OwnItem("nowhere"), "phase:F1", "nowhere"),
    (TransitionNote("t", phase="F2"), "phase:F2", "t"),
    (CoreComponent("c"), "direction", "c"),
)


def school_of(*records: Record) -> School:
    return School("s", {record.id: record for record in records}, {})


@pytest.mark.parametrize(("record", "place", "opens"), RECORDS)
def test_a_record_is_found_on_its_page(record: Record, place: str, opens: str) -> None:
    school = school_of(record)
    assert (page_of(school, record.id), record_to_open(school, record.id)) == (place, opens)


def test_an_item_that_nobody_has_answered_is_found_too_and_what_is_gone_on_the_overview() -> None:
    assert page_of(school_of(), "answer:F1-06") == "phase:F1"
    assert page_of(school_of(), "answer:F9-01") == page_of(school_of(), "gone") == "overview"


@pytest.mark.parametrize(
    ("record_id", "place"),
    [
        ("work_group", "work_group"),
        ("seat:fau", "work_group"),
        ("balance:2026H", "time"),
        ("time_plan", "time"),
        ("school", "settings"),
        ("description:anchoring", "documents"),
        ("translation:g", "gatekeeping"),
        ("reflection:F2-1", "phase:F2"),
        ("phase:F3", "phase:F3"),
        ("retention", "storage"),
    ],
)
def test_what_is_stored_with_the_first_word_has_its_page_before_that(record_id: str, place: str) -> None:
    assert page_of(school_of(), record_id) == place


def test_every_noun_has_a_page_that_is_there_and_a_name_for_it(fresh_school: Fosdesk) -> None:
    desk, keys = desk_of(fresh_school), {place.key for place in PAGES}
    for noun in NOUNS.values():
        record_id = f"{noun.key}:F1"  # as the ids of phases and answers are made; of others it may be anything
        place = page_of(school_of(noun.record(id=record_id)), record_id)
        assert place in keys, noun.key
        assert page_words(desk, place).strip(), noun.key
    assert page_words(desk, "phase:F0") == "Før start"
    assert page_words(desk, "gatekeeping") == "Grensevokting"
