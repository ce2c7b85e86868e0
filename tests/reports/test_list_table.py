"""The table of a list for an audience: what it may not see is not there, not even as an empty row or a link."""

from datetime import date

import pytest

from fosdesk.content import read_framework
from fosdesk.display.noun_table import TITLE, column_names
from fosdesk.domain.fields import NOUNS, Record
from fosdesk.domain.records import FollowUp, Meeting, Person
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.reports.list_table import AUDIENCES, ListTable, columns_for, list_table
from fosdesk.words import read_words
from tests.privacy.known import names_of


def table_of(noun: str, audience: Audience, columns: list[str], *records: Record) -> ListTable:
    school = School("s", {one.id: one for one in records}, {})
    ids = [one.id for one in school.of(NOUNS[noun].record)]
    names: NameDetector = names_of(school)
    return list_table(
        school,
        NOUNS[noun],
        ids,
        columns,
        audience,
        names=names,
        words=read_words("nb"),
        framework=read_framework("nb"),
    )


def test_cells_are_what_they_mean_and_rows_stand_as_they_are_asked_for() -> None:
    table = table_of(
        "follow_up",
        Audience.SCHOOL,
        ["", "responsible", "due", "meeting"],
        FollowUp("b", what="Bestill\nrom", responsible="Rektor", due="2026-12-08", meeting="m"),
        FollowUp("a", what="Ring"),
        Meeting("m", what="Plandag"),
    )
    assert table.headings == ["Hva som skal gjøres", "Ansvarlig", "Frist", "Møte"]
    assert table.rows == [["Bestill\nrom", "Rektor", date(2026, 12, 8), "Plandag"], ["Ring", "", "", ""]]
    assert table.texts[0][2] == "8.12.2026"


def test_who_is_named_is_not_told_to_others() -> None:
    person = Person("p", name="Turid Testad")
    tasks = FollowUp("a", what="Ring Turid Testad"), FollowUp("b", what="Bestill rom")
    inside = table_of("follow_up", Audience.SCHOOL, [TITLE], person, *tasks)
    outside = table_of("follow_up", Audience.OWNER, [TITLE], person, *tasks)
    assert [one[0] for one in inside.rows] == ["Ring Turid Testad", "Bestill rom"]
    assert [one[0] for one in outside.rows] == ["Bestill rom"], "a row with nothing left is not there"


@pytest.mark.parametrize("audience", [Audience.OWNER, Audience.NETWORK])
def test_a_link_to_what_is_withheld_is_not_there(audience: Audience) -> None:
    person, meeting = Person("p", name="Turid Testad"), Meeting("m", what="Samtale med Turid Testad")
    task = FollowUp("a", what="Bestill rom", meeting="m")
    table = table_of("follow_up", audience, ["", "meeting"], person, meeting, task)
    assert table.rows == [["Bestill rom", ""]]
    gone = table_of("follow_up", audience, ["", "meeting"], FollowUp("a", what="Bestill rom", meeting="x"))
    assert gone.rows == [], "nobody can tell any more with whom one met"


def test_private_columns_are_in_no_file_and_personal_ones_only_at_home() -> None:
    for noun in NOUNS.values():
        columns = [name for name in (TITLE, *column_names(noun))]
        for audience in AUDIENCES:
            kept = [noun.fields.get(name or noun.title) for name in columns_for(noun, columns, audience)]
            allowed = {"open", "person"} if audience is Audience.SCHOOL else {"open"}
            assert {field.privacy.value for field in kept if field is not None} <= allowed
