"""Contrasts of the three palettes, and of what is made from the system's own, by WCAG 2.2: text 4.5, edges 3."""

from collections.abc import Mapping

import pytest

from fosdesk.ui.style.palettes import CONTRAST, LIGHT, PALETTES, contrast_palette, contrast_ratio

BLACK = contrast_palette("#000000", "#ffffff", "#000000", "#ffff00", "#1aebff")
WHITE = contrast_palette("#ffffff", "#000000", "#ffffff", "#00009f", "#37006e")
ALL = {**PALETTES, "system, black": BLACK, "system, white": WHITE}
GROUNDS = ("paper", "panel", "raised", "accent_faint")
# Text on tints: who stands on what, in the style sheet and in what paints itself.
ON_TINTS = (
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in GROUNDS),
    *(("ochre", ground) for ground in ("paper", "raised", "ochre_soft")),
    *(("plum", ground) for ground in ("paper", "raised")),
    *((ink, ground) for ink in ("ink", "accent") for ground in ("ochre_soft", "plum_soft", "sand")),
    ("ink", "accent_soft"),
    ("quiet", "sand"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)


@pytest.mark.parametrize("name", ALL)
def test_text_can_be_read_on_every_ground_that_it_stands_on(name: str) -> None:
    colours: Mapping[str, str] = ALL[name]
    faint = {
        (ink, ground): round(contrast_ratio(colours[ink], colours[ground]), 2)
        for ink, ground in ON_TINTS
        if contrast_ratio(colours[ink], colours[ground]) < 4.5
    }
    assert faint == {}


@pytest.mark.parametrize("name", ALL)
def test_edges_of_controls_and_the_focus_ring_are_seen(name: str) -> None:
    colours: Mapping[str, str] = ALL[name]
    faint = {
        (line, ground): round(contrast_ratio(colours[line], colours[ground]), 2)
        for line in ("border", "accent", "focus")
        for ground in ("paper", "panel", "raised")
        if contrast_ratio(colours[line], colours[ground]) < 3
    }
    assert faint == {}
    tints = ("accent_faint", "ochre_soft", "plum_soft", "sand")
    assert min(contrast_ratio(colours["focus"], colours[ground]) for ground in tints) >= 3


@pytest.mark.parametrize("name", ["contrast", "system, black", "system, white"])
def test_high_contrast_is_high(name: str) -> None:
    colours: Mapping[str, str] = ALL[name]
    for ink in ("ink", "quiet", "accent", "ochre", "plum", "border"):
        assert contrast_ratio(colours[ink], colours["paper"]) >= 7, ink
    assert contrast_ratio(colours["hairline"], colours["paper"]) >= 3, "there, hairlines are all there is to see"


def test_colours_of_the_system_that_are_no_high_contrast_give_way_to_ours() -> None:
    assert contrast_palette("#ffffff", "#767676", "#ffffff", "#0000ff", "#0000ff") is CONTRAST
    assert contrast_palette("#000000", "#ffffff", "#ffffff", "#ffff00", "#00ffff") is CONTRAST


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast_ratio("#ffffff", "#777777") == contrast_ratio("#777777", "#ffffff")


def test_all_palettes_have_the_same_roles() -> None:
    assert {name for name, colours in ALL.items() if {*colours} != {*LIGHT}} == set()
