"""The table of a noun: its columns, the words of its cells, and the order of each column."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.noun_table import TITLE, CellWords, column_label, column_names
from fosdesk.domain.fields import NOUNS, Record, noun_of
from fosdesk.domain.records import Decision, FollowUp, Meeting, Partner, TimeSlot
from fosdesk.domain.school import School
from fosdesk.words import read_words


def cells_of(*records: Record) -> CellWords:
    school = School("s", {one.id: one for one in records}, {})
    return CellWords(read_words("nb"), read_framework("nb"), school, noun_of(records[0]))


def ordered(name: str, *records: Record, descending: bool = False) -> list[str]:
    return [one.id for one in cells_of(*records).in_order(records, name, descending=descending)]


def test_columns_are_those_of_the_definition_else_the_first_short_ones() -> None:
    assert column_names(NOUNS["follow_up"]) == ("responsible", "due", "done")
    person = NOUNS["person"]
    shown = column_names(person)
    assert len(shown) == 3
    assert person.title not in shown
    assert column_label(read_words("nb"), NOUNS["follow_up"], TITLE) == "Hva som skal gjøres"


def test_a_long_text_is_its_first_line_and_a_day_is_short() -> None:
    one = Decision("d", what="Ingen flere innspill\ni vår", day="2026-11-23")
    cells = cells_of(one)
    assert (cells.of(one, TITLE), cells.of(one, "day"), cells.of(one, "groups")) == (
        "Ingen flere innspill",
        "23. nov. 2026",
        "",
    )


@pytest.mark.parametrize("descending", [False, True])
def test_words_stand_in_norwegian_order_and_what_is_empty_last(*, descending: bool) -> None:
    names = ["Zebra", "Ärlig", "Øvre", "Ås skole", "Aasen"]
    records = [FollowUp(name, what="x", responsible=name) for name in names]
    found = ordered("responsible", FollowUp("none"), *reversed(records), descending=descending)
    assert found == [*(reversed(names) if descending else names), "none"]


def test_days_numbers_times_and_semesters_stand_by_what_they_mean() -> None:
    """As words, «1. september» would stand ahead of «2. februar», and 100 ahead of 90."""
    slots = [
        TimeSlot("a", semester="2026H", minutes=90),
        TimeSlot("b", semester="2026V", minutes=100),
        TimeSlot("c", semester="", minutes=None),
        TimeSlot("d", semester="2025H", minutes=1000),
    ]
    assert ordered("semester", *slots) == ["d", "b", "a", "c"]
    assert ordered("minutes", *slots) == ["a", "b", "d", "c"]
    meetings = [Meeting("late", day="2026-09-01", start="14:30"), Meeting("early", day="2026-02-02", start="08:00")]
    assert ordered("day", *meetings) == ["early", "late"]
    assert ordered("start", *meetings, descending=True) == ["late", "early"]


def test_no_minutes_at_all_are_an_amount_and_not_empty() -> None:
    assert ordered("minutes", TimeSlot("none"), TimeSlot("some", minutes=5), TimeSlot("zero", minutes=0)) == [
        "zero",
        "some",
        "none",
    ]


def test_a_choice_stands_in_the_order_of_its_options() -> None:
    kind = Partner.__struct_fields__
    assert "kind" in kind
    keys = [option.key for option in NOUNS["partner"].fields["kind"].options]  # type: ignore[attr-defined]
    records = [Partner(key, kind=key) for key in reversed(keys)]
    assert ordered("kind", Partner("none"), *records) == [*keys, "none"]
