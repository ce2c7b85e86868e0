"""The themes that are chosen suggest partners; what is there already is not suggested again."""

import pytest

from fosdesk.domain.records import Partner, Theme
from fosdesk.domain.records.direction import FOUR_THEMES
from fosdesk.domain.rules.lists.partner_suggestions import partner_suggestions
from fosdesk.domain.values.text_folding import folded
from tests.domain.schools import school_of

KNOWN = {folded(one): one for one in FOUR_THEMES}


def suggested(*records: Theme | Partner) -> dict[str, list[str]]:
    return {one.kind: [theme.id for theme in one.themes] for one in partner_suggestions(school_of(*records), KNOWN)}


def test_a_chosen_theme_suggests_those_who_fit_it() -> None:
    assert suggested(Theme("t", name="mental HEALTH", standing="chosen")) == {"ppt": ["t"], "health": ["t"]}
    both = suggested(
        Theme("t", name="Mental health", standing="chosen"),
        Theme("u", name="Bullying and violations", standing="chosen"),
    )
    assert both == {"ppt": ["t", "u"], "health": ["t", "u"], "fau": ["u"]}


def test_a_theme_of_ones_own_may_ask_for_anybody() -> None:
    assert list(suggested(Theme("t", name="Uteskole", standing="chosen"))) == [
        "ppt",
        "resource_person",
        "health",
        "fau",
        "university",
    ]


@pytest.mark.parametrize("standing", ["", "parked", "declined"])
def test_what_is_not_chosen_suggests_nobody(standing: str) -> None:
    assert suggested(Theme("t", name="Mental health", standing=standing)) == {}


def test_whoever_is_there_or_noted_in_the_theme_is_not_suggested() -> None:
    theme = Theme("t", name="Mental health", standing="chosen")
    assert list(suggested(theme, Partner("p", kind="ppt"))) == ["health"]
    assert suggested(Theme("t", name="Mental health", standing="chosen", partner="p"), Partner("p")) == {}
    gone = Theme("t", name="Mental health", standing="chosen", partner="p")
    assert list(suggested(gone)) == ["ppt", "health"], "a partner that was deleted is none"
