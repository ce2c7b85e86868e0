"""Documents from the command line: the mark of an example school, and the period they tell of."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.school_file import save_bytes, write_school_file
from fosdesk.words import LANGUAGES
from tests.reports.pdf.placed import pages_of
from tests.reports.telling import lines
from tests.store.store_copies import SCHOOL, Copy

MADE = 1_900_000_000_000  # later than any example is made


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The file of a school that is no example."""
    copy, path = Copy(tmp_path / "a.db"), tmp_path / "ours.fosdesk"
    named = [birth("school", "school_profile"), Edit("school", "name", "", "Fjordvik skole")]
    copy.store.append(SCHOOL, named, StepLabel("create"), **copy.by())
    save_bytes(path, copy.file())
    copy.close()
    return path


@pytest.fixture
def generated(tmp_path: Path) -> Path:
    """An example of another size than the program offers, as the command line made it."""
    path = tmp_path / "generated.fosdesk"
    assert main(["example", str(path), "--years", "1", "--entries", "5"]) == 0
    return path


@pytest.fixture
def worked_in(tmp_path: Path) -> Path:
    """The example that the program offers, written by a later program."""
    path = tmp_path / "worked in.fosdesk"
    save_bytes(path, write_school_file(example_journal(), app="1", made=MADE, reference=False))
    return path


@pytest.mark.parametrize("which", ["generated", "worked_in", "ours"])
def test_an_example_school_is_marked_and_no_other(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    file, target = request.getfixturevalue(which), tmp_path / "a.pdf"
    assert main(["report", "status", str(file), str(target)]) == 0
    foot = " ".join(one.words for one in pages_of(target.read_bytes()).texts if one.artifact)
    assert ("Eksempelskole – ingenting her er virkelig" in foot) is (which != "ours")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "example.fosdesk"
    assert main(["example", str(path), "--years", "2", "--entries", "20"]) == 0
    return path


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025/26", "Høst 2025 til vår 2026"),
        ("høst 2025", "Høst 2025"),
        ("1.9.2025–15.10.2025", "1. september 2025 til 15. oktober 2025"),
        ("2.9.2025", "2. september 2025"),
    ],
)
def test_the_log_is_limited_to_a_period_and_says_so(typed: str, said: str, example: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert main(["report", "gate_log", str(example), str(target), "--period", typed]) == 0
    text = "\n".join(lines(target.read_bytes()))
    assert f"\n{said}\n" in text, "on the cover"
    assert f": {said}." in text
    assert "i hele loggen" in text
    assert main(["report", "gate_log", str(example), str(tmp_path / "b.pdf")]) == 0
    assert len(text) < len("\n".join(lines((tmp_path / "b.pdf").read_bytes())))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "typed", "english"),
    [
        ("gate_log", "i fjor", "is not a period"),
        ("gate_log", "vår 2026 – høst 2025", "ends before it begins"),
        ("gate_log", "", "is not a period"),
        ("status", "2025/26", "cannot be limited to a period; “Gatekeeping log” and "),
    ],
)
def test_a_period_that_cannot_be_is_one_sentence(
    key: str, typed: str, english: str, language: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.pdf"
    assert main(["report", key, str(example), str(target), "--period", typed, "--language", language]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert (english in said.err) is (language == "en")
    assert not target.exists()


def test_the_help_tells_how_a_period_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    for language, shown in (("nb", "høst 2025"), ("nn", "haust 2025"), ("en", "autumn 2025")):
        assert main(["report", "--help", "--language", language]) == 0
        said = capsys.readouterr().out
        assert "[--period PERIOD]" in said
        assert shown in said
