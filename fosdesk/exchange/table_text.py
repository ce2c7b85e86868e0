"""Tables as text: written so that no program takes a cell for a formula, and read from what was copied elsewhere."""

import csv
import io
import re
from collections.abc import Sequence
from html import escape, unescape

from fosdesk.errors import FosdeskError

MOST_ROWS = 2_000  # that are read at once
MOST_CELLS = 60  # of one row
_MOST_CHARACTERS = 20_000_000  # of what is looked at at all
_FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NEUTRALISED = re.compile(r"'(?=[=+\-@])")
_SIGNS = "[\u2022\u00b7\u25cf\u25aa\u25e6\uf0b7*\u2013\u2014-]"  # of the items of a list
_ITEM = re.compile(rf"\s*(?:{_SIGNS}|\(?([0-9]{{1,3}})[.)])[\t \u00a0]+(?=\S)")
_MARK = re.compile(rf"{_SIGNS}|o|\(?[0-9]{{1,3}}[.)]")
_SILENT = frozenset(("style", "script", "head"))  # what they hold is not shown
_HTML = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9:]*)[^<>]*>?|[^<]+|<")
_BLANKS = re.compile(r"\s+")
Rows = list[list[str]]


def neutral(text: str) -> str:
    """A text that a spreadsheet does not take for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Excel copies them, neutralised."""
    written = io.StringIO()
    csv.writer(written, "excel-tab").writerows([neutral(cell) for cell in one] for one in rows)
    return written.getvalue()


def as_html(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Headings and rows as an HTML table for a text program or a mail, neutralised."""

    def line(cells: Sequence[str], kind: str) -> str:
        # Excel takes the cells of a pasted table as text where they say so.
        said = (escape(neutral(cell)).replace("\n", "<br>") for cell in cells)
        return "<tr>" + "".join(f"<{kind} style=\"mso-number-format:'\\@'\">{one}</{kind}>" for one in said) + "</tr>"

    head = line(headings, "th") if headings else ""
    return f"<table>{head}{''.join(line(one, 'td') for one in rows)}</table>"


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A CSV file as a Norwegian Excel opens it: semicolons, and UTF-8 with its mark; neutralised."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow([neutral(cell) for cell in headings])
    table.writerows([neutral(cell) for cell in one] for one in rows)
    return written.getvalue().encode("utf-8-sig")


def read_copied(text: str, html: str) -> Rows:
    """The rows of what was copied in a spreadsheet, a text program or a mail; without empty ones.

    FosdeskError, with one sentence, when there is nothing that could be rows, or too much of it.
    """
    if len(text) > _MOST_CHARACTERS or len(html) > _MOST_CHARACTERS:
        raise FosdeskError("What was copied is too large to be taken in at once. Copy a part of it.")
    rows = _without_blank(_cells(text)) if text.strip() else []
    # A mail writes the cells of a table below each other as text; there, the table itself says more.
    if html and "<t" in html.lower() and not any(len(one) > 1 for one in rows):
        if html.lower().count("<tr") > 2 * MOST_ROWS:
            raise _too_many(html.lower().count("<tr"))
        table = _TableReader.read(html)
        rows = _without_blank(table) or rows
    if not rows:
        if html and not text.strip():
            raise FosdeskError("What was copied holds no table and no lines of text. Copy the rows themselves.")
        raise FosdeskError("Nothing was copied that could become rows. Copy lines or cells first.")
    if len(rows) > MOST_ROWS:
        raise _too_many(len(rows))
    return _without_marks([one[:MOST_CELLS] for one in rows])


def _too_many(n: int) -> FosdeskError:
    return FosdeskError("{n} rows were copied, and at most {most} can be taken in at once.", n=n, most=MOST_ROWS)


def _cells(text: str) -> Rows:
    if "\t" not in text:
        return [[line] for line in _without_signs([line for line in text.splitlines() if line.strip()])]
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' in lines:
        try:  # cells with line breaks stand in quotation marks, as a spreadsheet writes them
            return list(csv.reader(io.StringIO(lines, newline=""), "excel-tab", strict=True))
        except csv.Error:
            pass  # the marks are text
    return [line.split("\t") for line in lines.split("\n")]


def _without_signs(lines: list[str]) -> list[str]:
    """The items of a list without their signs or numbers; lines that are no such list («3. trinn …») as they are."""
    found = [_ITEM.match(line) for line in lines]
    numbers = [int(one[1]) for one in found if one is not None and one[1]]
    counted = not numbers or (len(numbers) > 1 and numbers == list(range(1, len(lines) + 1)))
    if not counted or None in found:
        return lines
    return [line[one.end() :] for line, one in zip(lines, found, strict=True) if one is not None]


def _without_blank(rows: Rows) -> Rows:
    found = [[_NEUTRALISED.sub("", cell.strip(), count=1) for cell in one] for one in rows]
    found = [one for one in found if any(one)]
    width = max((len(one) for one in found), default=0)
    used = [n for n in range(width) if any(n < len(one) and one[n] for one in found)]
    return [[one[n] if n < len(one) else "" for n in used] for one in found]


def _without_marks(rows: Rows) -> Rows:
    """Without a first column that holds nothing but the marks or numbers of a list."""
    if rows and len(rows[0]) > 1 and all(_MARK.fullmatch(one[0]) for one in rows):
        return [one[1:] for one in rows]
    return rows


class _TableReader:
    """Reads the first table with anything in it; what stands in inner tables belongs to the cell around them."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self._depth = 0
        self._cell: list[str] | None = None

    @classmethod
    def read(cls, html: str) -> Rows:
        """The rows of the table; none when there is none."""
        made, place, lower = cls(), 0, html.lower()
        while (found := _HTML.match(html, place)) is not None:
            place = found.end()
            tag = (found[2] or "").lower()
            if found[0] == "<!--" or (tag in _SILENT and not found[1]):
                ending = "-->" if not tag else f"</{tag}"
                place = lower.find(ending, place)
                if place < 0:
                    break
                place += len(ending) if not tag else 0
            elif not tag:
                made._take(found[0])
            elif found[1]:
                made._end(tag)
            else:
                made._begin(tag)
            if tag == "table" and not made._depth and any(any(one) for one in made.rows):
                break
        made._end_cell()
        return made.rows

    def _begin(self, tag: str) -> None:
        if tag == "table":
            self._depth += 1
        elif tag in ("br", "p", "div", "li") and self._cell:
            self._cell.append("\n")
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif self._depth == 1 and tag in ("td", "th") and self.rows:
            self._end_cell()
            self._cell = []

    def _end(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
        if self._depth == (0 if tag == "table" else 1) and tag in ("td", "th", "table"):
            self._end_cell()

    def _take(self, text: str) -> None:
        if self._cell is not None:
            self._cell.append(_BLANKS.sub(" ", unescape(text)))

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = "".join(self._cell).split("\n")
            self.rows[-1].append("\n".join(one.strip() for one in lines if one.strip()))
            self._cell = None
