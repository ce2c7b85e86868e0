"""What the commands do where nobody says more: for whom, from when, and under which name."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.journal import Journal
from fosdesk.exchange.file_loading import load_school_file
from fosdesk.exchange.school_file import merge_journals
from fosdesk.words import read_words
from tests.reports.reading import Reading
from tests.store.store_copies import two_school_files


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files of one school, the second one written later."""
    return two_school_files(tmp_path, 1_700_000_000_000, 1_790_000_000_000)


def test_a_merged_file_is_as_new_as_the_newer_one(files: list[Path], tmp_path: Path) -> None:
    for number, (one, other) in enumerate((files, files[::-1])):
        merged = tmp_path / f"{number}.fosdesk"
        assert main(["merge", str(one), str(other), str(merged)]) == 0
        assert load_school_file(merged).made == 1_790_000_000_000


@pytest.mark.parametrize(
    ("document", "said"),
    [("status", "For owner and unions"), ("mandate", "For our own school"), ("share_card", "For other schools")],
)
def test_a_document_is_made_for_those_for_whom_it_is_meant_first(
    document: str, said: str, files: list[Path], tmp_path: Path
) -> None:
    assert main(["report", document, str(files[1]), str(tmp_path / "a.pdf"), "--language", "en"]) == 0
    with Reading((tmp_path / "a.pdf").read_bytes()) as reading:
        assert said in "\n".join(words for _, words in reading.blocks())


def test_a_merged_school_without_a_profile_keeps_the_name_that_one_of_the_files_has() -> None:
    nameless, named = Journal("s", "", (), ()), Journal("s", "Nes skole", (), ())
    assert merge_journals(nameless, named).name == merge_journals(named, nameless).name == "Nes skole"


def test_a_number_below_nothing_has_a_minus_and_no_hyphen() -> None:
    assert read_words("nb").number(-12345) == "−12\N{NO-BREAK SPACE}345"
    assert read_words("en").number(-5) == "−5"


def test_a_school_file_that_is_not_there_opens_no_window(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(tmp_path / "borte.fosdesk")]) == 2
    assert "Det finnes ingen fil" in capsys.readouterr().err
    assert main([str(tmp_path / "a.fosdesk"), str(tmp_path / "b.fosdesk")]) == 2
    assert main(["--help"]) == 0
    assert "[FILE.fosdesk]" in capsys.readouterr().out
