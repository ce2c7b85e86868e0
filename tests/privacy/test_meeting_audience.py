"""The leadership team's own meetings stay at the school, with all that came of them, now and in the past."""

import pytest

from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.journal import BIRTH
from fosdesk.domain.records import AgendaLine, Decision, FollowUp, Meeting
from fosdesk.domain.records.meetings import MEETING_WHO_OPTIONS
from fosdesk.domain.school import School
from fosdesk.exchange.reference_journal import reference_journal
from fosdesk.privacy.audience import Audience
from fosdesk.privacy.filtered_school import AT_HOME, Filtered
from fosdesk.privacy.meeting_audience import audiences_of_meeting, stays_at_home
from fosdesk.privacy.name_detector import NameDetector
from fosdesk.privacy.privacy_filter import filter_school
from tests.reports.telling import school_of

NOBODY = NameDetector((), ())
OTHERS = (Audience.OWNER, Audience.NETWORK, Audience.RESEARCH)
LEADERS = Meeting("leaders", day="2026-11-25", who="leadership", notes="Vi er bekymret", what="Ledermøte")
STAFF = Meeting("staff", day="2026-11-26", who="staff", what="Personalmøte")
AT_SCHOOL = (
    LEADERS,
    AgendaLine("l-line", meeting="leaders", what="Vikarer", said="Det går ikke"),
    Decision("l-decision", meeting="leaders", what="Vi sier nei", why="Det koster for mye"),
    Decision("l-by-line", line="l-line", what="Vi venter"),
    Decision("l-both", meeting="staff", line="l-line", what="Vi ser an"),
    FollowUp("l-task", meeting="leaders", what="Ringe kommunen"),
    FollowUp("gone-meeting", meeting="was deleted", what="Hvem vet"),
    FollowUp("gone-line", line="was deleted", what="Hvem vet"),
)
OPEN = (
    STAFF,
    AgendaLine("s-line", meeting="staff", what="Navn"),
    Decision("s-decision", meeting="staff", what="Alle lærer navn", about="l-decision"),
    Decision("s-line-gone", meeting="staff", line="was deleted", what="Vi prøver"),
    Decision("alone", what="Rektor avgjorde"),
    FollowUp("alone-task", what="Kjøpe kaffe"),
)


def filtered(school: School, audience: Audience, ticked: tuple[str, ...] = ()) -> Filtered:
    return filter_school(school, audience, names=NOBODY, ticked=ticked)


@pytest.mark.parametrize("audience", OTHERS)
def test_what_came_of_the_leaders_meetings_is_not_there_for_others(audience: Audience) -> None:
    ticks = ("decision", "decision.what", "meeting.notes", "agenda_line", "follow_up.what", "decision.what:l-decision")
    for ticked in ((), ticks):
        seen = filtered(school_of(*AT_SCHOOL, *OPEN), audience, ticked)
        assert {*seen.school.records} == {one.id for one in OPEN}
        assert {one.id for one in AT_SCHOOL} <= seen.gone, "so that nothing that refers to it tells its title"
        told = {(one.noun, one.record) for one in seen.withheld if one.reason == AT_HOME}
        assert told == {(kind(one), one.id) for one in AT_SCHOOL if one.id != "leaders"}


def kind(record: object) -> str:
    return {AgendaLine: "agenda_line", Decision: "decision", FollowUp: "follow_up"}[type(record)]  # type: ignore[index]


def test_at_the_school_it_stands() -> None:
    assert {*filtered(school_of(*AT_SCHOOL, *OPEN), Audience.SCHOOL).school.records} == {
        one.id for one in (*AT_SCHOOL, *OPEN)
    }


@pytest.mark.parametrize("audience", OTHERS)
def test_while_two_values_are_in_conflict_it_stays(audience: Audience) -> None:
    records = {one.id: one for one in (*OPEN, LEADERS)}
    for conflict in (
        {("staff", "who"): ("staff", "leadership")},
        {("s-decision", "meeting"): ("staff", "leaders")},
        {("s-decision", "line"): ("", "was deleted"), ("s-decision", "meeting"): ("", "leaders")},
    ):
        seen = filtered(School("s", dict(records), conflict), audience)
        assert seen.school.find("s-decision") is None
        assert not any(record == "s-decision" for record, _ in seen.school.conflicts)


def test_the_past_stays_too_also_of_what_is_deleted() -> None:
    def wrote(record: str, noun: str, field: str, value: str, before: str = "") -> HistoryEntry:
        return HistoryEntry(record, noun, field, before, value, "2026-11-01", "principal")

    history = (
        wrote("l-decision", "decision", "what", "Vi sier kanskje"),
        wrote("deleted", "decision", "what", "Vi sier kanskje"),
        wrote("deleted", "decision", "meeting", "leaders"),
        wrote("moved", "decision", "what", "Vi sier kanskje"),
        wrote("moved", "decision", "meeting", "staff", before="leaders"),
        wrote("old leaders", "meeting", "who", "leadership"),
        wrote("old leaders", "meeting", "notes", "Vi er bekymret"),
        wrote("deleted", "decision", BIRTH, "!decision", "decision"),
        wrote("s-decision", "decision", "what", "Noen lærer navn"),
        wrote("gone but open", "decision", "what", "Vi prøver"),
        wrote("gone but open", "decision", "meeting", "staff"),
    )
    school = school_of(*AT_SCHOOL, *OPEN)
    seen = filter_school(school, Audience.OWNER, names=NOBODY, history=history)
    assert {one.record for one in seen.history} == {"s-decision", "gone but open"}
    assert filter_school(school, Audience.SCHOOL, names=NOBODY, history=history).history == history


def test_a_file_for_others_has_nothing_of_it() -> None:
    school = school_of(*AT_SCHOOL, *OPEN)
    journal = reference_journal(school, names=NOBODY, name="Fjordvik", audience=Audience.NETWORK, now=0)
    written = {str(one.value) for one in journal.changes}
    assert {"Alle lærer navn", "Rektor avgjorde", "Kjøpe kaffe", "Personalmøte"} <= written
    for text in ("Ledermøte", "Vi er bekymret", "Vikarer", "Vi sier nei", "Vi venter", "Vi ser an", "Ringe kommunen"):
        assert text not in written


def test_with_whom_one_meets_decides_what_is_offered_first() -> None:
    firsts = {}
    for option in (*MEETING_WHO_OPTIONS, None):
        key = option.key if option is not None else ""
        found = audiences_of_meeting(school_of(), Meeting("m", who=key))
        assert len(set(found)) == len(found)
        assert Audience.RESEARCH not in found
        firsts[key] = found[0] if key != "leadership" else found
    assert firsts == {
        "": "school",
        "work_group": "school",
        "staff": "school",
        "assistants": "school",
        "leadership": ("school",),
        "owner": "owner",
        "unions": "owner",
        "steering_group": "owner",
        "externals": "network",
        "parents": "network",
        "pupils_council": "network",
        "network": "network",
        "leader_training": "network",
    }


def test_a_meeting_with_somebody_unknown_or_in_conflict_is_for_the_school_alone() -> None:
    assert audiences_of_meeting(school_of(), Meeting("m", who="a kind of tomorrow")) == ("school",)
    contested = School("s", {"m": STAFF}, {("staff", "who"): ("staff", "leadership")})
    assert audiences_of_meeting(contested, STAFF) == ("school",)
    assert stays_at_home(contested).records == {"staff"}
