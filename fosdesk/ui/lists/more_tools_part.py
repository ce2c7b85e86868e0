"""MoreToolsPart: the tools of a page that nobody has used yet, with a line each on what they are good for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fosdesk.domain.fields import Noun
from fosdesk.ui.controls.chips import FlowBox
from fosdesk.ui.controls.plain_widgets import button, clear, column, line, row, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.tabbed_page import Part, PartPlace


class MoreToolsPart(Part):
    """A tool leaves the list when its first record is written; until then only this names it."""

    begun = Signal(str, object)  # the key of the tool that somebody begins, and the `Begin` that was chosen, or None

    def __init__(self, desk: Desk, unused: Callable[[], Sequence[PartPlace]]) -> None:
        """`unused` gives the tools that are in no use."""
        super().__init__(desk)
        self._unused = unused
        self._shown: tuple[str, ...] | None = None
        self._lines = column(self, gap=0)

    def refresh(self) -> None:
        """List the tools that are unused now."""
        tools = [(tool, tool.noun) for tool in self._unused() if tool.noun is not None]
        keys = tuple(tool.key for tool, _ in tools)
        if keys == self._shown:
            return
        self._shown = keys
        clear(self._lines)
        for place, (tool, noun) in enumerate(tools):
            if place:
                self._lines.addWidget(line())
            self._lines.addWidget(self._line_of(tool, noun))
        self.laid.emit()

    def _line_of(self, tool: PartPlace, noun: Noun) -> QWidget:
        whole = QWidget()
        beside = row(whole, gap=16, margins=(0, 8, 0, 8))
        said = column(gap=2)
        said.addWidget(text(tool.name, "strong"))
        told = tool.sub_list or noun.use
        if told.purpose:
            said.addWidget(text(self.words(told.purpose), "quiet"))
        if noun.use.begins and tool.sub_list is None:
            said.addWidget(self._other_ways(tool, noun))
        beside.addLayout(said, 1)
        act = button(self.words(told.new or "New"))
        act.clicked.connect(lambda: self.begun.emit(tool.key, None))
        beside.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        return whole

    def _other_ways(self, tool: PartPlace, noun: Noun) -> FlowBox:
        made = FlowBox(gap=8)
        for one in noun.use.begins:
            act = button(self.words(one.new), "text")
            act.clicked.connect(lambda _=False, given=one: self.begun.emit(tool.key, given))
            made.add(act)
        return made
