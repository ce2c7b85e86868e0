"""The window of one line for what comes to mind: Enter stores it as an unsorted line, Escape keeps it as a draft."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.domain.records import Captured
from fosdesk.domain.values.day_phrases import FoundDay, days_in
from fosdesk.domain.values.pasted_lines import lines_of_text
from fosdesk.errors import FosdeskError
from fosdesk.privacy.sensitive_words import sensitive_content
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, row, set_shown, text
from fosdesk.ui.controls.tab_order import follow_layout
from fosdesk.ui.forms.editors import InvalidInput, LongEditor, storable_text
from fosdesk.ui.frame.desk import Desk
from fosdesk.workspace import new_id

DRAFT = "captured line"  # the key under which it is kept
_MOST_LINES = 500  # that are stored in one step
_MOST_CHIPS = 8
_WIDTH = 620


class NamedDay(NamedTuple):
    """A day that a line names: the number of the line, the words for the day, and the day (YYYY-MM-DD)."""

    line: int
    words: str
    day: str


class LineToNote(LongEditor):
    """As high as what is typed or pasted; Enter does not break the line, Shift+Enter does."""

    entered = Signal(bool)  # whether the window stays for the next line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+Enter store."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers in (plain, control):
            self.entered.emit(modifiers == control)
        else:
            super().keyPressEvent(event)


class CaptureDialog(QDialog):
    """What is typed outlives the window; each line becomes a record, and several lines one step of undo."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """`desk` is that of one's own school, also where `parent` shows another."""
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.setWindowTitle(words("Note something"))
        body = column(self, gap=8, margins=(20, 16, 20, 14))
        self.line = LineToNote(words, lines=1, most=10)
        self.line.setAccessibleName(words("What to note"))
        self.line.setPlaceholderText(words("A thought, a question, something to remember …"))
        self.line.entered.connect(lambda stays: self.store(stays=stays))
        body.addWidget(self.line)
        self.chips = FlowBox()
        body.addWidget(self.chips)
        self.said = text("", "said")
        body.addWidget(self.said)
        foot = row(gap=12)
        foot.addWidget(
            text(
                words("Enter stores, Ctrl+Enter stores and stays. Only for the leadership team until sorted."), "note"
            ),
            1,
        )
        self.keep = button(words("Note it"), "main")
        self.keep.clicked.connect(lambda: self.store(stays=False))
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(foot)
        fit_to_window(self, parent, desk.theme.px(_WIDTH), desk.theme.px(120))
        self.days: list[NamedDay] = []
        self._plain: set[tuple[int, str]] = set()  # words that somebody has turned back into text
        self._days_in: dict[str, tuple[FoundDay, ...]] = {}
        self._stored = 0
        self.line.textChanged.connect(self._typed)
        self.line.type_over(desk.edits.take_typed(DRAFT))
        self._typed()

    def _typed(self) -> None:
        typed = self.line.toPlainText()
        self.desk.edits.keep_typed(DRAFT, typed)
        worry = sensitive_content(typed)
        words = self.desk.words
        if worry == "personal_number":
            self.tell(words("This looks like a personal identity number. Please leave it out here."))
        elif worry == "pupil":
            self.tell(words("This may be about a pupil. Please write nothing about pupils here."))
        else:
            self.tell("")
        self._find_days(typed)
        self._fit()
        QTimer.singleShot(0, self, self._fit)  # what came new has the size that it will have

    def _find_days(self, typed: str) -> None:
        lines, found = lines_of_text(typed)[:_MOST_LINES], list[NamedDay]()
        known, today = self._days_in, self.desk.today()  # lines in which nobody has typed since are not read anew
        self._days_in = {line: known[line] if line in known else days_in(line, today) for line in lines}
        for number, line in enumerate(lines):
            day = self._day_in(number, line)
            if day is not None:
                found.append(NamedDay(number, line[day.start : day.end], day.day))
        if found == self.days:
            return
        self.days = found
        self.chips.clear()
        words = self.desk.words
        for one in found[:_MOST_CHIPS]:
            said = words("“{words}” is {day}", words=one.words, day=words.weekday_date(one.day))
            act = words("Let “{words}” be text", words=one.words)
            chip = button(f"{said}  \N{MULTIPLICATION SIGN}", "chip", tip=act, name=f"{said}. {act}")
            chip.clicked.connect(lambda _=False, named=one: self._be_text(named))
            chip.ensurePolished()  # only then it knows how much room it needs
            self.chips.add(chip)
        rest = len(found) - _MOST_CHIPS
        if rest > 0:
            self.chips.add(text(words.plural("and {n} more", "and {n} more", rest), "quiet", wrap=False))
        follow_layout(self)
        self._describe()

    def _describe(self) -> None:
        """Tell whoever does not see it which days are recognised, and what is wrong."""
        words = self.desk.words
        days = [words("“{words}” is {day}", words=d.words, day=words.weekday_date(d.day)) for d in self.days]
        self.line.setAccessibleDescription(". ".join(filter(None, (self.said.text(), *days[:_MOST_CHIPS]))))

    def _day_in(self, number: int, line: str) -> FoundDay | None:
        """The first day in a line that is not to be text."""
        found = self._days_in[line]
        return next((one for one in found if (number, line[one.start : one.end]) not in self._plain), None)

    def _be_text(self, named: NamedDay) -> None:
        self._plain.add((named.line, named.words))
        self._find_days(self.line.toPlainText())
        self.line.setFocus()
        self._fit()

    def store(self, *, stays: bool) -> None:
        """Store the lines as one step; with `stays`, the window is empty for the next one.

        What cannot be stored stays, with its sentence. Nothing is stored for nothing.
        """
        words = self.desk.words
        lines = lines_of_text(self.line.toPlainText())
        try:
            if len(lines) > _MOST_LINES:
                raise InvalidInput(
                    words(
                        "These are {n} lines, and {most} can be noted at a time. Please divide them.",
                        n=words.number(len(lines)),
                        most=words.number(_MOST_LINES),
                    )
                )
            days = {one.line: one.day for one in self.days}
            texts = [(storable_text(words, line, one_line=True), days.get(n, "")) for n, line in enumerate(lines)]
            made = [Captured(new_id(), text=said, day=day) for said, day in texts if said]
            self.desk.workspace.commit_all([(None, one) for one in made], "create")
        except InvalidInput as why:
            self.tell(str(why))
            return
        except FosdeskError as trouble:
            self.tell(words(trouble.sentence, **trouble.arguments))
            return
        self._plain.clear()
        self.line.clear()
        self._stored += len(made)
        if made:
            self.desk.show_message(words("Noted. It lies under “{title}” on the overview.", title=words("Unsorted")))
        if not stays:
            self.accept()
        elif self._stored:
            self.tell(words("Noted: {n}", n=words.number(self._stored)))

    def tell(self, sentence: str) -> None:
        """Show one sentence below the line, or none."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self._describe()
        self._fit()

    def _fit(self) -> None:
        """Be as high as the content, and no higher than the window."""
        layout, around = self.layout(), self.parentWidget()
        assert layout is not None
        set_shown(self.chips, bool(self.days))
        layout.activate()
        height = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        most = around.window().height() - 32 if around is not None else height
        if height != self.height():
            self.resize(self.width(), min(height, most))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the cursor, behind what is kept."""
        super().showEvent(event)
        self.line.moveCursor(self.line.textCursor().MoveOperation.End)
        self.line.setFocus()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()
