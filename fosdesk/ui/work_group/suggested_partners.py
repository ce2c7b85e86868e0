"""SuggestedPartners: a chip for each kind of partner that the chosen themes may ask for."""

from collections.abc import Mapping
from functools import cache

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import choice_of, option_words
from fosdesk.domain.fields import Record
from fosdesk.domain.records import Partner, Theme
from fosdesk.domain.records.direction import FOUR_THEMES
from fosdesk.domain.rules.lists.partner_suggestions import Suggestion, partner_suggestions
from fosdesk.domain.values.text_folding import folded
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import LANGUAGES, read_words
from fosdesk.workspace import new_id


@cache
def known_themes() -> Mapping[str, str]:
    """The themes of the framework by their folded names in each language."""
    every = [read_words(language) for language in LANGUAGES]
    return {folded(words(theme)).strip(): theme for words in every for theme in FOUR_THEMES}


class SuggestedPartners(QWidget):
    """One click makes the partner, and says in the themes that they have one."""

    made = Signal(str)  # the id of a new partner

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: tuple[tuple[str, str], ...] = ()
        body = column(self, gap=4)
        body.addWidget(text(desk.words("The themes that you have chosen may ask for somebody from outside:"), "quiet"))
        self.chips = FlowBox(gap=6)
        body.addWidget(self.chips)
        self.hide()

    def refresh(self) -> None:
        """Show the suggestions that fit now; none in a colleague's school."""
        desk = self.desk
        found = () if desk.read_only else partner_suggestions(desk.school, known_themes())
        shown = tuple((one.kind, self._said(one)) for one in found)
        if shown != self._shown:
            self._shown = shown
            self.chips.clear()
            for one, (_, said) in zip(found, shown, strict=True):
                chip = button(said, "chip")
                chip.clicked.connect(lambda _=False, kind=one.kind: self._add(kind))
                self.chips.add(chip)
        set_shown(self, bool(shown))

    def _said(self, suggestion: Suggestion) -> str:
        words = self.desk.words
        partner = option_words(words, choice_of(Partner, "kind"), suggestion.kind)
        themes = words.joined([" ".join(one.name.split()) for one in suggestion.themes])
        return words.plural(
            "{partner} for the theme {themes}",
            "{partner} for the themes {themes}",
            len(suggestion.themes),
            partner=partner,
            themes=themes,
        )

    def _add(self, kind: str) -> None:
        desk = self.desk
        found = next((one for one in partner_suggestions(desk.school, known_themes()) if one.kind == kind), None)
        if found is None or not desk.release(self):
            return
        name = option_words(desk.words, choice_of(Partner, "kind"), kind)
        partner = Partner(id=new_id(), name=name, kind=kind)
        pairs: list[tuple[Record | None, Record]] = [(None, partner)]
        for theme in found.themes:
            stored = desk.school.get(Theme, theme.id)
            pairs.append((stored, msgspec.structs.replace(stored, partner=partner.id)))
        if desk.attempt(lambda: desk.workspace.commit_all(pairs)):
            self.made.emit(partner.id)
