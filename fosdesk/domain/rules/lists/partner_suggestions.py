"""Which partners from outside the themes that the school has chosen may ask for."""

from collections.abc import Mapping
from typing import NamedTuple

from fosdesk.domain.records import Partner, Theme
from fosdesk.domain.records.direction import ADAPTED_TEACHING, BULLYING, LESS_SPECIAL_TEACHING, MENTAL_HEALTH
from fosdesk.domain.school import School
from fosdesk.domain.values.text_folding import folded

# In the order in which they are offered; the school's own themes may be anything, so none is left out for them.
_KINDS = ("ppt", "resource_person", "health", "fau", "university")
_FITTING: Mapping[str, tuple[str, ...]] = {
    ADAPTED_TEACHING: ("ppt", "resource_person", "university"),
    BULLYING: ("ppt", "health", "fau"),
    MENTAL_HEALTH: ("ppt", "health"),
    LESS_SPECIAL_TEACHING: ("ppt", "resource_person"),
}


class Suggestion(NamedTuple):
    """A kind of partner, and the themes that it fits."""

    kind: str
    themes: tuple[Theme, ...]


def partner_suggestions(school: School, known: Mapping[str, str]) -> tuple[Suggestion, ...]:
    """A suggestion for each kind of partner that there is none of, for themes that are chosen and have no partner.

    `known` gives the theme of the framework that a folded name stands for.
    """
    there = {one.kind for one in school.of(Partner) if not one.put_away}
    themes = [
        one
        for one in school.of(Theme)
        if one.standing == "chosen" and one.name.strip() and not one.put_away and school.find(one.partner) is None
    ]
    fitting = {one.id: _FITTING.get(known.get(folded(one.name).strip(), ""), _KINDS) for one in themes}
    found = ((kind, tuple(one for one in themes if kind in fitting[one.id])) for kind in _KINDS if kind not in there)
    return tuple(Suggestion(kind, some) for kind, some in found if some)
