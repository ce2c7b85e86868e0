"""The drawing of years: everything in its place, words never cut or written across, in every width and language."""

import pytest

from fosdesk.content import read_framework
from fosdesk.display.figures.text_width import text_width
from fosdesk.display.figures.timeline_figure import Timeline, day_at, draw_timeline, whole_figure
from fosdesk.display.shapes import Area, Label, Line
from fosdesk.display.timeline_words import TimelineWords
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Evaluation, Initiative, Meeting, Milestone, PhaseState, SchoolProfile
from fosdesk.domain.rules.plan.timeline import timeline_items, years_shown
from fosdesk.domain.school import School
from fosdesk.words import LANGUAGES, read_words
from tests.display.figures.drawn import faults, texts
from tests.domain.schools import TODAY, school_of

TYPICAL: list[Record] = [
    SchoolProfile("school", start="2025V", pace="calm"),
    PhaseState("phase:F1", opened="2025-01-13", closed="2026-05-20"),
    PhaseState("phase:F2", opened="2025-08-18"),
    PhaseState("phase:F3", opened="2026-08-17"),
    Milestone("m1", what="Kjernekomponentene har navn og er prøvd på to trinn", reached="2026-09-30"),
    Milestone("m2", what="Ressurspersonen er ute, og vi holder møtene selv", semester="2027H"),
    Milestone("m3", what="Alle trinn har prøvd minst én kjernekomponent", day="2027-05-12"),
    *(Meeting(f"t{n}", day=f"2026-{n % 12 + 1:02}-{n % 27 + 1:02}", who="staff" if n % 4 else "") for n in range(40)),
    Initiative("i1", name="Ny leseplan", origin="statutory", started="2024-08-19"),
    Initiative("i2", name="Digitale ferdigheter", origin="chosen", started="2026-08-01", ended="2026-10-01"),
    Evaluation("e1", what="Arbeidet til nå", day="2026-06-10"),
    Evaluation("e2", what="Halvårsvurdering", day="2027-01-15"),
]
CROWDED = [
    *TYPICAL,
    *(Milestone(f"x{n}", what=f"Milepæl nummer {n} som trenger mange ord", semester="2027V") for n in range(40)),
    *(Initiative(f"y{n}", name=f"Satsing nummer {n}", started="2026-01-01") for n in range(40)),
    *(Evaluation(f"z{n}", what="Vurdering", day=f"2026-0{n % 9 + 1}-14") for n in range(20)),
]
SCHOOLS = {"empty": school_of(), "typical": school_of(*TYPICAL), "crowded": school_of(*CROWDED)}


def drawing(school: School, language: str = "nb", width: float = 760) -> Timeline:
    """The drawing of a school."""
    words, framework = read_words(language), read_framework(language)
    items = timeline_items(framework, school, TODAY)
    said = TimelineWords(words, framework, school)
    return draw_timeline(items, said.title, words, years_shown(items, TODAY), width, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [240, 520, 760, 1400, 6000])
@pytest.mark.parametrize("school", SCHOOLS)
def test_nothing_is_cut_or_written_across(school: str, width: float, language: str) -> None:
    assert faults(whole_figure(drawing(SCHOOLS[school], language, width), "alt")) == []


def test_what_happened_is_filled_and_what_is_intended_is_open() -> None:
    drawn = drawing(SCHOOLS["typical"])
    diamonds = [one.fill for one in drawn.body if isinstance(one, Area) and len(one.points) == 4 and one.outline]
    assert diamonds == ["accent", "paper", "paper"]
    assert any(isinstance(one, Line) and one.dashed for one in drawn.body)


def test_words_that_find_no_room_are_counted() -> None:
    counted = [one.text for one in drawing(SCHOOLS["crowded"], width=520).names if isinstance(one, Label)]
    assert sum(one.startswith("+ ") for one in counted) == 3
    assert not any(one.text.startswith("+") for one in drawing(SCHOOLS["typical"]).names if isinstance(one, Label))


def test_a_lane_with_nothing_in_it_is_not_drawn() -> None:
    assert "Satsinger" not in texts(whole_figure(drawing(school_of(TYPICAL[0])), "alt"))


def test_the_line_of_today_gives_way_to_words() -> None:
    drawn = drawing(SCHOOLS["typical"])
    line = [one for one in drawn.body if isinstance(one, Line) and one.colour == "accent" and one.width == 1.6]
    assert len(line) > 1
    assert len({x for one in line for x, _ in one.points}) == 1


@pytest.mark.parametrize("school", SCHOOLS)
def test_no_line_from_top_to_bottom_strikes_through_words(school: str) -> None:
    drawn = drawing(SCHOOLS[school])
    upright = [one for one in drawn.body if isinstance(one, Line) and one.points[0][0] == one.points[-1][0]]
    for label in (one for one in drawn.body if isinstance(one, Label)):
        wide = text_width(label.text, label.size, bold=label.bold)
        left = label.x - (wide if label.anchor == "right" else 0)
        for (x, top), (_, bottom) in (line.points for line in upright if line.width in (1.2, 1.6)):
            crossed = left < x < left + wide and top < label.y - 2 < bottom
            assert not crossed, label.text


def test_a_place_is_the_day_that_is_drawn_there() -> None:
    school = SCHOOLS["typical"]
    items = timeline_items(read_framework("nb"), school, TODAY)
    span, drawn = years_shown(items, TODAY), drawing(school, width=4000)
    number = next(n for n, one in enumerate(items) if one.record == "e1")
    place = drawn.places[number]
    assert place is not None
    assert day_at(*span, 4000, place[0] + 9) in ("2026-06-09", "2026-06-10")
    assert day_at(*span, 4000, -50) == span[0].first_day
    assert day_at(*span, 4000, 9999) == span[1].last_day


def test_each_year_is_named_also_where_the_sign_of_today_stands() -> None:
    span = years_shown(timeline_items(read_framework("nb"), SCHOOLS["typical"], TODAY), TODAY)
    years = {str(one) for one in range(span[0].year, span[1].year + 1)}
    for width in (900, 1000, 1038):
        named = [one.text for one in drawing(SCHOOLS["typical"], width=width).head if isinstance(one, Label)]
        assert years <= {*named}, width
