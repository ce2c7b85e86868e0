"""The year wheel tells its routines with how and who, and each month; the one for the wall is larger."""

from io import BytesIO
from pathlib import Path

import pikepdf

from fosdesk.domain.records import Evaluation, Milestone, Routine
from tests.reports.telling import make, said, school_of

ROUTINES = (
    Routine("r1", name="We ask the pupils", months="3,10", how="Eight minutes.", responsible="Teachers", pos="a"),
    Routine("r2", name="Talk with the owner", months="2", ring="talk", review="2027-06-10", until="2027V", pos="b"),
)
DATED = (Milestone("m1", what="All have tried", day="2027-05-12"), Evaluation("e1", what="Half-year", day="2027-01-15"))


def test_routines_are_told_with_months_who_and_how(tmp_path: Path) -> None:
    text = " ".join(said(tmp_path, "annual_wheel", *ROUTINES, *DATED).split())
    assert "Eight minutes." in text
    assert "October, March Teachers" in text
    assert "10 Jun 2027" in text
    assert "12 May: All have tried Fixed dates" in text
    assert "15 Jan: Half-year Evaluations" in text


def test_both_papers_hold_the_wheel_and_one_is_larger(tmp_path: Path) -> None:
    for key, wide in (("annual_wheel", 595), ("annual_wheel_a3", 841)):
        written = make(tmp_path, key, school_of(*ROUTINES, *DATED))[1]
        with pikepdf.open(BytesIO(written)) as document:
            assert int(document.pages[0].mediabox[2]) == wide


def test_a_routine_without_months_is_told_all_the_same(tmp_path: Path) -> None:
    text = said(tmp_path, "annual_wheel", Routine("r1", name="We ask the pupils"))
    assert "Nothing that comes round in this school year" in text
    assert "We ask the pupils" in text
