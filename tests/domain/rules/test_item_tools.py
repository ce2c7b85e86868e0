"""The tools of checklist items: every item has some or says why not, and what they hold is counted."""

import re
import tomllib
from collections.abc import Iterator
from typing import Annotated

import pytest

from fosdesk import paths
from fosdesk.domain.fields import NOUNS, AtItem, Privacy, Record, Short, Use, noun, noun_of
from fosdesk.domain.records import (
    Camp,
    CriticalQuestion,
    GateEntry,
    Meeting,
    Need,
    Person,
    PhaseFrame,
    Question,
    SchoolProfile,
    WorkGroup,
)
from fosdesk.domain.rules.item_tools import (
    SHOWN_FIRST,
    ToolCount,
    can_write_one_line,
    count_of,
    first_records,
    is_private,
    nouns_of,
    record_id,
    tools_of,
    written_fields,
)
from fosdesk.domain.school import School
from fosdesk.words import read_words

FIXED_ID = re.compile(r"(?:[a-z_]+|[a-z_]+:(?:[a-z_]+|\{phase\}|\{semester\}))")


def items() -> set[str]:
    """The ids of all items, as the framework's structure has them."""
    with paths.resource("framework", "structure.toml").open("rb") as file:
        structure = tomllib.load(file)
    return {item["id"] for phase in structure["phases"] for item in phase["items"]}


def school_of(*records: Record) -> School:
    return School("school", {one.id: one for one in records}, {})


def test_every_item_has_a_tool() -> None:
    assert len(items()) == 76
    assert [item for item in items() if not tools_of(item)] == []


def test_no_noun_names_an_item_that_is_not_there() -> None:
    named = {item for one in NOUNS.values() for item in one.use.items}
    assert named - items() == set()


def test_what_an_item_shows_of_a_fixed_record_is_declared_whole() -> None:
    found = [(one, place) for one in NOUNS.values() for place in one.use.at_items]
    assert len(found) >= 12
    for one, place in found:
        assert place.item in one.use.items, (one.key, place)
        assert set(place.fields) <= set(one.fields), (one.key, place)
        assert place.fields, (one.key, place)
        assert FIXED_ID.fullmatch(place.record), (one.key, place)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_counts_have_their_words(language: str) -> None:
    words = read_words(language)
    for one in NOUNS.values():
        assert words(one.use.left, n=3).startswith("3 ")


def test_waiting_options_are_those_of_a_choice() -> None:
    for one in NOUNS.values():
        if one.use.waits:
            name, *options = one.use.waits
            known = {option.key for option in getattr(one.fields[name], "options", ())}
            assert set(options) <= {"", *known}


def test_tools_come_with_fixed_records_first() -> None:
    assert [tool.noun.key for tool in tools_of("F1-10")] == ["question"]
    keys = [tool.noun.key for tool in tools_of("F2-04")]
    assert keys[0] == "school_profile"
    assert set(keys) >= {"theme", "agreed_text"}
    assert tools_of("F4-99") == ()
    assert [one.key for one in nouns_of(["F1-02", "F1-03", "F1-10"])] == ["need", "question"]


def test_what_a_tool_holds_is_counted_with_what_is_unfinished() -> None:
    asked = [Question("q1", text="Hvem?"), Question("q2", text="Hva?", answered="2026-11-02")]
    school = school_of(
        *asked, GateEntry("g1"), GateEntry("g2", decision="undecided"), GateEntry("g3", decision="parked")
    )
    assert count_of(school, noun_of(Question)) == ToolCount(2, 1)
    assert count_of(school, noun_of(GateEntry)) == ToolCount(3, 2)
    assert count_of(school, noun_of(Need)) == ToolCount(0, 0)


def test_only_a_change_of_its_own_kind_counts_anew() -> None:
    school = school_of(Question("q1"))
    before = count_of(school, noun_of(Question))
    other = school.replaced(school_of(Need("n1")), ["n1"])
    assert count_of(other, noun_of(Question)) is before
    more = other.replaced(school_of(Question("q2")), ["q2"])
    assert count_of(more, noun_of(Question)) == ToolCount(2, 2)


def test_unfinished_ones_are_shown_first_and_then_the_newest() -> None:
    done = [Question(f"d{n}", answered="2026-11-02") for n in range(6)]
    school = school_of(Question("a"), *done, Question("b"))
    assert [one.id for one in first_records(school, noun_of(Question))] == ["b", "a", "d5", "d4"]
    many = school_of(*(Meeting(f"m{n}", day=f"2026-0{n}-01") for n in (3, 1, 8, 5, 2)))
    assert [one.id for one in first_records(many, noun_of(Meeting))] == ["m8", "m5", "m3", "m2"]
    assert SHOWN_FIRST == 4


def test_a_noun_is_private_when_every_field_is() -> None:
    assert is_private(noun_of(CriticalQuestion))
    assert not is_private(noun_of(Camp))
    assert not is_private(noun_of(Question))


def test_a_line_becomes_no_record_that_is_named_for_a_person() -> None:
    assert can_write_one_line(noun_of(Question))
    assert can_write_one_line(noun_of(CriticalQuestion))
    assert not can_write_one_line(noun_of(Person))
    assert not can_write_one_line(noun_of(WorkGroup))


def test_fixed_records_are_those_of_the_phase_and_the_semester() -> None:
    (frame,) = (one for tool in tools_of("F1-16") for one in tool.places)
    assert record_id(frame, "F1", "2026H") == "phase_frame:F1"
    (balance,) = (one for tool in tools_of("F2-20") for one in tool.places)
    assert record_id(balance, "F2", "2026H") == "balance:2026H"
    school = school_of(
        PhaseFrame("phase_frame:F1", budget=0, conditions="Vikar"), PhaseFrame("phase_frame:F2", budget=7)
    )
    assert written_fields(school, noun_of(PhaseFrame), frame, "F1", "2026H") == ("budget", "conditions")
    (direction,) = (one for tool in tools_of("F2-04") for one in tool.places)
    assert (
        written_fields(school_of(SchoolProfile("school", name="Nes")), noun_of(SchoolProfile), direction, "F2", "")
        == ()
    )


@pytest.fixture
def declared() -> Iterator[type[Record]]:
    """A noun that is declared here and nowhere else."""

    @noun("walk", one="Walk", many="Walks", page="overview", use=Use(new="New walk", items=("F4-02",)))
    class Walk(Record, frozen=True):
        what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""

    yield Walk
    del NOUNS["walk"]


def test_a_noun_is_a_tool_of_its_items_by_its_definition_alone(declared: type[Record]) -> None:
    assert [tool.noun.key for tool in tools_of("F4-02")][-1] == "walk"
    assert AtItem("F4-02", "walk", ("what",)).elsewhere is False
    assert can_write_one_line(noun_of(declared))
