"""With which schools a network would fit: the same place, or the same theme, and what is there already left out."""

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Network, SchoolProfile, Theme
from fosdesk.domain.rules.sharing.network_matches import Match, network_matches
from fosdesk.domain.school import School
from tests.domain.schools import school_of

OWN = SchoolProfile("school", name="Fjordvik", municipality="Fjordvik kommune", collaboration="Ytre kyst")
THEME = Theme("t", name="Tilhørighet", standing="chosen")


def school(name: str, municipality: str = "", collaboration: str = "", *records: Record) -> School:
    profile = SchoolProfile("school", name=name, municipality=municipality, collaboration=collaboration)
    return school_of(profile, *records)


def test_the_same_place_within_and_across() -> None:
    near, far = school("Åsen", " fjordvik  Kommune "), school("Bakken", "Strandøy", "ytre kyst")
    assert network_matches(school_of(OWN), [near, far]) == (
        Match("geography", "within", "Fjordvik kommune", ("Åsen",)),
        Match("geography", "across", "Ytre kyst", ("Bakken",)),
    )


def test_the_same_theme_where_both_chose_it() -> None:
    others = [
        school("Åsen", "Fjordvik kommune", "", Theme("x", name="tilhørighet", standing="chosen")),
        school("Bakken", "Strandøy", "", Theme("y", name="Tilhørighet ", standing="chosen")),
        school("Dalen", "Strandøy", "", Theme("z", name="Tilhørighet", standing="parked")),
        school("Eidet", "Strandøy", "", Theme("v", name="", standing="chosen")),
    ]
    found = network_matches(school_of(OWN, THEME), others)
    assert found[-1] == Match("theme", "across", "Tilhørighet", ("Bakken", "Åsen"))


def test_blank_places_match_nobody_and_a_school_without_a_name_is_not_named() -> None:
    assert network_matches(school_of(), [school("Åsen")]) == ()
    assert network_matches(school_of(OWN), [school("  ", "Fjordvik kommune")]) == ()


def test_what_is_a_network_already_is_not_suggested() -> None:
    network = Network("n", name="Kommunenettverket", topic="fjordvik kommune")
    assert network_matches(school_of(OWN, network), [school("Åsen", "Fjordvik kommune")]) == ()
