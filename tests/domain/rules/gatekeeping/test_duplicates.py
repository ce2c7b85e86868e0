"""The same work is found by DOI, ISBN and title, and nothing else is."""

from fosdesk.domain.records import GateEntry
from fosdesk.domain.rules.gatekeeping.duplicates import differing, duplicate_of, looked_through
from fosdesk.domain.school import School

LONG = "Inkluderende læringsmiljø i skolen"


def school(*entries: GateEntry) -> School:
    return School("s", {one.id: one for one in entries}, {})


def found(one: GateEntry, other: GateEntry) -> str:
    same = duplicate_of(school(one, other), other)
    return same.by if same else ""


def test_by_doi_also_as_an_address_and_in_any_case() -> None:
    one = GateEntry("a", what="Ett", doi="10.1000/ABC")
    assert found(one, GateEntry("b", what="Noe annet", doi="https://doi.org/10.1000/abc")) == "doi"
    assert found(one, GateEntry("b", what="Noe", address="https://doi.org/10.1000/abc")) == "doi"
    assert found(one, GateEntry("b", what="Noe", doi="10.1000/abcd")) == ""


def test_by_isbn_of_ten_or_thirteen_digits_but_not_two_chapters() -> None:
    one = GateEntry("a", what="Ett", isbn="82-02-19556-6", publication="book")
    assert found(one, GateEntry("b", what="To", isbn="978 82 02 19556 4")) == "isbn"
    chapter = GateEntry("b", what="To", isbn="9788202195564", publication="chapter")
    assert found(one, chapter) == ""


def test_by_title_unless_years_or_authors_differ() -> None:
    one = GateEntry("a", what=LONG, year="2020", authors="Berg, Anne")
    assert found(one, GateEntry("b", what=LONG.upper().replace(" ", "  ") + ".")) == "title"
    assert found(one, GateEntry("b", what=LONG, year="2021")) == ""
    assert found(one, GateEntry("b", what=LONG, authors="Dal, Per")) == ""
    assert found(GateEntry("a", what="Kurs"), GateEntry("b", what="Kurs")) == ""


def test_what_takes_up_again_is_no_duplicate() -> None:
    assert found(GateEntry("a", what=LONG), GateEntry("b", what=LONG, replaces="a")) == ""


def test_new_ones_are_looked_up_in_the_school_and_among_themselves() -> None:
    there = GateEntry("a", what=LONG)
    new = [GateEntry(what="Helt nytt om ledelse"), GateEntry(what=LONG), GateEntry(what="Helt nytt om ledelse")]
    same = looked_through(school(there), new)
    assert same[0] is None
    assert same[1] is not None
    assert same[1].other is there
    assert same[2] is not None
    assert same[2].other is new[0]


def test_side_by_side_only_what_differs() -> None:
    one, other = GateEntry(what="A", year="2020"), GateEntry(what="A", year="2021")
    assert differing(one, other, ("what", "year")) == {"year": ("2020", "2021")}
