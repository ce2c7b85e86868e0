"""The document of expectations: a row for each who expects, a column for each way, agreed or unclear with the day."""

from pathlib import Path

from fosdesk.domain.records import Expectation, Person
from fosdesk.privacy.audience import Audience
from tests.reports.pdf.structure_gate import faults
from tests.reports.telling import in_order, make, said, school_of
from tests.reports.word.word_reading import words_of

RECORDS = (
    Expectation("a", what="Tell us.", who="PPT", way="of_us", clarity="agreed", day="2026-04-15"),
    Expectation("b", what="Come to us.\n\nAlso when busy.", who="PPT", way="of_them", clarity="unclear"),
    Expectation("c", what="Answer soon.", who="Parents", way="of_us"),
    Expectation("d", what="And kindly.", who=" Parents ", way="of_us", day="2026-05-02"),
)


def test_who_meets_which_way(tmp_path: Path) -> None:
    text = said(tmp_path, "expectations", *RECORDS)
    assert in_order(
        *(text, "Who", "They expect of the school", "The school expects of them"),
        *("PPT", "Tell us. Agreed, 15 Apr 2026", "Come to us. Also when busy. Unclear"),
        *("Parents", "Answer soon. And kindly. 2 May 2026"),
    )
    assert "Not said" not in text


def test_what_is_said_of_nobody_or_no_way_is_there_too(tmp_path: Path) -> None:
    text = said(tmp_path, "expectations", Expectation("x", what="Patience."), *RECORDS)
    assert in_order(text, "Not said which way", "PPT", "Parents", "Not said who", "Patience.")
    alone = said(tmp_path, "expectations", Expectation("x", what="Patience.", who="All", way="of_them"))
    assert "They expect" not in alone
    assert "Nothing has been written down about expectations." in said(tmp_path, "expectations")


def test_outside_the_school_an_expectation_that_names_somebody_stays_out(tmp_path: Path) -> None:
    named = Expectation("n", what="Turid Testad calls us.", who="PPT", way="of_them")
    text = said(tmp_path, "expectations", *RECORDS, named, Person("p", name="Turid Testad"), audience=Audience.NETWORK)
    assert "Testad" not in text
    assert "Come to us." in text


def test_it_is_tagged_and_word_has_the_same(tmp_path: Path) -> None:
    assert faults(make(tmp_path, "expectations", school_of(*RECORDS), language="nb")[1]) == []
    made = make(tmp_path, "expectations", school_of(*RECORDS), language="nb", ending=".docx")[1]
    assert in_order(words_of(made), "Forventninger", "De forventer av skolen", "PPT", "Tell us.", "Come to us.")
