"""NoticeBar: a sentence above the page that stays until it is closed, with a button."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton

from fosdesk.ui.controls.plain_widgets import button, mark, row, text
from fosdesk.ui.style.theme import Theme

_LEAST = 150  # px at 100 % for the sentence, else a wide button leaves it one word a line


class NoticeBar(QFrame):
    """Hidden until something is shown in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.said = text("", "")
        self.said.setMinimumWidth(theme.px(_LEAST))
        self.act: QPushButton | None = None
        self._acts: list[QPushButton] = []
        self._theme, self._is_marked = theme, False
        self._line = row(self, gap=16, margins=(32, 8, 24, 8))
        self._line.addWidget(self.said, 1)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence without a button."""
        if not self._is_marked:  # nothing is shown before the first paint
            self._is_marked = True
            self._line.insertWidget(0, mark(self._theme, "circle-alert", "accent"))
        self.said.setText(sentence)
        self.show()

    def ask(self, sentence: str, act: str, then: Callable[[], None], decline: str = "") -> None:
        """Show a sentence with a button that closes it and does something.

        With `decline`, another one only closes it; the first then has the cursor, so that one key press is enough.
        """
        for one in self._acts:
            one.hide()  # it may take a while until it is deleted
            one.deleteLater()
        self.act = button(act)
        self._acts = [self.act, *([button(decline, "text")] if decline else [])]
        for one in self._acts:
            one.clicked.connect(self.hide)
            self._line.addWidget(one)
        self.act.clicked.connect(lambda _=False: then())
        self.tell(sentence)
        if decline:
            self.act.setFocus()
