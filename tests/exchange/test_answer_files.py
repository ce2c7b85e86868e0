"""Files of answers as Forms, Nettskjema and Excel save them, and what is none of these: one sentence each."""

import io
import os
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from fosdesk.errors import FosdeskError
from fosdesk.exchange.answer_files import LARGEST, AnswerFile, read_answer_file, read_answers
from fosdesk.exchange.table_file import as_xlsx

HEADINGS = ["ID", "Jeg vil være med på det vi gjør", "Kommentar; fritt"]
ROWS = [["1", "Stemmer på en måte", "Både «og», samt; annet\npå to linjer"], ["2", "Æ", ""]]


def csv_of(delimiter: str, newline: str = "\r\n") -> str:
    quoted = [
        [f'"{cell}"' if delimiter in cell or "\n" in cell or ";" in cell else cell for cell in row]
        for row in [HEADINGS, *ROWS]
    ]
    return newline.join(delimiter.join(row) for row in quoted) + newline


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_csv_is_read_in_every_usual_encoding_and_with_every_delimiter(
    encoding: str, delimiter: str, newline: str
) -> None:
    found = read_answers(csv_of(delimiter, newline).encode(encoding), "svar.csv")
    assert found.headings == HEADINGS
    assert found.rows == ROWS


def test_the_line_that_tells_excel_the_delimiter_is_no_heading() -> None:
    assert read_answers(("sep=;\r\n" + csv_of(";")).encode(), "svar.csv").headings == HEADINGS


def test_a_workbook_is_read_from_its_first_sheet_with_a_table(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    path.write_bytes(as_xlsx("Svar", HEADINGS, [[7, *ROWS[0][1:]], ["x", "y", ""]]))
    found = read_answer_file(path)
    assert found.headings == HEADINGS
    assert found.rows == [["7", *ROWS[0][1:]], ["x", "y", ""]]
    assert found.digest == read_answer_file(path).digest != AnswerFile([], []).digest


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Bare en overskrift\r\n",
        b"PK\x03\x04 no archive",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00",
        b"\xff\xfe\x00",
        b";" * 5000 + b"\n1;2\n",
        b"a\n" * 20_000,
    ],
)
def test_what_is_no_table_of_answers_is_told_in_one_sentence(content: bytes) -> None:
    for name in ("svar.csv", "svar.xlsx"):
        with pytest.raises(FosdeskError):
            read_answers(content, name)


def test_what_is_too_large_packed_or_unpacked_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(FosdeskError, match="too large"):
        read_answers(b"a;b\n" * (LARGEST // 4 + 1), "svar.csv")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(5):
            archive.writestr(f"xl/worksheets/sheet{n}.xml", bytes(50_000_000))
    with pytest.raises(FosdeskError, match="too large"):
        read_answers(bomb.getvalue(), "svar.xlsx")
    for path in (tmp_path, tmp_path / "gone.csv"):
        with pytest.raises(FosdeskError):
            read_answer_file(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        with pytest.raises(FosdeskError):
            read_answer_file(tmp_path / "pipe.csv")


def test_damage_never_raises_anything_but_a_sentence() -> None:
    rng = random.Random(13)
    whole = as_xlsx("Svar", HEADINGS, ROWS)
    for _ in range(60):
        broken = bytearray(whole)
        for _ in range(rng.randint(1, 30)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        with suppress(FosdeskError):  # which is one sentence
            assert read_answers(bytes(broken), "svar.xlsx").headings
