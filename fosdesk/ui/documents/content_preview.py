"""What a document will contain and what is withheld, with ticks to include withheld parts once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from fosdesk.reports.document_preview import DocumentContent, IncludedItem
from fosdesk.ui.controls.check_line import CheckLine
from fosdesk.ui.controls.plain_widgets import clear, column, row, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.documents.text_choice import TextChoice
from fosdesk.ui.frame.desk import Desk
from fosdesk.words import Words


class ContentPreview(SideBySide):
    """Two columns, or one where the width is small; ticks are forgotten with the panel."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.px(560), gap=40)
        self._desk = desk
        self.ticked: set[str] = set()
        self.ticks: dict[str, QCheckBox] = {}
        self.texts = TextChoice(desk, self.ticked)
        self.texts.hide()
        self._in: QVBoxLayout = column(gap=6)
        self._out: QVBoxLayout = column(gap=4)
        for side in (self._in, self._out):
            holder = QWidget()
            whole = column(holder, gap=0)
            whole.addLayout(side)
            whole.addStretch(1)
            self.add(holder)
        self.texts.setParent(self)

    def show_holding(self, held: DocumentContent) -> None:
        """Show what is included and what is withheld; the focus stays where it was."""
        desk, words = self._desk, self._desk.words
        focused = next((place for place, tick in self.ticks.items() if tick.hasFocus()), "")
        self._out.removeWidget(self.texts)  # what is typed in it stays
        clear(self._in)
        clear(self._out)
        self.ticks.clear()
        self._in.addWidget(text(words("This goes in"), "strong"))
        for one in held.included:
            entry = row(gap=12)
            number = text(words.number(one.count) if one.count else "", "quiet", wrap=False)
            number.setMinimumWidth(desk.theme.px(34))
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            entry.addWidget(number)
            entry.addWidget(text(_included_words(words, one)), 1)
            self._in.addLayout(entry)
        if not held.included:
            self._in.addWidget(text(words("Nothing that the school has written."), "quiet"))
        if held.shortened:
            said = words("Shortened, to fit on the page: {what}.", what="; ".join(held.shortened))
            self._in.addWidget(text(said, "note"))
        if held.unlisted:
            self._in.addWidget(
                text(words("Not listed, as there are more: {what}.", what="; ".join(held.unlisted)), "note")
            )
        if desk.read_only:
            return  # what stays out was chosen by those who made the file
        self._out.addWidget(text(words("This stays out"), "strong"))
        texts = [left for left in held.withheld if left.text]
        if texts:
            self.texts.show_texts(texts)
            self._out.addWidget(self.texts)
        self.texts.setVisible(bool(texts))
        for left in held.withheld:
            if left.text:
                continue
            said = f"{left.subject} ({words.number(left.count)})" if left.count else left.subject
            if not left.may_tick:
                self._out.addWidget(text(said))
                continue
            line = CheckLine(said)
            line.tick.setChecked(left.place in self.ticked)
            line.tick.clicked.connect(lambda on, place=left.place: self._tick(place, on=on))
            self.ticks[left.place] = line.tick
            self._out.addWidget(line)
            line.show()
        if self.ticks:
            self._out.addWidget(text(words("Tick something to let it in this one time."), "note"))
        elif not held.withheld:
            self._out.addWidget(text(words("Nothing."), "quiet"))
        if focused in self.ticks:
            self.ticks[focused].setFocus()

    def _tick(self, place: str, *, on: bool) -> None:
        (self.ticked.add if on else self.ticked.discard)(place)
        self.changed.emit()


def _included_words(words: Words, one: IncludedItem) -> str:
    """The kind of record, and whether it is in numbers and figures alone, or there too."""
    if not one.counted:
        return one.subject
    if one.count:
        return words("{what}, and more of them in numbers and figures", what=one.subject)
    return words("{what}, only in numbers and figures", what=one.subject)
