"""What an unsorted line can become: the same record wherever it is sorted, with its day where that fits."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fosdesk.domain.fields import NOUNS, Date, Long, Noun, Privacy, Record, Use, noun, noun_of
from fosdesk.domain.records import AgendaLine, Captured, Decision, FollowUp, GateEntry, Meeting, Need, Question
from fosdesk.domain.rules.captured_sorting import kinds, sorted_id, sorted_record
from fosdesk.domain.values.fractional_index import between
from fosdesk.errors import FosdeskError
from tests.domain.schools import TODAY, school_of
from tests.store.store_copies import workplace
from tests.ui.acts import changed
from tests.workspace.people import Someone

LINE = Captured("line", text="Ring PPT neste tysdag", day="2026-12-01")
KINDS = ("follow_up", "decision", "gate_entry")
COMING = Meeting("coming", what="Ledermøte", day="2026-11-30")


def kind(record: type[Record]) -> Noun:
    return noun_of(record)


def test_what_is_offered_is_told_by_the_definition_of_the_noun() -> None:
    offered = kinds(school_of(COMING), TODAY)
    assert {one.record for one in offered} == {FollowUp, Decision, GateEntry, AgendaLine, Question, Need}
    letters = [one.use.letter for one in offered]
    assert len({*letters}) == len(letters)
    assert all(len(one) == 1 and one.isupper() for one in letters)


def test_no_agenda_line_without_a_meeting_ahead() -> None:
    held = Meeting("held", day="2026-11-20")
    assert AgendaLine not in {one.record for one in kinds(school_of(held), TODAY)}
    assert AgendaLine not in {one.record for one in kinds(school_of(), TODAY)}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (FollowUp, FollowUp("", what=LINE.text, due=LINE.day)),
        (Decision, Decision("", what=LINE.text, revisit=LINE.day)),
        (GateEntry, GateEntry("", what=LINE.text, revisit=LINE.day, came=TODAY)),
        (AgendaLine, AgendaLine("", what=LINE.text, meeting="coming", pos=between("", ""))),
    ],
)
def test_text_and_day_go_where_they_fit(record: type[Record], expected: Record) -> None:
    made = sorted_record(school_of(LINE, COMING), LINE, kind(record), TODAY)
    assert made.id == sorted_id("line", kind(record).key) != "line"
    assert made == changed(expected, id=made.id)


def test_an_agenda_line_comes_last_in_its_own_meeting() -> None:
    others = (AgendaLine("a", meeting="coming", pos="m"), AgendaLine("b", meeting="another", pos="z"))
    made = sorted_record(school_of(LINE, COMING, *others), LINE, kind(AgendaLine), TODAY)
    assert isinstance(made, AgendaLine)
    assert made.pos == between("m", "") > "m"


def test_a_line_of_several_lines_is_one_where_there_is_room_for_one() -> None:
    line = Captured("line", text="Ring PPT\nom rommet")
    follow_up = sorted_record(school_of(), line, kind(FollowUp), TODAY)
    decision = sorted_record(school_of(), line, kind(Decision), TODAY)
    assert isinstance(follow_up, FollowUp)
    assert isinstance(decision, Decision)
    assert (follow_up.what, decision.what) == ("Ring PPT om rommet", "Ring PPT\nom rommet")


@pytest.fixture
def question() -> Iterator[Noun]:
    """A noun of a later version that lines can become."""

    @noun("riddle", one="Question", many="Questions", title="text", use=Use(letter="Q"))
    class Riddle(Record, frozen=True):
        """Something that somebody asks."""

        text: Annotated[str, Long("Question", privacy=Privacy.OPEN)] = ""
        asked: Annotated[str, Date("Asked on", expects="past", privacy=Privacy.OPEN)] = ""

    yield NOUNS["riddle"]
    del NOUNS["riddle"]


def test_a_noun_needs_no_more_than_a_letter(question: Noun) -> None:
    assert question in kinds(school_of(), TODAY)
    made = sorted_record(school_of(), LINE, question, TODAY)
    assert getattr(made, "text", "") == LINE.text
    assert getattr(made, "asked", "") == "", "a day that lies ahead is none on which it was asked"


def test_ids_are_told_apart_by_line_and_kind() -> None:
    ids = {sorted_id(line, one) for line in ("a", "b", "ab") for one in KINDS}
    assert len(ids) == 9
    assert all(len(one) == 12 and ":" not in one for one in ids)


# -- two laptops


class Act(NamedTuple):
    """Who does it, to which line, and what: a noun's key, «delete», «undo» or «exchange»."""

    who: int
    line: str
    what: str


LINES = ("first", "second")
ACTS = st.builds(Act, st.integers(0, 1), st.sampled_from(LINES), st.sampled_from((*KINDS, "undo", "exchange")))


def sort(who: Someone, line_id: str, key: str, today: str = TODAY) -> bool:
    """Sort a line as its list does; False when it is not there."""
    line = who.workspace.school.find(line_id)
    if not isinstance(line, Captured):
        return False
    made = sorted_record(who.workspace.school, line, NOUNS[key], today, who.workspace.noted_on(line_id))
    who.workspace.commit_all([(None, made)], "a line was sorted", gone=[line])
    return True


