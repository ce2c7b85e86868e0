"""The model as a whole: the figure, what each phase is called where, where words come from, and what was changed."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fosdesk.display.adaptation_words import kinds_words
from fosdesk.display.figures.cycle_figure import cycle_figure
from fosdesk.display.phase_names import naming_table
from fosdesk.domain.records import SchoolProfile
from fosdesk.domain.records.school_profile import PROFILE_ID
from fosdesk.domain.rules.consolidation.adaptations import Adaptation, adaptations
from fosdesk.ui.controls.figure_view import FigureView
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import clear, column, row, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.frame.tabbed_page import Part

_MOST = 8  # changes at first
_OWN = 3  # the column with the school's own names
_WIDEST = 640  # px at 100 %, of a figure and of running text


class ModelPart(Part):
    """Nothing here is a rule: the model supports, and what the school changed is part of its own story."""

    hears_all: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words, theme = self.words, desk.theme
        body = column(self, gap=20)
        self.figure = FigureView(theme)
        self.figure.setMaximumWidth(theme.px(_WIDEST))
        self.figure.picked.connect(lambda phase: desk.go(f"phase:{phase}", ""))
        top = SideBySide(theme.px(980), gap=32)
        top.add(self.figure, 5)
        top.add(self._texts(), 4)
        body.addWidget(top)
        names = QWidget()
        inside = column(names, gap=6)
        inside.addWidget(text(words("What each phase is called"), "heading"))
        self._names = column(gap=6)
        self._named: tuple[list[tuple[str, ...]], int] | None = None
        inside.addLayout(self._names)
        self.naming = FieldEditor(desk, SchoolProfile, PROFILE_ID, "naming")
        self.naming.setMaximumWidth(theme.px(_WIDEST))
        inside.addWidget(self.naming)
        body.addWidget(names)
        changed = QWidget()
        self._changed = column(changed, gap=0)
        body.addWidget(changed)
        body.addStretch(1)
        self._shown: tuple[Adaptation, ...] | None = None
        self.lines: list[LineButton] = []

    @property
    def about(self) -> str:
        """What the part is for."""
        return self.words("The model supports and never prescribes. Whatever you change becomes part of your story.")

    def _texts(self) -> QWidget:
        """How «core components» is used here, and where the word comes from."""
        words = self.words
        holder = QWidget()
        body = column(holder, gap=8)
        body.addWidget(text(words("Core components, as the word is used here"), "heading"))
        for said in (
            words(
                "In Dean Fixsen's model of implementation, core components are the parts of a method that cannot be "
                "left out if it is to work."
            ),
            words(
                "Here, core components are what the school itself agrees is essential in its work for an inclusive "
                "learning environment. They are few, they are in the school's own words, and they may change."
            ),
            words(
                "The phases here are not the stages of that model. What they share is that they overlap, and that one "
                "goes back to them."
            ),
        ):
            body.addWidget(text(said))
        body.addWidget(text(words("Reference: {work}", work=FIXSEN), "note", selectable=True))
        return holder

    def refresh(self) -> None:
        """Show figure, names and changes."""
        desk = self.desk
        self.figure.show_figure(cycle_figure(desk.framework, desk.school, self.words))
        self.naming.reload()
        self._show_names()
        found = adaptations(desk.framework, desk.school)
        if found != self._shown:
            self._shown = found
            self._show_changed(found)

    def _show_names(self) -> None:
        words, desk = self.words, self.desk
        rows = naming_table(words, desk.framework, desk.school)
        heads = (
            words("Organisational development"),
            words("Milestone plan"),
            words("Framework text"),
            words("Here"),
        )
        columns = 4 if any(one.own for one in rows) else 3
        table: list[tuple[str, ...]] = [heads, *((one.development or "–", one.plan, one.text, one.own) for one in rows)]
        if (table, columns) == self._named:
            return
        self._named = (table, columns)
        clear(self._names)
        for at, cells in enumerate(table):
            line, beside = QWidget(), row(gap=16)
            line.setLayout(beside)
            for place, said in enumerate(cells[:columns]):
                look = "label" if not at else "strong" if place == _OWN else ""
                beside.addWidget(_cell(said, look), 1, Qt.AlignmentFlag.AlignTop)
            self._names.addWidget(line)

    def _show_changed(self, found: tuple[Adaptation, ...]) -> None:
        words = self.words
        clear(self._changed)
        self.lines = []
        heading = text(words("What was changed in the model"), "heading")
        heading.setContentsMargins(0, 0, 0, 6)
        self._changed.addWidget(heading)
        if not found:
            said = words("Nothing yet. On each phase, items can be renamed, moved, hidden and added.")
            self._changed.addWidget(text(said, "quiet"))
        if found:
            # What a reason was written for comes first: it is what tells something.
            ordered = sorted(found, key=lambda one: not one.why)
            several = ShowMoreList(ordered, self._line, words, most=_MOST)
            several.laid.connect(self.laid)
            self._changed.addWidget(several)
        self.laid.emit()

    def _line(self, one: Adaptation) -> LineButton:
        desk, words = self.desk, self.words
        made = LineButton(desk.theme, most_lines=2)
        number = one.phase[1:]
        phase = words("phase {number}", number=number) if number != "0" else words("before the start")
        note = f"{phase} · {kinds_words(words, one)}"
        made.set_words(one.text or words("(no wording yet)"), below=one.why, notes=((note, 0),))
        made.clicked.connect(lambda: go_to_record(desk, one.record))
        self.lines.append(made)
        return made


def _cell(said: str, look: str) -> QLabel:
    """A text that is as wide as its column, whatever stands in it."""
    made = text(said, look)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


FIXSEN = (
    "Fixsen, D. L., Naoom, S. F., Blase, K. A., Friedman, R. M. & Wallace, F. (2005). Implementation Research: A "
    "Synthesis of the Literature. University of South Florida, National Implementation Research Network."
)
