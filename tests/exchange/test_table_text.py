"""Tables as text: no cell is a formula elsewhere, and what was copied elsewhere is read as the rows it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fosdesk.errors import FosdeskError
from fosdesk.exchange.table_text import MOST_ROWS, as_csv, as_html, as_tsv, neutral, read_copied

FORMULAS = ("=1+1", "+47 90", "-5", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1")


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_program_takes_a_cell_for_a_formula(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"
    for written in (as_tsv([[cell]]), as_csv([cell], [[cell]]).decode("utf-8-sig")):
        assert all(one.startswith("'") for row in csv.reader(io.StringIO(written)) if row for one in row[:1])
    assert "'" in as_html((), [[cell]]).partition(">")[2].replace("\\'", "").replace("&#x27;", "'")


@pytest.mark.parametrize("cell", ["Ring PPT", "3. trinn", "", "a=b", "(=1)"])
def test_other_texts_stay_as_they_are(cell: str) -> None:
    assert neutral(cell) == cell


def test_a_csv_opens_in_a_norwegian_excel() -> None:
    written = as_csv(["Hva", "Frist"], [["Ås; med «Øvre»", 'en "ting"\nog en til']])
    assert written.startswith(b"\xef\xbb\xbf")
    (head, row) = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head == ["Hva", "Frist"]
    assert row == ["Ås; med «Øvre»", 'en "ting"\nog en til']


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85"), max_size=8)


@given(st.lists(st.tuples(CELL, CELL, CELL).map(list), min_size=1, max_size=5))
def test_what_is_copied_here_comes_back_as_it_was(rows: list[list[str]]) -> None:
    """But for blanks around a cell, empty rows and columns, and an apostrophe that stood before a formula already."""

    def bare(cell: str) -> str:
        cell = cell.strip()
        return cell[1:] if cell.startswith("'") and cell[1:2] in {"=", "+", "-", "@"} else cell

    kept = [one for one in ([bare(cell) for cell in row] for row in rows) if any(one)]
    used = [n for n in range(3) if any(one[n] for one in kept)]
    kept = [[one[n] for n in used] for one in kept]
    try:
        found = read_copied(as_tsv(rows), "")
    except FosdeskError:
        found = []
    signs = len(used) > 1 and all(one[0] and len(one[0]) < 5 for one in kept)
    if not signs and len(used) > 1:
        assert found == kept


def test_cells_of_a_spreadsheet_may_hold_line_breaks() -> None:
    copied = 'Ring PPT\t"først\r\nog så ""en"" til"\r\nBestill rom\t8.12\r\n'
    assert read_copied(copied, "") == [["Ring PPT", 'først\nog så "en" til'], ["Bestill rom", "8.12"]]


def test_a_quotation_mark_in_a_text_swallows_no_row() -> None:
    copied = '"Hva nå?" spurte vi\tRektor\n"Åpent sitat\tInspektør\nSist\tRektor\n'
    assert read_copied(copied, "") == [
        ['"Hva nå?" spurte vi', "Rektor"],
        ['"Åpent sitat', "Inspektør"],
        ["Sist", "Rektor"],
    ]


@pytest.mark.parametrize(
    ("copied", "rows"),
    [
        ("Ring PPT\n\nBestill rom\n", [["Ring PPT"], ["Bestill rom"]]),
        ("• Ring PPT\n• Bestill rom", [["Ring PPT"], ["Bestill rom"]]),
        ("1. Ring PPT\n2. Bestill rom", [["Ring PPT"], ["Bestill rom"]]),
        ("1.\tRing PPT\n2.\tBestill rom", [["Ring PPT"], ["Bestill rom"]]),
        ("3. trinn trenger rom", [["3. trinn trenger rom"]]),
        ("5. trinn\n7. trinn", [["5. trinn"], ["7. trinn"]]),
        ("- en ting\nog en til", [["- en ting"], ["og en til"]]),
        ("a\t\tb\nc\t\td", [["a", "b"], ["c", "d"]]),
    ],
)
def test_lines_of_a_text_or_a_mail_are_rows(copied: str, rows: list[list[str]]) -> None:
    assert read_copied(copied, "") == rows


def test_a_table_of_a_mail_is_read_from_its_html() -> None:
    html = (
        "<html><head><style>td {x}</style></head><body><p>Hei</p><table><tr><th>Hva</th><th>Frist</th></tr>"
        "<tr><td>Ring <b>PPT</b>&nbsp;i dag</td><td><p>8. des</p><p>kl. 9</p></td></tr>"
        "<tr><td> </td></tr></table></body></html>"
    )
    text = "Hei\nHva\nFrist\nRing PPT i dag\n8. des\nkl. 9\n"
    assert read_copied(text, html) == [["Hva", "Frist"], ["Ring PPT\xa0i dag".replace("\xa0", " "), "8. des\nkl. 9"]]
    assert read_copied("", html)[1][0] == "Ring PPT i dag"


@pytest.mark.parametrize(
    ("text", "html", "sentence"),
    [
        ("", "", "Nothing was copied that could become rows. Copy lines or cells first."),
        (" \n\t\n ", "", "Nothing was copied that could become rows. Copy lines or cells first."),
        ("", "<p>Hei</p>", "What was copied holds no table and no lines of text. Copy the rows themselves."),
        ("", "<table><tr><td></td></tr></table>", "What was copied holds no table and no lines of text. "),
        ("x\n" * 100_000, "", "{n} rows were copied, and at most {most} can be taken in at once."),
        ("", "<table>" + "<tr><td>x" * 100_000, "{n} rows were copied, and at most {most} can be taken in at once."),
        ("x" * 20_000_001, "", "What was copied is too large to be taken in at once. Copy a part of it."),
    ],
    ids=["nothing", "blanks", "only HTML", "an empty table", "100,000 lines", "100,000 rows of HTML", "huge"],
)
def test_what_cannot_be_rows_is_told_in_one_sentence(text: str, html: str, sentence: str) -> None:
    with pytest.raises(FosdeskError) as told:
        read_copied(text, html)
    assert told.value.sentence.startswith(sentence)


def test_as_many_rows_as_may_be_are_read() -> None:
    assert len(read_copied("x\ty\n" * MOST_ROWS, "")) == MOST_ROWS


@pytest.mark.parametrize("part", ["<!--", "<style", "<style>", "<td ", "<table>", "<", '<a title="'])
def test_what_is_no_html_takes_no_long_time(part: str) -> None:
    with pytest.raises(FosdeskError):
        read_copied("", f"<table>{part * 100_000}")
