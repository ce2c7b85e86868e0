"""What documents say about time, also where a file tells of a year that nobody alive has seen."""

from pathlib import Path

import pikepdf
import pytest

from fosdesk.domain.fields import NOUNS, Date, Record, SemesterField, noun_of
from fosdesk.domain.records import Meeting, PhaseState, StopItem, TimeSlot
from fosdesk.domain.school import School
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.telling import example, make, said
from tests.sampling import sampled
from tests.ui.acts import changed

FEW = 12  # pages that a day of long ago may cost; each record may be told in a year of its own


def pages(written: Path) -> int:
    with pikepdf.open(written) as document:
        return len(document.pages)


def with_days_of(school: School, year: str, most: int = 12) -> School:
    """A school in which some records of every noun have all their days and semesters in that year."""
    records = dict(school.records)
    seen: dict[str, int] = {}
    for record_id, record in school.records.items():
        noun = noun_of(record)
        fields = NOUNS[noun.key].fields
        days = {name: f"{year}-08-17" for name, field in fields.items() if isinstance(field, Date)}
        terms = {name: f"{year}H" for name, field in fields.items() if isinstance(field, SemesterField)}
        seen[noun.key] = seen.get(noun.key, 0) + 1
        if (days or terms) and seen[noun.key] <= most:
            records[record_id] = changed(record, **days, **terms)
    return School(school.id, records, {})


@pytest.mark.parametrize("year", sampled(["0202", "1002", "2999", "9999"]))
@pytest.mark.parametrize("key", ["description", "research", "hand_over", "time_sheet", "steering_brief", "status"])
def test_days_of_another_age_make_no_more_pages(tmp_path: Path, key: str, year: str) -> None:
    make(tmp_path, key, example("nb"), language="nb", history=())
    usual = pages(tmp_path / f"{key}.pdf")
    make(tmp_path, key, with_days_of(example("nb"), year), language="nb", history=())
    assert pages(tmp_path / f"{key}.pdf") <= usual + FEW


def test_every_document_survives_a_phase_that_opened_in_the_year_202(tmp_path: Path) -> None:
    old = {"phase:F2": PhaseState("phase:F2", opened="0202-08-17"), "m": Meeting("m", day="0202-03-04", who="staff")}
    school = School("s", {**example("nb").records, **old}, {})
    for key in DOCUMENTS:
        make(tmp_path, key, school, language="nb")
        assert pages(tmp_path / f"{key}.pdf") < 80, key


def test_semesters_without_a_meeting_are_told_up_to_five_years(tmp_path: Path) -> None:
    def meetings(*days: str) -> tuple[Record, ...]:
        return tuple(Meeting(f"m{day}", day=day, who="work_group") for day in days)

    text = said(tmp_path, "description", *meetings("2024-09-02", "2026-09-02"))
    assert "Autumn 2025" in text
    text = said(tmp_path, "description", *meetings("0202-09-02", "2026-09-02"))
    assert "0202H" in text
    assert "Autumn 1025" not in text


@pytest.mark.parametrize("key", ["time_sheet", "status", "research", "description", "union_facts"])
def test_a_figure_says_what_it_leaves_out_because_nobody_said_for_whom(key: str, tmp_path: Path) -> None:
    told = [
        TimeSlot("t", what="Group time", who="work_group", minutes=60, times=9, semester="2026H"),
        StopItem("a", what="Morning meetings", who="staff", freed=60, semester="2026H"),
    ]
    old = [StopItem("b", what="A report", freed=30), StopItem("c", what="A plan", freed=30), StopItem("d", what="Tea")]
    sentence = "2 things are in no figure, as it is not said for whom they are."
    opened = PhaseState("phase:F2", opened="2026-08-17")
    has_figure = "time for each person" in said(tmp_path, key, opened, *told)
    assert "in no figure" not in said(tmp_path, key, opened, *told)
    assert (sentence in said(tmp_path, key, opened, *told, *old)) == has_figure
    assert has_figure or key == "status"
