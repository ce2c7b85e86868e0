"""Documents from the command line: the mark of an example school."""

from pathlib import Path

import pytest

from fosdesk.__main__ import main
from fosdesk.domain.changes.step_label import StepLabel
from fosdesk.domain.journal import Edit, birth
from fosdesk.exchange.example.example_school import example_journal
from fosdesk.exchange.school_file import save_bytes, write_school_file
from tests.reports.pdf.placed import pages_of
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
