"""Opens, closes or reopens a phase, with an optional note."""

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from fosdesk.display.noun_words import choice_of, label_words, option_words
from fosdesk.display.phase_names import numbered_phase
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import PhaseState, TransitionNote
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import ChipChoice
from fosdesk.ui.controls.dialog_fitting import fit_to_window
from fosdesk.ui.controls.disclosure import Disclosure
from fosdesk.ui.controls.plain_widgets import button, column, framed, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.scrolling import scroll_into_view
from fosdesk.ui.forms.editors import InvalidInput, LongEditor
from fosdesk.ui.forms.special_editors import DayEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.phase.pace_panel import PacePanel
from fosdesk.workspace import new_id

_TEXTS = ("why", "carried_on", "still_open")


class TransitionDialog(QDialog):
    """Writes the phase and its note as one undo step; nothing is required."""

    def __init__(
        self,
        desk: Desk,
        phase_id: str,
        occasion: str,
        parent: QWidget | None = None,
        *,
        open_items: tuple[str, ...] = (),
        late_start: bool = False,
    ) -> None:
        """`occasion` is opens, closes, reopens or retrospective; `late_start` offers a retrospective instead."""
        super().__init__(parent)
        self.desk, self.phase_id, self.occasion = desk, phase_id, occasion
        self._open_items = open_items
        words = desk.words
        name = numbered_phase(desk.framework, desk.school, phase_id)
        heading, lead, act = {
            "opens": (
                words("Open the phase"),
                words("Several phases can be open at once. Write what you want to remember; it may also stay empty."),
                words("Open the phase"),
            ),
            "closes": (
                words("Close the phase"),
                words("Closing locks nothing. You can go on writing here, and open the phase again."),
                words("Close the phase"),
            ),
            "reopens": (
                words("Open the phase again"),
                words("It happens often that a school takes one more turn. What was written stays as it is."),
                words("Open the phase again"),
            ),
            "retrospective": (
                words("Look back"),
                words("What holds, and what slips? A look back now and then keeps a phase without end alive."),
                words("Keep the note"),
            ),
        }[occasion]
        self.setWindowTitle(heading)
        fit_to_window(self, parent, desk.theme.px(600), desk.theme.px(600))
        outer = column(self, gap=0)
        scroll = SheetArea()
        outer.addWidget(scroll, 1)
        self._body = column(lay_sheet(scroll, "sheet"), gap=10, margins=(24, 20, 24, 12))
        self._body.addWidget(text(name, "heading"))
        self._body.addWidget(text(lead, "quiet"))
        if occasion == "closes":
            self.pace = Disclosure(
                desk.theme, words("Time, what is open, and who has taken part"), lambda: PacePanel(desk, phase_id)
            )
            self._body.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.addLayout(self.pace.place)
        self.kind: ChipChoice | None = None
        if late_start:
            self._offer_looking_back()
        fields = fields_of(TransitionNote)
        self.day = DayEditor(desk, "past")
        self._propose_day()
        self._caption(label_words(words, fields["written"]), self.day)
        self._said = text("", "said")
        self._said.hide()
        self._body.addWidget(self._said)
        self.texts: dict[str, LongEditor] = {}
        for field in _TEXTS:
            if field == "still_open" and open_items:
                self._offer_open_items()
            self.texts[field] = LongEditor(words, lines=2, most=8)
            self.texts[field].setPlainText(desk.edits.draft(self._draft).get(field, ""))
            self.texts[field].textChanged.connect(self._keep)
            self._caption(label_words(words, fields[field]), self.texts[field])
        self._body.addStretch(1)
        acts = row(gap=8, margins=(24, 8, 24, 16))
        self._stays = text(words("If you cancel, the text stays here until next time."), "quiet")
        acts.addWidget(self._stays, 1)
        acts.addStretch()
        cancel = button(words("Cancel"))
        cancel.clicked.connect(self.reject)
        acts.addWidget(cancel)
        self.act = button(act, "main")
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        acts.addWidget(self.act)
        outer.addLayout(acts)
        self._show_what_stays()
        self.texts["why"].setFocus()

    def _caption(self, label: str, editor: QWidget) -> None:
        caption = text(label, "label")
        caption.setBuddy(editor)
        editor.setAccessibleName(label)
        pair = column(gap=3)
        pair.addWidget(caption)
        pair.addWidget(editor)
        self._body.addLayout(pair)

    def _offer_looking_back(self) -> None:
        words = self.desk.words
        offer = framed("notice")
        inside = column(offer, gap=6, margins=(14, 10, 14, 12))
        inside.addWidget(
            text(words("You start here. Would you like to look back at what you did before, instead of why now?"))
        )
        field = choice_of(TransitionNote, "occasion")
        options = [(key, option_words(words, field, key)) for key in ("retrospective", "opens")]
        self.kind = ChipChoice(options, "retrospective", name=label_words(words, field))
        inside.addWidget(self.kind)
        self._body.addWidget(offer)

    def _offer_open_items(self) -> None:
        words = self.desk.words
        offer = framed("notice")
        inside = column(offer, gap=4, margins=(14, 10, 14, 10))
        inside.addWidget(
            text(
                words.plural(
                    "{n} item among those suggested first is open. That may be just as you want it.",
                    "{n} items among those suggested first are open. That may be just as you want it.",
                    len(self._open_items),
                )
            )
        )
        self.bring = button(words.plural("Put it in the note", "Put them in the note", len(self._open_items)), "text")
        self.bring.clicked.connect(self._bring_open_items)
        acts = row(gap=0)
        acts.addWidget(self.bring)
        acts.addStretch(1)
        inside.addLayout(acts)
        self._body.addWidget(offer)

    def _bring_open_items(self) -> None:
        editor = self.texts["still_open"]
        already = editor.toPlainText().rstrip()
        lines = "\n".join(f"– {item}" for item in self._open_items)
        editor.setPlainText(f"{already}\n{lines}" if already else lines)
        self.bring.setEnabled(False)

    def _propose_day(self) -> None:
        self.day.show_value(self.desk.day())
        self._proposed_day = self.day.text()

    # -- what was typed

    @property
    def _draft(self) -> str:
        return f"transition {self.phase_id} {self.occasion}"

    def _keep(self) -> None:
        """Keep the typed texts as a draft, for when the dialog is opened again."""
        typed = {name: editor.toPlainText() for name, editor in self.texts.items() if editor.toPlainText().strip()}
        self.desk.edits.keep_draft(self._draft, typed, f"phase:{self.phase_id}")
        self._show_what_stays()

    def _show_what_stays(self) -> None:
        self._stays.setVisible(bool(self.desk.edits.draft(self._draft)))

    def accept(self) -> None:
        """Write the phase and the note; an error is shown, and the dialog stays."""
        desk = self.desk
        try:
            day = str(self.day.value() or "") or desk.day()
            typed = {name: str(editor.value()) for name, editor in self.texts.items()}
        except InvalidInput as why:
            self._show_message(str(why))
            self.day.setFocus()
            return
        if self.occasion == "retrospective" and not any(typed.values()):
            super().accept()  # a look back without a word leaves nothing behind
            return
        occasion = (self.kind.value or "opens") if self.kind is not None else self.occasion
        before = desk.school.get(PhaseState, f"phase:{self.phase_id}")
        moved = [] if self.occasion == "retrospective" else [(before, _with_occasion(before, self.occasion, day))]
        note = TransitionNote(id=new_id(), phase=self.phase_id, occasion=occasion, written=day, **typed)
        act = {
            "opens": "the phase was opened",
            "closes": "the phase was closed",
            "reopens": "the phase was opened again",
            "retrospective": "a look back was written",
        }[self.occasion]
        try:
            desk.workspace.commit_all([*moved, (None, note)], act)
        except FosdeskError as trouble:
            self._show_message(desk.words(trouble.sentence, **trouble.arguments))
            return
        for editor in self.texts.values():
            editor.clear()
        super().accept()

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        scroll_into_view(self._said)

    def changeEvent(self, event: QEvent) -> None:
        """Propose the day of today to whoever comes back to the dialog, unless another was written."""
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and self.day.text() == self._proposed_day:
            self._propose_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts, also from a text field."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.accept()
        else:
            super().keyPressEvent(event)


def _with_occasion(state: PhaseState, occasion: str, day: str) -> PhaseState:
    if occasion == "closes":
        return msgspec.structs.replace(state, closed=day)
    if occasion == "reopens":
        return msgspec.structs.replace(state, closed="")
    return msgspec.structs.replace(state, opened=day, closed="")
