"""Spreadsheet files: texts stay texts, days are days, and no text is lost because a cell is full."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from fosdesk.exchange.table_file import as_xlsx
from fosdesk.pace import Pace, Stopped


def sheet_of(written: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]


def test_a_text_that_begins_as_a_formula_does_is_a_text() -> None:
    signs = ["=1+1", "+47", "-5", "@SUM(A1)", '=HYPERLINK("http://x")']
    sheet = sheet_of(as_xlsx("Liste", ["=Hva"], [[one] for one in signs]))
    assert [one.value for one in sheet["A"]] == ["=Hva", *signs]
    assert {one.data_type for one in sheet["A"]} == {"s"}
    assert all(one.quotePrefix for one in sheet["A"])


def test_days_are_days_and_numbers_are_numbers() -> None:
    sheet = sheet_of(as_xlsx("Liste", ["Frist", "Minutter", "Hva"], [[date(2026, 12, 8), 90, ""]]))
    day, number, nothing = sheet[2]
    assert (day.value, day.number_format) == (datetime(2026, 12, 8), "dd.mm.yyyy")
    assert (number.value, number.data_type) == (90, "n")
    assert nothing.value is None
    assert sheet.freeze_panes == "A2"


def test_a_text_longer_than_a_cell_goes_on_below_and_controls_stay_out() -> None:
    text = "a\x0bb" + "x" * 70_000
    sheet = sheet_of(as_xlsx("Liste", ["Hva", "Antall"], [[text, 7], ["neste", 8]]))
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert "".join(str(one[0]) for one in rows[:3]) == "ab" + "x" * 70_000
    assert [one[1] for one in rows] == [7, None, None, 8]


@pytest.mark.parametrize("title", ["", "Møter / 5:7 [a]*?", "x" * 90, "'"])
def test_any_name_is_a_name_of_a_sheet(title: str) -> None:
    assert 0 < len(sheet_of(as_xlsx(title, ["Hva"], [])).title) <= 31


def test_it_can_be_stopped() -> None:
    pace = Pace()
    pace.stop()
    with pytest.raises(Stopped):
        as_xlsx("Liste", ["Hva"], [["x"]], pace)


def test_nothing_of_it_lies_in_the_temporary_folder_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refused)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", refused)
    assert sheet_of(as_xlsx("Liste", ["Hva"], [["privat"]]))["A2"].value == "privat"
