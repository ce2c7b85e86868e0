"""The dialog that moves the milestone plan to another start or pace, after a look at what would move."""

from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QHeaderView, QSizePolicy, QWidget

from fosdesk.display.noun_words import label_words, noun_one
from fosdesk.domain.fields import fields_of, noun_of
from fosdesk.domain.framework import PaceTemplate
from fosdesk.domain.records import Milestone, SchoolProfile
from fosdesk.domain.rules.plan.rebasing import Rebasing, Why, changed_records, has_plan, rebased
from fosdesk.domain.rules.progress import pace_of
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.forms.special_editors import SemesterEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.lists.records_table import Column, RowsTable, table_view

_SIZE = 860, 620  # px at 100 %
_ROW, _WHEN, _STATE = 32, 130, 270


class _Line(NamedTuple):
    title: str
    stands: str
    would: str  # the semester, or why it stays


class RebaseDialog(QDialog):
    """The start, the pace, and what would become of each milestone; nothing is written before the button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk = desk
        words, theme, school = desk.words, desk.theme, desk.school
        self._is_first = not has_plan(school)
        self.setWindowTitle(words("Milestone plan of the framework"))
        layout = column(self, gap=10, margins=(24, 20, 24, 20))
        profile = fields_of(SchoolProfile)
        self.start = SemesterEditor(desk)
        self.start.show_value(school.profile.start or str(Semester.of_date(desk.day()).next()))
        self.start.setMaximumWidth(theme.px(220))
        layout.addWidget(self._caption(label_words(words, profile["start"]), self.start))
        layout.addWidget(self.start)
        pace = label_words(words, profile["pace"])
        layout.addWidget(text(pace, "label"))
        chosen = pace_of(desk.framework, school).id
        self.pace = ChipChoice([(one.id, one.title) for one in desk.framework.paces], chosen, name=pace, always=True)
        layout.addWidget(self.pace)
        self.about = text("", "quiet")
        layout.addWidget(self.about)
        self.said = text("", "strong")
        layout.addWidget(self.said)
        self.look = table_view(words("What would move"), row_height=theme.px(_ROW))
        self.look.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.look.setMinimumHeight(theme.px(120))
        self._lines: RowsTable[_Line] = RowsTable(
            [
                Column(noun_one(words, noun_of(Milestone)), lambda one: one.title),
                Column(words("Stands in"), lambda one: one.stands),
                Column(words("Afterwards"), lambda one: one.would),
            ]
        )
        self._lines.setParent(self.look)
        self.look.setModel(self._lines)
        self.look.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.look.setColumnWidth(1, theme.px(_WHEN))
        self.look.setColumnWidth(2, theme.px(_STATE))
        layout.addWidget(self.look, 1)
        self.lacking = CheckLine(words("Add the milestones of the framework that your plan lacks"))
        self.lacking.tick.setChecked(self._is_first)
        layout.addWidget(self.lacking)
        self.make = button("", "main")
        self.make.clicked.connect(self._move)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.make))
        self.start.committed.connect(self.show_look)
        self.pace.chosen.connect(lambda _: self.show_look())
        self.lacking.tick.toggled.connect(lambda _: self.show_look())
        self.show_look()
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    @property
    def chosen(self) -> tuple[Semester, PaceTemplate] | None:
        """The start and the pace; None while no start is chosen."""
        start, pace = Semester.known(str(self.start.value())), self.desk.framework.pace(self.pace.value)
        return (start, pace) if start is not None and pace is not None else None

    def show_look(self) -> None:
        """Show what would follow from the start and the pace."""
        words = self.desk.words
        chosen = self.chosen
        pace = self.desk.framework.pace(self.pace.value)
        self.about.setText(pace.about if pace is not None else "")
        if chosen is None:
            self._lines.set_rows([])
            self.said.setText(words("Choose a start semester."))
            self.make.setEnabled(False)
            return
        found = rebased(self.desk.framework, self.desk.school, *chosen)
        with_lacking = self.lacking.tick.isChecked()
        self.lacking.setVisible(bool(found.lacking) and not self._is_first)
        added = len(found.lacking) if with_lacking else 0
        self._lines.set_rows(self._rows(found, with_lacking=with_lacking))
        self.said.setText(" ".join(self._sentences(found, added)))
        self.make.setText(words("Make the plan") if self._is_first else words("Move the plan"))
        pairs = changed_records(self.desk.school, found, *chosen, with_lacking=with_lacking)
        self.make.setEnabled(bool(pairs) and not self.desk.read_only)

    def _sentences(self, found: Rebasing, added: int) -> list[str]:
        words = self.desk.words
        said = []
        if found.moves:
            said.append(words.plural("{n} milestone moves.", "{n} milestones move.", len(found.moves)))
        elif not added:
            said.append(words("No milestone moves."))
        if found.stays:
            said.append(words.plural("{n} stays where it is.", "{n} stay where they are.", len(found.stays)))
        if added:
            said.append(words.plural("{n} is added.", "{n} are added.", added))
        return said

    def _rows(self, found: Rebasing, *, with_lacking: bool) -> list[_Line]:
        words = self.desk.words
        new = found.lacking if with_lacking else ()
        lines = [
            _Line(one.before.what, words.semester(one.before.semester), words.semester(one.after.semester))
            for one in found.moves
        ]
        lines += [_Line(one.what, words("new"), words.semester(one.semester)) for one in new]
        lines += [
            _Line(one.what, self._when(one), words("stays: {why}", why=self._why(why))) for one, why in found.stays
        ]
        return lines

    def _when(self, one: Milestone) -> str:
        words = self.desk.words
        return words.short_date(one.day) if one.day else words.semester(one.semester)

    def _why(self, why: Why) -> str:
        words = self.desk.words
        return {
            "own": words("your own milestone"),
            "moved": words("moved by hand"),
            "day": words("has a day of its own"),
            "reached": words("reached"),
            "away": words("put away"),
            "conflict": words("stands in two semesters"),
            "same": words("the same semester"),
        }[why]

    def _caption(self, label: str, widget: QWidget) -> QWidget:
        caption = text(label, "label")
        caption.setBuddy(widget)
        widget.setAccessibleName(label)
        return caption

    def _move(self) -> None:
        chosen, desk = self.chosen, self.desk
        if chosen is None:
            return
        found = rebased(desk.framework, desk.school, *chosen)
        with_lacking = self.lacking.tick.isChecked()
        pairs = changed_records(desk.school, found, *chosen, with_lacking=with_lacking)
        act = "milestone plan made" if self._is_first else "milestone plan moved"
        if pairs and desk.attempt(lambda: desk.workspace.commit_all(pairs, act)):
            said = " ".join(self._sentences(found, len(found.lacking) if with_lacking else 0))
            desk.show_message(f"{said} {desk.words('Ctrl+Z takes it back.')}")
            self.accept()
