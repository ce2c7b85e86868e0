"""The page for IT from the command line: without a school, in three kinds of file, and over nothing else."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.reports.documents.for_it.page import text_of
from fosdesk.words import read_words


@pytest.mark.parametrize(("name", "begins"), [("it.pdf", b"%PDF-"), ("it.docx", b"PK"), ("it.md", b"# fosdesk: ")])
def test_it_is_written_by_what_the_name_ends_in(tmp_path: Path, name: str, begins: bytes) -> None:
    for _ in range(2):  # an earlier one is written over
        assert main(["for-it", str(tmp_path / name), "--date", "2026-11-30"]) == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_language_is_chosen(tmp_path: Path) -> None:
    for language in ("nb", "nn", "en"):
        assert main(["for-it", str(tmp_path / "it.md"), "--language", language]) == 0
        assert (tmp_path / "it.md").read_text(encoding="utf-8") == text_of(read_words(language))


@pytest.mark.parametrize(
    ("name", "there", "said"),
    [
        ("it.txt", b"", "does not fit"),
        ("it.md", b"our own notes\n", "something else in it"),
        ("it.pdf", b"no PDF", "something else in it"),
    ],
)
def test_what_is_something_else_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, there: bytes, said: str
) -> None:
    if there:
        (tmp_path / name).write_bytes(there)
    assert main(["--language", "en", "for-it", str(tmp_path / name)]) == 2
    assert said in capsys.readouterr().err
    assert not there or (tmp_path / name).read_bytes() == there


@pytest.mark.parametrize("name", ["missing/it.pdf", "missing/it.md"])
def test_a_folder_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["--language", "en", "for-it", str(tmp_path / name)]) == 2
    assert "could not be written" in capsys.readouterr().err
