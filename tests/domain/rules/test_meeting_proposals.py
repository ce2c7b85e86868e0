"""What could be on the agenda of a meeting: reasons, order, what is taken, and what stays with the leadership team."""

from collections.abc import Callable, Iterator
from typing import Annotated

import pytest

from fosdesk.domain.fields import NOUNS, Date, Privacy, Record, Short, noun
from fosdesk.domain.records import (
    AgendaLine,
    Answer,
    Decision,
    FollowUp,
    GateEntry,
    Meeting,
    OwnerRequest,
    PhaseState,
    Restriction,
)
from fosdesk.domain.records.meetings import LEADERSHIP, MEETING_WHO_OPTIONS
from fosdesk.domain.rules.meeting_proposals import MOST, Proposal, chosen_lines, earlier_line, proposals
from fosdesk.domain.school import School
from tests.domain.schools import FRAMEWORK, TODAY, school_of

F1, F3 = PhaseState("phase:F1", opened="2026-08-20"), PhaseState("phase:F3", opened="2026-10-20")
NEXT = Meeting("next", day="2026-12-08", who="work_group", series="Arbeidsgruppa")
LAST = Meeting("last", day="2026-11-17", who="work_group", series="Arbeidsgruppa")
OTHERS = [option.key for option in MEETING_WHO_OPTIONS if option.key != LEADERSHIP] + [""]


def found_in(school: School, meeting: Meeting = NEXT, names: Callable[[str], bool] = lambda _: False) -> list[Proposal]:
    return list(proposals(FRAMEWORK, school, meeting, TODAY, names_somebody=names))


