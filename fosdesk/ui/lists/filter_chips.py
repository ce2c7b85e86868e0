"""FilterChips: the options of a noun's choices as chips with counts, of which one for each choice may be pressed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from fosdesk.display.noun_words import choice_of, label_words, options_words
from fosdesk.domain.fields import Choice, Noun
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, set_shown
from fosdesk.words import Words

_MANY = 8


class FilterChips(FlowBox):
    """Only options that some record has are shown, and those that are chosen."""

    chosen = Signal(str, str)  # the choice, and its option or nothing

    def __init__(self, words: Words, noun: Noun) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words("Show only"))
        self._chips: dict[tuple[str, str], tuple[str, QPushButton]] = {}
        self.hide()
        for name in noun.use.filters:
            if not isinstance(noun.fields[name], Choice):
                continue
            field = choice_of(noun.record, name)
            for key, said in options_words(words, field):
                self._add_chip(name, key, said, label_words(words, field))
        self.more = button(words("More filters"), "chip")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _: self._show_chips())
        self.more.hide()
        self.add(self.more)
        self._shown: dict[tuple[str, str], bool] = {}  # the chips there are now, and whether each is chosen

    def _add_chip(self, name: str, key: str, said: str, label: str) -> None:
        chip = button(said, "chip")
        chip.setCheckable(True)
        chip.setAccessibleDescription(label)
        chip.clicked.connect(lambda checked: self.chosen.emit(name, key if checked else ""))
        self._chips[name, key] = (said, chip)
        self.add(chip)

    def chip(self, name: str, key: str) -> QPushButton:
        """The chip of one option."""
        return self._chips[name, key][1]

    def show_counts(self, counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, str]) -> None:
        """Show how many records each option has, and which are chosen."""
        self._shown = {}
        for (name, key), (said, chip) in self._chips.items():
            n, is_chosen = counts[name].get(key, 0), chosen.get(name) == key
            written = f"{said} · {self._words.number(n)}".replace("&", "&&")
            if chip.text() != written:
                chip.setText(written)
            chip.setChecked(is_chosen)
            if n or is_chosen:
                self._shown[name, key] = is_chosen
        self._show_chips()

    def _show_chips(self) -> None:
        """Where there are many, those of the first choice and what is chosen, until the others are asked for."""
        first = next((name for name, _ in self._shown), "")
        are_many = len(self._shown) > _MANY and any(name != first for name, _ in self._shown)
        for place, (_, chip) in self._chips.items():
            there = place in self._shown
            shown = there and (not are_many or self.more.isChecked() or place[0] == first or self._shown[place])
            if chip.isHidden() == shown:
                chip.setVisible(shown)
        if self.more.isHidden() == are_many:
            self.more.setVisible(are_many)
        set_shown(self, bool(self._shown))
