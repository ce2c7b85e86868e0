"""A short list of lines that each open a page and a record."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import button, clear, column, row, text
from fosdesk.ui.frame.desk import Desk


class StepLine(NamedTuple):
    """A line's texts and its target; without a page it cannot be clicked."""

    title: str
    note: str
    page: str
    record: str
    below: str = ""
    about: str = ""  # the record with the field that the line is about
    field: str = ""


class StepList(QWidget):
    """A heading and a few lines; more when asked."""

    def __init__(self, desk: Desk, title: str, *, most: int, nothing: str = "") -> None:
        """`nothing` is shown when there are no lines."""
        super().__init__()
        self.desk, self._most, self._nothing = desk, most, nothing
        self._lines: tuple[StepLine, ...] = ()
        self._unfolded = False
        self.buttons: list[LineButton] = []
        body = column(self, gap=0)
        heading = text(title, "heading")
        heading.setContentsMargins(8, 0, 0, 4)
        body.addWidget(heading)
        self._place = column(gap=0)
        body.addLayout(self._place)

    def show_lines(self, lines: Sequence[StepLine]) -> None:
        """Set the lines; does nothing when they are equal."""
        if tuple(lines) != self._lines or not self._place.count():
            self._lines = tuple(lines)
            self._lay()

    def _lay(self) -> None:
        clear(self._place)
        self.buttons = []
        shown = self._lines if self._unfolded else self._lines[: self._most]
        for line in shown:
            made = LineButton(self.desk.theme, most_lines=2)
            made.set_words(line.title, below=line.below, notes=((line.note, 0),) if line.note else ())
            made.setEnabled(bool(line.page))
            made.clicked.connect(lambda _=False, to=line: self._follow(to))
            self.buttons.append(made)
            self._place.addWidget(made)
        if not shown and self._nothing:
            said = text(self._nothing, "quiet")
            said.setContentsMargins(8, 4, 0, 0)
            self._place.addWidget(said)
        if len(self._lines) > self._most:
            words = self.desk.words
            more = button(words("Show fewer") if self._unfolded else words("Show more"), "text")
            more.clicked.connect(self._turn)
            foot = row(gap=0)
            foot.addWidget(more)
            foot.addStretch(1)
            self._place.addLayout(foot)

    def _follow(self, line: StepLine) -> None:
        if line.field:
            self.desk.go_to_field(line.about, line.field)
        else:
            self.desk.go(line.page, line.record)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._lay()
