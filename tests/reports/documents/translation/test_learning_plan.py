"""The learning plan: conditions, what is ahead and what was learnt, ways of working, and what helped in each phase."""

from pathlib import Path

from fosdesk.domain.fields import Record
from fosdesk.domain.records import Learning, LearningCondition, Meeting, MethodCard, PhaseExperience
from tests.reports.telling import example, in_order, make, said
from tests.reports.word.word_reading import words_of

RECORDS: tuple[Record, ...] = (
    LearningCondition(
        "c", what="Time", area="organisation", standing="partly", seen="Some.", step="Move.", learning="l"
    ),
    LearningCondition("d", what="A reader", area="translating", standing="there", looked="2026-08-18"),
    Learning("l", what="A course", kind="course", who="Three of us", until="2027-02-10"),
    Learning(
        "m", what="A visit", kind="visit", who="Two of us", done="2026-10-15", summary="They wait.", condition="Calm"
    ),
    MethodCard("w", name="Notes first", how="Write.", minutes=10),
    Meeting("x", what="Hour", day="2026-10-27", method="w", method_went="All were read."),
    PhaseExperience("p", text="We asked all.", kind="helps", phase="F1", day="2025-06-04"),
    PhaseExperience("q", text="Ten things at once.", kind="hinders", phase="F1"),
    PhaseExperience("r", text="Said of none.", kind="helps"),
)


def test_all_five_parts_in_their_order(tmp_path: Path) -> None:
    text = said(tmp_path, "learning_plan", *RECORDS)
    assert in_order(
        *(text, "Conditions for learning", "That the whole school learns", "Time", "Is there in part", "Move."),
        *("In the learning plan: A course", "That the group translates well", "A reader", "Is there, 18 Aug 2026"),
        *("What we want to learn", "10 Feb 2027", "A course (course)", "Three of us"),
        *("What we have done and learnt", "A visit", "visit, two of us, 15 Oct 2026", "They wait.", "Calm"),
        *("Ways of working", "Notes first (10 min)", "Write.", "27 Oct 2026", "All were read."),
        *("What helped and hindered", "Helps", "We asked all. (4 Jun 2025)", "Hinders", "Ten things at once."),
        *("Not said in which phase", "Said of none."),
    )


def test_what_nobody_wrote_of_has_no_heading(tmp_path: Path) -> None:
    text = said(tmp_path, "learning_plan", RECORDS[3])
    assert "A visit" in text
    for absent in ("Conditions", "What we want to learn", "Ways of working", "helped"):
        assert absent not in text
    assert "Nothing has been written down about learning." in said(tmp_path, "learning_plan")


def test_word_tells_the_example_in_nynorsk(tmp_path: Path) -> None:
    made = make(tmp_path, "learning_plan", example("nn"), language="nn", ending=".docx")[1]
    text = words_of(made)
    assert in_order(text, "Vilkår for læring", "Det vi vil lære", "Det vi har gjort og lært", "Arbeidsformer")
