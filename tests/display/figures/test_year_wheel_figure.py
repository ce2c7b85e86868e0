"""The drawing of a school year: everything in its place, words never cut or written across."""

import msgspec
import pytest

from fosdesk.content import read_framework
from fosdesk.display.figures.year_wheel_figure import (
    Wheel,
    angle_of,
    draw_wheel,
    month_at,
    outline_of,
    place_at,
)
from fosdesk.display.shapes import Figure, Label
from fosdesk.display.wheel_words import WheelWords
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Evaluation, Meeting, Milestone, Routine, SchoolCalendar
from fosdesk.domain.rules.plan.year_wheel import RINGS, wheel_items
from fosdesk.domain.school import School
from fosdesk.domain.values.months import SCHOOL_YEAR
from fosdesk.words import LANGUAGES, read_words
from tests.display.figures.drawn import faults
from tests.domain.schools import TODAY, school_of

TYPICAL: list[Record] = [
    Routine("r1", name="Plassen står klar når noen er borte", months="8,9,10,11,12,1,2,3,4,5,6"),
    Routine("r2", name="Vi spør elevene", months="10,11,3,4"),
    Routine("r3", name="En voksen ved døren", months="8,9"),
    Routine("r4", name="Vi gjør det hver eneste måned", months=",".join(map(str, SCHOOL_YEAR))),
    Routine("r5", name="Samtale med skoleeier", months="3,10", ring="talk"),
    Routine("r6", name="Fokussjekk", months="3,10", ring="review"),
    Routine("r7", name="Meld inn hva skolen trenger av støtte til kompetanseutvikling", months="2", ring="deadline"),
    Milestone("m1", what="Alle trinn har prøvd minst én kjernekomponent", day="2027-05-12"),
    SchoolCalendar("c1", first="2026-08-13", what="planning"),
    Evaluation("e1", what="Halvårsvurdering", day="2027-01-15"),
    *(
        Meeting(f"t{n}", day=f"2026-{8 + n % 5:02}-{n * 2 % 28 + 1:02}", who="staff" if n % 3 else "")
        for n in range(20)
    ),
]
CROWDED = [
    *TYPICAL,
    *(Routine(f"x{n}", name=f"Rutine nummer {n} med mange ord", months=f"{n % 12 + 1}") for n in range(200)),
    *(Routine(f"y{n}", name=f"Frist nummer {n} med mange ord", months="9,10", ring="deadline") for n in range(30)),
    *(Milestone(f"z{n}", what=f"Milepæl {n} med ganske mange ord", day=f"2027-03-{n + 1:02}") for n in range(30)),
]
SCHOOLS = {"empty": school_of(), "typical": school_of(*TYPICAL), "crowded": school_of(*CROWDED)}


def wheel(school: School, language: str = "nb", radius: float = 215, year: int = 2026) -> Wheel:
    """The wheel of a school."""
    words, framework = read_words(language), read_framework(language)
    said = WheelWords(words, framework, school)
    return draw_wheel(wheel_items(school, year), said.title, words, year, radius, TODAY)


def straight(figure: Figure) -> Figure:
    """The figure without the letters along its bands, which the measure of straight words knows nothing of."""
    kept = tuple(one for one in figure.shapes if not (isinstance(one, Label) and one.turn))
    return figure._replace(shapes=kept)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("radius", [188, 215, 300])
@pytest.mark.parametrize("school", SCHOOLS)
def test_nothing_is_cut_or_written_across(school: str, radius: float, language: str) -> None:
    figure = wheel(SCHOOLS[school], language, radius).figure
    assert faults(straight(figure)) == []
    letters = [one for one in figure.shapes if isinstance(one, Label) and one.turn]
    assert all(6 < one.x < figure.width - 6 and 6 < one.y < figure.height - 6 for one in letters)


def test_words_along_a_band_are_read_from_left_to_right_in_both_halves() -> None:
    figure = wheel(
        school_of(Routine("r1", name="Høst", months="8,9,10"), Routine("r2", name="Vår", months="2,3"))
    ).figure
    letters = [one for one in figure.shapes if isinstance(one, Label) and one.anchor == "middle" and len(one.text) == 1]
    assert "".join(one.text for one in letters) == "HøstVår"
    spring = letters[4:]
    assert [one.x for one in spring] == sorted(one.x for one in spring)


def test_all_months_of_a_thing_lie_on_one_lane_and_none_lies_on_another() -> None:
    drawn = wheel(SCHOOLS["crowded"])
    items = wheel_items(SCHOOLS["crowded"], 2026)
    laid = [(n, place) for n, one in enumerate(items) if one.ring == "routines" for place in drawn.places[n]]
    for number, places in enumerate(drawn.places):
        if items[number].ring == "routines" and places:
            assert len({place.outer for place in places}) == 1
    for n, one in laid:
        others = [place for m, place in laid if m != n and place.outer == one.outer]
        assert not any(one.begins < other.ends and other.begins < one.ends for other in others)


def test_what_finds_no_room_is_counted() -> None:
    drawn = wheel(SCHOOLS["crowded"])
    items = wheel_items(SCHOOLS["crowded"], 2026)
    missing = sum(not drawn.places[n] for n, one in enumerate(items) if one.ring in ("routines", "talks", "reviews"))
    said = [one.text for one in drawn.figure.shapes if isinstance(one, Label) and one.x == drawn.centre[0]]
    assert f"+ {missing}" in said
    assert missing > 100


def test_a_place_is_found_by_its_point_and_its_month() -> None:
    drawn = wheel(SCHOOLS["typical"])
    items = wheel_items(SCHOOLS["typical"], 2026)
    for number, places in enumerate(drawn.places):
        for place in places:
            points = outline_of(drawn, place)
            assert len(points) > 3
            middle = (place.inner + place.outer) / 2
            one = items[number]
            if one.day:
                assert month_at(angle_of(one.day)) == int(one.day[5:7])
            elif one.ring != "deadlines":
                assert {month_at(place.begins + 1), month_at(place.ends - 1)} <= {*one.months}
            assert drawn.radius > middle > 0
    assert place_at(drawn, *drawn.centre)[0] == -1
    assert place_at(drawn, 1, 1)[0] == -1


def test_only_the_rings_that_are_asked_for_are_drawn() -> None:
    school, words = SCHOOLS["typical"], read_words("nb")
    said = WheelWords(words, read_framework("nb"), school)
    items = wheel_items(school, 2026)
    for ring in RINGS:
        drawn = draw_wheel(items, said.title, words, 2026, 215, TODAY, rings={ring})
        assert {items[n].ring for n, places in enumerate(drawn.places) if places} == {ring}


def test_another_year_has_no_month_of_today() -> None:
    later = wheel(SCHOOLS["typical"], year=2027)
    assert not any(isinstance(one, Label) and one.colour == "on_accent" for one in later.figure.shapes)
    assert any(isinstance(one, Label) and one.text == "2027–2028" for one in later.figure.shapes)


def test_odd_days_and_months_do_no_harm() -> None:
    odd = msgspec.structs.replace(Routine("r1", name="x"), months="13,0,,;")
    assert wheel_items(school_of(odd, Milestone("m", day="2026-13-01"), Evaluation("e", day="9999-12-31")), 2026) == ()
    assert angle_of("someday") == 0.0
