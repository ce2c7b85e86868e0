"""Reads tables of answers that Microsoft Forms, Nettskjema and others save: CSV in any usual form, and xlsx."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from fosdesk.errors import FosdeskError
from fosdesk.exchange.file_reading import reading
from fosdesk.exchange.table_file import XLSX

LARGEST = 20_000_000  # bytes of a file
MOST_ROWS, MOST_COLUMNS = 10_000, 400
_LARGEST_UNPACKED = 200_000_000  # bytes
_LONGEST = 20_000  # characters of an answer
_DELIMITERS = ";\t,|"
_LOOKED_AT = 20  # rows that tell the delimiter


class AnswerFile(NamedTuple):
    """A table with its headings, each row as long as those; `digest` is the same for the same bytes alone."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    digest: str = ""


def read_answer_file(path: Path) -> AnswerFile:
    """The table in a file. FosdeskError, as one sentence, for what holds none, is damaged, or too large."""
    with reading(path) as file:
        content = file.read(LARGEST + 1)
    return read_answers(content, path.name)


def read_answers(content: bytes, name: str) -> AnswerFile:
    """The table in the bytes of a file; `name` is what an error calls it."""
    if len(content) > LARGEST:
        raise _too_large(name)
    is_workbook = content.startswith(b"PK") or name.lower().endswith(XLSX)
    try:
        rows = _cells_of_workbook(content, name) if is_workbook else _cells_of_text(_text(content, name))
        found = [row for row in islice(rows, MOST_ROWS + 2) if any(row)]
    except FosdeskError:
        raise
    except Exception as why:  # a parser that is handed anything raises anything
        raise FosdeskError("{file} is damaged, or no table of answers, so nothing was read.", file=name) from why
    if len(found) > MOST_ROWS + 1:
        raise _too_large(name)
    if len(found) < 2 or max(map(len, found)) > MOST_COLUMNS:
        raise FosdeskError(
            "{file} holds no table of answers: there should be a row of headings, and one row for each who answered.",
            file=name,
        )
    width = max(map(len, found))
    headings, *rest = [[*row, *[""] * (width - len(row))] for row in found]
    return AnswerFile(headings, rest, sha256(content).hexdigest()[:12])


def _too_large(name: str) -> FosdeskError:
    return FosdeskError("{file} is too large for a table of answers.", file=name)


def _text(content: bytes, name: str) -> str:
    """The text in UTF-8 or UTF-16, or as older Windows programs write it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    if b"\x00" in content[:1000]:
        raise FosdeskError("{file} is damaged, or no table of answers, so nothing was read.", file=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _cells_of_text(text: str) -> Iterable[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines[:4].lower() == "sep=":  # as Excel writes it for itself
        lines = lines.partition("\n")[2]
    delimiter = max(_DELIMITERS, key=lambda one: _columns(lines, one))
    limit = csv.field_size_limit(_LONGEST * 10)
    try:
        for row in csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter):
            yield [_cell(one) for one in row]
    finally:
        csv.field_size_limit(limit)


def _columns(text: str, delimiter: str) -> int:
    """How many columns the first rows have with a delimiter; none where they differ much."""
    try:
        rows = [len(row) for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT)]
    except csv.Error:
        return 0
    widths = [one for one in rows if one]
    return min(widths[0], max(widths, key=widths.count)) if widths else 0


def _cells_of_workbook(content: bytes, name: str) -> Iterable[list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > _LARGEST_UNPACKED:
            raise _too_large(name)
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1)
            found = [[_cell(one) for one in row] for row in islice(rows, MOST_ROWS + 2)]
            if sum(any(row) for row in found) > 1:
                return [_without_end(row) for row in found]
    finally:
        book.close()
    return []


def _without_end(row: list[str]) -> list[str]:
    """A row without the empty cells at its end: a sheet may say that it is as wide as can be."""
    last = max((n for n, cell in enumerate(row, start=1) if cell), default=0)
    return row[:last]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()[:_LONGEST]