def pairs(*records: Record, meeting: Meeting = NEXT, kinds: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = found_in(school_of(*records), meeting)
    return [(one.kind, one.about) for one in found if not kinds or one.kind in kinds]


def test_a_school_that_is_three_days_old_gets_the_key_items_of_its_phase_and_nothing_else() -> None:
    found = pairs(F1)
    assert {kind for kind, _ in found} == {"key_item"}
    assert 0 < len(found) <= 8
    assert pairs()[0][0] == "key_item", "nothing is opened yet: the phase to start"
    assert all(about.startswith("answer:F1") for _, about in pairs())


def test_each_kind_has_its_reason_and_the_most_useful_come_first() -> None:
    school = school_of(
        F1,
        LAST,
        NEXT,
        AgendaLine("a1", meeting="last", what="Tid neste år", said="Kom ikke så langt.", put_off=True),
        AgendaLine("a2", meeting="last", what="Runden", standing=True, pos="b"),
        FollowUp("f1", what="Åpne boden", due="2026-11-13"),
        Decision("d1", what="Leksefri prøves", day="2026-03-12", revisit="2026-12-01"),
        GateEntry("g1", what="Artikkel", came="2026-11-13"),
    )
    found = found_in(school)
    assert [(one.kind, one.about, one.day) for one in found][:6] == [
        ("approval", "last", "2026-11-17"),
        ("standing", "a2", "2026-11-17"),
        ("put_off", "a1", "2026-11-17"),
        ("due", "f1", "2026-11-13"),
        ("revisit", "d1", "2026-12-01"),
        ("undecided", "g1", "2026-11-13"),
    ]
    assert {one.kind for one in found[6:]} == {"key_item"}
    assert earlier_line(school, found[2]) == school.find("a1")
    assert earlier_line(school, found[0]) is None


def test_what_is_on_the_agenda_already_is_not_proposed_again() -> None:
    entry, line = GateEntry("g1", what="Artikkel", came="2026-11-13"), AgendaLine("x", meeting="next", about="g1")
    assert ("undecided", "g1") in pairs(NEXT, entry)
    assert ("undecided", "g1") not in pairs(NEXT, entry, line)
    put_off = AgendaLine("a1", meeting="last", what="Tid", put_off=True)
    assert ("put_off", "a1") in pairs(LAST, NEXT, put_off)
    assert ("put_off", "a1") not in pairs(LAST, NEXT, put_off, AgendaLine("x", meeting="next", about="a1"))
    several = [GateEntry("g1", came="2026-09-01", revisit="2026-12-01"), FollowUp("f1", due="2026-12-01")]
    abouts = [about for _, about in pairs(NEXT, *several)]
    assert len(abouts) == len(set(abouts)), "one matter, one proposal"


def test_follow_ups_are_proposed_until_they_are_done() -> None:
    soon, later = FollowUp("soon", due="2026-12-15"), FollowUp("later", due="2026-12-16")
    done = FollowUp("done", due="2026-11-01", done="2026-11-03")
    odd = FollowUp("odd", due="snart")
    assert pairs(soon, later, done, odd, kinds=("due",)) == [("due", "soon")]


def test_what_is_to_be_looked_at_again_is_so_until_it_was() -> None:
    entry = GateEntry("g1", what="Leksefri", decision="parked", signed="2025-03-12", revisit="2026-12-01")
    assert pairs(entry, kinds=("revisit",)) == [("revisit", "g1")]
    again = GateEntry("g1", what="Leksefri", decision="parked", signed="2026-12-01", revisit="2026-12-01")
    assert pairs(again, kinds=("revisit",)) == []
    after = Meeting("after", day="2026-12-02", who="staff")
    said = AgendaLine("x", meeting="after", about="g1", said="Vi venter.")
    assert pairs(entry, after, said, kinds=("revisit",)) == [], "the minutes of a meeting say that it was"
    put_off = AgendaLine("x", meeting="after", about="g1", said="Rakk det ikke.", put_off=True)
    assert pairs(entry, after, put_off, kinds=("revisit",)) == [("revisit", "g1")]
    silent = AgendaLine("x", meeting="after", about="g1")
    assert pairs(entry, after, silent, kinds=("revisit",)) == [("revisit", "g1")], "nothing says that it was"
    early = Meeting("after", day="2026-11-30", who="staff")
    assert pairs(entry, early, said, kinds=("revisit",)) == [("revisit", "g1")], "that was before its day"
    assert pairs(GateEntry("g2", revisit="2027-01-01"), kinds=("revisit", "undecided")) == []


def test_what_was_put_off_comes_until_it_was_on_an_agenda() -> None:
    older = Meeting("older", day="2026-10-27", who="work_group", series="arbeidsgruppa ")
    line = AgendaLine("a1", meeting="older", what="Tid neste år", put_off=True)
    assert pairs(older, LAST, line, kinds=("put_off",)) == [("put_off", "a1")], "nobody took it in, so it still waits"
    taken = AgendaLine("a2", meeting="last", what="Tid neste år", about="a1")
    assert pairs(older, LAST, line, taken, kinds=("put_off",)) == []
    again = AgendaLine("a2", meeting="last", what="Tid neste år", about="a1", put_off=True)
    assert pairs(older, LAST, line, again, kinds=("put_off",)) == [("put_off", "a1")]
    other = Meeting("older", day="2026-10-27", who="staff")
    assert pairs(other, line, kinds=("put_off",)) == [], "another series, other people"
    past = Meeting("older", day="2025-10-27", who="work_group", series="Arbeidsgruppa")
    assert pairs(past, line, kinds=("put_off",)) == [], "a year is long enough"


def test_a_standing_line_stands_until_its_latest_one_does_not() -> None:
    older = Meeting("older", day="2026-10-27", who="work_group", series="Arbeidsgruppa")
    first = AgendaLine("s1", meeting="older", what="Runden", standing=True)
    assert pairs(older, first, kinds=("standing",)) == [("standing", "s1")]
    both = AgendaLine("s1", meeting="older", what="Runden", standing=True, put_off=True)
    assert pairs(older, both, kinds=("standing", "put_off")) == [("standing", "s1")]
    ended = AgendaLine("s2", meeting="last", what="Runden", about="s1")
    assert pairs(older, LAST, first, ended, kinds=("standing",)) == []


def test_the_minutes_are_approved_where_there_are_any() -> None:
    assert pairs(LAST, kinds=("approval",)) == []
    held = Meeting("last", day="2026-11-17", who="work_group", series="Arbeidsgruppa", notes="Vi ble enige.")
    assert pairs(held, kinds=("approval",)) == [("approval", "last")]
    assert pairs(LAST, AgendaLine("x", meeting="last", said="Ja."), kinds=("approval",)) == [("approval", "last")]
    ahead = Meeting("ahead", day="2026-12-01", who="work_group", series="Arbeidsgruppa", notes="Husk kake")
    assert pairs(held, ahead, kinds=("approval",)) == [("approval", "last")], "one that is still ahead has no minutes"


def test_the_owner_is_asked_again_only_when_the_owner_is_met() -> None:
    asked, told = OwnerRequest("o1", what="Frikjøp", asked="2026-09-01"), OwnerRequest("o2", what="PPT", answer="Ja")
    owner = Meeting("next", day="2026-12-08", who="owner")
    assert pairs(asked, told, meeting=owner, kinds=("unanswered",)) == [("unanswered", "o1")]
    assert pairs(asked, told, kinds=("unanswered",)) == []


def test_those_that_two_laptops_took_in_are_both_shown_and_neither_is_proposed() -> None:
    entry = GateEntry("g1", what="Artikkel", came="2026-11-13")
    both = [AgendaLine(f"x{n}", meeting="next", about="g1") for n in (1, 2)]
    assert pairs(NEXT, entry, *both, kinds=("undecided",)) == []


def test_a_crowded_school_gets_a_few_of_each_kind_first_and_never_a_wall() -> None:
    records = [FollowUp(f"f{n}", due="2026-11-01") for n in range(300)]
    entries = [GateEntry(f"g{n:03}", came="2026-01-01") for n in range(300)]
    found = pairs(F1, F3, *records, *entries)
    assert len(found) == MOST
    assert [kind for kind, _ in found[:9]] == ["due"] * 3 + ["undecided"] * 3 + ["key_item"] * 3


# -- what is not for everybody


@pytest.fixture
def talk() -> Iterator[Callable[..., Record]]:
    """A noun whose title is personal and another whose words are private, each with a day that comes up."""

    @noun("talk", one="Talk", many="Talks")
    class Talk(Record, frozen=True):
        """A talk with somebody."""

        whom: Annotated[str, Short("With whom", privacy=Privacy.PERSON)] = ""
        again: Annotated[str, Date("Talk again", surfaces="revisit", privacy=Privacy.OPEN)] = ""

    @noun("worry", one="Worry", many="Worries")
    class Worry(Record, frozen=True):
        """Something private, with a private day."""

        what: Annotated[str, Short("What", privacy=Privacy.OPEN)] = ""
        by: Annotated[str, Date("By", surfaces="due", privacy=Privacy.PRIVATE)] = ""

    yield Talk
    del NOUNS["talk"]
    del NOUNS["worry"]


def test_any_noun_with_such_a_day_is_proposed_and_hidden_ones_to_the_leadership_team_alone(
    talk: Callable[..., Record],
) -> None:
    worry: Callable[..., Record] = NOUNS["worry"].record
    school = school_of(talk("t1", whom="Kari Nordmann", again="2026-12-01"), worry("w1", what="Uro", by="2026-12-01"))
    mine = found_in(school, Meeting("next", day="2026-12-08", who=LEADERSHIP))
    assert {(one.about, one.is_open) for one in mine if one.kind in ("due", "revisit")} == {
        ("t1", False),
        ("w1", False),
    }
    bare = school_of()
    for who in OTHERS:
        meeting = Meeting("next", day="2026-12-08", who=who)
        assert found_in(school, meeting) == found_in(bare, meeting), f"not even that it is there: {who}"


def test_a_line_that_was_put_off_does_not_tell_of_a_hidden_record(talk: Callable[..., Record]) -> None:
    line = AgendaLine("a1", meeting="last", what="Samtalen", about="t1", put_off=True)
    records = (LAST, line, talk("t1", whom="Kari Nordmann"))
    assert pairs(*records, kinds=("put_off",)) == []
    team = Meeting("next", day="2026-12-08", who=LEADERSHIP, series="Arbeidsgruppa")
    assert pairs(*records, meeting=team, kinds=("put_off",)) == [("put_off", "t1")]


def test_who_is_shielded_is_proposed_to_nobody(talk: Callable[..., Record]) -> None:
    about = talk("t1", whom="Kari Nordmann", again="2026-12-01")
    school = School("s", {"t1": about, "r1": Restriction("r1", person="t1")}, {})
    for who in (*OTHERS, LEADERSHIP):
        assert "t1" not in [one.about for one in found_in(school, Meeting("next", day="2026-12-08", who=who))]


@pytest.mark.parametrize("who", OTHERS)
def test_what_comes_from_the_leadership_teams_own_meetings_stays_there(who: str) -> None:
    own = Meeting("own", day="2026-11-17", who=LEADERSHIP, series="Møtene", notes="Fortrolig")
    hidden = (
        own,
        AgendaLine("a1", meeting="own", what="Sykefravær", put_off=True),
        AgendaLine("a2", meeting="own", what="Runden", standing=True),
        FollowUp("f1", what="Snakk med hen", due="2026-12-01", meeting="own"),
        Decision("d1", what="Vi venter", revisit="2026-12-01", meeting="own"),
    )
    meeting = Meeting("next", day="2026-12-08", who=who, series="Møtene")
    assert found_in(school_of(*hidden), meeting) == found_in(school_of(), meeting)
    theirs = Meeting("next", day="2026-12-08", who=LEADERSHIP, series="Møtene")
    assert {"own", "a1", "a2", "f1", "d1"} <= {about for _, about in pairs(*hidden, meeting=theirs)}


def test_what_names_somebody_is_not_proposed_where_others_take_part() -> None:
    records = (
        LAST,
        FollowUp("f1", what="Snakk med Kari Nordmann", due="2026-12-01"),
        FollowUp("f2", what="Åpne boden", due="2026-12-01"),
        Answer("answer:F1-01", own_text="Spør Kari Nordmann", due="2026-12-01"),
    )
    for who in OTHERS:
        meeting = Meeting("next", day="2026-12-08", who=who)
        abouts = {one.about for one in found_in(school_of(F1, *records), meeting, lambda text: "Kari" in text)}
        assert "f2" in abouts
        is_inside = who in ("work_group", "staff", "")
        assert ({"f1", "answer:F1-01"} <= abouts) is is_inside
        assert bool({"f1", "answer:F1-01"} & abouts) is is_inside


def test_what_somebody_chose_goes_to_the_first_meeting_that_may_have_it(talk: Callable[..., Record]) -> None:
    owner = Meeting("owner", day="2026-12-01", who="owner")
    team = Meeting("team", day="2026-12-10", who=LEADERSHIP)
    there = AgendaLine("l", meeting=NEXT.id, what="Ring PPT", about="named")
    open_one, named = FollowUp("open", what="Bestill rom"), FollowUp("named", what="Ring Kari")
    own = Meeting("own", day="2026-11-17", who=LEADERSHIP)
    hidden, theirs = talk("hidden"), FollowUp("theirs", what="Fra møtet", meeting="own")
    school = school_of(owner, NEXT, team, there, open_one, named, hidden, theirs, own)
    chosen = [open_one, named, hidden, theirs]

    def names(said: str) -> bool:
        return "Kari" in said

    found = chosen_lines(school, chosen, (owner, NEXT, team), names_somebody=names)
    assert [(meeting.id, one.about) for meeting, one in found.lines] == [
        ("owner", "open"),
        ("team", "hidden"),
        ("team", "theirs"),
    ]
    assert (found.already, found.withheld) == (("named",), ())
    found = chosen_lines(school, chosen, (owner, NEXT), names_somebody=names)
    assert found.withheld == ("hidden", "theirs")
