"""A list on paper: every row and column of its table, wide lists turned, and nothing that is not in the table."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import PDF, WORD
from fosdesk.reports.list_document import ListHeading, column_shares, list_bytes
from fosdesk.reports.list_table import Cell, ListTable
from fosdesk.words import read_words
from tests.reading import text_of

HEADING = ListHeading("Fjordvik skole", "Oppfølginger", Audience.OWNER, date(2026, 11, 30))
ROWS: list[list[Cell]] = [["Ring <PPT> & skriv", "Rektor", date(2026, 12, 8)], ["Les rapporten", "", ""]]


def pdf(table: ListTable, heading: ListHeading = HEADING) -> bytes:
    return list_bytes(PDF, heading, table, read_words("nb"))


def test_every_cell_and_heading_is_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "liste.pdf"
    path.write_bytes(pdf(ListTable(["Hva", "Ansvarlig", "Frist"], ROWS)))
    said = " ".join(text_of(path).split())
    for part in ("Fjordvik skole", "Oppfølginger", "Ansvarlig", "Ring <PPT> & skriv", "8.12.2026", "Les rapporten"):
        assert part in said
    assert "For skoleeier og tillitsvalgte" in said
    assert "Eksempelskole" not in said


def test_a_list_of_an_example_says_so_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "liste.pdf"
    path.write_bytes(pdf(ListTable(["Hva"], [["Ring"]] * 90), HEADING._replace(is_example=True)))
    with pikepdf.open(path) as document:
        pages = len(document.pages)
    assert pages > 1
    assert text_of(path).count("Eksempelskole") == pages


@pytest.mark.parametrize(("columns", "turned"), [(3, False), (6, True)])
def test_a_wide_list_is_turned(columns: int, turned: bool) -> None:
    table = ListTable([f"Kolonne {n}" for n in range(columns)], [["x"] * columns])
    with pikepdf.open(io.BytesIO(pdf(table))) as document:
        left, bottom, right, top = (float(one) for one in document.pages[0].mediabox)
    assert (right - left > top - bottom) == turned


def test_word_has_the_same_cells() -> None:
    made = list_bytes(WORD, HEADING, ListTable(["Hva", "Ansvarlig", "Frist"], ROWS), read_words("nb"))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        said = parts.read("word/document.xml").decode()
    assert "Ring &lt;PPT&gt; &amp; skriv" in said
    assert "8.12.2026" in said


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    path = tmp_path / "liste.pdf"
    path.write_bytes(pdf(ListTable(["Hva"], [])))
    assert "Det står ikke noe i listen" in text_of(path)


def test_a_long_text_gets_room_and_a_short_one_is_not_squeezed() -> None:
    shares = column_shares(ListTable(["Hva", "Ja"], [["x" * 400, "1"]]))
    assert sum(shares) == pytest.approx(1)
    assert shares[0] > 0.7
    assert shares[1] > 0.1
