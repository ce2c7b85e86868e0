"""The tools of a phase in one quiet line: those in use with what they hold, then the others by name."""

from PySide6.QtWidgets import QPushButton, QWidget

from fosdesk.display.noun_words import noun_many
from fosdesk.domain.fields import Noun
from fosdesk.domain.framework import Phase
from fosdesk.domain.rules.item_tools import count_of, is_private, nouns_of
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, column, set_shown, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_tool


class ToolsLine(QWidget):
    """Buttons to the tools of the phase's items; of a private one, nothing tells whether it is in use."""

    def __init__(self, desk: Desk, phase: Phase) -> None:
        super().__init__()
        self._desk, self._phase = desk, phase
        self._shown: list[tuple[str, str]] = []
        self.tools: dict[str, QPushButton] = {}  # by the key of the noun
        self._flow = FlowBox(gap=2)
        column(self).addWidget(self._flow)

    def refresh(self) -> None:
        """Show the tools as they are used now; costs next to nothing where nothing has changed."""
        desk, words = self._desk, self._desk.words
        counts = [(noun, self._count(noun)) for noun in self._nouns()]
        order = sorted(counts, key=lambda pair: not pair[1])
        if desk.read_only:
            order = [pair for pair in order if pair[1]]
        shown = [(noun.key, words.number(count) if count else "") for noun, count in order]
        if shown == self._shown:
            return
        cursor = next((key for key, one in self.tools.items() if one.hasFocus()), "")
        self._shown = shown
        self._flow.clear()
        self.tools = {}
        set_shown(self, bool(shown))
        if shown:
            self._flow.add(text(words("Tools in this phase:"), "quiet", wrap=False))
        for noun, count in order:
            name = noun_many(words, noun)
            said = f"{name} {words.number(count)}" if count else name
            made = button(said, "text" if count else "row", tip=words(noun.use.purpose) if noun.use.purpose else "")
            made.clicked.connect(lambda _=False, one=noun: go_to_tool(desk, one))
            self.tools[noun.key] = made
            self._flow.add(made)
        if cursor in self.tools:
            self.tools[cursor].setFocus()

    def _nouns(self) -> list[Noun]:
        """The nouns that have a list somewhere; what has fixed records is written at the items themselves."""
        found = nouns_of(item.id for item in self._phase.items)
        return [noun for noun in found if not noun.use.at_items]

    def _count(self, noun: Noun) -> int:
        return 0 if is_private(noun) else count_of(self._desk.school, noun).records
