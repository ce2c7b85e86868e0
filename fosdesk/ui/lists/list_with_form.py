"""ListWithForm: a list of a noun's records with the form of the open one beside it, or in its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import Noun, Record
from fosdesk.ui.controls.plain_widgets import row
from fosdesk.ui.controls.side_panel import SidePanel
from fosdesk.ui.forms.record_form import RecordForm
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.open_panel import OpenPanel, RecordPanel
from fosdesk.ui.lists.row_moves import RowMoves, is_ordered
from fosdesk.ui.style.steps import UNBOUND

_SIDE_BY_SIDE = 780  # px at 100 %; narrower than this, what is open takes the place of the list
_PANEL, _LOWEST = 380, 220


class ListWithForm(QWidget):
    """The form closes only once what is typed in it is stored, or when its record was deleted."""

    laid = Signal()  # widgets came or went, so that Tab must learn its way anew

    def __init__(self, desk: Desk, noun: Noun) -> None:
        super().__init__()
        self.desk, self.words, self.noun = desk, desk.words, noun
        self._opened = OpenPanel(desk.edits, self._fill_frame, self._empty_frame, desk.new_records.drop)
        self._frame: SidePanel | None = None
        self._outer = row(self, gap=20)
        self.side = QWidget()  # what the list stands in
        self._outer.addWidget(self.side, 1)
        self._moves = RowMoves(desk, self, self.current_id, self._in_order) if is_ordered(noun) else None

    def bring_up(self, record_id: str) -> None:
        """Make sure that a stored record is among what the list shows; implemented by the list."""
        raise NotImplementedError

    def mark_open(self, record_id: str) -> None:
        """Show which record is open or was just closed; implemented by the list."""
        raise NotImplementedError

    def fit_list(self, room: int) -> None:
        """The list is so many pixels wide now; implemented by the list."""
        raise NotImplementedError

    def current_id(self) -> str:
        """The id of the record that has the cursor; implemented by the list."""
        raise NotImplementedError

    def is_there(self, record_id: str) -> bool:
        """Whether there is a record that can be opened."""
        return self.desk.new_records.school.find(record_id) is not None

    def heading_of(self, record_id: str) -> str:
        """What stands above the form of a record."""
        return noun_one(self.words, self.noun)

    def acts_of_form(self, record_id: str) -> Sequence[QPushButton]:
        """Buttons of the list's own for the foot of a record's form."""
        return ()

    def list_focus(self) -> QWidget:
        """Where the cursor goes when the form closes; implemented by the list."""
        raise NotImplementedError

    @property
    def open_id(self) -> str:
        """The id of the open record; empty when none is."""
        return self._opened.record_id

    @property
    def panel(self) -> RecordPanel | None:
        """The form of the open record."""
        return self._opened.panel

    @property
    def frame(self) -> SidePanel:
        """What the form stands in; created when first needed."""
        if self._frame is None:
            self._frame = SidePanel("", self.words("Close"))
            self._frame.closed.connect(self.close_row)
            # It scrolls by itself: else the page would scroll around it, too.
            self._frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            self._frame.setMinimumHeight(self.desk.theme.px(_LOWEST))
            self._frame.hide()
            self._outer.addWidget(self._frame)
        return self._frame

    @property
    def is_open(self) -> bool:
        """Whether the form of a record is shown."""
        return self._frame is not None and not self._frame.isHidden()

    def begin(self, record: Record) -> None:
        """Open the form of a new record, which is stored with the first thing that is written in it."""
        if self._opened.close():
            self.open_row(self.desk.new_records.begin(record).id)

    def open_row(self, record_id: str, *, focus: bool = True) -> bool:
        """Open a record; False where text in the open one cannot be stored, so that that one stays."""
        records = self.desk.new_records
        if not self.is_there(record_id) or not self._opened.open(record_id):
            return False
        if not records.is_begun(record_id):
            self.bring_up(record_id)
        was_open = self.is_open
        self.frame.show()
        self._arrange()
        self.mark_open(record_id)
        if not was_open:
            self.laid.emit()
        if focus:
            self.enter_form()
        return True

    def follow(self) -> None:
        """Refresh the open form after a change; close it if its record was deleted."""
        self._opened.follow(is_there=self.is_there(self.open_id))
        if self._opened.panel is None:
            self.close_row()

    def close_row(self) -> bool:
        """Save and close the open record; False when something cannot be stored, so that it stays."""
        record_id, cursor = self.open_id, QApplication.focusWidget()
        had_cursor = cursor is not None and self._frame is not None and self._frame.isAncestorOf(cursor)
        if not self._opened.close():
            return False
        if self._frame is None or self._frame.isHidden():
            return True
        self._frame.hide()
        self._arrange()
        self.laid.emit()
        if record_id:
            self.mark_open(record_id)
        if had_cursor and self.isVisible():
            self.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def enter_form(self) -> None:
        """Set the focus to the first field."""
        first = next(iter(getattr(self._opened.panel, "editors", {}).values()), None)
        if first is not None:
            first.take_cursor()

    def _in_order(self) -> Sequence[Record]:
        return self.desk.school.of(self.noun.record)

    def make_form(self, record_id: str, acts: Sequence[QPushButton]) -> RecordPanel:
        """The form of a record, with its editors by the names of their fields, and buttons to put at its foot."""
        return RecordForm(self.desk, self.noun.record, record_id, acts=acts)

    def _fill_frame(self, record_id: str) -> RecordPanel:
        moves = self._moves.buttons(record_id) if self._moves is not None else ()
        acts = [*moves, *self.acts_of_form(record_id)]
        form, frame = self.make_form(record_id, acts), self.frame
        assert isinstance(form, QWidget)
        frame.heading.setText(self.heading_of(record_id))
        frame.body.addWidget(form)
        form.show()  # so that the cursor can be put into it at once
        frame.body.addStretch(1)
        frame.to_top()
        return form

    def _empty_frame(self, panel: RecordPanel) -> None:
        assert isinstance(panel, QWidget)
        body = self.frame.body
        body.removeWidget(panel)
        body.takeAt(body.count() - 1)  # the air below it
        panel.hide()
        panel.deleteLater()

    def _arrange(self) -> None:
        theme = self.desk.theme
        narrow = self.width() < theme.px(_SIDE_BY_SIDE)
        self.side.setHidden(narrow and self.is_open)
        if self._frame is not None and narrow:
            self._frame.setMinimumWidth(0)
            self._frame.setMaximumWidth(UNBOUND)
        elif self._frame is not None:
            self._frame.setFixedWidth(theme.px(_PANEL))
        beside = theme.px(_PANEL) + self._outer.spacing() if self.is_open and not narrow else 0
        self.fit_list(self.width() - beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place list and form beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the open record from the list too."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_row()
        else:
            super().keyPressEvent(event)
