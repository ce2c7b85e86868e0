"""What rows from elsewhere mean as records: columns by their headings or their order, cells by their fields."""

from datetime import date
from typing import Any

import pytest

from fosdesk.content import read_framework
from fosdesk.display.noun_table import CellWords
from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import CoreComponent, FollowUp, Meeting, Partner
from fosdesk.domain.school import School
from fosdesk.ui.lists.paste.pasted_rows import PastedRows, new_ones
from fosdesk.words import LANGUAGES, read_words

TODAY = date(2026, 11, 23)


def reader_of(noun: str, *records: Record) -> PastedRows:
    school = School("s", {one.id: one for one in records}, {})
    cells = CellWords(read_words("nb"), read_framework("nb"), school, NOUNS[noun])
    return PastedRows(NOUNS[noun], cells, school, [read_words(one) for one in LANGUAGES], TODAY)


@pytest.mark.parametrize(
    "headings",
    [
        ["Frist", "Hva som skal gjøres", "Noe annet", "Ansvarlig"],
        ["frist:", "KVA SOM SKAL GJERAST", "", "ansvarleg"],
        ["Due", "What is to be done", "x", "Responsible"],
    ],
)
def test_columns_are_matched_by_headings_in_three_languages(headings: list[str]) -> None:
    table = reader_of("follow_up").matched([headings, ["8.12", "Ring PPT", "?", "Rektor"]])
    assert table.fields == ["due", "what", "", "responsible"]
    assert table.rows == [["8.12", "Ring PPT", "?", "Rektor"]]


def test_without_headings_columns_are_those_of_the_list_in_order() -> None:
    table = reader_of("follow_up").matched([["Ring PPT", "Rektor", "8.12"], ["Bestill rom", "", ""]])
    assert (table.headings, table.fields) == ((), ["what", "responsible", "due"])
    assert len(table.rows) == 2


def test_one_heading_twice_is_one_column() -> None:
    table = reader_of("follow_up").matched([["Frist", "Frist"], ["8.12", "9.12"]])
    assert table.fields == ["due", ""]


@pytest.mark.parametrize(
    ("noun", "name", "cell", "value"),
    [
        ("follow_up", "due", "8. desember 2026", "2026-12-08"),
        ("follow_up", "due", "2026-12-08 00:00:00", "2026-12-08"),
        ("follow_up", "due", "neste uke", None),
        ("meeting", "start", "kl. 14.30", "14:30"),
        ("meeting", "start", "halv tre", None),
        ("meeting", "minutes", "1:30", 90),
        ("meeting", "present_count", "mange", None),
        ("meeting", "who", "foreldre", "parents"),
        ("meeting", "who", "Parents", "parents"),
        ("meeting", "who", "parents", "parents"),
        ("meeting", "who", "naboene", None),
        ("time_slot", "semester", "Høst 2026", "2026H"),
        ("time_slot", "semester", "2027V", "2027V"),
        ("agenda_line", "standing", "Ja", True),
        ("agenda_line", "standing", "kanskje", None),
        ("follow_up", "what", "to\nlinjer", "to linjer"),
        ("meeting", "notes", "to\nlinjer", "to\nlinjer"),
        ("meeting", "notes", "x" * 200_001, None),
    ],
)
def test_a_cell_is_read_as_its_field_is_typed(noun: str, name: str, cell: str, value: Any) -> None:
    assert reader_of(noun).value(name, NOUNS[noun].fields[name], cell) == value


def test_a_reference_is_read_by_the_title_where_there_is_only_one() -> None:
    field = NOUNS["follow_up"].fields["meeting"]
    reader = reader_of("follow_up", Meeting("m", what="Plandag"), Meeting("x", what="Fast"), Meeting("y", what="Fast"))
    assert reader.value("meeting", field, "plandag") == "m"
    assert reader.value("meeting", field, "Fast") is None
    assert reader.value("meeting", field, "Ukjent") is None


def test_what_cannot_be_read_is_told_and_the_rest_of_the_row_is_made() -> None:
    reader = reader_of("follow_up")
    (one,) = reader.read(reader.matched([["Ring PPT", "Rektor", "neste uke"]]), {})
    assert isinstance(one.record, FollowUp)
    assert (one.record.what, one.record.responsible, one.record.due) == ("Ring PPT", "Rektor", "")
    assert one.unread == {"due": "neste uke"}


def test_what_is_there_already_is_known_and_what_says_something_else_is_new() -> None:
    reader = reader_of("follow_up", FollowUp("a", what="Ring PPT", responsible="Rektor", due="2026-12-08"))
    rows = [
        ["Ring  ppt", "", ""],
        ["Ring PPT", "Rektor", "8.12.2026"],
        ["Ring PPT", "Inspektør", ""],
        ["Bestill rom", "", ""],
        ["Bestill rom", "", ""],
    ]
    read = reader.read(reader.in_order(rows), {})
    assert [one.is_known for one in read] == [True, True, False, False, True]
    assert len(new_ones(read, also_known=False)) == 2
    assert len(new_ones(read, also_known=True)) == 5


def test_new_records_get_the_chosen_values_unless_a_column_has_them() -> None:
    reader = reader_of("partner")
    kinds = [option.key for option in NOUNS["partner"].fields["kind"].options]  # type: ignore[attr-defined]
    (one,) = reader.read(reader.in_order([["PPT"]]), {"kind": kinds[0]})
    assert isinstance(one.record, Partner)
    assert (one.record.name, one.record.kind) == ("PPT", kinds[0])


def test_new_records_stand_in_the_order_in_which_they_were_copied() -> None:
    reader = reader_of("core_component", CoreComponent("c", name="Først", pos="m"))
    read = reader.read(reader.in_order([[f"Nr. {n}"] for n in range(50)]), {})
    places = [str(getattr(one.record, "pos")) for one in read]  # noqa: B009
    assert places == sorted(places)
    assert min(places) > "m"
    assert len(set(places)) == 50


def test_no_column_may_be_hidden_or_a_place() -> None:
    for noun in NOUNS.values():
        reader = reader_of(noun.key)
        assert all(not noun.fields[name].hidden for name in reader.fields)
