"""FigureWithForm: a drawing of records in place of a list, with the form of whatever is chosen on it beside it."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Noun, Record, noun_of
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import RecordPanel
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.lists.list_with_form import ListWithForm
from fosdesk.ui.plan.figure_scroller import FigureScroller, Placed

P = TypeVar("P", bound=Placed)


class FigureWithForm(ListWithForm, Generic[P]):
    """What opens on a page of its own is gone to; the rest opens beside the drawing."""

    beside: ClassVar[tuple[type[Record], ...]] = ()  # what opens beside it

    def __init__(self, desk: Desk, noun: Noun, view: FigureScroller[P]) -> None:
        """`noun` is the one that is begun beside the drawing."""
        super().__init__(desk, noun)
        self.items: tuple[P, ...] = ()
        self.scroller = view
        view.picked.connect(lambda number: self.open_item(self.items[number].record))
        view.nudged.connect(self.nudge)
        column(self.side, gap=0).addWidget(view)

    def refresh(self) -> None:
        """Show the current school."""
        raise NotImplementedError

    def nudge(self, number: int, step: int) -> None:
        """Move an item a step forth or back."""
        raise NotImplementedError

    def told(self, item: P) -> str:
        """What is said of an item that was moved: its title, and where it stands now."""
        raise NotImplementedError

    def open_item(self, record_id: str) -> None:
        """Open a record: beside the drawing, or on its page."""
        record = self.desk.school.find(record_id)
        if isinstance(record, self.beside):
            self.noun = noun_of(record)
            self.open_row(record_id)
        else:
            go_to_record(self.desk, record_id)

    def begin_new(self, record: Record) -> None:
        """Begin a record beside the drawing, unless unsaved text stays elsewhere."""
        if self.desk.release(self):
            self.noun = noun_of(record)
            self.begin(record)

    def store(self, before: Record, after: Record) -> None:
        """Store what was moved as one step, and say where it stands now."""
        if before == after or not self.desk.release(self):
            return
        if self.desk.attempt(lambda: self.desk.workspace.commit(before, after)):
            self.refresh()
            moved = next((one for one in self.items if one.record == after.id), None)
            if moved is not None:
                self.scroller.show_current(self.items.index(moved))
                self.desk.show_message(f"{self.told(moved)}. {self.words('Ctrl+Z takes it back.')}")

    # -- as a list with a form

    def bring_up(self, record_id: str) -> None:
        """Give it the cursor."""
        self.mark_open(record_id)

    def mark_open(self, record_id: str) -> None:
        """Show which record is open."""
        self.scroller.show_current(next((n for n, one in enumerate(self.items) if one.record == record_id), -1))

    def fit_list(self, room: int) -> None:
        """The drawing lays itself."""

    def current_id(self) -> str:
        """The record that has the cursor."""
        number = self.scroller.current
        return self.items[number].record if 0 <= number < len(self.items) else ""

    def list_focus(self) -> QWidget:
        """The drawing."""
        return self.scroller

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> RecordPanel:
        """The standard form of a record."""
        record = self.desk.new_records.school.find(record_id)
        kind = type(record) if record is not None else self.noun.record
        return RecordForm(self.desk, kind, record_id, acts=acts)
