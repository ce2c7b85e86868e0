"""The dialog that hands a school year's wheel on to the next one, after a look at what becomes of each thing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.display.record_words import months_words
from fosdesk.display.time_words import school_year_words
from fosdesk.domain.records import Evaluation, Routine
from fosdesk.domain.rules.plan.roll_over import Rolled, rolled_over, written
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.dialog_fitting import dialog_foot, fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.frame.desk import Desk

_SIZE = 640, 560  # px at 100 %


class RollOverDialog(QDialog):
    """What is ticked goes on; a routine that is not ends with the year, and an evaluation does not come again."""

    rolled = Signal()

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        """`year` is the one that ends, by its August."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.desk = desk
        words, theme = desk.words, desk.theme
        self.found = rolled_over(desk.school, year)
        self.setWindowTitle(words("Over to the next school year"))
        layout = column(self, gap=12, margins=(24, 20, 24, 20))
        following = year + 1
        span = school_year_words(following)
        layout.addWidget(text(words("What goes on in {year}?", year=span), "heading"))
        about = words(
            "A routine without a tick ends with this school year and stays in it. Nothing is removed, and Ctrl+Z takes "
            "all of it back."
        )
        layout.addWidget(text(about, "quiet"))
        area = SheetArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(area, 1)
        sheet = column(lay_sheet(area), gap=8, margins=(0, 0, 8, 0))
        self.lines: dict[str, CheckLine] = {}
        for one in self.found:
            line = self.lines[one.record.id] = CheckLine(self._said(one))
            line.tick.setChecked(True)
            sheet.addWidget(line)
        if not self.found:
            nothing = words("There is nothing to take over: no routine and no evaluation in this year.")
            sheet.addWidget(text(nothing, "quiet"))
        sheet.addStretch(1)
        self.make = button(words("Over to {year}", year=span), "main")
        self.make.clicked.connect(self._roll)
        layout.addLayout(dialog_foot(self, words("Cancel"), self.make))
        self.make.setEnabled(not desk.read_only)
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))

    @property
    def taken(self) -> set[str]:
        """The ids of what is ticked."""
        return {record for record, line in self.lines.items() if line.tick.isChecked()}

    def _said(self, one: Rolled) -> str:
        words, record = self.desk.words, one.record
        if isinstance(record, Routine):
            said = words("goes on in the same months ({months})", months=months_words(words, record.months))
            if isinstance(one.kept, Routine):
                said += "; " + words("looked at again {date}", date=words.short_date(one.kept.review))
            return f"{record.name}: {said}"
        assert isinstance(one.kept, Evaluation)  # what comes again is an evaluation
        return f"{one.kept.what}: " + words("comes again on {date}", date=words.short_date(one.kept.day))

    def _roll(self) -> None:
        desk, pairs = self.desk, written(self.found, self.taken)
        act = "year wheel taken over to the next year"
        if pairs and not desk.attempt(lambda: desk.workspace.commit_all(pairs, act)):
            return
        if pairs:
            desk.show_message(desk.words("The next school year is ready. Ctrl+Z takes it back."))
        self.accept()
        self.rolled.emit()
