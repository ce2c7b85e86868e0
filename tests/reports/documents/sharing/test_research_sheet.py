"""Studies under way, planned and ended, with a guide to write on for each that is not ended."""

from pathlib import Path

from fosdesk.domain.records import Study
from fosdesk.privacy.audience import Audience
from tests.reports.pdf.structure_gate import faults
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

RECORDS = (
    Study(
        "a",
        what="Breaks",
        kind="observation",
        run_by="student",
        institution="NLA",
        begins="2026-10-01",
        guide="Who talks?",
    ),
    Study("b", what="Talks", kind="interview", begins="2027-01-10", ends="2027-05-01", who="Kari", supervisor="Per"),
    Study("c", what="Older", kind="survey", ends="2025-06-01", guide="Not printed"),
)


def test_what_is_under_way_planned_and_ended(tmp_path: Path) -> None:
    text = said(tmp_path, "research_sheet", *RECORDS)
    assert in_order(
        *(text, "never kept here", "Under way", "Breaks", "Observation", "A student", "NLA", "Planned", "Talks"),
        *("Interview", "Kari", "Per", "1 May 2027", "Ended", "Older", "Guide: Breaks", "Who talks?"),
    )
    assert "Not printed" not in text


def test_the_owner_reads_of_no_person(tmp_path: Path) -> None:
    text = said(tmp_path, "research_sheet", *RECORDS, audience=Audience.OWNER)
    assert "Talks" in text
    assert "Kari" not in text
    assert "Who studies it" not in text


def test_nothing_written_is_one_sentence(tmp_path: Path) -> None:
    assert "Nothing has been written down about research." in said(tmp_path, "research_sheet")


def test_it_is_tagged_and_word_has_the_same(tmp_path: Path) -> None:
    assert faults(make(tmp_path, "research_sheet", school_of(*RECORDS), language="nb")[1]) == []
    made = make(tmp_path, "research_sheet", school_of(*RECORDS), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "I gang", "Breaks", "Planlagt", "Talks", "Guide: Breaks", "Who talks?")
