"""The document of choices: everything considered in phases one and two, with answer, whole reason and day."""

from pathlib import Path

import pytest

from fosdesk.domain.changes.change_history import HistoryEntry
from fosdesk.domain.records import (
    Answer,
    Decision,
    ExistingGroup,
    Initiative,
    Partner,
    PhaseFrame,
    Seat,
    Theme,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience
from fosdesk.reports.document_catalogue import DOCUMENTS
from tests.reports.telling import FRAMEWORK, in_order, lines, make, said, school_of
from tests.reports.word.word_reading import words_of

YES = Seat("seat:sfo", considered="yes", reason="Half of the day.")
NO = Seat("seat:fau", considered="no", reason="They wish to be asked instead.\n\nWe agreed on that.")
RECORDS = (
    YES,
    NO,
    PhaseFrame("phase_frame:F1", decided_by="Owner and principal", conditions="Substitutes.", joined="2024-08-19"),
    Initiative("i", name="Reading plan", answer="wait", reason="Not both.", decided="2025-09-10"),
    Theme("t", name="Bullying", standing="parked", reason="Later.", since="2025-09-11"),
    ExistingGroup("g", name="Plan group", decision="replace", reason="The same people."),
    Partner("p", name="PPT", mode="close", support="They look with us."),
    WorkGroup("work_group", size_reason="Eight is enough."),
    Answer("answer:F2-16", status="done", how="Every fifth Thursday."),
    Answer("answer:F2-20", status="not_applicable", reason="Too early."),
    Answer("answer:F3-01", status="done", how="NOT HERE"),
    Decision("d", what="One hour each.", why="It is enough.", day="2026-02-10", groups="Staff"),
)


def test_a_no_stands_like_a_yes_with_its_whole_reason(tmp_path: Path) -> None:
    item = FRAMEWORK.item("F2-16")
    assert item is not None
    text = said(tmp_path, "choices", *RECORDS)
    assert in_order(
        *(text, "Phase 1", "Owner and principal. Substitutes.", "19 Aug 2024"),
        *("Initiative: Reading plan", "Wait. Not both.", "10 Sep 2025", "Phase 2"),
        *("Theme: Bullying", "Put aside. Later.", "11 Sep 2025", "Eight is enough."),
        *("After-school staff (SFO)", "Yes, we want it. Half of the day."),
        *("Parents (FAU)", "No, we chose not to. They wish to be asked instead.", "We agreed on that."),
        *("Plan group", "Is replaced by the work group. The same people.", "PPT", "They look with us."),
        *(item.topic, "Every fifth Thursday.", "Not applicable. Too early."),
        *("Decisions", "One hour each.", "It is enough.", "Took part: staff", "10 Feb 2026"),
    )
    assert "NOT HERE" not in text
    assert "Health" not in text, "what nobody considered has no line"
    assert "…" not in text


def test_where_no_day_was_given_that_of_the_last_change_stands(tmp_path: Path) -> None:
    past = (
        HistoryEntry("seat:sfo", "seat", "considered", None, "later", "2025-05-01", "principal"),
        HistoryEntry("seat:sfo", "seat", "considered", "later", "yes", "2026-05-02", "principal"),
        HistoryEntry("seat:sfo", "seat", "reason", None, "Half of the day.", "2026-05-03", "principal"),
        HistoryEntry("t", "theme", "reason", None, "Later.", "2026-05-09", "principal"),
    )
    theme = Theme("t", name="Bullying", standing="parked", reason="Later.", since="2025-09-11")
    text = "\n".join(lines(make(tmp_path, "choices", school_of(YES, NO, theme), history=past)[1]))
    assert in_order(text, "Put aside. Later.", "11 Sep 2025", "Yes, we want it.", "3 May 2026")
    for earlier in ("May 2025", "2 May 2026", "9 May 2026"):
        assert earlier not in text


@pytest.mark.parametrize("audience", DOCUMENTS["choices"].audiences)
def test_nothing_private_is_told_whoever_reads_it(audience: Audience, tmp_path: Path) -> None:
    text = said(tmp_path, "choices", *RECORDS, Seat("seat:critical_voice", considered="yes"), audience=audience)
    assert "critical" in text.lower()
    assert "Half of the day." in text


def test_an_empty_school_gets_one_sentence_and_word_has_the_same(tmp_path: Path) -> None:
    assert "Nothing has been considered in writing yet." in said(tmp_path, "choices")
    made = make(tmp_path, "choices", school_of(*RECORDS), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Val i fase 1 og 2", "Owner and principal", "Half of the day.", "It is enough.")


SEATS = ("teachers", "assistants", "sfo", "camps", "ppt", "resource_person", "fau", "health", "union", "critical_voice")


def test_a_usual_school_has_all_of_it_on_one_page(tmp_path: Path) -> None:
    reason = "We spoke of it twice and asked those who have to live with it. "
    many = [Seat(f"seat:{one}", considered="yes", reason=reason) for one in SEATS]
    answers = [Answer(f"answer:F2-{n:02}", status="done", how=reason * 2) for n in range(8, 21)]
    made, written = make(tmp_path, "choices", school_of(*RECORDS, *many, *answers))
    assert made.pages == 1
    text = "\n".join(lines(written))
    assert "…" not in text
    assert "Appendix" not in text


def test_what_a_page_has_no_room_for_goes_on_whole_in_the_appendix(tmp_path: Path) -> None:
    reason = "We spoke of it, we asked, we waited, and then we chose this, because it costs less than it gives. "
    many = [Initiative(f"i{n:02}", name=f"Thing {n}", answer="no", reason=f"{reason * 4}End {n}.") for n in range(40)]
    decided = [Decision(f"d{n}", what=f"Decision {n}.", why=reason, day="2026-02-10") for n in range(20)]
    school = school_of(*RECORDS, *many, *decided)
    made, written = make(tmp_path, "choices", school)
    text = "\n".join(lines(written))
    first, _, appendix = text.partition("What was said in full")
    assert made.pages > 1
    for number in range(40):
        assert f"Thing {number}:" in first, "all that was considered is on the first page"
        assert f"End {number}." in appendix, "no reason is cut"
    for number in range(20):
        assert f"Decision {number}." in appendix
    assert in_order(first, "… (appendix", "The decisions stand in the appendix.")
    assert "10 Sep 2025" in first
    word = words_of(make(tmp_path, "choices", school, ending=".docx")[1])
    assert all(f"End {number}." in word for number in range(40))
