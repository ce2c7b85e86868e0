"""What the command `report` takes: papers that a document is made on, and no others."""

from pathlib import Path

import pikepdf
import pytest

from fosdesk.__main__ import main


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.fosdesk"
    assert main(["example", str(path), "--entries", "5"]) == 0
    return path


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("A3", 842)])
def test_a_poster_is_made_on_the_paper_that_is_asked_for(paper: str, width: int, example: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert main(["report", "component_poster", str(example), str(target), "--paper", paper]) == 0
    with pikepdf.open(target) as made:
        (page,) = made.pages
        assert round(float(page.mediabox[2])) == width


def test_a_document_of_one_paper_is_not_made_on_another(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.pdf"
    assert main(["report", "reading_list", str(example), str(target), "--paper", "A3"]) == 2
    assert "«Leseliste» lages ikke på A3." in capsys.readouterr().err
    assert not target.exists()