def exchange(one: Someone, other: Someone) -> None:
    one.read(other)
    other.read(one)


@given(st.lists(ACTS, max_size=10))
@settings(max_examples=40)
def test_two_laptops_come_to_the_same_and_no_line_is_lost(acts: list[Act]) -> None:
    with workplace() as folder:
        people = [Someone(folder / role, role) for role in ("principal", "deputy")]
        people[0].workspace.commit_all([(None, Captured(line, text=f"Line {line}", day=TODAY)) for line in LINES])
        exchange(*people)
        sorted_to: set[tuple[str, str]] = set()
        undone = False
        for who, line, what in acts:
            if what == "exchange":
                exchange(*people)
            elif what == "undo":
                undone = True
                try:
                    people[who].workspace.undo()
                except FosdeskError:
                    continue
            elif sort(people[who], line, what):
                sorted_to.add((line, what))
        exchange(*people)
        exchange(*people)
        one, other = (someone.workspace.school for someone in people)
        assert dict(one.records) == dict(other.records)
        assert one.conflicts == other.conflicts
        texts = {getattr(record, "text", "") or getattr(record, "what", "") for record in one.records.values()}
        if not undone:  # each kind that somebody chose is there once, and no line that was sorted
            made = {sorted_id(line, key) for line, key in sorted_to}
            left = {line for line in LINES if line not in {line for line, _ in sorted_to}}
            assert {*one.records} == made | left
            assert one.conflicts == {}
            assert {f"Line {line}" for line in LINES} <= texts


def test_sorted_twice_to_one_kind_it_is_one_record(principal: Someone, deputy: Someone) -> None:
    principal.workspace.add(LINE)
    exchange(principal, deputy)
    for someone in (principal, deputy):
        assert sort(someone, "line", "follow_up")
    exchange(principal, deputy)
    for someone in (principal, deputy):
        (only,) = someone.workspace.school.records.values()
        assert isinstance(only, FollowUp)
        assert (only.what, only.due) == (LINE.text, LINE.day)
        assert someone.workspace.school.conflicts == {}


@pytest.mark.parametrize("key", sorted(one.key for one in NOUNS.values() if one.use.letter))
def test_sorted_on_two_days_it_is_one_record_and_nobody_has_to_choose(
    principal: Someone, deputy: Someone, key: str
) -> None:
    principal.workspace.commit_all([(None, LINE), (None, Meeting("coming", day="2027-01-12"))])
    exchange(principal, deputy)
    noted = principal.workspace.noted_on("line")
    assert noted == deputy.workspace.noted_on("line") != ""
    assert sort(principal, "line", key)
    assert sort(deputy, "line", key, "2026-12-04")
    exchange(principal, deputy)
    for someone in (principal, deputy):
        school = someone.workspace.school
        assert school.conflicts == {}
        made = school.get(NOUNS[key].record, sorted_id("line", key))
        if isinstance(made, GateEntry):
            assert made.came == noted, "it came in when it was noted"


def test_sorted_to_two_kinds_it_is_both(principal: Someone, deputy: Someone) -> None:
    principal.workspace.add(LINE)
    exchange(principal, deputy)
    assert sort(principal, "line", "follow_up")
    assert sort(deputy, "line", "decision")
    exchange(principal, deputy)
    found = {type(record) for record in principal.workspace.school.records.values()}
    assert found == {FollowUp, Decision} == {type(record) for record in deputy.workspace.school.records.values()}


def test_a_line_that_somebody_changed_meanwhile_is_there_to_be_looked_at(principal: Someone, deputy: Someone) -> None:
    principal.workspace.add(LINE)
    exchange(principal, deputy)
    assert sort(principal, "line", "follow_up")
    deputy.workspace.commit(LINE, Captured("line", text="Ring PPT om Storgata", day=LINE.day))
    exchange(principal, deputy)
    line = principal.workspace.school.find("line")
    assert isinstance(line, Captured)
    assert line.text == "Ring PPT om Storgata"
    assert sort(principal, "line", "follow_up")
    exchange(principal, deputy)
    for someone in (principal, deputy):
        (only,) = someone.workspace.school.records.values()
        said = someone.workspace.school.conflicts[only.id, "what"]
        assert {*said} == {LINE.text, "Ring PPT om Storgata"}


def test_one_step_is_undone_as_one_and_names_nothing(principal: Someone) -> None:
    principal.workspace.add(LINE)
    before = dict(principal.workspace.school.records)
    assert sort(principal, "line", "follow_up")
    after = dict(principal.workspace.school.records)
    label = principal.workspace.undo_label()
    assert label is not None
    assert tuple(label) == ("a line was sorted", "captured", "", "line")
    principal.workspace.undo()
    assert dict(principal.workspace.school.records) == before
    principal.workspace.redo()
    assert dict(principal.workspace.school.records) == after
