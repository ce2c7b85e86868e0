"""TallyDialog: answers on paper are counted with one key each, or one click; each is stored at once."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QSizePolicy, QWidget

from fosdesk.domain.records import Survey, SurveyComment, SurveyQuestion
from fosdesk.domain.rules.surveys.piles import counted
from fosdesk.domain.rules.surveys.questions import levels_of, questions_of
from fosdesk.errors import FosdeskError
from fosdesk.privacy.survey_counts import answers_counted
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, set_shown, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.focus.announcing import announce
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

_SIZE = 720, 620  # px at 100 %
_KEYS = 9  # answers that have a key; others are clicked
_SKIP = "0"


class _Counted(NamedTuple):
    place: int  # of the question
    level: str  # empty where the question was passed over


class TallyDialog(QDialog):
    """Keys 1 to 9 count an answer to the question that is shown, 0 passes over it, Backspace takes the last one back.

    Each opening makes piles of its own, so that two laptops never count into the same. How many gave each answer is
    not shown: of the first few slips it would tell who answered what.
    """

    def __init__(self, desk: Desk, survey_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self._survey, self._batch = desk, survey_id, new_id()
        words, theme, school = desk.words, desk.theme, desk.school
        asked = [one for one in questions_of(school, survey_id) if one.text.strip() and levels_of(school, one)]
        self.questions: list[SurveyQuestion] = asked
        self._levels = [levels_of(school, one) for one in asked]
        self.place = 0
        self._done: list[_Counted] = []
        name = school.get(Survey, survey_id).name
        self.setWindowTitle(words("Count answers: {survey}", survey=name) if name else words("Count answers"))
        whole = column(self, gap=12, margins=(24, 20, 24, 16))
        area = SheetArea()  # many answers, or large letters, need more than a window
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(lay_sheet(area, "sheet"), gap=12, margins=(4, 4, 4, 4))
        whole.addWidget(area, 1)
        self.where = text("", "quiet")
        self.question = text("", "title")
        layout.addWidget(self.where)
        layout.addWidget(self.question)
        self._buttons = column(gap=6)
        layout.addLayout(self._buttons)
        self.levels: list[QPushButton] = []
        self._shown: Sequence[str] = ()
        acts = FlowBox(gap=8)
        self.skip = button(f"{_SKIP}   {words('Not answered')}", "text")
        self.back = button(words("Take the last one back (Backspace)"), "text")
        self.previous, self.following = (
            button(words("Previous question"), "text"),
            button(words("Next question"), "text"),
        )
        self.skip.clicked.connect(lambda: self.count(""))
        self.back.clicked.connect(self.take_back)
        self.previous.clicked.connect(lambda: self.show_question(self.place - 1))
        self.following.clicked.connect(lambda: self.show_question(self.place + 1))
        for act in (self.skip, self.back, self.previous, self.following):
            acts.add(act)
        layout.addWidget(acts)
        self.moves_on = CheckLine(words("To the next question after each answer, slip by slip"))
        self.moves_on.tick.setChecked(len(asked) > 1)
        self.moves_on.tick.toggled.connect(lambda _: self.show_question(self.place))
        set_shown(self.moves_on, len(asked) > 1)
        layout.addWidget(self.moves_on)
        layout.addStretch(1)
        layout = whole
        self.said: QLabel = text("", "strong")
        layout.addWidget(self.said)
        caption = text(words("A comment on the slip, then Enter"), "label")
        self.comment = LineEdit()
        self.comment.setAccessibleName(caption.text())
        self.comment.returnPressed.connect(self._keep_comment)
        caption.setBuddy(self.comment)
        layout.addWidget(caption)
        layout.addWidget(self.comment)
        foot = row(gap=8)
        foot.addStretch(1)
        self.finish = button(words("Done"), "main")
        self.finish.clicked.connect(self.accept)
        foot.addWidget(self.finish)
        layout.addLayout(foot)
        self.show_question(0)
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    # -- showing

    def show_question(self, place: int) -> None:
        """Show a question, counted from 0, and what can be answered to it."""
        words = self.desk.words
        self.place = min(max(place, 0), len(self.questions) - 1)
        n, all_of_them = words.number(self.place + 1), words.number(len(self.questions))
        where = words("Question {n} of {all}", n=n, all=all_of_them)
        if self._slip_by_slip:
            where = f"{words('Slip {n}', n=words.number(self._slip))} · {where}"
        self.where.setText(where)
        self.question.setText(self.questions[self.place].text)
        self._lay_levels(self._levels[self.place])
        set_shown(self.skip, self._slip_by_slip)
        set_shown(self.previous, len(self.questions) > 1 and not self._slip_by_slip)
        set_shown(self.following, len(self.questions) > 1 and not self._slip_by_slip)
        self.previous.setEnabled(self.place > 0)
        self.following.setEnabled(self.place < len(self.questions) - 1)
        self.back.setEnabled(bool(self._done))

    def _lay_levels(self, levels: Sequence[str]) -> None:
        """A button for each answer; those that are there stay where the next question has the same."""
        if levels == self._shown:
            return
        self._shown = levels
        clear(self._buttons)
        self.levels = []
        for number, level in enumerate(levels, start=1):
            key = str(number) if number <= _KEYS else "·"
            made = button(f"{key}   {level}", "row", name=f"{level}, {key}" if number <= _KEYS else level)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda _=False, level=level: self.count(level))
            self._buttons.addWidget(made)
            made.show()  # so that it can have the cursor at once
            self.levels.append(made)
        self.levels[0].setFocus()

    @property
    def _slip_by_slip(self) -> bool:
        return self.moves_on.tick.isChecked()

    @property
    def _slip(self) -> int:
        """The number of the slip that is counted, from 1."""
        last = len(self.questions) - 1
        return 1 + sum(one.place == last for one in self._done)

    # -- counting

    def count(self, level: str) -> None:
        """Count one answer to the question that is shown, or pass over it where `level` is empty."""
        if level and not self._add(self.place, level, 1):
            return
        self._done.append(_Counted(self.place, level))
        words, n = self.desk.words, self._counted(self.place)
        said = (
            words.plural(
                "Counted: {level}. {n} answer so far.", "Counted: {level}. {n} answers so far.", n, level=level
            )
            if level
            else words("Not answered.")
        )
        moves = self._slip_by_slip
        self.show_question((self.place + 1) % len(self.questions) if moves else self.place)
        self._say(f"{said} {self._asked_now}" if moves and len(self.questions) > 1 else said)

    def take_back(self) -> None:
        """Take back what was counted last in this sitting."""
        if not self._done:
            return
        last = self._done[-1]
        if last.level and not self._add(last.place, last.level, -1):
            return
        self._done.pop()
        words = self.desk.words
        self.show_question(last.place)
        n = self._counted(last.place)
        self._say(
            words.plural(
                "Taken back: {level}. {n} answer so far.",
                "Taken back: {level}. {n} answers so far.",
                n,
                level=last.level or words("not answered"),
            )
        )

    def _add(self, place: int, level: str, n: int) -> bool:
        desk, question = self.desk, self.questions[place].id
        before, after = counted(desk.school, question, level, self._batch, desk.day(), n)
        return self._attempt(lambda: desk.workspace.commit(before, after, "answers counted"))

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Write; False where it cannot be stored, which is told here, above the window."""
        try:
            act()
        except FosdeskError as trouble:
            self._say(self.desk.words(trouble.sentence, **trouble.arguments))
            return False
        return True

    def _counted(self, place: int) -> int:
        return answers_counted(self.desk.school, self.questions[place].id, self._batch)

    @property
    def _asked_now(self) -> str:
        return self.desk.words("Now: {question}", question=self.questions[self.place].text)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        # At once: what was said of the answer before is of no use once the next one is counted.
        announce(self.said, sentence, assertive=True)

    def _keep_comment(self) -> bool:
        """Store the comment, and go on counting; False where it cannot be stored."""
        written = self.comment.text().strip()
        made = SurveyComment(survey=self._survey, text=written)
        if written and not self._attempt(lambda: self.desk.workspace.add(made)):
            return False
        self.comment.clear()
        if written:
            self._say(self.desk.words("The comment is kept."))
        self.levels[0].setFocus()
        return True

    def done(self, result: int) -> None:
        """Close, once a comment that was begun is stored."""
        if self._keep_comment():
            super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count; nothing needs Enter."""
        pressed = event.text()
        levels = self._levels[self.place]
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif pressed == _SKIP and self._slip_by_slip:
            self.count("")
        elif pressed in {*"123456789"} and int(pressed) <= len(levels):
            self.count(levels[int(pressed) - 1])
        else:
            super().keyPressEvent(event)
