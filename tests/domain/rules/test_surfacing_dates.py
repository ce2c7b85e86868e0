"""Which dates come up by themselves, and when they are settled."""

import msgspec

from fosdesk.domain.fields import NOUNS, Date
from fosdesk.domain.records import Answer, Decision, FollowUp, GateEntry, Meeting, OwnItem
from fosdesk.domain.rules.surfacing_dates import Surfacing, is_finished, surfacing
from tests.domain.schools import school_of


def test_each_date_comes_up_as_its_field_says_the_earliest_first() -> None:
    school = school_of(
        FollowUp("f1", due="2026-12-02"),
        FollowUp("f2", due="2026-12-01"),
        Meeting("m", day="2026-12-03"),
        Decision("d", revisit="2026-12-04"),
    )
    assert surfacing(school, "due") == (
        Surfacing("2026-12-01", "f2", "due", is_open=True),
        Surfacing("2026-12-02", "f1", "due", is_open=True),
    )
    assert [one.record for one in surfacing(school, "happens")] == ["m"]
    assert [one.record for one in surfacing(school, "revisit")] == ["d"]
    assert surfacing(school, "ends") == ()


def test_a_decision_on_that_day_or_later_settles_it() -> None:
    for noun, day in ((GateEntry, "signed"), (Decision, "day")):
        for written, waits in (("2026-12-03", True), ("2026-12-04", False), ("snart", True)):
            record = msgspec.structs.replace(noun("x", revisit="2026-12-04"), **{day: written})
            assert bool(surfacing(school_of(record), "revisit")) is waits


def test_what_settles_a_date_is_a_date_of_the_same_noun() -> None:
    for noun in NOUNS.values():
        for field in noun.fields.values():
            if isinstance(field, Date) and field.settled_by:
                assert isinstance(noun.fields[field.settled_by], Date)


def test_a_record_is_finished_when_its_noun_or_its_status_says_so() -> None:
    assert is_finished(FollowUp("f", done="2026-12-01"))
    assert not is_finished(FollowUp("f"))
    assert is_finished(Answer("answer:F1-01", status="other_way"))
    assert is_finished(OwnItem("o", put_away=True))
    assert not is_finished(OwnItem("o", status="in_progress"))
    assert not is_finished(GateEntry("g", signed="2026-12-01"))
