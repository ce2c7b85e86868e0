"""FormActs: what can be done with the one record that is open from a list, at the foot of its form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from fosdesk.ui.controls.plain_widgets import button
from fosdesk.ui.lists.list_acts import ListActs
from fosdesk.ui.lists.list_with_form import ListWithForm
from fosdesk.ui.lists.selection_bar import can_be_on_agenda


class FormActs:
    """Each act is one step of undo, and stores first what is typed in the form."""

    def __init__(self, shown: ListWithForm, acts: ListActs) -> None:
        self._shown, self._acts, self._desk = shown, acts, shown.desk
        self._away: QPushButton | None = None

    def buttons(self, record_id: str) -> Sequence[QPushButton]:
        """New buttons for the form of a record; none where nothing may be changed."""
        if self._desk.read_only:
            return ()
        self._away = button("", "text")
        self._away.clicked.connect(self._turn_away)
        self.follow(record_id)
        if not can_be_on_agenda(self._shown.noun):
            return (self._away,)
        agenda = button(self._desk.words("Put on the agenda"), "text")
        agenda.clicked.connect(self._put_on_agenda)
        return (agenda, self._away)

    def follow(self, record_id: str) -> None:
        """Say what the buttons do with the record as it is now."""
        record = self._desk.school.find(record_id)
        if self._away is not None and record is not None:
            self._away.setText(self._desk.words("Take out again" if record.put_away else "Put away"))

    def _put_on_agenda(self) -> None:
        if self._desk.release(self._shown):
            self._acts.put_on_agenda([self._shown.open_id])

    def _turn_away(self) -> None:
        """Put the open record away, which closes it, or take it out again."""
        shown, record_id = self._shown, self._shown.open_id
        if not self._desk.release(shown):
            return
        record = self._desk.school.find(record_id)
        if record is None:
            return
        if record.put_away:
            self._acts.take_out([record_id])
            shown.bring_up(record_id)
            shown.mark_open(record_id)
        elif shown.close_row():
            self._acts.put_away([record_id])
            shown.list_focus().setFocus(Qt.FocusReason.OtherFocusReason)
