"""What holds in everyday life, to hand to whoever is new."""

from pathlib import Path

from fosdesk.domain.records import Consolidation, CoreComponent, GateEntry, Partner, Routine
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

SOME = (
    Consolidation(
        "consolidation",
        minimum="A meeting each month.",
        slipping="Two in a row.",
        new_staff="A week beside somebody.",
        leaving="Four weeks together.",
        new_principal="An hour with the group.",
        principal="Asks in each meeting.",
        inspiration="One thing each autumn.",
    ),
    CoreComponent("seen", name="Each is seen", looks_like="At the door."),
    Routine("r", name="Talk about time", months="4,5", responsible="The principal", how="With the unions first."),
    GateEntry("g", what="A chapter on belonging", planned=True, decision="adapted", came="2026-09-03"),
    GateEntry("h", what="NOT PLANNED", decision="adapted", came="2026-09-03"),
    Partner("rp", name="The resource person", takes_over="The deputy"),
)


def test_all_of_it_stands_in_the_order_of_need(tmp_path: Path) -> None:
    text = said(tmp_path, "routines", *SOME)
    assert in_order(
        *(text, "Talk about time", "With the unions first.", "The principal"),
        *("A meeting each month.", "Two in a row.", "Asks in each meeting.", "One thing each autumn."),
        *(
            "A chapter on belonging (taken in with changes, 3 Sep 2026)",
            "A week beside somebody.",
            "Each is seen",
            "At the door.",
            "Four weeks together.",
            "An hour with the group.",
        ),
        *("Those who withdraw", "The resource person", "The deputy"),
    )
    assert "NOT PLANNED" not in text
    assert "Nothing has been written down about what is kept up." in said(tmp_path, "routines")


def test_word_has_the_same_in_nynorsk(tmp_path: Path) -> None:
    made = make(tmp_path, "routines", school_of(*SOME), language="nn", ending=".docx")[1]
    assert in_order(words_of(made), "Rutinar og det som ber", "Det minste som blir halde ved like", "A week beside")
