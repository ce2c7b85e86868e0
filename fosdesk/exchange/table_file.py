"""Spreadsheet files of tables; a text stays a text, whatever it begins with."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from fosdesk.pace import NO_HURRY, Pace

CSV, XLSX = ".csv", ".xlsx"
_MOST = 32_767  # characters that Excel holds in a cell
_NAME = re.compile(r"[\[\]:*?/\\']")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NARROWEST, _WIDEST, _AIR = 10, 60, 2  # of columns, in characters
_SAMPLE = 200  # rows that the widths are taken from


def as_xlsx(
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str | int | date]],
    pace: Pace = NO_HURRY,
) -> bytes:
    """An Excel file with one sheet; days are days and numbers are numbers. Stopped when `pace` is stopped.

    A text that is longer than a cell of Excel's holds is continued in the rows below it.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.creator = "fosdesk"
    sheet = book.active
    sheet.title = (_NAME.sub(" ", title).strip() or "fosdesk")[:31]
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings):
        longest = max((len(str(one[number])) for one in rows[:_SAMPLE]), default=0)
        width = min(max(len(heading), longest, _NARROWEST), _WIDEST) + _AIR
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    bold, top = Font(bold=True), Alignment(vertical="top", wrap_text=True)

    def write(row: int, column: int, value: str | int | date, font: Font | None = None) -> None:
        made = sheet.cell(row, column)
        if isinstance(value, str):
            made.value = "x"
            made._value = value  # noqa: SLF001  # openpyxl makes a formula of what begins with «=»
            made.data_type = "s"
            made.quotePrefix = True  # so that it stays a text where somebody edits the cell
        else:
            made.value = value
            if isinstance(value, date):
                made.number_format = "dd.mm.yyyy"
        made.alignment = top
        if font is not None:
            made.font = font

    for column, heading in enumerate(headings, start=1):
        write(1, column, heading, bold)
    row = 1
    for some in pace.in_parts(list(rows), 200):
        for line in (line for one in some for line in _lines(one)):
            row += 1
            for column, value in enumerate(line, start=1):
                if value != "":
                    write(row, column, value)
    return _saved(book)


def _saved(book: Any) -> bytes:
    """The file of a workbook, made in memory: openpyxl itself would put the sheets into the temporary folder first."""
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]  # openpyxl carries no types
        def write_worksheet(self, sheet: Any) -> None:
            """Write one sheet."""
            written = io.BytesIO()
            writer = WorksheetWriter(sheet, out=written)
            writer.write()
            sheet._rels = writer._rels  # noqa: SLF001  # as in the method that this one stands for
            self._archive.writestr(sheet.path[1:], written.getvalue())
            self.manifest.append(sheet)

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        InMemory(book, archive).save()
    return whole.getvalue()


def _lines(cells: Sequence[str | int | date]) -> list[list[str | int | date]]:
    """A row as one, or as several where a text is too long for a cell; without what no Excel file may hold."""
    whole = [_CONTROL.sub("", one) if isinstance(one, str) else one for one in cells]
    many = max((-(-len(one) // _MOST) for one in whole if isinstance(one, str)), default=1)
    if many <= 1:
        return [whole]
    return [
        [one[n * _MOST : (n + 1) * _MOST] if isinstance(one, str) else one if n == 0 else "" for one in whole]
        for n in range(many)
    ]
