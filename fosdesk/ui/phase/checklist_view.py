"""The checklist of a phase or of one of its tracks."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import noun_of
from fosdesk.domain.records import OwnItem
from fosdesk.domain.rules.checklist import ChecklistLine, lines_of, place_at_end, reordered
from fosdesk.domain.rules.review.role_duties import is_duty_of
from fosdesk.domain.values.text_folding import folded, words_in
from fosdesk.ui.controls.plain_widgets import button, column, row, text
from fosdesk.ui.focus.announcing import announce_place
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.phase.checklist_row import ChecklistRow


class Checklist(QWidget):
    """Rows are created once; a change updates only the rows concerned."""

    toggle_requested = Signal(str)
    laid = Signal()  # rows stand in another order, or are others

    def __init__(self, desk: Desk, phase_id: str, track: str, name: str, *, takes_rest: bool) -> None:
        """`takes_rest` makes this the list of the items without a track; without a `name` it is the only one."""
        super().__init__()
        self.desk, self._phase_id, self._track, self._takes_rest = desk, phase_id, track, takes_rest
        self.rows: dict[str, ChecklistRow] = {}
        self._order: tuple[str, ...] = ()
        self._open_first = False
        self._shows_hidden = False
        self._wanted: tuple[str, ...] = ()
        self._role: tuple[str, ...] = ()  # the names of a role; only what lies on it is shown
        words = desk.words
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        body = column(self, gap=0)
        self.title = text(f"{track}  {name}", "heading")
        if not name:
            self.title.hide()
        self.title.setContentsMargins(0, 0, 0, 6)
        body.addWidget(self.title)
        self._inside = QWidget()
        self._place = column(self._inside, gap=0)
        body.addWidget(self._inside)
        self._nothing = text("", "quiet")
        self._nothing.hide()
        body.addWidget(self._nothing)
        foot = row(gap=8, margins=(0, 8, 0, 0))
        act = words("+ Add an item of our own to “{track}”", track=name) if name else words("+ Add an item of our own")
        self.add = button(act, "text")
        self.add.clicked.connect(self._add)
        if desk.read_only:
            self.add.hide()  # but never show a widget that has no place yet: it would be a window
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.hidden = button("", "text")
        self.hidden.setCheckable(True)
        self.hidden.clicked.connect(self.show_hidden)
        self.hidden.hide()
        foot.addWidget(self.hidden)
        body.addLayout(foot)

    # -- showing

    def lines(self) -> tuple[ChecklistLine, ...]:
        """The items of this list in the team's order, hidden ones included."""
        found = lines_of(self.desk.framework, self.desk.new_records.school, self._phase_id)
        return tuple(one for one in found if one.track == self._track or (self._takes_rest and not one.track))

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Update the rows of changed items."""
        lines = self.lines()
        by_id = {line.record_id: line for line in lines}
        may_be_tools = changed is not None and any(not one.startswith("answer:") for one in changed)
        if not self.rows:
            self._inside.hide()  # so that the rows are laid out once, not each time that one is added
        for record_id in [known for known in self.rows if known not in by_id]:
            gone = self.rows.pop(record_id)
            gone.hide()
            self._place.removeWidget(gone)
            gone.deleteLater()
        for line in lines:
            known = self.rows.get(line.record_id)
            if known is None:
                self._make_row(line)
            elif changed is None or line.record_id in changed or (may_be_tools and known.says_other_tools()):
                known.show_line(line)
        order = tuple(line.record_id for line in lines)
        if changed is None or order != self._order:
            self._lay(lines)
        self._show_which(lines)
        self._inside.show()

    def order_by(self, *, open_first: bool) -> None:
        """Sort open items first, or by the team's order; ticking an item never moves its row."""
        self._open_first = open_first
        self._lay(self.lines())

    def look_for(self, typed: str) -> int:
        """Show only the items that contain the words; returns how many."""
        self._wanted = words_in(typed)
        self._show_which(self.lines())
        return sum(not one.isHidden() for one in self.rows.values())

    def show_role(self, names: tuple[str, ...]) -> None:
        """Show only the items that lie on the role with these names; without any, all."""
        self._role = names
        self._show_which(self.lines())

    def show_hidden(self, wanted: bool) -> None:
        """Show the hidden items, or not."""
        self._shows_hidden = wanted
        self._show_which(self.lines())

    def row_of(self, record_id: str) -> ChecklistRow | None:
        """The row of an item, made visible if hidden; None when it is in another list."""
        found = self.rows.get(record_id)
        if found is not None and found.line.put_away and not self._shows_hidden:
            self.show_hidden(True)
        return found

    def _make_row(self, line: ChecklistLine) -> None:
        made = ChecklistRow(self.desk, line)
        made.fit(self.width())
        made.toggle_requested.connect(self.toggle_requested)
        made.act_requested.connect(self.act)
        self.rows[line.record_id] = made

    def _lay(self, lines: Sequence[ChecklistLine]) -> None:
        self._order = tuple(line.record_id for line in lines)
        shown = list(lines)
        if self._open_first:
            shown.sort(key=lambda line: line.settled)
        for place, line in enumerate(shown):
            if self._place.indexOf(self.rows[line.record_id]) != place:
                self._place.insertWidget(place, self.rows[line.record_id])
        self.laid.emit()

    def _show_which(self, lines: Sequence[ChecklistLine]) -> None:
        hidden = sum(line.put_away for line in lines)
        for line in lines:
            seen = (self._shows_hidden or not line.put_away) and self._fits(line)
            here = self.rows[line.record_id]
            wanted = seen or here.is_open
            if wanted == here.isHidden():
                here.setVisible(wanted)
        words = self.desk.words
        said = (
            words("Leave out the hidden ones")
            if self._shows_hidden
            else words.plural("Show {n} hidden item", "Show {n} hidden items", hidden)
        )
        self.hidden.setText(said)
        self.hidden.setChecked(self._shows_hidden)
        self.hidden.setVisible(bool(hidden))

    def _fits(self, line: ChecklistLine) -> bool:
        if self._role and not is_duty_of(self._role, line):
            return False
        if not self._wanted:
            return True
        answer = line.answer
        heap = folded("\n".join((line.text, line.why, answer.how, answer.reason, answer.responsible, line.record_id)))
        return all(word in heap for word in self._wanted)

    # -- acts

    def act(self, act: str, record_id: str) -> None:
        """Run a row's act: up, down, hide, show, history or delete; or how or reason, to write there."""
        found = self.rows.get(record_id)
        if found is None:
            return
        if act == "history":
            from fosdesk.ui.forms.history_dialog import HistoryDialog

            HistoryDialog(self.desk, record_id, self.window()).open()
        elif act in ("how", "reason"):
            if not found.is_open:
                self.toggle_requested.emit(record_id)
            if found.details is not None:
                found.details.write_in(act)
        elif not self.desk.read_only:
            self._change(act, found)

    def _change(self, act: str, found: ChecklistRow) -> None:
        words, workspace = self.desk.words, self.desk.workspace
        if found.details is not None and not self.desk.release(found.details):
            return
        if self.desk.new_records.is_begun(found.line.record_id):
            return
        line = next(one for one in self.lines() if one.record_id == found.line.record_id)
        if act in ("up", "down"):
            self._move(line, -1 if act == "up" else 1)
        elif act in ("hide", "show"):
            put_away = act == "hide"
            if put_away and found.is_open:
                self.toggle_requested.emit(line.record_id)
            after = msgspec.structs.replace(line.answer, put_away=put_away)
            name = "an item was hidden" if put_away else "an item was shown again"
            if self.desk.attempt(lambda: workspace.commit(line.answer, after, name)) and put_away:
                self.desk.show_message(words("Hidden. It can be shown again at the foot of the list."))
        elif act == "delete" and isinstance(line.answer, OwnItem):
            thing = noun_one(words, noun_of(line.answer)).lower()
            if self.desk.attempt(lambda: workspace.delete([line.answer])):
                self.desk.show_message(words("Deleted: {thing}. Ctrl+Z brings it back.", thing=thing))

    def _move(self, line: ChecklistLine, step: int) -> None:
        begun = self.desk.new_records
        shown = [i for i in self._shown_order() if not self.rows[i].isHidden() and not begun.is_begun(i)]
        place = shown.index(line.record_id) + step
        if not 0 <= place < len(shown):
            return
        lines = tuple(one for one in self.lines() if not begun.is_begun(one.record_id))
        order = [one.record_id for one in lines]
        before = shown[place]
        if step > 0:
            # Down: ahead of whatever follows the one that it passes.
            after = order[order.index(before) + 1 :]
            before = next((i for i in after if i != line.record_id), "")
        pairs = reordered(lines, line.record_id, before or None)
        if pairs and self.desk.attempt(lambda: self.desk.workspace.commit_all(pairs, "an item was moved")):
            self.rows[line.record_id].heading.setFocus()
            now = [one.answer for one in self.lines() if one.record_id in shown]
            announce_place(self, self.desk.words, line.record_id, now)

    def _shown_order(self) -> list[str]:
        places = {record: self._place.indexOf(one) for record, one in self.rows.items()}
        return sorted((record for record in places if places[record] >= 0), key=places.__getitem__)

    def _add(self) -> None:
        if not self.desk.release():  # the item that is open may stand in another list
            return
        made = self.desk.new_records.begin(
            OwnItem(phase=self._phase_id, track=self._track, pos=place_at_end(self.lines()))
        )
        self.refresh(frozenset())
        self.toggle_requested.emit(made.id)
        found = self.rows.get(made.id)
        if found is not None and found.details is not None:
            found.details.editors["own_text"].take_cursor()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the width."""
        super().resizeEvent(event)
        for one in self.rows.values():
            one.fit(self.width())
