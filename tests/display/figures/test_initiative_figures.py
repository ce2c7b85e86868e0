"""The figures of initiatives: what stands in them, where a click leads, and that nothing is cut or covered."""

import pytest

from fosdesk.display.figures.initiative_figures import hops_figure, hops_sentence, load_figure
from fosdesk.domain.records import Initiative
from fosdesk.domain.rules.consolidation.initiative_load import hops, load
from fosdesk.domain.school import School
from fosdesk.words import read_words
from tests.display.figures.drawn import faults, keys, texts

TODAY = "2026-11-23"
EN = read_words("en")
SOME = (
    Initiative("reading", name="The reading plan", origin="statutory", minutes=600, started="2020-08-19"),
    Initiative("friends", name="Reading friends", origin="chosen", minutes=300, started="2026-08-17"),
    Initiative("homework", name="Help with homework", minutes=240, started="2025-09-01", ended="2026-01-16"),
    Initiative("outdoor", name="Outdoor school", started="2023-08-21", ended="2026-03-25"),
    Initiative("new", name="Programme for all", origin="chosen", minutes=1080),
)


def school(*some: Initiative) -> School:
    return School("a", {one.id: one for one in some}, {})


def test_what_a_yes_would_add_is_told_apart() -> None:
    figure = load_figure(load(school(*SOME), TODAY, ("new",)), EN)
    assert {"required", "chosen", "not said which", "if the answer is yes", "+ 18 h"} <= set(texts(figure))
    assert "Spring 2027: 10 h required, 5 h chosen, 18 h more if the answer is yes" in figure.alt
    without = load_figure(load(school(*SOME), TODAY, ()), EN)
    assert "if the answer is yes" not in (*texts(without), without.alt)


@pytest.mark.parametrize("width", [280, 360, 420, 560])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_of_the_load_is_cut(width: float, language: str) -> None:
    words = read_words(language)
    assert faults(load_figure(load(school(*SOME), TODAY, ("new",)), words, width)) == []
    assert faults(load_figure(load(school(), TODAY, ()), words, 420)) == []


def test_hops_lead_to_their_initiatives_and_are_counted() -> None:
    found = hops(school(*SOME), TODAY)
    figure = hops_figure(found, EN, TODAY)
    assert set(keys(figure)) == {"reading", "friends", "homework", "outdoor"}
    assert "Help with homework: from 1 September 2025 to 16 January 2026" in figure.alt
    assert "Reading friends: since 17 August 2026" in figure.alt
    assert hops_sentence(found, EN) == "2 were begun and ended. 2 go on. The latest began 17 August 2026."
    assert hops_sentence((), EN) == ""
    assert "Nothing is written down" in hops_figure((), EN, TODAY).alt


@pytest.mark.parametrize("width", [320, 480, 760])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_of_the_hops_is_cut_or_covered(width: float, language: str) -> None:
    words = read_words(language)
    crowd = [
        Initiative(f"{n}", name=f"Satsing nummer {n} er ny", started=f"2025-{n:02}-01", ended=f"2025-{n + 2:02}-20")
        for n in range(1, 11)
    ]
    assert faults(hops_figure(hops(school(*SOME), TODAY), words, TODAY, width)) == []
    assert faults(hops_figure(hops(school(*SOME, *crowd), TODAY), words, TODAY, width)) == []


def test_of_thousands_the_latest_are_drawn_and_the_others_counted() -> None:
    some = [
        Initiative(
            f"{n:05}", name=f"Program {n}", started=f"2025-{n % 12 + 1:02}-01", ended="2026-02-01" if n % 2 else ""
        )
        for n in range(5_000)
    ]
    figure = hops_figure(hops(school(*some), TODAY), EN, TODAY, 760)
    assert len(keys(figure)) <= 2 * 80  # each a line or an arc, and mostly a name
    assert len(set(keys(figure))) == 80
    assert figure.height < 1_400
    assert "and 4920 more" in texts(figure)
    assert figure.alt.endswith("; and 4920 more.")
    assert faults(figure) == []
