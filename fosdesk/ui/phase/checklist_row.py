"""One checklist item as a row: status, text, responsible and due date; opens in place."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from fosdesk.display.noun_words import choice_of, options_words
from fosdesk.display.tool_words import item_line
from fosdesk.domain.fields import Scalar
from fosdesk.domain.records import ChecklistAnswer
from fosdesk.domain.rules.checklist import ChecklistLine, answering
from fosdesk.domain.values.semester import Semester
from fosdesk.ui.controls.line_button import LineButton
from fosdesk.ui.controls.plain_widgets import column, row, set_style_property
from fosdesk.ui.forms.editors import ChoiceEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.phase.checklist_details import ChecklistDetails
from fosdesk.words import Words

_NOTES_BELOW = 720  # narrower than this, responsible and due stand below the words
_STATUS_ABOVE = 380  # narrower than this, the status stands above the words


class StatusEditor(ChoiceEditor):
    """The five statuses; without an answer, not started."""

    def __init__(self, words: Words, record: type[ChecklistAnswer]) -> None:
        said = dict(options_words(words, choice_of(record, "status")))
        blank = said.pop("not_started")
        super().__init__(list(said.items()), blank)

    def show_value(self, value: Scalar) -> None:
        """Show a stored status."""
        super().show_value("" if value == "not_started" else value)


class ChecklistRow(QFrame):
    """Three widgets while closed, so that long checklists are fast."""

    toggle_requested = Signal(str)
    act_requested = Signal(str, str)  # the act, the record's id

    def __init__(self, desk: Desk, line: ChecklistLine) -> None:
        super().__init__()
        self.desk, self.line = desk, line
        self._tools_said = ""  # as it is shown
        self.details: ChecklistDetails | None = None
        self.setProperty("look", "item")
        self._body = column(self, gap=0)
        self._head = head = row(gap=8, margins=(0, 2, 0, 2))
        self.status = StatusEditor(desk.words, type(line.answer))
        self.status.setFixedWidth(desk.theme.px(174))
        self.status.committed.connect(self._status_chosen)
        if desk.read_only:
            self.status.set_read_only()
        beside = column(margins=(0, 4, 0, 0))  # level with the first line of the words
        beside.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(beside)
        self.heading = LineButton(desk.theme, ruled=False)
        self.heading.clicked.connect(lambda: self.toggle_requested.emit(self.line.record_id))
        head.addWidget(self.heading, 1)
        self._body.addLayout(head)
        self.show_line(line)

    @property
    def is_open(self) -> bool:
        """Whether the details are open."""
        return self.details is not None

    def show_line(self, line: ChecklistLine) -> None:
        """Show the stored item."""
        self.line = line
        self._tools_said = self._tools_line()
        words, answer = self.desk.words, line.answer
        self.status.show_value(answer.status)
        self.status.setAccessibleName(words("Status: {item}", item=line.text[:200]))
        below = "" if self.is_open else answer.reason or answer.how
        conflicts = self.desk.school.conflicts
        if conflicts and any(record == line.record_id for record, _ in conflicts):
            below = words("Two people have written here. Open it to choose.")
        # What is settled is quiet: its date has passed, and it need not be suggested any more.
        due = "" if line.settled else answer.due
        shown_due = words.short_date(due, with_year=due[:4] != self.desk.day()[:4]) if due else ""
        mark = words("suggested first") if line.key and not line.settled else ""
        self.heading.set_words(
            line.text or words("(no wording yet)"),
            below=below,
            notes=((mark, 112), (answer.responsible, 150), (shown_due, 84)),
            strong=not line.settled,
            muted=answer.put_away,
            leads_to="" if self.is_open else self._tools_said,
        )
        if self.details is not None:
            self.details.show_line(line)

    def says_other_tools(self) -> bool:
        """Whether the tools of the item hold something else than is shown."""
        return self._tools_line() != self._tools_said

    def _tools_line(self) -> str:
        item, desk = self.line.item, self.desk
        if item is None:
            return ""
        return item_line(desk.words, desk.school, item.id, item.phase, str(Semester.of_date(desk.day())))

    def fit(self, width: int) -> None:
        """Place responsible and due date below the text, and the text below the status, for a width in pixels."""
        px = self.desk.theme.px
        self.heading.stack(stacked=width < px(_NOTES_BELOW))
        narrow = width < px(_STATUS_ABOVE)
        turned = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if turned != self._head.direction():
            self._head.setDirection(turned)

    def open(self) -> ChecklistDetails:
        """Create and show the details."""
        if self.details is None:
            self.details = ChecklistDetails(self.desk, self.line, self._asked)
            self._body.addWidget(self.details)
            self.details.show()  # now, not when Qt comes round to it: the cursor may be wanted there
            self._dress("panel")
            self.show_line(self.line)
        return self.details

    def close_details(self) -> None:
        """Delete the details, which hold no unsaved text."""
        if self.details is not None:
            self.details.hide()
            self._body.removeWidget(self.details)
            self.details.deleteLater()
            self.details = None
            self._dress("item")
            self.show_line(self.line)

    def _dress(self, look: str) -> None:
        edge = 10 if look == "panel" else 0
        self._body.setContentsMargins(edge, edge // 2, edge, edge // 2)
        set_style_property(self, "look", look)

    def _asked(self, act: str) -> None:
        if act == "close":
            self.heading.setFocus()
            self.toggle_requested.emit(self.line.record_id)
        else:
            self.act_requested.emit(act, self.line.record_id)

    def _status_chosen(self) -> None:
        """Store what somebody chose; the cursor then waits where one tells about it, also when nothing changed."""
        before, desk = self.line.answer, self.desk
        status = str(self.status.value())
        if status != (before.status if before.status != "not_started" else ""):
            after = answering(msgspec.structs.replace(before, status=status or "not_started"), desk.framework.version)
            if not desk.attempt(lambda: desk.new_records.commit(before, after)):
                self.status.show_value(before.status)
                return
        if status:
            self.act_requested.emit("reason" if status == "not_applicable" else "how", self.line.record_id)
