"""The model: phases in a cycle, what goes on now, names that always fit, and something to click."""

import pytest

from fosdesk.content import LANGUAGES, read_framework
from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.shapes import Figure
from fosdesk.domain.records import PhaseState, SchoolProfile
from fosdesk.domain.school import School
from fosdesk.words import read_words
from tests.display.figures.drawn import areas, box_of, contains, faults, fills, keys, labels, texts
from tests.domain.schools import school_of

SIZES = [(520, 300), (420, 260), (640, 370)]
OPEN = [PhaseState(f"phase:F{n}", opened="2026-01-01") for n in range(5)]
LONG = "Et veldig langt eget navn på fasen som aldri vil få plass i figuren, uansett hvor stor den er"


def drawn(school: School, language: str = "nb", size: tuple[float, float] = (520, 300)) -> Figure:
    return cycle_figure(read_framework(language), school, read_words(language), *size)


def said(figure: Figure) -> str:
    return " ".join(texts(figure)).replace("\N{NO-BREAK SPACE}", " ")


def words_outside_their_band(figure: Figure) -> list[str]:
    outside = []
    for label in labels(figure):
        if label.key in ("F1", "F2", "F3", "F4"):
            left, top, right, bottom = box_of(label)
            (band,) = areas(figure, label.key)
            corners = ((left, top), (right, top), (left, bottom), (right, bottom))
            outside += [label.text for x, y in corners if not contains(band.points, x, y)]
    return outside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("naming", ["text", "plan"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("going_on", [0, 5])
def test_all_names_stand_whole_in_their_bands(
    language: str, naming: str, size: tuple[float, float], going_on: int
) -> None:
    figure = drawn(school_of(SchoolProfile("school", naming=naming), *OPEN[:going_on]), language, size)
    assert faults(figure) == []
    assert words_outside_their_band(figure) == []
    for phase in read_framework(language).phases:
        assert phase.title in said(figure)
        assert phase.plan_name in said(figure)


def test_all_phases_speak_equally_loud() -> None:
    for size in SIZES:
        titles = {
            label.size for label in labels(drawn(school_of(*OPEN), size=size)) if label.bold and label.key != "F0"
        }
        assert len(titles) == 1


def test_every_phase_can_be_clicked_where_its_name_stands() -> None:
    figure = drawn(school_of())
    assert keys(figure) == ["F0", "F1", "F2", "F3", "F4"]
    for label in labels(figure):
        if label.key in ("F1", "F2", "F3", "F4"):
            hit = [key for key in keys(figure) if contains(areas(figure, key)[0].points, label.x, label.y - 3)]
            assert hit == [label.key]


def test_bands_glide_into_each_other_without_lying_on_each_other() -> None:
    figure = drawn(school_of())
    for key, following in (("F1", "F2"), ("F2", "F3"), ("F3", "F4"), ("F4", "F1")):
        (one,), (other,) = areas(figure, key), areas(figure, following)
        assert not any(contains(other.points, x, y) for x, y in one.points)
        # Seen from the centre, there are directions in which both are there at once.
        centre = (figure.width * 1.117 / 2, figure.height / 2)
        assert _directions(one.points, centre) & _directions(other.points, centre)


def _directions(points: tuple[tuple[float, float], ...], centre: tuple[float, float]) -> set[int]:
    from math import atan2, degrees

    return {round(degrees(atan2(y - centre[1], x - centre[0])) / 3) for x, y in points}


def test_what_goes_on_is_filled_and_said_in_words() -> None:
    closed = PhaseState("phase:F1", opened="2025-01-01", closed="2026-01-01")
    figure = drawn(school_of(closed, OPEN[2], OPEN[3]), "en")
    assert fills(figure) == {"F0": "sand", "F1": "accent_soft", "F2": "accent", "F3": "accent", "F4": "sand"}
    assert "in progress" in said(figure)
    assert "In progress now: 2 Direction and set-up and 3 Core components and gatekeeping." in figure.alt
    assert "No phase is in progress now." in drawn(school_of(), "en").alt


def test_the_naming_that_the_school_chose_stands_large() -> None:
    for naming, large, small in (("text", "1 Readiness", "Initiation"), ("plan", "1 Initiation", "Readiness")):
        figure = drawn(school_of(SchoolProfile("school", naming=naming)), "en")
        first, second = (label for label in labels(figure) if label.key == "F1")
        assert (first.text.replace("\N{NO-BREAK SPACE}", " "), first.bold) == (large, True)
        assert (second.text, second.bold) == (small, False)
        assert second.size < first.size


@pytest.mark.parametrize("own", ["Vårt", LONG, "Å" * 60, "<b>x</b> &", "Linje\nskift", "  "])
@pytest.mark.parametrize("size", SIZES[:2])
def test_the_schools_own_names_have_room_however_long(own: str, size: tuple[float, float]) -> None:
    figure = drawn(school_of(*(PhaseState(f"phase:F{n}", own_title=own) for n in range(5))), size=size)
    assert faults(figure) == []
    assert words_outside_their_band(figure) == []


def test_the_schools_own_name_wins_and_the_other_stays_beside_it() -> None:
    figure = drawn(school_of(PhaseState("phase:F2", own_title="Hvor vil vi?")))
    assert "2 Hvor vil vi?" in said(figure)
    assert "Retning og rigging" in said(figure)
