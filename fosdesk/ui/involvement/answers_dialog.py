"""AnswersDialog: what a file of answers would become, before any of it is taken in; no answer itself is shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.display.record_words import short
from fosdesk.domain.fields import Record, noun_of
from fosdesk.domain.records import Survey, SurveyQuestion
from fosdesk.domain.rules.surveys.answer_table import COMMENTS, NEW, Reading, comments_read, matched, new_question, read
from fosdesk.domain.rules.surveys.piles import files_read, is_read, piles_of_files, piles_read
from fosdesk.domain.rules.surveys.questions import levels_of, own_levels, questions_of
from fosdesk.domain.values.fractional_index import between
from fosdesk.errors import FosdeskError
from fosdesk.exchange.answer_files import AnswerFile, read_answer_file
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.drop_down import DropDown
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.frame.desk import Desk

_SIZE = 860, 620  # px at 100 %
_HEADING, _CHOICE, _NOTE = 200, 260, 180
_LONGEST = 34  # characters of a question in a drop-down


def choose_answers(desk: Desk, survey_id: str, parent: QWidget) -> None:
    """Ask for a file of answers, and show what would become of it."""
    words = desk.words
    kinds = f"{words('Answers')} (*.xlsx *.csv *.txt *.tsv)"
    chosen, _ = QFileDialog.getOpenFileName(parent, words("Read in answers"), desk.settings.start_folder, kinds)
    if chosen:
        open_answers(desk, survey_id, parent, Path(chosen))


def open_answers(desk: Desk, survey_id: str, parent: QWidget, path: Path) -> None:
    """Read a file of answers, and show what would become of it; what cannot be read is told in one sentence."""
    desk.long_work.begin(
        desk.words("Reading the answers"),
        lambda _: read_answer_file(path),
        lambda table: AnswersDialog(desk, survey_id, table, parent).open(),
    )


class AnswersDialog(QDialog):
    """Each column with what it is to be: a question of the survey, a new one, comments, or nothing."""

    def __init__(self, desk: Desk, survey_id: str, table: AnswerFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk, self._survey, self._table = desk, survey_id, table
        words, theme, school = desk.words, desk.theme, desk.school
        self._questions = [one for one in questions_of(school, survey_id) if one.text.strip()]
        self._levels = {one.id: levels_of(school, one) for one in self._questions}
        self._columns = matched(table.headings, table.rows, self._questions, self._levels)
        self.setWindowTitle(words("Read in answers"))
        layout = column(self, gap=12, margins=(24, 20, 24, 16))
        self.said = text("", "strong")
        layout.addWidget(self.said)
        layout.addWidget(text(words("Say what each column is. Answers are only counted, and no row is kept."), "quiet"))
        area = SheetArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor goes to the drop-downs in it, which come into view
        sheet = lay_sheet(area, "sheet")
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(2, theme.px(_NOTE))
        self.choices: list[DropDown] = []
        self.notes = [text("", "quiet") for _ in table.headings]
        for place, heading in enumerate(table.headings):
            self._lay_column(place, heading or words("Column {n}", n=words.number(place + 1)))
        self._grid.setRowStretch(len(table.headings), 1)
        layout.addWidget(area, 1)
        others = files_read(school, self._levels, table.digest)
        self.instead = CheckLine(words("Take these in place of what was read from a file before"))
        # A later file of the same form most often holds the earlier answers, too.
        self.instead.tick.setChecked(bool(others) and len(table.rows) >= max(others.values()))
        set_shown(self.instead, bool(others))
        layout.addWidget(self.instead)
        self.trouble = text("", "error")
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.take = button(words("Take in the answers"), "main")
        self.take.clicked.connect(self._take)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.take))
        self._show()
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    def _lay_column(self, place: int, heading: str) -> None:
        words, theme = self.desk.words, self.desk.theme
        caption = text(heading)
        caption.setMinimumWidth(theme.px(_HEADING))
        box = DropDown()
        box.setFixedWidth(theme.px(_CHOICE))
        box.addItem(words("Not taken in"), "")
        for one in self._questions:
            box.addItem(short(one.text, _LONGEST), one.id)
        box.addItem(words("A new question"), NEW)
        box.addItem(words("Comments"), COMMENTS)
        box.setCurrentIndex(max(0, box.findData(self._columns[place])))
        box.setAccessibleName(words("What {column} is", column=words.quoted(heading)))
        box.activated.connect(lambda _, place=place: self._choose(place))
        caption.setBuddy(box)
        for at, widget in enumerate((caption, box, self.notes[place])):
            self._grid.addWidget(widget, place, at)
        self.choices.append(box)

    def _choose(self, place: int) -> None:
        """A question stands for one column: another one that had it is left out."""
        chosen = str(self.choices[place].currentData())
        for other, box in enumerate(self.choices):
            if other != place and chosen not in ("", NEW, COMMENTS) and box.currentData() == chosen:
                box.setCurrentIndex(0)
        self._columns = [str(box.currentData()) for box in self.choices]
        self._show()

    # -- what would become of it

    def _new_questions(self) -> dict[int, SurveyQuestion]:
        """The questions that columns would become, by the place of the column."""
        pos = max((one.pos for one in questions_of(self.desk.school, self._survey)), default="")
        found = {}
        for place, chosen in enumerate(self._columns):
            if chosen == NEW:
                pos = between(pos, "")
                cells = [row[place] for row in self._table.rows]
                found[place] = new_question(self._survey, self._table.headings[place], cells, pos)
        return found

    def _reading(self, new: dict[int, SurveyQuestion]) -> Reading:
        columns = [new[place].id if place in new else chosen for place, chosen in enumerate(self._columns)]
        levels = {**self._levels, **{one.id: own_levels(one) for one in new.values()}}
        return read(self._table.rows, columns, levels)

    def _show(self) -> None:
        words = self.desk.words
        found = self._reading(self._new_questions())
        for place, note in enumerate(self.notes):
            taken, left = found.answers.get(place, 0), found.unread.get(place, 0)
            said = []
            if self._columns[place]:
                said.append(words.plural("{n} cell", "{n} cells", taken))
            if left:
                said.append(words("{n} that are none of the answers", n=words.number(left)))
            note.setText(", ".join(said))
        n, asked = len(self._table.rows), sum(one not in ("", COMMENTS) for one in self._columns)
        self.said.setText(
            words(
                "{n} rows, {questions} questions, {comments} comments.",
                n=words.number(n),
                questions=words.number(asked),
                comments=words.number(len(found.comments)),
            )
        )
        known = is_read(self.desk.school, self._levels, self._table.digest)
        if known:
            self.trouble.setText(words("This very file has been read in before, so nothing is counted twice."))
        self.trouble.setVisible(known)
        self.take.setEnabled(not known and (bool(found.counts) or bool(found.comments)))

    def _take(self) -> None:
        desk, words, school = self.desk, self.desk.words, self.desk.school
        new = self._new_questions()
        found = self._reading(new)
        made: list[Record] = [
            *new.values(),
            *piles_read(found.counts, self._table.digest, desk.day()),
            *(one for one in comments_read(self._survey, found.comments) if school.find(one.id) is None),
        ]
        gone: Sequence[Record] = ()
        if self.instead.tick.isChecked() and not self.instead.isHidden():
            gone = piles_of_files(school, self._levels)
        try:
            desk.workspace.commit_all([(None, one) for one in made], "answers read from a file", gone)
        except FosdeskError as trouble:
            self.trouble.setText(words(trouble.sentence, **trouble.arguments))
            self.trouble.show()
            return
        name = words.quoted(school.get(Survey, self._survey).name or noun_one(words, noun_of(Survey)))
        desk.show_message(words("The answers to {survey} are counted. Ctrl+Z takes them back.", survey=name))
        self.accept()
