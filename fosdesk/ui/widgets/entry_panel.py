"""One gatekeeping entry, open for writing: decision, reasons, when to look again, reply and translation."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from fosdesk.domain.fields import Choice, fields_of
from fosdesk.domain.gate import decide
from fosdesk.domain.records import GateEntry, GateReason, TranslationNote
from fosdesk.ui.desk import Desk
from fosdesk.ui.dialogs.history import HistoryDialog
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.labels import role_words
from fosdesk.ui.widgets.chips import ChipChoice
from fosdesk.ui.widgets.reason_chips import ReasonChips
from fosdesk.ui.widgets.texts import button, column, framed, line, row, text

_TRANSLATED = ("admitted", "adapted")


class EntryPanel(QFrame):
    """Stays open while one goes from entry to entry; Escape closes it."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.entry_id = ""
        self.setProperty("look", "side")
        words = desk.words
        outer = column(self, gap=0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        scroll.setWidget(sheet)
        outer.addWidget(scroll)
        self._scroll = scroll
        body = column(sheet, gap=12, margins=(20, 16, 20, 20))
        head = row(gap=8)
        head.addWidget(text(words("Entry"), "heading"), 1)
        self.close_button = button(words("Close"), "text")
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        body.addLayout(head)
        self._editors: list[FieldEditor] = []
        self.what = self._editor("what")
        body.addWidget(self.what)
        body.addLayout(self._pair("kind", "came"))
        body.addLayout(self._pair("brought_by", "source"))
        body.addWidget(line())

        decision = fields_of(GateEntry)["decision"]
        assert isinstance(decision, Choice)
        body.addWidget(text(words(decision.label), "label"))
        options = [(o.key, words(o.label)) for o in decision.options]
        self.decision = ChipChoice(options, name=words(decision.label))
        self.decision.chosen.connect(self._decide)
        self.decision.setEnabled(not desk.read_only)
        body.addWidget(self.decision)
        self._signature = text("", "quiet")
        body.addWidget(self._signature)
        body.addWidget(text(words("Why"), "label"))
        self.reasons = ReasonChips(desk)
        body.addWidget(self.reasons)
        body.addWidget(self._editor("reason", label=""))
        body.addLayout(self._pair("revisit", "points_to"))
        self.component = self._editor("component")
        body.addWidget(self.component)

        self._translation = framed("notice")
        self._translation_body = column(self._translation, gap=10, margins=(14, 12, 14, 12))
        self._translation_body.addWidget(text(words("Translation note"), "strong"))
        about = words("What do you keep as it is, and what do you change so that it makes sense here?")
        self._translation_body.addWidget(text(about, "quiet"))
        self._notes = [
            FieldEditor(desk, TranslationNote, "translation:", name, lines=2)
            for name in ("kept", "added", "left_out", "reshaped", "challenges", "encourages")
        ]
        for note in self._notes:
            self._translation_body.addWidget(note)
        body.addWidget(self._translation)

        body.addWidget(line())
        self.reply = self._editor("reply", lines=4)
        body.addWidget(self.reply)
        reply_acts = row(gap=6)
        self.propose = button(words("Suggest a reply"), "text")
        self.propose.clicked.connect(self._propose)
        self.propose.setVisible(not desk.read_only)
        self.copy = button(words("Copy the reply"), "text")
        self.copy.clicked.connect(self._copy)
        reply_acts.addWidget(self.propose)
        reply_acts.addWidget(self.copy)
        reply_acts.addStretch(1)
        body.addLayout(reply_acts)
        body.addLayout(self._pair("replied"))
        body.addWidget(line())
        foot = row(gap=6)
        history = button(words("History"), "text")
        history.clicked.connect(lambda: HistoryDialog(desk, self.entry_id, self.window()).open())
        foot.addWidget(history)
        self.delete = button(words("Delete"), "text")
        self.delete.clicked.connect(self._delete)
        self.delete.setVisible(not desk.read_only)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        body.addLayout(foot)
        body.addStretch(1)

    def _editor(self, name: str, *, label: str | None = None, lines: int = 3) -> FieldEditor:
        editor = FieldEditor(self.desk, GateEntry, "", name, label=label, lines=lines)
        self._editors.append(editor)
        return editor

    def _pair(self, *names: str) -> QHBoxLayout:
        pair = row(gap=12)
        for name in names:
            pair.addWidget(self._editor(name), 1, Qt.AlignmentFlag.AlignTop)
        if len(names) == 1:
            pair.addStretch(1)
        return pair

    def show_entry(self, entry_id: str) -> None:
        """Save what was typed, and show another entry."""
        other = entry_id != self.entry_id
        self.entry_id = entry_id
        for editor in self._editors:
            editor.aim_at(entry_id)
        for note in self._notes:
            note.aim_at(f"translation:{entry_id}")
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        self.reload()

    def commit(self) -> None:
        """Save what is typed."""
        for editor in (*self._editors, *self._notes):
            if editor.editor.dirty:
                editor.commit()

    def reload(self) -> None:
        """Show the entry as it stands."""
        entry = self.desk.school.get(GateEntry, self.entry_id)
        words = self.desk.words
        for editor in (*self._editors, *self._notes):
            editor.reload()
        self.decision.set_value(entry.decision)
        self.reasons.show_entry(self.entry_id)
        decided = entry.decision not in ("", "undecided")
        if decided and (entry.signed_by or entry.signed):
            signed = words("{role}, {day}", role=role_words(words, entry.signed_by), day=words.date(entry.signed))
            self._signature.setText(signed)
        else:
            self._signature.setText(words("Signed with your role and today's date when you decide."))
        written = self.desk.school.find(f"translation:{self.entry_id}") is not None
        self._translation.setVisible(entry.decision in _TRANSLATED or written)
        self.component.setVisible(entry.points_to == "component" or bool(entry.component))
        self.copy.setVisible(bool(entry.reply))
        self.propose.setVisible(not self.desk.read_only and decided and not entry.reply)

    def _decide(self, decision: str) -> None:
        self.commit()
        entry = self.desk.school.get(GateEntry, self.entry_id)
        after = decide(entry, decision, self.desk.workspace.role, self.desk.day())
        self.desk.workspace.commit(entry, after)

    def _propose(self) -> None:
        self.commit()
        words = self.desk.words
        entry = self.desk.school.get(GateEntry, self.entry_id)
        what = words.quoted(entry.what)
        said = {
            "admitted": words("Thank you for {what}. We take it in and build it into our work.", what=what),
            "adapted": words("Thank you for {what}. We take it in, and adapt it to the way we work here.", what=what),
            "parked": words(
                "Thank you for {what}. We have chosen to wait, so that we can finish what we have begun. "
                "We will look at it again.",
                what=what,
            ),
            "kept_out": words(
                "Thank you for {what}. We have looked at it and chosen not to take it in now, "
                "because we keep to the direction we have set.",
                what=what,
            ),
        }.get(entry.decision, "")
        if said:
            self.desk.workspace.commit(entry, msgspec.structs.replace(entry, reply=said))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.desk.school.get(GateEntry, self.entry_id).reply)
        self.desk.say(self.desk.words("The reply is copied. Paste it where you want to send it."))

    def _delete(self) -> None:
        entry = self.desk.school.find(self.entry_id)
        if entry is None:
            return
        reasons = [r for r in self.desk.school.of(GateReason) if r.parent == self.entry_id]
        note = self.desk.school.find(f"translation:{self.entry_id}")
        self.desk.workspace.delete([entry, *reasons, *([note] if note else [])])
        self.desk.say(self.desk.words("Deleted. Ctrl+Z brings it back."))
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
