"""Two texts side by side are told in every document that shows the field, for an audience that may see both."""

from pathlib import Path

import pytest

from fosdesk.domain.fields import Record
from fosdesk.domain.records import CoreComponent, GateEntry, OwnerRequest, Person, SchoolProfile, TimePlan
from fosdesk.domain.school import School
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, lines, make

TITLE = "Where two texts stand"
NAME = CoreComponent("c", name="Adults who see", why="Many are missed.")


def told(folder: Path, key: str, record: Record, name: str, other: str, audience: Audience, *more: Record) -> str:
    values = (getattr(record, name), other)
    school = School("s", {one.id: one for one in (record, *more)}, {(record.id, name): values})
    return "\n".join(lines(make(folder, key, school, audience=audience)[1]))


@pytest.mark.parametrize("key", ["description", "hand_over", "status"])
def test_a_document_that_shows_one_of_two_texts_says_so(key: str, tmp_path: Path) -> None:
    text = told(tmp_path, key, NAME, "name", "Adults who greet", Audience.OWNER)
    assert in_order(text, TITLE, "Adults who see: core component")
    if key != "status":  # which has no room for the other text
        assert in_order(text[text.rindex(TITLE) :], "Both are kept", "Adults who see", "Adults who greet")


def test_one_whose_text_is_not_in_the_document_is_not_told(tmp_path: Path) -> None:
    assert TITLE not in told(tmp_path, "status", NAME, "why", "Some are missed.", Audience.OWNER)
    assert TITLE not in told(tmp_path, "mandate", NAME, "name", "Adults who greet", Audience.OWNER)
    assert TITLE not in told(tmp_path, "time_sheet", NAME, "name", "Adults who greet", Audience.OWNER)


@pytest.mark.parametrize(
    ("key", "record", "name", "other"),
    [
        ("status", GateEntry("g", what="A course", decision="admitted"), "decision", "kept_out"),
        ("gate_log", GateEntry("g", what="A course", decision="admitted"), "decision", "kept_out"),
        ("time_sheet", TimePlan("time_plan", discussed="2026-05-06"), "discussed", "2026-05-07"),
        ("steering_brief", OwnerRequest("r", what="Three substitutes"), "what", "Four substitutes"),
        ("checklist_f1", SchoolProfile("school", direction="All are missed"), "name", "Nes"),
    ],
)
def test_choices_days_and_requests_count_too(key: str, record: Record, name: str, other: str, tmp_path: Path) -> None:
    audience = Audience.SCHOOL if key.startswith("checklist") else Audience.OWNER
    assert (TITLE in told(tmp_path, key, record, name, other, audience)) is (key != "checklist_f1")


def test_an_other_text_that_names_somebody_is_told_at_the_school_alone(tmp_path: Path) -> None:
    turid = Person("p", name="Turid Testad", role="teacher")
    for key in ("description", "status"):
        outside = told(tmp_path, key, NAME, "name", "What Turid Testad does", Audience.OWNER, turid)
        assert "Turid" not in outside
        assert TITLE not in outside
    assert "What Turid Testad does" in told(
        tmp_path, "description", NAME, "name", "What Turid Testad does", Audience.SCHOOL, turid
    )


def test_the_appendix_has_a_chapter_on_them_and_says_it_once(tmp_path: Path) -> None:
    text = told(tmp_path, "history_appendix", NAME, "name", "Adults who greet", Audience.OWNER)
    assert text.count("Adults who greet") == 1
