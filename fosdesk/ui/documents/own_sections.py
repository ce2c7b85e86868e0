"""OwnSections: the sections that a school adds to its description, each under a heading of its own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fosdesk.domain.records import DescriptionSection
from fosdesk.domain.rules.children import moved_one_step
from fosdesk.domain.values.fractional_index import between
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.focus.announcing import announce_place
from fosdesk.ui.forms.move_buttons import move_buttons
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk

_AS_WIDE_AS_THE_OTHERS = 16_777_215  # px; Qt's own «no limit»: the four texts above have none either


class OwnSections(QWidget):
    """A form for each section, in the order that the school gives them; a new one comes last."""

    laid = Signal()  # forms came, moved or went

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.forms: dict[str, RecordForm] = {}
        self._order: list[str] = []
        whole = column(self, gap=10, margins=(0, 12, 0, 0))
        whole.addWidget(text(desk.words("Sections of one's own"), "strong"))
        lead = desk.words("Other choices that you want to tell of, each under a heading of its own.")
        whole.addWidget(text(lead, "quiet"))
        self._body = column(gap=20)
        whole.addLayout(self._body)
        self.add = button(desk.words("New section"))
        desk.theme.mark(self.add, "plus")
        self.add.clicked.connect(self.begin)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.reload()

    def begin(self) -> None:
        """Begin a section, which is stored with its first text; an empty one that was begun before is used."""
        if not self._desk.release(self):
            return
        begun = self._desk.new_records
        waiting = next(iter(begun.of(DescriptionSection)), None)
        if waiting is None:
            last = max((one.pos for one in self._desk.school.of(DescriptionSection)), default="")
            waiting = begun.begin(DescriptionSection(pos=between(last, "")))
        self.reload()
        self.open_section(waiting.id)

    def open_section(self, record_id: str) -> bool:
        """Set the cursor to the heading of a section; False where it is not there."""
        form = self.forms.get(record_id)
        if form is not None:
            form.editors["heading"].take_cursor()
        return form is not None

    def reload(self) -> None:
        """Show the sections that are stored or begun; the forms of those that stay are kept."""
        order = [one.id for one in self._desk.new_records.school.of(DescriptionSection)]
        for gone in [one for one in self.forms if one not in order]:
            form = self.forms.pop(gone)
            form.hide()
            form.deleteLater()
        for one in order:
            if one not in self.forms:
                acts = move_buttons(self._desk.words, partial(self._move, one))
                form = self.forms[one] = RecordForm(self._desk, DescriptionSection, one, acts=acts)
                form.setMaximumWidth(_AS_WIDE_AS_THE_OTHERS)
        if order != self._order:
            for place, one in enumerate(order):
                self._body.insertWidget(place, self.forms[one])
            self._order = order
            self.laid.emit()
        for form in self.forms.values():
            form.reload()

    def _move(self, moving: str, step: int) -> None:
        """Move a section one place up (-1) or down (1), as one undo step."""
        if not self._desk.release(self):
            return
        sections = self._desk.school.of(DescriptionSection)
        pairs = moved_one_step(sections, moving, step)
        if pairs and self._desk.attempt(lambda: self._desk.workspace.commit_all(pairs)):
            announce_place(self, self._desk.words, moving, self._desk.school.of(DescriptionSection))
