"""The framework as a value: look-ups, warnings with their numbers, milestones that follow the start and the pace."""

import re

import pytest

from fosdesk.content import read_framework
from fosdesk.domain.framework import Framework
from fosdesk.domain.values.semester import Semester


@pytest.fixture
def framework() -> Framework:
    return read_framework("nb")


def test_items_and_phases_are_found_by_id(framework: Framework) -> None:
    item = framework.item("F2-17")
    assert item is not None
    assert (item.phase, item.track, item.key) == ("F2", "B", True)
    phase = framework.phase("F2")
    assert phase is not None
    assert item in phase.items


@pytest.mark.parametrize(
    ("language", "orders"),
    [("nb", r"\b(dere|deres)\b"), ("nn", r"\b(de|dykk|dykkar)\b"), ("en", r"\b(you|your|yours)\b")],
)
def test_titles_for_documents_speak_to_nobody(language: str, orders: str) -> None:
    framework = read_framework(language)
    for item in framework.items:
        assert not re.search(orders, f"{item.told} {item.topic}", re.IGNORECASE), item.id
        assert item.told != item.text.rstrip("."), item.id
        assert not f"{item.told}{item.topic}".endswith("."), item.id
        assert item.told != item.topic, item.id
        assert len(item.told) <= 180, f"{item.id} is no title"
        assert len(item.topic) <= 115, f"{item.id} is no title"
    assert [phase.id for phase in framework.phases if re.search(orders, phase.about, re.IGNORECASE)] == []
    titles = [title for item in framework.items for title in (item.told, item.topic)]
    assert len(set(titles)) == len(titles)


def test_what_this_version_does_not_know_is_no_error(framework: Framework) -> None:
    assert framework.item("F9-01") is None
    assert framework.phase("F9") is None
    assert framework.pace("hectic") is None
    assert framework.milestone("party") is None


def test_a_warning_says_its_number(framework: Framework) -> None:
    assert "3 innspill" in framework.warning("W3").says(3)
    assert "endret 2 ganger" in framework.warning("W3").says(2, alternative=True)
    assert "{" not in framework.warning("W9").says(8)


def test_milestones_of_the_original_plan_fall_as_they_did(framework: Framework) -> None:
    pace = framework.pace("original")
    assert pace is not None
    start = Semester.parse("2019V")
    assert [str(one.semester(start, pace)) for one in framework.milestones] == [
        "2018H", "2019V", "2019V", "2019H", "2020V", "2020H",
    ]  # fmt: skip


def test_milestones_follow_a_calmer_pace(framework: Framework) -> None:
    pace = framework.pace("calm")
    assert pace is not None
    start = Semester.parse("2026H")
    group = framework.milestone("group_drives")
    routines = framework.milestone("routines_in_place")
    assert group is not None
    assert routines is not None
    assert str(group.semester(start, pace)) == "2027H"
    assert str(routines.semester(start, pace)) == "2029H"


def test_one_pace_is_suggested_and_the_last_phase_never_ends(framework: Framework) -> None:
    assert [pace.id for pace in framework.paces if pace.suggested] == ["steady"]
    assert framework.suggested_pace.id == "steady"
    assert all(pace.span("F4").last is None for pace in framework.paces)


def test_the_phases_of_a_pace_follow_each_other(framework: Framework) -> None:
    for pace in framework.paces:
        spans = [pace.span(phase.id) for phase in framework.phases]
        for earlier, later in zip(spans, spans[1:], strict=False):
            assert earlier.first <= later.first
            assert earlier.last is not None
            assert later.first <= earlier.last + 1, f"{pace.id}: nothing goes on between {earlier} and {later}"


def test_the_glossary_gives_the_word(framework: Framework) -> None:
    assert framework.word("gate_log") == "grensevoktingslogg"
