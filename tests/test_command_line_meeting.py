"""Which meeting an agenda or minutes are of, on the command line."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.exchange.example.example_school import write_example
from fosdesk.words import LANGUAGES
from tests.reading import text_of


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example school, as it is on 23 November 2026."""
    path = tmp_path_factory.mktemp("file") / "eksempel.fosdesk"
    path.write_bytes(write_example(years=3, entries=10, seed=1, language="nb"))
    return path


def report(file: Path, folder: Path, key: str, *options: str) -> tuple[int, str]:
    """The exit code, and the text of what was made."""
    target = folder / "a.pdf"
    code = main(["report", key, str(file), str(target), "--date", "2026-11-23", *options])
    return code, text_of(target) if target.exists() else ""


@pytest.mark.parametrize(
    ("key", "options", "day"),
    [
        ("agenda", (), "tirsdag 24. november 2026 kl. 14.30"),
        ("agenda", ("--meeting", "next"), "tirsdag 24. november 2026"),
        ("agenda", ("--meeting=2026-11-25",), "onsdag 25. november 2026 kl. 08.15"),
        ("minutes", ("--meeting", "last"), "torsdag 19. november 2026"),
        ("minutes", ("--meeting", "2026-11-10"), "tirsdag 10. november 2026"),
    ],
)
def test_the_meeting_is_chosen(file: Path, tmp_path: Path, key: str, options: Sequence[str], day: str) -> None:
    code, said = report(file, tmp_path, key, *options)
    assert code == 0
    assert day in said
    assert ("Utkast" in said) == (key == "minutes")


@pytest.mark.parametrize(
    ("key", "options", "sentence"),
    [
        ("agenda", ("--meeting", "i morgen"), "«i morgen» er ikke noe møte."),
        ("agenda", ("--meeting", "2026-07-14"), "Det er ikke noe slikt møte: 2026-07-14."),
        ("agenda", ("--meeting", "next", "--date", "2099-01-01"), "Ingen møter er planlagt."),
        ("status", ("--meeting", "next"), "«Status til skoleeier» handler ikke om ett møte. La --meeting være."),
        ("agenda", ("--meeting", "2026-11-25", "--audience", "owner"), "lages ikke for denne mottakeren"),
        ("agenda", ("--meeting",), "--meeting mangler"),
    ],
)
def test_what_is_no_meeting_is_told_in_a_sentence(
    file: Path, tmp_path: Path, key: str, options: Sequence[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = report(file, tmp_path, key, *options)
    told = capsys.readouterr()
    assert (code, said, told.out) == (2, "", "")
    assert sentence in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_tells_of_it(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--help", "--language", language]) == 0
    told = capsys.readouterr().out
    assert "[--meeting next/last/YYYY-MM-DD]" in told
    assert {"nb": "Et referat fra", "nn": "eit referat frå", "en": "minutes of the last one"}[
        language
    ].lower() in told.lower()
