"""Widgets whose words stand on one line where there is room, and wrap where there is not."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from fosdesk.display.line_filling import fill_lines
from fosdesk.ui.tuning import ENTER_KEYS, PLAIN_TEXT

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class Button(QPushButton):
    """A push button that Enter presses too."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Press on Enter."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)


class WrappingButton(Button):
    """A push button that is never wider than its place: long words wrap, and `text` is the whole all the same."""

    def __init__(self, words: str = "") -> None:
        """`words` as for QPushButton, with `&&` for an ampersand."""
        self._whole = words
        self._is_laid = False  # before that, its width says nothing
        super().__init__(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words.replace("&&", "&"))

    def _around(self, hint: QSize) -> int:
        """What Qt adds to the words: border, padding and icon."""
        return hint.width() - max(self._advance(line) for line in super().text().split("\n"))

    def _wrap(self) -> None:
        shown, hint = super().text(), super().sizeHint()
        room = self.width() - self._around(hint)
        wanted = self._whole
        if self._advance(wanted) > room and " " in wanted:
            space = self._advance(" ")
            filled = fill_lines(wanted.split(" "), self._advance, space, room)
            wanted = "\n".join(" ".join(line.words) for line in filled)
        if wanted != shown:
            super().setText(wanted)
            self.updateGeometry()

    def text(self) -> str:
        """The words, on one line."""
        return self._whole

    def setText(self, words: str) -> None:
        """Set the words, with `&&` for an ampersand."""
        self._whole = words
        super().setText(words)
        if self._is_laid:
            self._wrap()

    def sizeHint(self) -> QSize:
        """As wide as the words on one line, and as high as they are now."""
        hint = super().sizeHint()
        return QSize(self._around(hint) + self._advance(self._whole), hint.height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word."""
        hint = super().sizeHint()
        longest = max((self._advance(word) for word in self._whole.split()), default=0)
        return QSize(self._around(hint) + longest, hint.height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._is_laid = True
        self._wrap()


class WrappingLabel(QLabel):
    """A plain-text label for a row: as wide as its words, and no wider; Qt's own would break them early."""

    def __init__(self, words: str = "", look: str = "") -> None:
        """`look` is a property that the style sheet selects by."""
        super().__init__(words)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(True)
        if look:
            self.setProperty("look", look)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(1, 1)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        self.ensurePolished()
        metrics, edge = self.fontMetrics(), self.contentsMargins()
        # Qt lays out parts of a pixel, and a word that lacks one of them goes to the next line.
        exact = QFontMetricsF(self.font())
        wide = ceil(max(exact.horizontalAdvance(line) for line in self.text().split("\n"))) + 1
        lines = self.text().count("\n") + 1
        return QSize(wide + edge.left() + edge.right(), lines * metrics.lineSpacing() + edge.top() + edge.bottom())
