"""`fosdesk schools`: a document about the schools of a folder, of all or of one municipality."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from tests.many_schools import PERSON, make_folder
from tests.reading import text_of


def test_a_document_of_a_folder_inside_and_across(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_folder(tmp_path, 6)
    (folder / "ødelagt.fosdesk").write_bytes(b"x" * 9)
    across, inside = tmp_path / "across.pdf", tmp_path / "inside.docx"
    assert main(["schools", str(folder), str(across)]) == 0
    told = capsys.readouterr()
    assert "6 skoler" in told.out
    assert "ødelagt.fosdesk: " in told.err
    found = text_of(across)
    assert "Åsvik" in found
    assert "Bjørkedal" in found
    assert PERSON not in found
    asked = ["--municipality", "åsvik", "--document", "schools_by_municipality", "--language", "nn"]
    assert main(["schools", str(folder), str(inside), *asked]) == 0
    assert "2 skoler" in capsys.readouterr().out
    assert inside.is_file()


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--municipality", "Månen"], "Bjørkedal"), (["--document", "annet"], "schools_brief")],
)
def test_what_does_not_exist_is_one_sentence(
    more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_folder(tmp_path, 3)
    assert main(["schools", str(folder), str(tmp_path / "a.pdf"), *more]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schools", str(tmp_path / "borte"), str(tmp_path / "a.pdf")]) == 2
    assert "kunne ikke leses" in capsys.readouterr().err
