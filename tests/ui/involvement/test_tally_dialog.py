"""Counting answers on paper, in the real window: one key each, nothing lost, and nothing told of a few."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import NOUNS
from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.domain.rules.surveys.piles import counted, piles_read
from fosdesk.exchange.school_file import read_school_file
from fosdesk.privacy.survey_counts import survey_result
from fosdesk.ui.focus.announcing import ANNOUNCED
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.involvement.tally_dialog import TallyDialog
from fosdesk.workspace import Workspace
from tests.ui.acts import button_on, desk_of, from_colleague, press, said_on, settle

LEVELS = "Aldri\nAv og til\nOfte"


def open_survey(program: Fosdesk, questions: int = 2) -> Desk:
    """A survey with questions that have three answers each, open on its page."""
    desk = desk_of(program)
    asked = [
        SurveyQuestion(f"q{n}", "a", f"Spørsmål nummer {n}", LEVELS if n == 1 else "", f"a{n}")
        for n in range(1, questions + 1)
    ]
    survey = Survey("a", "Trivsel", day="2026-11-30", asked="Personalet", invited=30)
    desk.workspace.commit_all([(None, one) for one in (survey, *asked)])
    program.window.go("involvement", "a")
    settle()
    return desk


def begin_count(program: Fosdesk) -> TallyDialog:
    """The window in which answers are counted, opened by its button."""
    press(program.window, desk_of(program).words("Count answers …"))
    settle()
    found = [one for one in program.window.findChildren(TallyDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def keys(dialog: TallyDialog, typed: str) -> None:
    """Press keys where the cursor is, «<» for Backspace."""
    for one in typed:
        there = dialog.focusWidget()
        if one == "<":
            QTest.keyClick(there, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(there, one)


def counts(desk: Desk, question: str) -> tuple[object, ...]:
    return survey_result(desk.school, question).counts


def test_one_key_counts_one_answer_slip_by_slip_and_needs_no_enter(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school)
    dialog = begin_count(fresh_school)
    keys(dialog, "13" * 4 + "20" + "31")
    assert counts(desk, "q1") == (4, 1, 1)
    assert counts(desk, "q2") == (1, 0, 4)
    assert desk.words("Slip {n}", n=7) in dialog.where.text()
    keys(dialog, "9")
    assert counts(desk, "q1") == (4, 1, 1), "no answer has that key"
    said = desk.words.plural(
        "Counted: {level}. {n} answer so far.", "Counted: {level}. {n} answers so far.", 5, level="Aldri"
    )
    assert dialog.said.text().startswith(said)
    assert "Spørsmål nummer 1" in dialog.said.text(), "what is asked now is said, too"
    assert dialog.property(ANNOUNCED) == dialog.said.text()


def test_backspace_takes_the_last_one_back_also_over_questions(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school)
    dialog = begin_count(fresh_school)
    keys(dialog, "11" * 6 + "2<<")
    assert dialog.place == 1
    assert counts(desk, "q1") == (6, 0, 0)
    assert counts(desk, "q2") == (5, 0, 0)
    keys(dialog, "<" * 40)
    assert survey_result(desk.school, "q1").is_empty
    assert not dialog.back.isEnabled()


def test_the_mouse_counts_as_well_and_questions_can_be_counted_one_at_a_time(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school)
    dialog = begin_count(fresh_school)
    dialog.moves_on.tick.click()
    for _ in range(5):
        QTest.mouseClick(dialog.levels[1], Qt.MouseButton.LeftButton)
    press(dialog, desk.words("Next question"))
    for _ in range(6):
        QTest.mouseClick(dialog.levels[0], Qt.MouseButton.LeftButton)
    press(dialog, desk.words("Take the last one back (Backspace)"))
    assert counts(desk, "q1") == (0, 5, 0)
    assert counts(desk, "q2") == (5, 0, 0)


def test_a_comment_is_private_kept_at_once_and_digits_in_it_count_nothing(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school)
    dialog = begin_count(fresh_school)
    dialog.comment.setFocus()
    QTest.keyClicks(dialog.comment, "Vi er 12 på teamet")
    QTest.keyClick(dialog.comment, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert [one.text for one in desk.school.of(SurveyComment)] == ["Vi er 12 på teamet"]
    assert survey_result(desk.school, "q1").is_empty
    keys(dialog, "3")
    dialog.comment.setFocus()
    QTest.keyClicks(dialog.comment, "Og en til")
    QTest.keyClick(dialog.comment, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert {one.text for one in desk.school.of(SurveyComment)} == {"Vi er 12 på teamet", "Og en til"}
    assert NOUNS["survey_comment"].use.shuffled


def test_under_five_answers_no_page_tells_which_they_were(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school, 1)
    window = fresh_school.window
    dialog = begin_count(fresh_school)
    keys(dialog, "2222")
    assert "4" not in said_on(dialog).replace(dialog.said.text(), "")
    press(dialog, desk.words("Done"))
    few = desk.words("Fewer than five answers, so nothing is shown of what was answered.")
    assert few in said_on(window)
    for page, part in (("involvement", "surveys"), ("storage", "changes"), ("storage", "bin"), ("overview", "")):
        window.go(page, "")
        if part:
            window.page(page).turn_to_part(part)
        assert "Av og til" not in said_on(window).replace(LEVELS, ""), page
    window.go("involvement", "a")
    dialog = begin_count(fresh_school)
    keys(dialog, "1")
    press(dialog, desk.words("Done"))
    assert counts(desk, "q1") == (1, 4, 0), "those of two sittings are five together"
    assert few not in said_on(window)


def test_each_key_is_a_step_and_all_of_it_is_there_after_a_new_start(fresh_school: Fosdesk) -> None:
    desk = open_survey(fresh_school, 1)
    dialog = begin_count(fresh_school)
    keys(dialog, "111112")
    press(dialog, desk.words("Done"))
    fresh_school.window.undo()
    assert counts(desk, "q1") == (5, 0, 0)
    desk.workspace.reload()
    assert counts(desk, "q1") == (5, 0, 0)
    assert button_on(fresh_school.window, desk.words("New round")).isEnabled()


def test_what_two_laptops_count_adds_up_and_a_file_that_both_read_is_counted_once(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    desk = open_survey(fresh_school, 1)

    def count_and_read(workspace: Workspace) -> None:
        by_hand = counted(workspace.school, "q1", "Ofte", "a sitting of the deputy's", "2026-11-30", 6)
        read = piles_read({("q1", "Aldri"): 5}, "the file", "2026-11-30")
        workspace.commit_all([by_hand, *((None, one) for one in read)], "answers counted")

    file = from_colleague(desk, tmp_path, count_and_read)
    dialog = begin_count(fresh_school)
    keys(dialog, "333332")
    press(dialog, desk.words("Done"))
    again = piles_read({("q1", "Aldri"): 5}, "the file", "2026-11-30")
    desk.workspace.commit_all([(None, one) for one in again], "answers read from a file")
    merged = desk.workspace.merge(read_school_file(file.read_bytes()), desk.folder)
    desk.workspace.adopt(merged.update)
    settle()
    assert counts(desk, "q1") == (5, 1, 11)
    assert not desk.school.conflicts
    assert desk.words("{n} answers of {asked} asked.", n=17, asked=30) in said_on(fresh_school.window)
