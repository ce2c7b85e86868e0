"""The pace of a phase: school weeks, what is open of what is suggested first, and who has taken part meanwhile."""

from collections.abc import Sequence

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Answer, Involvement, Meeting, PhaseState
from fosdesk.domain.rules.review.phase_pace import PhasePace, phase_pace
from tests.domain.schools import FRAMEWORK, TODAY, school_of

OPENED = PhaseState("phase:F2", opened="2026-09-14")


def pace_of(*records: Record, phase: str = "F2", last: str = TODAY) -> PhasePace:
    """The pace of a phase in which everything was last changed on one day."""

    def changed(record: str, _field: str) -> Sequence[str]:
        return [last] if record == "answer:F2-01" else []

    return phase_pace(FRAMEWORK, school_of(*records), phase, TODAY, changed)


def test_duration_is_told_in_school_weeks_until_today_or_the_end() -> None:
    assert pace_of(OPENED).weeks == 10
    assert pace_of(PhaseState("phase:F2", opened="2026-09-14", closed="2026-10-12")).weeks == 4
    assert pace_of(phase="F3") == PhasePace("", "", 0, pace_of(phase="F3").open_first, (), (), "")


def test_what_is_settled_or_hidden_is_not_open() -> None:
    keys = {f"answer:{item.id}" for item in FRAMEWORK.items if item.phase == "F2" and item.key}
    first = min(keys)
    assert {*pace_of(OPENED).open_first} == keys
    assert first not in pace_of(OPENED, Answer(first, status="not_applicable")).open_first
    assert first not in pace_of(OPENED, Answer(first, put_away=True)).open_first


def test_groups_take_part_by_conversations_and_by_meetings_in_that_time() -> None:
    found = pace_of(
        OPENED,
        Involvement("i", who="pupils", day="2026-10-01"),
        Involvement("j", who="parents", day="2026-05-01"),
        Meeting("m", who="staff", day="2026-11-02"),
        Meeting("n", who="unions", day="2026-12-02"),
    )
    assert found.took_part == ("staff", "pupils")
    assert found.not_written_of == ("parents", "unions")
    first = pace_of(PhaseState("phase:F1", opened="2026-09-14"), phase="F1")
    assert first.not_written_of == ("staff", "unions")


def test_a_phase_in_which_nothing_is_written_for_long_stands_still() -> None:
    assert pace_of(OPENED).still_since == ""
    assert pace_of(OPENED, last="2026-09-20").still_since == "2026-09-20"
    assert pace_of(PhaseState("phase:F2", opened="2026-03-02"), last="").still_since == "2026-03-02"
    closed = PhaseState("phase:F2", opened="2026-03-02", closed="2026-06-01")
    assert pace_of(closed, last="2026-04-01").still_since == ""
