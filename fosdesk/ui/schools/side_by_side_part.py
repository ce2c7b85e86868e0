"""SideBySidePart: where one's own school and those whose files were read chose differently; never how far they came."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from fosdesk.display.sharing.choice_words import difference_words, said_words
from fosdesk.display.sharing.pack_words import school_called
from fosdesk.domain.rules.sharing.school_choices import Difference, Said, differences, in_order
from fosdesk.domain.school import School
from fosdesk.domain.values.pack_ids import is_pack
from fosdesk.exchange.example.example_ids import offered_examples
from fosdesk.pace import Pace, takes_long
from fosdesk.reports.documents.sharing.side_by_side import side_by_side
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.pdf.print_job import PrintJob
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, text
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part
from fosdesk.ui.tuning import PLAIN_TEXT, SELECTABLE_BY_MOUSE, in_next_turn

_MOST_AT_FIRST = 4  # schools that are shown before somebody chooses
_COLUMN = 220  # px at 100 %: the narrowest column of a school


class FittedText(QLabel):
    """Plain text that may be selected, as high as its words are in its width.

    A height that follows from the width costs Qt a pass for each level of widgets, which many texts make slow.
    """

    def __init__(self, words: str, look: str = "") -> None:
        super().__init__(words)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("textInteractionFlags", SELECTABLE_BY_MOUSE)
        self.setWordWrap(True)
        if look:
            self.setProperty("look", look)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the height for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setFixedHeight(self.heightForWidth(event.size().width()))


class SideBySidePart(Part):
    """Schools stand in alphabetical order, one's own among them; each can be left out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._schools: dict[str, School] = {}
        self._left_out: set[str] = set()
        self._was_wide = True
        self.chips: dict[str, QPushButton] = {}
        body = column(self, gap=12)
        about = self.words(
            "Only where the schools chose differently. It says nothing of how far anybody has come, or who is best."
        )
        body.addWidget(text(about, "quiet"))
        self.said = text("", "note")
        body.addWidget(self.said)
        self._choice = FlowBox(gap=6)
        body.addWidget(self._choice)
        self.to_paper = button("", "text")
        desk.theme.mark(self.to_paper, "printer")
        self.job = PrintJob(self.words, self.to_paper, desk.show_message, self)
        self.to_paper.clicked.connect(lambda: self.job.press(self.make_paper))
        self.to_paper.hide()
        body.addWidget(self.to_paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._found: tuple[Difference, ...] = ()
        self._rows = column(gap=0)
        body.addLayout(self._rows)
        body.addStretch(1)

    def refresh(self) -> None:
        """Read the schools anew, and show them."""
        store = self.desk.workspace.store
        ids = [one.id for one in store.schools() if not one.own and not is_pack(one.id)]

        def read() -> dict[str, School]:
            return {one: store.snapshot(one) for one in ids}

        if takes_long(store.path) and ids:
            self.desk.long_work.begin(self.words("Reading the other schools"), lambda _: read(), self._show)
        else:
            self._show(read())

    def _show(self, others: Mapping[str, School]) -> None:
        own = self.desk.school
        known = set(self._schools)
        named = in_order([(self._called(one), one) for one in (own, *others.values())])
        self._schools = {one.id: one for _, one in named}
        shown = [one.id for _, one in named if one.id not in self._left_out]
        for one in shown[_MOST_AT_FIRST:]:
            if one not in known and one != own.id:
                self._left_out.add(one)
        self._lay_chips()
        self._lay_rows()

    def _called(self, school: School) -> str:
        return school_called(self.words, school, self.words("A school without a name"))

    def _lay_chips(self) -> None:
        for old in self.chips.values():
            old.hide()
            old.deleteLater()
        self.chips = {}
        for key, school in self._schools.items():
            chip = self.chips[key] = button(self._called(school), "chip")
            chip.setCheckable(True)
            chip.setChecked(key not in self._left_out)
            chip.clicked.connect(lambda _=False, one=key: self._turn(one))
            self._choice.add(chip)
        self._choice.setVisible(len(self._schools) > 1)

    def _turn(self, school: str) -> None:
        self._left_out ^= {school}
        self._lay_rows()

    def _lay_rows(self) -> None:
        clear(self._rows)
        chosen = self._chosen()
        self._was_wide = self._is_wide()
        found = differences(self.desk.framework, chosen) if len(chosen) > 1 else ()
        self.said.setText(self._why_empty(len(chosen)))
        self.said.setVisible(not found)
        self._found = tuple(found)
        self.to_paper.setVisible(bool(found))
        if found:
            names = [self._called(one) for one in chosen]
            self._rows.addWidget(ShowMoreList(found, lambda one: self._row(one, names), self.words, most=20))
        self.laid.emit()

    def _chosen(self) -> list[School]:
        return [one for key, one in self._schools.items() if key not in self._left_out]

    def make_paper(self, done: Callable[[bytes], None]) -> None:
        """Make the PDF of the differences that are shown, and hand over its bytes."""
        desk, words, names, found = self.desk, self.words, [self._called(one) for one in self._chosen()], self._found

        def act(pace: Pace) -> bytes:
            is_example = desk.school.id in offered_examples()
            return side_by_side(words, desk.framework, names, found, desk.today(), is_example=is_example, pace=pace)

        desk.long_work.begin(words("Preparing the print"), act, done)

    def _is_wide(self) -> bool:
        """Whether there is room for a column for each school; else they stand below each other."""
        return self.width() >= self.desk.theme.px(_COLUMN) * len(self._chosen())

    def _why_empty(self, chosen: int) -> str:
        if len(self._schools) < 2:
            return self.words("Read the file of another school first; then you see here where you chose differently.")
        if chosen < 2:
            return self.words("Choose at least two schools.")
        return self.words("Nothing differs in what these schools have shared of their choices.")

    def _row(self, one: Difference, names: list[str]) -> QWidget:
        holder = QWidget()
        body = column(holder, gap=6, margins=(0, 8, 0, 8))
        body.addWidget(FittedText(difference_words(self.words, self.desk.framework, one), "strong"))
        beside: QBoxLayout = row(gap=24) if self._is_wide() else column(gap=8)
        for name, said in zip(names, one.said, strict=True):
            beside.addLayout(self._column(name, said), 1)
        body.addLayout(beside)
        body.addWidget(line())
        return holder

    def _column(self, name: str, said: tuple[Said, ...]) -> QBoxLayout:
        inside = column(gap=2)
        inside.addWidget(FittedText(name, "quiet"))
        for one in said:
            inside.addWidget(FittedText(said_words(self.words, one)))
        inside.addStretch(1)
        return inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the schools beside or below each other, as the width allows."""
        super().resizeEvent(event)
        if self._schools and self._is_wide() != self._was_wide:
            self._was_wide = self._is_wide()
            in_next_turn(self, self._lay_rows)
