"""Flow, time, gaps, seats and phases on a line: what they say, that nothing is cut, and what stays private."""

import re
from collections.abc import Callable

import pytest

from fosdesk.content import LANGUAGES, read_framework
from fosdesk.display.figures.coverage_figure import coverage_figure
from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.figures.gate_flow_figure import gate_flow_figure
from fosdesk.display.figures.meeting_gaps_figure import meeting_gaps_figure
from fosdesk.display.figures.phase_timeline_figure import phase_timeline_figure
from fosdesk.display.figures.time_use_figure import time_use_figure
from fosdesk.display.shapes import Area, Figure, Line
from fosdesk.domain.records import (
    CriticalVoice,
    GateEntry,
    GateReason,
    Meeting,
    Person,
    PhaseState,
    SchoolProfile,
    Seat,
    StopItem,
    TimeSlot,
    TransitionNote,
)
from fosdesk.domain.records.people_and_groups import SEAT_OPTIONS
from fosdesk.domain.rules.group_seats import coverage
from fosdesk.domain.rules.time_use import time_by_group
from fosdesk.domain.school import School
from fosdesk.domain.values.dates import plus_days
from fosdesk.words import Words, read_words
from tests.display.figures.drawn import areas, box_of, faults, fills, keys, labels, texts
from tests.domain.schools import TODAY, school_of

Drawer = Callable[[School, str], Figure]


def flow(school: School, language: str = "en") -> Figure:
    return gate_flow_figure(school, read_words(language))


def narrow_flow(school: School, language: str = "en") -> Figure:
    return gate_flow_figure(school, read_words(language), 435)


def time_use(school: School, language: str = "en") -> Figure:
    groups = time_by_group(school, TODAY)
    return time_use_figure(groups[0].semesters if groups else (), "The whole staff", read_words(language))


def gaps(school: School, language: str = "en") -> Figure:
    return meeting_gaps_figure(read_framework(language), school, read_words(language), TODAY)


def seats(school: School, language: str = "en") -> Figure:
    return coverage_figure(coverage(school, TODAY), read_words(language))


def narrow_seats(school: School, language: str = "en") -> Figure:
    return coverage_figure(coverage(school, TODAY), read_words(language), 560)


def phases(school: School, language: str = "en") -> Figure:
    return phase_timeline_figure(read_framework(language), school, read_words(language), TODAY)


def narrow_phases(school: School, language: str = "en") -> Figure:
    return phase_timeline_figure(read_framework(language), school, read_words(language), TODAY, 435)


def cycle(school: School, language: str = "en") -> Figure:
    return cycle_figure(read_framework(language), school, read_words(language))


DRAWERS: tuple[Drawer, ...] = (flow, narrow_flow, time_use, gaps, seats, narrow_seats, phases, narrow_phases)


def entries(**counts: int) -> list[GateEntry]:
    return [GateEntry(f"{kind}{n}", decision=kind) for kind, count in counts.items() for n in range(count)]


