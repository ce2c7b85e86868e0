"""The details of a checklist item: why it matters, suggestions, and the school's own texts."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.fields import Record
from fosdesk.domain.framework import ChecklistItem
from fosdesk.domain.records import Answer, OwnItem
from fosdesk.domain.rules.advice import standing_warning
from fosdesk.domain.rules.checklist import ChecklistLine, answering
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, column, framed, text
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.used_in import UsedIn
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.phase.item_change import ItemChange
from fosdesk.ui.phase.item_tools_view import ItemTools

_NEEDS_REASON = ("other_way", "not_applicable")
_ANSWERS = ("how", "reason")  # what answers the words of an item; who and when do not


class ChecklistDetails(QWidget):
    """Created when an item is opened; everything saves by itself."""

    def __init__(self, desk: Desk, line: ChecklistLine, act: Callable[[str], None]) -> None:
        """`act` is called with up, down, hide, show, history or delete."""
        super().__init__()
        self.desk, self.line, self._act = desk, line, act
        self.editors: dict[str, FieldEditor] = {}
        self.take: QPushButton | None = None
        words = desk.words
        body = column(self, gap=12, margins=(8, 2, 8, 4))
        if line.item is not None:
            body.addWidget(self._suggestions(line.item))
        else:
            body.addWidget(self._editor("own_text", label=words("What the item says")))
            if line.is_own:  # else it answers an item of a newer framework, whose words are not here
                body.addWidget(self._editor("why", lines=1))
        standing = standing_warning("answer", "how", line.item.id) if line.item is not None else ""
        said = desk.framework.warning(standing).says() if standing else ""
        if standing and standing != "W12":
            notice = framed("notice")
            column(notice, margins=(14, 8, 14, 8)).addWidget(text(said))
            body.addWidget(notice)
        if (line.record_id, "status") in desk.school.conflicts:
            body.addWidget(self._editor("status"))
        writing = SideBySide(desk.theme.px(620))
        writing.add(self._editor("how", lines=2, hint=said if standing == "W12" else None))
        self._reason = self._editor("reason")
        writing.add(self._reason)
        body.addWidget(writing)
        self.tools = ItemTools(desk, line.item) if line.item is not None else None
        if self.tools is not None:
            body.addWidget(self.tools)
        facts = SideBySide(desk.theme.px(620))
        facts.add(self._editor("responsible"), 3)
        facts.add(self._editor("due"), 2)
        if line.item is not None:
            facts.add(self._editor("own_text"), 4)
        body.addWidget(facts)
        self.change: Disclosure | None = None
        if not desk.new_records.is_begun(line.record_id):
            self.change = Disclosure(desk.theme, words("Move it or say why it was changed"), self._change, desk.release)
            body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
            body.addLayout(self.change.place)
        self.used_in = UsedIn(desk)
        body.addWidget(self.used_in)
        self._acts_line = self._acts()
        body.addWidget(self._acts_line)
        self.show_line(line)

    def _editor(self, name: str, *, lines: int = 3, hint: str | None = None, label: str | None = None) -> FieldEditor:
        record = type(self.line.answer)
        made = FieldEditor(
            self.desk,
            record,
            self.line.record_id,
            name,
            lines=lines,
            hint=hint,
            label=label,
            also=self._answering if name in _ANSWERS else None,
        )
        self.editors[name] = made
        return made

    def _answering(self, after: Record) -> Record:
        return answering(after, self.desk.framework.version)

    def _change(self) -> ItemChange:
        return ItemChange(self.desk, type(self.line.answer), self.line.record_id)

    def _suggestions(self, item: ChecklistItem) -> QWidget:
        words = self.desk.words
        holder = QWidget()
        body = column(holder, gap=4)
        body.addWidget(text(item.why))
        if self.line.answer.own_text:
            body.addWidget(text(words("Suggested wording: {text}", text=item.text), "quiet"))
        if item.evidence:
            body.addWidget(text(words("Suggested documentation: {what}", what=item.evidence), "quiet"))
        origin = {
            "A": words("Suggested by those who made this program"),
            "L": words("Follows from law or agreement"),
            "S/L": words("From the framework; also follows from law or agreement"),
        }.get(item.kind, words("From the framework"))
        who = words("Suggested responsible: {who}", who=item.responsible) if item.responsible else ""
        body.addWidget(text(" · ".join(part for part in (who, origin) if part), "quiet"))
        if item.responsible:
            self.take = button(words("Use the suggested responsible"), "text")
            self.take.clicked.connect(self._take_suggested)
            body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _acts(self) -> QWidget:
        words = self.desk.words
        acts = FlowBox(gap=2)
        wanted: list[tuple[str, str, str]] = [("history", words("History"), "")]
        if not self.desk.read_only:
            put_back = self.line.answer.put_away
            wanted = [
                ("up", words("Move up"), "Alt+↑"),
                ("down", words("Move down"), "Alt+↓"),
                ("show", words("Show again"), "") if put_back else ("hide", words("Hide"), ""),
                *wanted,
            ]
            if isinstance(self.line.answer, OwnItem):
                wanted.append(("delete", words("Delete"), ""))
        for key, said, tip in wanted:
            made = button(said, "text", tip=tip)
            made.clicked.connect(lambda _=False, k=key: self._act(k))
            acts.add(made)
        return acts

    def show_line(self, line: ChecklistLine) -> None:
        """Show the stored item; unsaved text is left alone."""
        self.line = line
        self.reload()

    def reload(self) -> None:
        """Show the stored texts."""
        line = self.line
        for editor in self.editors.values():
            editor.reload()
        if self.tools is not None:
            self.tools.reload()
        if self.change is not None:
            if not self.change.is_open and self._is_changed():
                self.change.unfold()
            if isinstance(self.change.inside, ItemChange):
                self.change.inside.reload()
            self.change.setVisible(self.change.is_open or not self.desk.read_only)
        self.used_in.show_record(line.record_id)
        self._acts_line.setVisible(not self.desk.new_records.is_begun(line.record_id))
        self._reason.setVisible(line.answer.status in _NEEDS_REASON or bool(line.answer.reason))
        if self.take is not None:
            self.take.setVisible(not line.answer.responsible and not self.desk.read_only)

    def _is_changed(self) -> bool:
        """Whether a reason stands there, a place in another phase, or two texts to choose between."""
        answer, conflicts = self.line.answer, self.desk.school.conflicts
        moved = isinstance(answer, Answer) and bool(answer.moved_to)
        names = ("moved_to", "adapted_why", "phase")
        return moved or bool(answer.adapted_why) or any((answer.id, name) in conflicts for name in names)

    def write_in(self, name: str) -> None:
        """Set the focus to a field, which may stay empty: how, or reason."""
        editor = self.editors[name]
        editor.show()
        editor.write_on()
        scroll_into_view(editor)

    def _take_suggested(self) -> None:
        assert self.line.item is not None
        before = self.line.answer
        after = msgspec.structs.replace(before, responsible=self.line.item.responsible)
        self.desk.attempt(lambda: self.desk.workspace.commit(before, after))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the item."""
        if event.key() == Qt.Key.Key_Escape:
            self._act("close")
        else:
            super().keyPressEvent(event)
