"""Surveys, made through the window: from nothing to the trend of two rounds, and found again after a new start."""

from pathlib import Path

from PySide6.QtTest import QTest

from fosdesk.app import Fosdesk
from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.domain.rules.surveys.questions import questions_of
from fosdesk.ui.forms.child_list import ChildList
from fosdesk.ui.involvement.slips_saving import save_slips
from fosdesk.ui.involvement.survey_form import SurveyForm
from fosdesk.ui.involvement.surveys_part import SurveysPart
from tests.ui.acts import button_on, desk_of, press, said_on, settle, wait_for_work
from tests.ui.involvement.test_tally_dialog import begin_count, keys, open_survey


def part_of(program: Fosdesk) -> SurveysPart:
    """The part, shown."""
    program.window.go("involvement", "survey")
    settle()
    part = program.window.page("involvement").part("surveys")  # type: ignore[attr-defined]  # a page with parts
    assert isinstance(part, SurveysPart)
    return part


def form_of(part: SurveysPart) -> SurveyForm:
    """The open form."""
    settle()
    assert isinstance(part.list.panel, SurveyForm)
    return part.list.panel


def test_from_a_name_to_the_trend_of_two_rounds(fresh_school: Fosdesk) -> None:
    desk, part = desk_of(fresh_school), part_of(fresh_school)
    words = desk.words
    part.begin()
    form = form_of(part)
    QTest.keyClicks(fresh_school.window.focusWidget(), "Motivasjon")
    desk.release()
    survey = desk.school.of(Survey)[0]
    assert survey.name == "Motivasjon"
    desk.workspace.commit(survey, Survey(survey.id, "Motivasjon", "motivation", "2026-01-12", "Personalet"))
    press(form, words("Put in proposed questions"))
    settle()
    first = questions_of(desk.school, survey.id)
    assert len(first) == 3
    assert words("Fits completely") in first[0].levels
    fresh_school.window.undo()
    assert not desk.school.of(SurveyQuestion), "it is one step"
    fresh_school.window.redo()
    dialog = begin_count(fresh_school)
    keys(dialog, "123" * 6)
    press(dialog, words("Done"))
    press(form, words("New round"))
    form = form_of(part)
    again = desk.school.get(Survey, form.record_id)
    assert again.id != survey.id
    assert (again.name, again.asked, again.day) == ("Motivasjon", "Personalet", desk.day())
    dialog = begin_count(fresh_school)
    keys(dialog, "444" * 5)
    press(dialog, words("Done"))
    view = form.answers.results[questions_of(desk.school, again.id)[0].id]
    settle()
    figure = view.figure.figure
    assert words("{round}: {n} answers", round=words.short_date("2026-01-12"), n=6) in figure.alt
    assert words("{round}: {n} answers", round=words.short_date(again.day), n=5) in figure.alt
    assert f"{words('Fits completely')}: 5 (100 %)" in figure.alt
    assert words("{n} answers.", n=5) in said_on(form)


def test_comments_are_folded_private_and_in_no_order_of_time(fresh_school: Fosdesk) -> None:
    desk, part = desk_of(fresh_school), part_of(fresh_school)
    survey = desk.workspace.add(Survey(name="Fokus"))
    part.open_record(survey.id)
    form = form_of(part)
    title = desk.words("Comments ({n}), only for the leadership team", n=0)
    assert form.comments.text() == title
    assert form.comments.inside is None
    form.comments.click()
    settle()
    inside: object = form.comments.inside
    assert isinstance(inside, ChildList)
    for line in ("Første", "Andre", "Tredje"):
        inside.take_cursor()  # in the empty line at the end
        QTest.keyClicks(fresh_school.window.focusWidget(), line)
        desk.release()
        settle()
    found = desk.school.of(SurveyComment)
    assert {one.text for one in found} == {"Første", "Andre", "Tredje"}
    assert [one.id for one in found] == sorted(one.id for one in found)


def test_slips_are_saved_to_print_and_the_document_is_reached_from_the_survey(
    fresh_school: Fosdesk, tmp_path: Path
) -> None:
    desk = open_survey(fresh_school)
    window = fresh_school.window
    assert button_on(window, desk.words("Slips to print …")).isVisible()
    save_slips(desk, "a", tmp_path / "lapper")
    wait_for_work(desk)
    assert (tmp_path / "lapper.pdf").read_bytes().startswith(b"%PDF")
    assert "lapper.pdf" in said_on(window)
    save_slips(desk, "a", tmp_path / "gone" / "lapper.pdf")
    wait_for_work(desk)
    assert desk.words("Saved: {file}", file=str(tmp_path / "gone" / "lapper.pdf")) not in said_on(window)
    dialog = begin_count(fresh_school)
    keys(dialog, "11" * 6)
    press(dialog, desk.words("Done"))
    press(window, desk.words("Document …"))
    assert window.page("documents").isVisible()
    assert desk.words("Surveys") in said_on(window)
