"""The reasons of a gatekeeping entry as chips, with chips for reasons used before."""

from collections.abc import Iterable, Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.domain.records import GateReason
from fosdesk.domain.rules.gate_rules import learned_reasons, next_reason
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.controls.text_fields import LineEdit
from fosdesk.ui.controls.wrapping import WrappingLabel
from fosdesk.ui.forms.parsing import clean
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.edits import UnsavedText
from fosdesk.words import Words

_OFFERED = 5


class ReasonChips(QWidget, UnsavedText):
    """A click adds or removes a reason; a typed one is offered the next time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._entry = self._draft = ""
        self._shown: tuple[str, list[GateReason], list[str]] = ("", [], [])
        self.has_any = False
        words = desk.words
        layout = column(self, gap=6)
        self._chips = FlowBox()
        layout.addWidget(self._chips)
        self.typed = LineEdit()
        self.typed.setPlaceholderText(words("Another reason, then Enter"))
        self.typed.setAccessibleName(words("Another reason, then Enter"))
        self.typed.setMaxLength(80)
        self.typed.returnPressed.connect(self._add_typed)
        set_shown(self.typed, not desk.read_only)
        self.typed.textChanged.connect(self._keep)
        layout.addWidget(self.typed)
        self._said = text("", "said")
        self._said.hide()
        layout.addWidget(self._said)

    @property
    def dirty(self) -> bool:
        """Whether a reason is typed."""
        return bool(clean(self.typed.text(), one_line=True))

    @property
    def as_typed(self) -> str:
        """The reason that is typed."""
        return self.typed.text()

    def commit(self) -> None:
        """Add the typed reason; one that cannot be stored stays, with an error below it."""
        typed = clean(self.typed.text(), one_line=True)
        if not typed:
            return
        try:
            self.desk.new_records.add(self._made(typed), self._entry)
        except FosdeskError as trouble:
            self._show_message(self.desk.words(trouble.sentence, **trouble.arguments))
            return
        self.typed.clear()
        self._show_message("")

    def take_cursor(self) -> None:
        """Set the focus to the text field."""
        self.typed.setFocus()

    def _keep(self, typed: str) -> None:
        self.desk.edits.register(self)
        self.desk.edits.keep_typed(self._draft, typed)  # also while its entry is deleted, and may be brought back

    def _show_message(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def show_entry(self, entry_id: str) -> None:
        """Show the reasons of one entry, and some to choose from."""
        if entry_id != self._entry:
            self._entry, self._draft = entry_id, f"reason {entry_id}"
            self.typed.setText(self.desk.edits.take_typed(self._draft))
        own = [r for r in self.desk.school.of(GateReason) if r.parent == entry_id]
        self.has_any = bool(own)
        self._chips.setVisible(self.has_any or not self.desk.read_only)
        offered = offered_reasons(self.desk.words, self.desk.school, [r.text for r in own])
        there = entry_id, own, [] if self.desk.read_only else list(islice(offered, _OFFERED))
        if there == self._shown:
            return  # chips that are made anew take the keyboard from the one that has it
        self._shown = there
        self._chips.clear()
        if self.desk.read_only:
            self._chips.fill([WrappingLabel(reason.text) for reason in own])
            return
        self._chips.fill([*map(self._chosen, own), *map(self._offered, there[2])])

    def _chosen(self, reason: GateReason) -> QPushButton:
        chip = button(reason.text, "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setAccessibleName(self.desk.words("{reason}, chosen. Press to take it away.", reason=reason.text))
        chip.clicked.connect(lambda: self._take_away(reason))
        return chip

    def _offered(self, text: str) -> QPushButton:
        chip = button(f"+ {text}", "chip", name=self.desk.words("Add the reason {reason}", reason=text))
        chip.clicked.connect(lambda: self._add(text))
        return chip

    def _add_typed(self) -> None:
        self.commit()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, reason: str) -> None:
        self.desk.attempt(lambda: self.desk.new_records.add(self._made(reason), self._entry))

    def _made(self, reason: str) -> GateReason:
        return next_reason(self.desk.school, self._entry, reason)

    def _take_away(self, reason: GateReason) -> None:
        self.desk.attempt(lambda: self.desk.workspace.delete([reason]))


def offered_reasons(words: Words, school: School, own: Iterable[str]) -> Iterator[str]:
    """The reasons that the school has used, the most used first, then some to begin with; without those of `own`."""
    taken = set(map(_spelling, own))
    starters = (
        words("Outside our direction"),
        words("Too much at once"),
        words("Fits what we already do"),
        words("Needs more knowledge"),
    )
    for one in (*learned_reasons(school), *starters):  # as the school spells it, where it does
        if (spelling := _spelling(one)) not in taken:
            taken.add(spelling)
            yield one


def _spelling(reason: str) -> str:
    """What two reasons share that differ in nothing but case and spaces."""
    return " ".join(reason.split()).casefold()
