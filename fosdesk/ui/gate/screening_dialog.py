"""ScreeningDialog: entry after entry, decided with the keyboard alone."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from fosdesk.display.gatekeeping.apa_reference import apa_reference, is_reference, plain
from fosdesk.display.gatekeeping.gate_story import story_lines
from fosdesk.display.gatekeeping.same_work import same_work_words
from fosdesk.display.noun_words import choice_of, label_words, option_words, options_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import GateEntry, GateReason
from fosdesk.domain.records.gate_entries import LOOKS
from fosdesk.domain.rules.gate_rules import DECIDED, UNDECIDED, decide, decision_of, next_reason, reasons_by_entry
from fosdesk.domain.rules.gatekeeping.duplicates import duplicate_of
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.plain_widgets import button, column, line, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.focus.announcing import LiveLabel
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.forms.parsing import clean
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.gate.reason_chips import offered_reasons
from fosdesk.workspace import StepsSince

_SIZE = 980, 680  # px at 100 %
_REASON_KEYS = "QWERTYU"  # the row above the decisions' fingers; a reason each
_LONGEST = 1_500  # letters of an abstract that are shown
_NO, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_LOOK, _DATE = 128, 132  # px at 100 %: the widths of a quick look, and of a day with its calendar


class ScreeningDialog(QDialog):
    """Each decision, reason and tick is stored at once, and is a step of undo of its own."""

    def __init__(self, desk: Desk, ids: Sequence[str], parent: QWidget) -> None:
        """`ids` are the entries to look at, in their order; those that are deleted meanwhile are passed by."""
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._desk, self._ids, self._place = desk, list(ids), 0
        self._own_steps = StepsSince(desk.workspace)
        words, theme = desk.words, desk.theme
        self.setWindowTitle(words("Go through what has come in"))
        fit_to_window(self, parent, theme.px(_SIZE[0]), theme.px(_SIZE[1]))
        body = column(self, gap=10, margins=(28, 20, 28, 16))
        head = row(gap=16)
        self.told = LiveLabel("", "quiet")
        head.addWidget(self.told, 1)
        self.which = text("", "quiet", wrap=False)
        head.addWidget(self.which)
        body.addLayout(head)
        self._lay_entry(body)
        body.addWidget(line())
        self._lay_decision(body)
        self._lay_fields(body)
        self._lay_foot(body)
        self._acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_Right, _NO): lambda: self.go(1),
            (Qt.Key.Key_PageDown, _NO): lambda: self.go(1),
            (Qt.Key.Key_Return, _NO): lambda: self.go(1),
            (Qt.Key.Key_Enter, _NO): lambda: self.go(1),
            (Qt.Key.Key_Left, _NO): lambda: self.go(-1),
            (Qt.Key.Key_PageUp, _NO): lambda: self.go(-1),
            (Qt.Key.Key_F, _NO): self.turn_focus,
            (Qt.Key.Key_N, _NO): self.typed.setFocus,
            (Qt.Key.Key_L, _NO): self.looks[0].take_cursor,
            (Qt.Key.Key_D, _NO): self.revisit.take_cursor,
            (Qt.Key.Key_Z, _CONTROL): lambda: self._step(redo=False),
            (Qt.Key.Key_Y, _CONTROL): lambda: self._step(redo=True),
        }
        desk.workspace.changed.connect(self._follow)
        self._show()
        self.ground.setFocus()

    def _lay_entry(self, body: QVBoxLayout) -> None:
        words = self._desk.words
        self.ground = SheetArea()  # what has the cursor while nothing is typed; the arrows up and down scroll it
        self.ground.setAccessibleName(words("The entry"))
        self.ground.installEventFilter(self)
        inside = column(lay_sheet(self.ground), gap=8, margins=(8, 6, 8, 6))
        self.title = text("", "heading")
        self.facts = text("", "quiet")
        self.reference = text("")
        self.abstract = text("")
        self.notes = text("", "note")
        for one in (self.title, self.facts, self.reference, self.abstract, self.notes):
            inside.addWidget(one)
        inside.addStretch(1)
        body.addWidget(self.ground, 1)

    def _lay_decision(self, body: QVBoxLayout) -> None:
        words, field = self._desk.words, choice_of(GateEntry, "decision")
        chips = FlowBox(gap=8)
        self.decisions: dict[str, QPushButton] = {}
        for place, (key, said) in enumerate((k, s) for k, s in options_words(words, field) if k in DECIDED):
            made = button(f"{place + 1}  {said}", "chip", name=words("{what}, key {key}", what=said, key=place + 1))
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _=False, one=key: self.decide(one))
            self.decisions[key] = made
            chips.add(made)
        self.focus = button(f"F  {label_words(words, fields_of(GateEntry)['outside_focus'])}", "chip")
        self.focus.setCheckable(True)
        self.focus.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.focus.clicked.connect(lambda: self.turn_focus())
        chips.add(self.focus)
        body.addWidget(chips)
        self.reasons = FlowBox(gap=6)
        body.addWidget(self.reasons)
        self._offered: list[str] = []
        self.typed = LineEdit()
        self.typed.setPlaceholderText(words("N: another reason, then Enter"))
        self.typed.setAccessibleName(words("Another reason, then Enter"))
        self.typed.setMaxLength(80)

    def _lay_fields(self, body: QVBoxLayout) -> None:
        desk, theme = self._desk, self._desk.theme
        first = self._ids[0]
        self.looks = [FieldEditor(desk, GateEntry, first, name) for name in LOOKS]
        self.revisit = FieldEditor(desk, GateEntry, first, "revisit")
        self.revisit.setFixedWidth(theme.px(_DATE))
        fields = FlowBox(gap=8)  # they wrap in a dialog that a small screen makes narrower
        for editor in self.looks:
            fields.add(editor, theme.px(_LOOK))
        typed = row(gap=12)
        typed.addWidget(self.typed, 1, Qt.AlignmentFlag.AlignBottom)
        typed.addWidget(self.revisit, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(typed)
        body.addWidget(fields)

    def _lay_foot(self, body: QVBoxLayout) -> None:
        words = self._desk.words
        foot = QFrame()
        inside = row(foot, gap=12)
        said = words(
            "1–4 decides, Q–U gives a reason, F outside the focus, Enter goes on, ← goes back, L looks, D day, "
            "Ctrl+Z takes back, Esc leaves"
        )
        inside.addWidget(text(said, "note"), 1)
        self.leave = button(words("Close"))
        self.leave.clicked.connect(self.reject)
        inside.addWidget(self.leave)
        body.addWidget(foot)

    # -- the entry

    @property
    def entry_id(self) -> str:
        """The entry that is shown."""
        return self._ids[self._place]

    @property
    def entry(self) -> GateEntry:
        """As it is stored."""
        return self._desk.school.get(GateEntry, self.entry_id)

    def go(self, step: int) -> None:
        """Show the next or the one before; what is typed is stored first."""
        self._keep_typed()
        if not self._desk.release(self):
            return
        place = self._place + step
        while 0 <= place < len(self._ids) and self._desk.school.find(self._ids[place]) is None:
            place += step
        if not 0 <= place < len(self._ids):
            self.told.setText(self._desk.words("This is the last one." if step > 0 else "This is the first one."))
            return
        self._place = place
        for editor in (*self.looks, self.revisit):
            editor.edit_record(self.entry_id)
        self.told.setText("")
        self._show()
        self.ground.setFocus()
        self.ground.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        words, entry, school = self._desk.words, self.entry, self._desk.school
        left = sum(self._is_open(one) for one in self._ids)
        self.which.setText(
            words("{n} of {all}, {left} not decided", n=self._place + 1, all=len(self._ids), left=words.number(left))
        )
        self.title.setText(entry.what or words("Entry without a title"))
        kind = option_words(words, choice_of(GateEntry, "kind"), entry.kind) if entry.kind else ""
        came = words("came in {date}", date=words.short_date(entry.came)) if entry.came else ""
        brought = words("from {who}", who=entry.brought_by.strip()) if entry.brought_by.strip() else ""
        planned = label_words(words, fields_of(GateEntry)["planned"]) if entry.planned else ""
        self._say(self.facts, " · ".join(filter(None, (kind, brought, came, planned))))
        said = plain(apa_reference(words, entry)) if is_reference(entry) else entry.source.strip()
        self._say(self.reference, said)
        long = len(entry.abstract) > _LONGEST
        self._say(self.abstract, f"{entry.abstract[:_LONGEST]}…" if long else entry.abstract)
        notes = [one.words for one in story_lines(words, school, entry.id) if one.entry != entry.id]
        same = duplicate_of(school, entry)
        if same is not None:
            what = words.quoted(" ".join(same.other.what.split())[:80])
            by = same_work_words(words, same)
            notes.append(words("This may be there twice ({by}): {what}", by=by, what=what))
        self._say(self.notes, "\n".join(notes))
        for key, chip in self.decisions.items():
            chip.setChecked(decision_of(entry) == key)
        self.focus.setChecked(entry.outside_focus)
        self._show_reasons()

    def _say(self, label: QLabel, said: str) -> None:
        label.setText(said)
        label.setVisible(bool(said))

    def _is_open(self, entry_id: str) -> bool:
        found = self._desk.school.find(entry_id)
        return isinstance(found, GateEntry) and decision_of(found) == UNDECIDED

    def _show_reasons(self) -> None:
        words = self._desk.words
        own = reasons_by_entry(self._desk.school).get(self.entry_id, [])
        more = offered_reasons(words, self._desk.school, own)
        self._offered = [*own, *more][: len(_REASON_KEYS)]
        self.reasons.clear()
        for key, reason in zip(_REASON_KEYS, self._offered, strict=False):
            made = button(f"{key}  {reason}", "chip", name=words("{what}, key {key}", what=reason, key=key))
            made.setCheckable(True)
            made.setChecked(reason in own)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _=False, one=reason: self.turn_reason(one))
            self.reasons.add(made)

    # -- what is decided

    def decide(self, decision: str) -> None:
        """Decide; the same once more takes the decision back."""
        entry = self.entry
        wanted = UNDECIDED if decision_of(entry) == decision else decision
        after = decide(entry, wanted, self._desk.workspace.role, self._desk.day())
        if self._desk.attempt(lambda: self._desk.workspace.commit(entry, after)):
            self.told.setText(option_words(self._desk.words, choice_of(GateEntry, "decision"), wanted))

    def turn_focus(self) -> None:
        """Mark it as outside the focus, or take the mark away."""
        entry = self.entry
        after = msgspec.structs.replace(entry, outside_focus=not entry.outside_focus)
        self._desk.attempt(lambda: self._desk.workspace.commit(entry, after))

    def turn_reason(self, reason: str) -> None:
        """Give a reason, or take it away."""
        school, entry = self._desk.school, self.entry_id
        there = next((one for one in school.of(GateReason) if (one.parent, one.text) == (entry, reason)), None)
        if there is not None:
            self._desk.attempt(lambda: self._desk.workspace.delete([there]))
        else:
            self._desk.attempt(lambda: self._desk.workspace.add(next_reason(school, entry, reason)))

    def _keep_typed(self) -> None:
        reason = clean(self.typed.text(), one_line=True)
        self.typed.clear()
        if reason and reason not in reasons_by_entry(self._desk.school).get(self.entry_id, []):
            self.turn_reason(reason)

    def _step(self, *, redo: bool) -> None:
        said = self._desk.step_beside(self._own_steps, redo=redo)
        if said:
            self.told.setText(said)

    def _follow(self, _changed: frozenset[str]) -> None:
        if not self.isVisible() or self._desk.school.find(self.entry_id) is None:
            return
        for editor in (*self.looks, self.revisit):
            editor.reload()
        self._show()

    # -- keys

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; in a field, Enter and Escape go back to the entry."""
        cursor = QApplication.focusWidget()
        ends = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and cursor is not self.ground and cursor is not self.leave:
            self._keep_typed()
            if self._desk.release(self):
                self.ground.setFocus()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get((Qt.Key(event.key()), modifiers))
        if act is not None:
            act()
            return True
        pressed = event.text().upper()
        if modifiers not in (_NO, Qt.KeyboardModifier.ShiftModifier) or not pressed:
            return False
        if pressed in "1234":
            self.decide(list(self.decisions)[int(pressed) - 1])
            return True
        place = _REASON_KEYS.find(pressed)
        if 0 <= place < len(self._offered):
            self.turn_reason(self._offered[place])
            return True
        return False

    def reject(self) -> None:
        """Leave, once what is typed is stored."""
        self._keep_typed()
        if self._desk.release(self):
            super().reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the entry has the cursor, keys that would scroll it sideways or by pages are ours."""
        if watched is self.ground and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the foot."""
        if not self._take_key(event):
            super().keyPressEvent(event)
