"""What was answered to a survey: ways to count and read answers, and the results, none of them of a few."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.figures.survey_figure import RoundBars, survey_figure
from fosdesk.display.shapes import Figure
from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.domain.rules.surveys.proposals import LEVELS, PROPOSED
from fosdesk.domain.rules.surveys.questions import in_order, levels_of, next_round, questions_of, rounds_of
from fosdesk.privacy.survey_counts import SurveyResult, survey_result
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.fitted_figure import FittedFigure
from fosdesk.ui.controls.plain_widgets import button, clear, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

_LEAST, _MOST = 280, 640  # width of a figure, px at 100 %


class ResultView(QWidget):
    """One question with the bars of its rounds, or the sentence that too few have answered."""

    def __init__(self, desk: Desk, question: SurveyQuestion) -> None:
        super().__init__()
        self.desk, self.question = desk, question
        body = column(self, gap=4)
        self.heading = text(question.text, "strong")
        body.addWidget(self.heading)
        self.said = text("", "quiet")
        body.addWidget(self.said)
        self.figure = FittedFigure(desk.theme, self._draw, least=_LEAST, most=_MOST)
        body.addWidget(self.figure)

    def show_result(self, question: SurveyQuestion, result: SurveyResult) -> None:
        """Show what may be told of the answers."""
        words = self.desk.words
        self.question = question
        self.heading.setText(question.text)
        if not result.is_told:
            self.said.setText(few_words(self.desk))
        elif result.later:
            self.said.setText(
                words.plural(
                    "{n} answer that was counted later is not in this yet, as those are fewer than five.",
                    "{n} answers that were counted later are not in this yet, as those are fewer than five.",
                    result.later,
                )
            )
        set_shown(self.said, not result.is_told or result.later > 0)
        set_shown(self.figure, result.is_told)
        if result.is_told:
            self.figure.redraw()

    def _draw(self, width: float) -> Figure:
        school, words = self.desk.school, self.desk.words
        own = survey_result(school, self.question.id)
        levels = own.levels
        bars = []
        for one in rounds_of(school, self.question):
            result = survey_result(school, one.question.id)
            if result.is_empty:
                continue
            levels = (*levels, *(level for level in result.levels if level not in levels))
            bars.append((one.survey, result))
        return survey_figure(
            levels, [_round(self.desk, survey, result, levels) for survey, result in bars], words, width
        )


class AnswersBox(QWidget):
    """Shown once a survey is stored; offers only what its questions allow."""

    round_made = Signal(str)  # the id of the survey

    def __init__(self, desk: Desk, survey_id: str) -> None:
        super().__init__()
        self.desk, self._survey = desk, survey_id
        self.results: dict[str, ResultView] = {}
        words = desk.words
        body = column(self, gap=8)
        self.heading = text(words("Answers"), "label")
        body.addWidget(self.heading)
        self.said = text("", "quiet")
        body.addWidget(self.said)
        acts = FlowBox(gap=8)
        self.propose = button(words("Put in proposed questions"))
        self.count, self.read = button(words("Count answers …")), button(words("Read in answers …"))
        self.slips, self.again = button(words("Slips to print …"), "text"), button(words("New round"), "text")
        self.document = button(words("Document …"), "text")
        self.propose.clicked.connect(self._propose)
        self.count.clicked.connect(self.begin_count)
        self.read.clicked.connect(self.choose_file)
        self.slips.clicked.connect(self.choose_slips)
        self.document.clicked.connect(lambda: desk.go("documents", "surveys"))
        self.again.clicked.connect(self._begin_round)
        for act in (self.propose, self.count, self.read, self.slips, self.document, self.again):
            acts.add(act)
        self._acts = acts
        body.addWidget(acts)
        self._results = column(gap=14)
        body.addLayout(self._results)
        self.reload()

    def reload(self) -> None:
        """Show what there is to do, and what may be told."""
        desk, school = self.desk, self.desk.school
        survey = school.find(self._survey)
        set_shown(self, isinstance(survey, Survey))
        if not isinstance(survey, Survey):
            return
        questions = [one for one in questions_of(school, survey.id) if one.text.strip()]
        may_answer = any(levels_of(school, one) for one in questions)
        told = {one.id: survey_result(school, one.id) for one in questions}
        answered = {key: one for key, one in told.items() if not one.is_empty}
        writes = not desk.read_only
        set_shown(self.propose, writes and not questions and survey.about in PROPOSED)
        set_shown(self.count, writes and may_answer)
        set_shown(self.read, writes)
        set_shown(self.slips, may_answer and writes)
        set_shown(self.again, writes and bool(answered))
        set_shown(self.document, bool(answered))
        self.said.setText(self._summary(survey, answered, may_answer=may_answer))
        if [*self.results] != [*answered]:
            clear(self._results)
            self.results = {one.id: ResultView(desk, one) for one in questions if one.id in answered}
            for view in self.results.values():
                self._results.addWidget(view)
        for one in questions:
            if one.id in self.results:
                self.results[one.id].show_result(one, told[one.id])

    def _summary(self, survey: Survey, answered: dict[str, SurveyResult], *, may_answer: bool) -> str:
        words = self.desk.words
        if not answered:
            if may_answer:
                return words("No answers yet.")
            return words("Write the questions and what one can answer; then answers can be counted.")
        most = max((one.answers + one.later for one in answered.values() if one.is_told), default=0)
        if not most:
            return few_words(self.desk)
        if survey.invited and survey.invited >= most:
            return words("{n} answers of {asked} asked.", n=words.number(most), asked=words.number(survey.invited))
        return words("{n} answers.", n=words.number(most))

    # -- acts

    def begin_count(self) -> None:
        """Open the window in which answers are counted."""
        from fosdesk.ui.involvement.tally_dialog import TallyDialog

        if self.desk.release():
            TallyDialog(self.desk, self._survey, self.window()).open()

    def choose_file(self) -> None:
        """Ask for a file of answers, and show what would come of it."""
        from fosdesk.ui.involvement.answers_dialog import choose_answers

        if self.desk.release():
            choose_answers(self.desk, self._survey, self.window())

    def choose_slips(self) -> None:
        """Ask where to save slips to print."""
        from fosdesk.ui.involvement.slips_saving import choose_slips

        if self.desk.release():
            choose_slips(self.desk, self._survey, self.window())

    def _propose(self) -> None:
        desk, words = self.desk, self.desk.words
        if not desk.release():
            return
        survey = desk.school.get(Survey, self._survey)
        texts = [words(one) for one in PROPOSED.get(survey.about, ())]
        levels = "\n".join(words(one) for one in LEVELS)
        made = in_order(SurveyQuestion(new_id(), survey.id, one, "" if n else levels) for n, one in enumerate(texts))
        if made:
            desk.attempt(lambda: desk.workspace.commit_all([(None, one) for one in made], "proposed questions"))

    def _begin_round(self) -> None:
        desk = self.desk
        if not desk.release():
            return
        made = next_round(desk.school, desk.school.get(Survey, self._survey), new_id, desk.day())
        if desk.attempt(lambda: desk.workspace.commit_all([(None, one) for one in made], "a new round")):
            self.round_made.emit(made[0].id)


def few_words(desk: Desk) -> str:
    """The sentence in place of a distribution."""
    return desk.words("Fewer than five answers, so nothing is shown of what was answered.")


def _round(desk: Desk, survey: Survey, result: SurveyResult, levels: tuple[str, ...]) -> RoundBars:
    words = desk.words
    day = words.short_date(survey.day) if survey.day else survey.name
    if not result.is_told:
        return RoundBars(words("{round}: fewer than five answers", round=day))
    counts = dict(zip(result.levels, result.counts, strict=True))
    shown = [count if isinstance(count := counts.get(level, 0), int) else None for level in levels]
    return RoundBars(words("{round}: {n} answers", round=day, n=words.number(result.answers)), shown)