TYPICAL = school_of(
    SchoolProfile("school", start="2025H", pace="steady"),
    PhaseState("phase:F1", opened="2025-09-01", closed="2026-06-01"),
    PhaseState("phase:F2", opened="2026-03-01"),
    PhaseState("phase:F3", opened="2026-08-20"),
    *entries(admitted=6, adapted=9, parked=2, kept_out=14, undecided=3),
    GateReason("r", text="For mye på en gang", parent="kept_out1"),
    TimeSlot("t", who="staff", semester="2026H", minutes=90, times=10),
    StopItem("s", who="staff", freed=300, semester="2026V"),
    Meeting("m1", day="2026-11-01"),
    Meeting("m2", day="2027-02-01"),
    Person("p", role="teacher"),
    CriticalVoice("v", person="p"),
    Seat("seat:fau", considered="no"),
    Seat("seat:ppt", considered="later"),
    Seat("seat:health", considered="yes"),
)
CROWDED = school_of(
    SchoolProfile("school", start="2016H", pace="calm"),
    *(PhaseState(f"phase:F{n}", own_title="Åpent hus " * 20, opened=f"201{n + 5}-02-01") for n in range(5)),
    *entries(admitted=1, parked=900, kept_out=9000, undecided=99, lent_out=3),
    GateReason("r", text="En begrunnelse uten ende " * 30, parent="kept_out1"),
    *(
        TimeSlot(f"t{y}{s}", who="staff", semester=f"{y}{s}", minutes=95, times=77)
        for y in range(2015, 2035)
        for s in "HV"
    ),
    StopItem("s", who="staff", freed=9_999_999, semester="2020V"),
    *(Meeting(f"m{n}", day=plus_days("2015-01-01", 4 * n)) for n in range(1500)),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("school", [school_of(), TYPICAL, CROWDED], ids=["empty", "typical", "crowded"])
@pytest.mark.parametrize("draw", DRAWERS)
def test_nothing_is_cut_or_written_across(draw: Drawer, school: School, language: str) -> None:
    figure = draw(school, language)
    assert faults(figure) == []
    assert figure.alt


def test_the_flow_says_where_everything_went() -> None:
    figure = flow(TYPICAL)
    assert keys(figure) == ["admitted", "adapted", "parked", "kept_out", "undecided"]
    assert {"34", "came in", "14", "Kept outside"} <= set(texts(figure))
    assert "most often “For mye på en gang”" in texts(figure)
    assert "Kept outside: 14 (most often “For mye på en gang”)" in figure.alt


def test_bands_of_the_flow_are_as_high_as_they_are_many() -> None:
    figure = flow(school_of(*entries(admitted=40, kept_out=20, parked=10)))

    def height(key: str) -> float:
        ys = [y for _, y in areas(figure, key)[1].points]
        return max(ys) - min(ys)

    assert height("admitted") == pytest.approx(2 * height("kept_out"), rel=0.01)
    assert height("kept_out") == pytest.approx(2 * height("parked"), rel=0.01)


def test_reasons_stand_whole_where_the_flow_is_narrow() -> None:
    assert "most often “For mye på en gang”" in texts(narrow_flow(TYPICAL))


def test_decisions_that_nothing_got_are_not_drawn() -> None:
    assert keys(flow(school_of(*entries(parked=1)))) == ["parked"]
    assert flow(school_of()).alt == "Nothing has come in yet."


def test_freed_stands_beside_what_is_set_aside() -> None:
    figure = time_use(TYPICAL)
    assert [text for text in texts(figure) if text.startswith(("Spring", "Autumn"))] == ["Spring 2026", "Autumn 2026"]
    assert {"15 h", "5 h", "0 min"} <= set(texts(figure))
    assert "Autumn 2026: 15 h set aside, 5 h freed" in figure.alt
    assert figure.alt.startswith("The whole staff: ")
    assert time_use(school_of()).alt == "No time has been written down yet."


def test_only_long_gaps_are_marked() -> None:
    assert "13 weeks" in texts(gaps(TYPICAL))
    assert "13 weeks between 1 November 2026 and 1 February 2027." in gaps(TYPICAL).alt
    regular = gaps(school_of(*(Meeting(f"m{n}", day=plus_days(TODAY, 14 * n)) for n in range(5))))
    assert not [text for text in texts(regular) if "week" in text]
    assert regular.alt == (
        "5 meetings are planned. The next one is on 23 November 2026. "
        "Meetings planned: November 2026: 1; December 2026: 2; January 2027: 2. Today: 23 November 2026."
    )
    old = gaps(school_of(Meeting("a", day="2026-01-01"))).alt
    assert old == "No meeting is planned. Meetings held: January 2026: 1. Today: 23 November 2026."
    assert gaps(school_of()).alt == "No meetings yet."


def test_the_line_for_today_does_not_strike_through_words() -> None:
    figure = gaps(school_of(Meeting("a", day="2026-10-24"), Meeting("b", day="2026-12-20")))
    (today,) = (shape.points[0][0] for shape in figure.shapes if isinstance(shape, Line) and shape.dashed)
    (weeks,) = (label for label in labels(figure) if "weeks" in label.text)
    left, _, right, _ = box_of(weeks)
    assert not left <= today <= right


def test_a_planned_meeting_looks_other_than_one_that_was_held() -> None:
    figure = gaps(school_of(Meeting("a", day="2026-11-01"), Meeting("b", day="2026-12-01")))
    dots = [s.fill for s in figure.shapes if isinstance(s, Area)]
    assert dots == ["accent", "paper", "accent"]


def test_seats_say_their_state_in_words_and_can_be_clicked() -> None:
    figure = seats(TYPICAL)
    assert keys(figure) == [option.key for option in SEAT_OPTIONS]
    for said in (
        "Parents (FAU): chosen away",
        "PPT: later",
        "School health service: wanted",
        "Teachers: not considered",
    ):
        assert said in figure.alt
    assert {"filled", "chosen away", "later", "wanted", "not considered yet"} <= set(texts(figure))


def test_the_critical_voice_is_filled_and_nobody_is_named() -> None:
    school = school_of(Person("p", name="Torbjørg", role="teacher"), CriticalVoice("v", person="p"))
    figure = seats(school)
    assert "Critical voice («sceptic»): filled" in figure.alt
    assert "Torbjørg" not in figure.alt + " ".join(texts(figure))


def axis(words: Words) -> set[str]:
    """What only divides a line: semesters and months in any length, which the days in the words stand for."""
    semesters = [words.semester(f"{year}{half}") for year in range(2015, 2035) for half in "HV"]
    months = [words.month(number) for number in range(1, 13)]
    brief = [f"{name[:1]} {name[-2:]}" for name in semesters]
    return {*semesters, *brief, *(name[-4:] for name in semesters), *months, *(name[:3] for name in months)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", [*DRAWERS, cycle])
def test_the_words_of_a_figure_tell_all_that_it_shows(draw: Drawer, language: str) -> None:
    figure, words = draw(TYPICAL, language), read_words(language)
    told = set(re.findall(r"\w+", figure.alt.lower()))
    told |= set(re.findall(r"\w+", words("The phases glide into each other.").lower()))  # it says «gliding»
    shown = [label.text for label in labels(figure) if label.text not in axis(words)]
    assert shown
    assert [text for text in shown if not set(re.findall(r"\w+", text.lower())) <= told] == []


def test_the_words_of_the_phases_tell_the_plan_and_the_day() -> None:
    alt = phases(TYPICAL).alt
    assert "As the plan has it: " in alt
    assert "3 Core components and gatekeeping: Autumn 2026 to spring 2027" in alt
    assert "4 Consolidation and day-to-day operation: from autumn 2027." in alt
    assert alt.endswith("Today: 23 November 2026.")
    assert "plan" not in phases(school_of(PhaseState("phase:F1", opened="2025-09-01"))).alt


def test_no_figure_warns_in_red_or_counts_percentages() -> None:
    for draw in DRAWERS:
        figure = draw(TYPICAL, "nb")
        assert "%" not in figure.alt + " ".join(texts(figure))


def test_phases_lie_side_by_side_where_they_went_on_together() -> None:
    figure = phases(TYPICAL)
    assert fills(figure) == {"F1": "accent_soft", "F2": "accent", "F3": "accent"}

    def reach(key: str) -> tuple[float, float]:
        xs = [x for x, _ in areas(figure, key)[0].points]
        return min(xs), max(xs)

    assert reach("F3")[1] > reach("F1")[1] > reach("F2")[0]
    assert reach("F2")[1] == pytest.approx(reach("F3")[1])
    assert "1 Readiness: 1 September 2025 to 1 June 2026" in figure.alt
    assert "2 Direction and set-up: from 1 March 2026, in progress" in figure.alt


def test_a_phase_that_was_open_before_is_drawn_twice() -> None:
    school = school_of(
        PhaseState("phase:F1", opened="2026-09-01"),
        TransitionNote("a", phase="F1", occasion="opens", written="2025-01-10"),
        TransitionNote("b", phase="F1", occasion="closes", written="2025-11-10"),
        TransitionNote("c", phase="F1", occasion="closes", written="whenever"),
        TransitionNote("d", phase="F1", occasion="reopens", written="2025-03-10"),
    )
    figure = phases(school)
    assert [area.fill for area in areas(figure, "F1")] == ["accent_soft", "accent"]
    assert "10 January 2025 to 10 November 2025" in figure.alt


@pytest.mark.parametrize("opened", ["0001-01-01", "9999-12-31", "someday", "2026-13-01"])
def test_odd_days_do_no_harm(opened: str) -> None:
    school = school_of(
        PhaseState("phase:F1", opened=opened, closed="2020-01-01"),
        Meeting("m", day=opened),
        SchoolProfile("school", start="9998H"),
        TimeSlot("t", semester="9999H", minutes=10),
    )
    for draw in DRAWERS:
        assert faults(draw(school, "nb")) == []
