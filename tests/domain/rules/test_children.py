"""Records that belong to another: in order, with all below them, and moved."""

from collections.abc import Iterator
from typing import Annotated

import pytest

from fosdesk.domain.fields import NOUNS, Privacy, Record, Reference, Short, child_nouns, noun, noun_of, parent_id
from fosdesk.domain.records import AgendaLine, Decision, Meeting
from fosdesk.domain.rules.children import child_at_end, child_between, children_of, moved, with_children
from fosdesk.domain.school import School

AGENDA = noun_of(AgendaLine)


def school_of(*records: Record) -> School:
    return School("s", {one.id: one for one in records}, {})


@pytest.fixture
def remark() -> Iterator[type[Record]]:
    """A noun whose records belong to agenda lines, so that there are three levels."""

    @noun("remark", one="Remark", many="Remarks")
    class Remark(Record, frozen=True):
        """Something that was said."""

        line: Annotated[str, Reference("Line", "agenda_line", parent=True, hidden=True, privacy=Privacy.OPEN)] = ""
        text: Annotated[str, Short("Text", privacy=Privacy.OPEN)] = ""

    yield Remark
    del NOUNS["remark"]


def test_which_nouns_belong_to_which_is_in_their_definition(remark: type[Record]) -> None:
    assert child_nouns(noun_of(Meeting)) == (AGENDA,)
    assert child_nouns(AGENDA) == (noun_of(remark),)
    assert child_nouns(noun_of(remark)) == ()
    assert parent_id(AgendaLine("a", meeting="m")) == "m"
    assert parent_id(Decision("d", meeting="m")) == "", "a reference alone makes no child"


def test_children_stand_in_their_order_and_each_under_its_own_parent() -> None:
    school = school_of(
        AgendaLine("b", meeting="m", pos="2"),
        AgendaLine("x", meeting="n", pos="1"),
        AgendaLine("a", meeting="m", pos="1"),
    )
    assert [one.id for one in children_of(school, AGENDA, "m")] == ["a", "b"]
    assert children_of(school, AGENDA, "") == []


def test_all_that_belongs_to_a_record_goes_with_it(remark: type[Record]) -> None:
    first, line, said = Meeting("m"), AgendaLine("a", meeting="m"), remark(id="r", line="a")  # type: ignore[call-arg]
    school = school_of(first, Meeting("n"), line, AgendaLine("b", meeting="n"), said, Decision("d", meeting="m"))
    assert [one.id for one in with_children(school, [first])] == ["m", "a", "r"]
    assert [one.id for one in with_children(school, [line, first])] == ["a", "m", "r"]
    assert with_children(school, []) == []


def test_a_new_one_comes_last_or_between_two() -> None:
    school = school_of(AgendaLine("a", meeting="m", pos="5"), AgendaLine("x", meeting="n", pos="z"))
    at_end, between = child_at_end(school, AGENDA, "m"), child_between(AGENDA, "m", "5", "6")
    assert isinstance(at_end, AgendaLine)
    assert isinstance(between, AgendaLine)
    assert at_end.meeting == between.meeting == "m"
    assert at_end.pos > "5"
    assert "5" < between.pos < "6"


def test_moving_changes_no_more_than_it_must() -> None:
    lines = [AgendaLine(name, pos=place) for name, place in (("a", "1"), ("b", "2"), ("c", "3"))]
    ((before, after),) = moved(lines, "c", "a")
    assert (before.id, isinstance(after, AgendaLine) and after.pos < "1") == ("c", True)
    tied = [AgendaLine(name, pos="i") for name in ("a", "b", "c")]
    places = {after.id: after.pos for _, after in moved(tied, "c", "b") if isinstance(after, AgendaLine)}
    assert "i" < places["c"] < places["b"]
    assert moved(lines, "c", "c") == moved(lines, "gone", "") == moved(lines, "a", "gone") == []
