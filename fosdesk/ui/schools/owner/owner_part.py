"""OwnerPart: one part of an owner's window, which scrolls by itself and shows what the window shows."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fosdesk.ui.controls.plain_widgets import clear, column, line, row, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.controls.show_more_list import ShowMoreList
from fosdesk.ui.schools.owner.opened_topic import OpenedTopic
from fosdesk.ui.schools.side_by_side_part import FittedText
from fosdesk.ui.style.theme import Theme
from fosdesk.words import Words

T = TypeVar("T")
_MOST = 40  # entries that are shown before somebody asks for more


class OwnerPart(QWidget):
    """Gets the topic once; `refresh` shows it anew."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme) -> None:
        super().__init__()
        self.topic, self.words, self.theme = topic, words, theme

    def refresh(self) -> None:
        """Show the schools that are chosen now."""


class ScrolledPart(OwnerPart):
    """A part whose entries stand below each other."""

    def __init__(self, topic: OpenedTopic, words: Words, theme: Theme, about: str) -> None:
        super().__init__(topic, words, theme)
        outer = column(self, gap=0)
        self.scroller = SheetArea()
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(self.scroller)
        self.body: QVBoxLayout = column(lay_sheet(self.scroller, "sheet"), gap=12, margins=(0, 0, 16, 24))
        self.body.addWidget(text(about, "quiet"))
        self.above: QVBoxLayout = column(gap=8)
        self.body.addLayout(self.above)
        self.entries: QVBoxLayout = column(gap=0)
        self.body.addLayout(self.entries)
        self.body.addStretch(1)

    def show_entries(self, found: Sequence[T], make: Callable[[T], QWidget], nothing: str) -> None:
        """Show entries, or in their place the sentence `nothing`."""
        clear(self.entries)
        if not found:
            self.entries.addWidget(text(nothing, "note"))
            return
        self.entries.addWidget(ShowMoreList(found, make, self.words, most=_MOST))


def labelled(theme: Theme, label: str, chooser: QWidget, width: int) -> QHBoxLayout:
    """A label with what one chooses by beside it, `width` px at 100 %, at the left."""
    beside = row(gap=12)
    said = text(label, "label", wrap=False)
    said.setBuddy(chooser)
    chooser.setFixedWidth(theme.px(width))
    beside.addWidget(said)
    beside.addWidget(chooser)
    beside.addStretch(1)
    return beside


def entry(title: str, *said: tuple[str, str]) -> QWidget:
    """An entry with a title and texts below, each with its look; empty ones are left out. Long texts wrap.

    Hundreds of them stand below each other, so each text has the height of its own lines.
    """
    holder = QWidget()
    body = column(holder, gap=2, margins=(0, 8, 0, 0))
    body.addWidget(FittedText(title, "strong"))
    for words, look in said:
        if words:
            body.addWidget(FittedText(words, look))
    body.addSpacing(8)
    body.addWidget(line())
    return holder
