"""The closing review of the first group: what was found, who sat in it, and what goes on."""

from pathlib import Path

from fosdesk.domain.records import (
    Adjustment,
    Consolidation,
    Evaluation,
    Membership,
    Partner,
    Person,
    WithdrawalStep,
    WorkGroup,
)
from fosdesk.privacy.audience import Audience
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

SOME = (
    Evaluation("closing", what="Four years", kind="closing", day="2026-11-10", found="It holds.", stop="The project."),
    Evaluation("other", what="NOT THIS", kind="year", found="NOT THIS"),
    Adjustment("who", evaluation="closing", what="Who leads is written down"),
    WorkGroup("work_group", name="The Missed Group", mandate="Carry the work."),
    Person("p", name="Solveig", role="teacher"),
    Membership("m", person="p", standing="former"),
    Consolidation("consolidation", minimum="A meeting each month.", principal="NOT HERE"),
    Partner("rp", name="The resource person", withdraws="2027-12-17", first_month="January alone.", remains="A call."),
    WithdrawalStep("s", partner="rp", what="Lead the meeting", responsible="The group", done="2026-11-18"),
)


def test_what_was_found_stands_with_the_group_and_what_goes_on(tmp_path: Path) -> None:
    text = said(tmp_path, "closing_review", *SOME)
    assert in_order(
        *(text, "Four years", "It holds.", "The project.", "Who leads is written down", "The Missed Group"),
        *("Carry the work.", "Solveig, teacher", "What goes on", "A meeting each month.", "Those who withdraw"),
        *("The resource person", "Lead the meeting (the group, done on 18 November 2026)", "January alone.", "A call."),
    )
    assert "NOT" not in text
    assert "No closing review has been written down." in said(tmp_path, "closing_review", SOME[1])


def test_others_get_no_names_and_word_has_the_same_in_nynorsk(tmp_path: Path) -> None:
    school = school_of(*SOME)
    made = make(tmp_path, "closing_review", school, language="nn", audience=Audience.NETWORK, ending=".docx")[1]
    words = words_of(made)
    assert in_order(words, "Avrunding av blikket", "Four years", "The Missed Group", "Det som går vidare")
    assert "Solveig" not in words
