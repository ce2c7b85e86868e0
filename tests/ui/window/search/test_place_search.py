"""Places and acts by their names: every word fits, a place is meant by its title, an act by how a name begins."""

import pytest

from fosdesk.domain.rules.search_question import question_in
from fosdesk.ui.window.search.found import Found
from fosdesk.ui.window.search.place_search import Entry, PlaceSearch, Sort


def entry(sort: Sort, title: str, *names: str, about: str = "") -> Entry:
    return Entry(sort, Found(title, "", lambda: None), names, about)


SEARCH = PlaceSearch(
    (
        entry(Sort.PLACE, "Møter", about="Saksliste og referat."),
        entry(Sort.PLACE, "Møtenotat til styringsgruppen"),
        entry(Sort.ACT, "Nytt møte", "Ny: Møte"),
        entry(Sort.ACT, "Mørke farger", "Mørkt"),
    )
)


@pytest.mark.parametrize(
    ("typed", "named", "places", "acts"),
    [
        ("møte", ["Møter", "Møtenotat til styringsgruppen"], [], ["Nytt møte"]),
        ("nytt møte", ["Nytt møte"], [], []),
        ("referatet", [], ["Møter"], []),
        ("styringsgruppe møtenotat", ["Møtenotat til styringsgruppen"], [], []),
        ("mørkt", ["Mørke farger"], [], []),
        ("gruppen", [], ["Møtenotat til styringsgruppen"], []),
        ("møte xyzzy", [], [], []),
        (" ", [], [], []),
    ],
)
def test_what_is_meant_by_name_is_told_apart(typed: str, named: list[str], places: list[str], acts: list[str]) -> None:
    found = SEARCH.find(question_in(typed))
    assert [[one.title for one in some] for some in found] == [named, places, acts]


def test_all_of_a_sort_come_in_their_order() -> None:
    assert [one.title for one in SEARCH.all(Sort.ACT)] == ["Nytt møte", "Mørke farger"]
