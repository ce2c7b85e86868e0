"""Answers from Forms and Nettskjema, read through the window: a look first, one step, and nothing counted twice."""

from pathlib import Path

import pytest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.exchange.table_file import as_xlsx
from fosdesk.privacy.survey_counts import survey_result
from fosdesk.ui.involvement.answers_dialog import AnswersDialog, open_answers
from tests.reading import words_on
from tests.ui.acts import desk_of, press, said_on, settle, wait_for_work
from tests.ui.involvement.test_tally_dialog import open_survey

HEADINGS = ["ID", "Navn", "Spørsmål nummer 1", "Spørsmål nummer 2", "Kommentar"]
LEVELS = ("Aldri", "Av og til", "Ofte")


def rows(n: int) -> list[list[str]]:
    return [
        [str(one), "Kari Nordmann", LEVELS[one % 3], LEVELS[one % 2], f"Noe {one}" if one % 10 == 0 else ""]
        for one in range(n)
    ]


def csv_of(n: int) -> str:
    return "\r\n".join(";".join(row) for row in [HEADINGS, *rows(n)])


def opened(program: Fosdesk, path: Path, content: str | bytes) -> AnswersDialog:
    """The look at a file."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode("cp1252"))
    open_answers(desk_of(program), "a", program.window, path)
    wait_for_work(desk_of(program))
    settle()
    found = [one for one in program.window.findChildren(AnswersDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_is_looked_at_then_counted_as_one_step(fresh_school: Fosdesk, tmp_path: Path, ending: str) -> None:
    desk = open_survey(fresh_school)
    content = csv_of(30) if ending == "csv" else as_xlsx("Svar", HEADINGS, rows(30))
    dialog = opened(fresh_school, tmp_path / f"svar.{ending}", content)
    assert [box.currentData() for box in dialog.choices] == ["", "", "q1", "q2", "comments"]
    seen = "\n".join(words_on(dialog))
    assert not any(level in seen for level in LEVELS), "no answer is shown before there are enough of them"
    assert "Kari" not in seen
    press(dialog, desk.words("Take in the answers"))
    settle()
    assert survey_result(desk.school, "q1").counts == (10, 10, 10)
    assert survey_result(desk.school, "q2").counts == (15, 15, 0)
    assert sorted(one.text for one in desk.school.of(SurveyComment)) == ["Noe 0", "Noe 10", "Noe 20"]
    assert not any("Kari" in str(one) for one in desk.school.records.values())
    fresh_school.window.undo()
    assert survey_result(desk.school, "q1").is_empty
    assert not desk.school.of(SurveyComment)


def test_one_file_is_counted_once_and_a_later_one_may_take_its_place(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = open_survey(fresh_school)
    words = desk.words
    press(opened(fresh_school, tmp_path / "a.csv", csv_of(12)), words("Take in the answers"))
    again = opened(fresh_school, tmp_path / "b.csv", csv_of(12))
    assert not again.take.isEnabled()
    assert words("This very file has been read in before, so nothing is counted twice.") in said_on(again)
    again.reject()
    settle()
    later = opened(fresh_school, tmp_path / "c.csv", csv_of(21))
    assert later.instead.tick.isChecked(), "it most likely holds the first ones, too"
    press(later, words("Take in the answers"))
    assert survey_result(desk.school, "q1").answers == 21
    assert len(desk.school.of(SurveyComment)) == 3
    more = opened(fresh_school, tmp_path / "d.csv", csv_of(9))
    assert not more.instead.tick.isChecked()
    press(more, words("Take in the answers"))
    assert survey_result(desk.school, "q1").answers == 30


def test_without_questions_they_come_with_the_file(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = desk_of(fresh_school)
    desk.workspace.add(Survey("a", "Fra Forms"))
    fresh_school.window.go("involvement", "a")
    dialog = opened(fresh_school, tmp_path / "svar.csv", csv_of(30))
    press(dialog, desk.words("Take in the answers"))
    asked = desk.school.of(SurveyQuestion)
    assert [one.text for one in asked] == HEADINGS[2:4]
    assert asked[0].levels == "\n".join(LEVELS)
    assert survey_result(desk.school, asked[0].id).answers == 30


def test_bad_input_is_one_sentence_and_changes_nothing(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = open_survey(fresh_school)
    for name, content in (("tom.csv", b""), ("bilde.xlsx", b"\x89PNG"), ("en.csv", b"Bare dette\n")):
        (tmp_path / name).write_bytes(content)
        open_answers(desk, "a", fresh_school.window, tmp_path / name)
        wait_for_work(desk)
        assert name in said_on(fresh_school.window)
    assert not fresh_school.window.findChildren(AnswersDialog)


def test_four_hundred_answers_to_eight_questions_are_one_step(fresh_school: Fosdesk, tmp_path: Path) -> None:
    desk = open_survey(fresh_school, 8)
    headings = [f"Spørsmål nummer {n}" for n in range(1, 9)] + ["Kommentar"]
    lines = [[LEVELS[(one + n) % 3] for n in range(8)] + [f"Noe {one}"] for one in range(400)]
    dialog = opened(fresh_school, tmp_path / "svar.csv", "\r\n".join(";".join(row) for row in [headings, *lines]))
    press(dialog, desk.words("Take in the answers"))
    assert survey_result(desk.school, "q8").answers == 400
    assert len(desk.school.of(SurveyComment)) == 400
    fresh_school.window.undo()
    wait_for_work(desk)
    assert survey_result(desk.school, "q8").is_empty
