"""Names in texts: found as people write them, and not where a word only looks like one."""

import pytest

from fosdesk.domain.names import Names
from fosdesk.domain.records import Partner, Person
from tests.domain.schools import school_of

NAMES = Names(
    school_of(
        Person("p1", name="Ingrid Solheim"),
        Person("p2", name="Per"),
        Person("p3", name="Áile"),
        Person("p4", name="Rektor", contact="post@fjordvik.example"),
        Person("p5", name="KN"),
        Person("p6", name="A"),
        Person("p7", name="3. trinn"),
        Partner("x2", name="Kommunen", contact="Arvid Moe"),
        Partner("x1", name="Kysthøgskolen", contact="Vibeke Strand ved Kysthøgskolen"),
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid sa nei.",
        "Det var INGRID som spurte",
        "ingrid",
        "Ingrids forslag",
        "Vi spurte Solheim, og hun svarte.",
        "Per tok ordet.",
        "Pers idé",
        "Vi fulgte Áiles råd.",
        "Vi fulgte A\u0301iles råd.",
        "In\u200bgrid",
        "In\u00adgrid",
        "Ring (Ingrid)!",
        "Skriv til POST@fjordvik.example.",
        "Vibeke Strand ved Kysthøgskolen kom.",
        "Avtalt med KN.",
        "Arvid ringte.",
    ],
)
def test_a_name_is_found(text: str) -> None:
    assert NAMES.stand_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Fire ganger per semester.",
        "Rektor avgjør, og 3. trinn prøver ut.",
        "Solheimen ligger ved fjorden.",
        "Spor A og spor B",
        "Kysthøgskolen holdt et foredrag.",
        "Perspektivet fra kunnskapen",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert not NAMES.stand_in(text)


def test_a_school_without_people_names_nobody() -> None:
    assert not Names(school_of(Partner("x1", name="PPT"))).stand_in("Ingrid")
