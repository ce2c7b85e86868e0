"""The structure of tables and lists of facts: captions, heads of rows and columns, labels beside their values."""

from tests.reports.pdf.placed import pages_of
from tests.reports.reading import Element, Reading
from tests.reports.samples import started


def cells(reading: Reading) -> list[tuple[str, str, str]]:
    """Role, scope and words of each cell."""

    def scope(cell: Element) -> str:
        return str(cell.thing.A.Scope) if "/A" in cell.thing else ""

    return [(one.role, scope(one), reading.words(one)) for one in reading.top.walk() if one.role in ("TH", "TD")]


def test_the_first_cell_is_the_head_of_its_row_where_it_is_asked_for() -> None:
    for row_heads, first in ((True, ("TH", "/Row", "a")), (False, ("TD", "", "a"))):
        book = started()
        book.table(["Navn", "Verdi"], [("a", "b")], (1, 1), row_heads=row_heads)
        with Reading(book.to_bytes()) as reading:
            head = [("TH", "/Column", "Navn"), ("TH", "/Column", "Verdi")]
            assert cells(reading) == [*head, first, ("TD", "", "b")]


def test_a_caption_belongs_to_its_table_and_stands_right_above_it() -> None:
    for lines in range(36, 48):
        book = started()
        book.paragraph("\n".join(["linje"] * lines))
        book.table(["Navn", "Verdi"], [("a", "b")] * 3, (1, 1), caption="Det som kom inn")
        written = book.to_bytes()
        pages = pages_of(written)
        assert pages.line("Det som kom inn").page == pages.line("Navn").page
        with Reading(written) as reading:
            table = next(one for one in reading.top.walk() if one.role == "Table")
            assert [one.role for one in table.kids if isinstance(one, Element)] == ["Caption", "THead", "TBody"]


def test_a_fact_stands_beside_its_label() -> None:
    book = started()
    book.facts([("Ansvarlig", "Rektor"), ("Frist", "Jul")])
    pages = pages_of(book.to_bytes())
    for label, value in (("Ansvarlig", "Rektor"), ("Frist", "Jul")):
        assert pages.line(label).y == pages.line(value).y
    assert pages.line("Rektor").x == pages.line("Jul").x > pages.line("Ansvarlig").x + 80
