"""A list line as one painted button: wrapped title, a muted line below, and muted notes at the right."""

from collections.abc import Sequence
from itertools import dropwhile

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from fosdesk.display.line_filling import fill_lines
from fosdesk.ui.style.theme import Theme

_LONGEST = 600  # characters that are laid out; nobody reads more in a list
_GAP = 12
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class LineButton(QAbstractButton):
    """One widget per line, so that long lists stay fast; laid out again only when text or width change."""

    def __init__(self, theme: Theme, *, strong: bool = False, most_lines: int = 4, ruled: bool = True) -> None:
        """`ruled` draws a hairline below."""
        super().__init__()
        self._theme = theme
        self._font, self._small = theme.font(15, strong=strong), theme.font(14)
        self._metrics, self._small_metrics = QFontMetricsF(self._font), QFontMetricsF(self._small)
        self._line_height = self._metrics.lineSpacing() * 1.06
        self._most, self._ruled = most_lines, ruled
        self._title, self._below, self._most_below = "", "", 1
        self._leads_to = ""
        self._notes: tuple[tuple[str, int], ...] = ()
        self._stacked = False
        self._muted, self._strong = False, strong
        self._laid: dict[int, tuple[list[str], float]] = {}
        self._words: tuple[list[str], list[float]] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(
        self,
        title: str,
        *,
        below: str = "",
        notes: Sequence[tuple[str, int]] = (),
        strong: bool | None = None,
        muted: bool = False,
        most_below: int = 1,
        leads_to: str = "",
    ) -> None:
        """Set the texts; each note comes with its column width (px at 100 %), 0 for its natural width.

        `most_below` is how many lines the text below may take; `leads_to` stands on a line of its own under it all.
        """
        self._most_below = most_below
        self._title = " ".join(title[:_LONGEST].split())
        self._below = " ".join(below[:_LONGEST].split())
        self._leads_to = leads_to
        # Columns stand at the right; the title has the room of those that are empty beside it.
        self._notes = tuple(dropwhile(lambda note: not note[0], notes))
        self._muted = muted
        if strong is not None and strong != self._strong:
            self._strong, self._font = strong, self._theme.font(15, strong=strong)
            self._metrics = QFontMetricsF(self._font)
        said = [self._title, self._below, *(note for note, _ in notes), self._leads_to]
        self.setAccessibleName(". ".join(part for part in said if part))
        self._laid, self._words = {}, None
        self.updateGeometry()
        self.update()

    def stack(self, *, stacked: bool) -> None:
        """Place the notes below the title instead of beside it."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._laid = {}
            self.updateGeometry()

    @property
    def title(self) -> str:
        """The title."""
        return self._title

    # -- laying out

    def _quiet_line(self) -> str:
        notes = [note for note, _ in self._notes if note] if self._stacked else []
        return " · ".join(part for part in (*notes, self._below) if part)

    def _quiet_lines(self, width: int) -> list[str]:
        """The muted text, on as many lines as it needs and may have in a button of `width` px."""
        below, metrics, room = self._quiet_line(), self._small_metrics, width - 16
        if not below or self._most_below == 1:
            return [metrics.elidedText(below, Qt.TextElideMode.ElideRight, room)] if below else []
        split = below.split(" ")
        widths = [metrics.horizontalAdvance(word) for word in split]
        return wrapped(split, widths, metrics, max(float(room), 60.0), self._most_below)

    def _notes_width(self) -> float:
        if self._stacked or not self._notes:
            return 0.0
        return sum(self._note_width(note, width) + _GAP for note, width in self._notes)

    def _note_width(self, note: str, width: int) -> float:
        return self._theme.px(width) if width else self._small_metrics.horizontalAdvance(note) + 1

    def _lay(self, width: int) -> tuple[list[str], float]:
        """The title's lines, and the total height, for a width in pixels."""
        known = self._laid.get(width)
        if known is None:
            if self._words is None:
                split = self._title.split(" ")
                self._words = split, [self._metrics.horizontalAdvance(word) for word in split]
            room = max(float(width) - self._notes_width() - 16, 60.0)
            lines = wrapped(*self._words, self._metrics, room, self._most)
            height = len(lines) * self._line_height
            below = len(self._quiet_lines(width)) + bool(self._leads_to)
            if below:
                height += below * self._small_metrics.lineSpacing() + 2
            known = self._laid[width] = lines, max(height + 18, float(self._theme.px(40)))
        return known

    def _paint_notes(self, painter: QPainter, top: float, bottom: float) -> None:
        metrics = self._small_metrics
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("quiet"))
        for number, shown in enumerate(self._quiet_lines(self.width())):
            area = QRectF(8, bottom + 1 + number * metrics.lineSpacing(), self.width() - 12, metrics.lineSpacing())
            painter.drawText(area, _AT_LEFT, shown)
        if self._leads_to:
            bottom += len(self._quiet_lines(self.width())) * metrics.lineSpacing()
            area = QRectF(8, bottom + 1, self.width() - 12, metrics.lineSpacing())
            shown = metrics.elidedText(self._leads_to, Qt.TextElideMode.ElideRight, self.width() - 16)
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(area, _AT_LEFT, shown)
            painter.setPen(self._theme.colour("quiet"))
        if self._stacked:
            return
        x = self.width() - self._notes_width() + _GAP - 8
        baseline = self._metrics.ascent() - metrics.ascent()
        for note, width in self._notes:
            room = self._note_width(note, width)
            shown = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, top + baseline, room + 4, metrics.lineSpacing()), _AT_LEFT, shown)
            x += room + _GAP

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the words need."""
        return round(self._lay(width)[1])

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence."""
        width = self._theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: words wrap; never lower than what a finger hits."""
        return QSize(self._theme.px(140), self._theme.px(36))

    # -- painting and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, notes and hairline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_faint"))
            painter.drawRoundedRect(whole.adjusted(0, 1, 0, -1), 6, 6)
        if self._ruled:
            painter.setPen(QPen(self._theme.colour("hairline"), 1))
            painter.drawLine(QPointF(0, whole.bottom() - 0.5), QPointF(whole.right(), whole.bottom() - 0.5))
        lines, height = self._lay(self.width())
        top = max((self.height() - height) / 2, 0.0) + 8
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("quiet" if self._muted else "ink"))
        room = self.width() - 16 - self._notes_width()
        for number, line in enumerate(lines):
            area = QRectF(8, top + number * self._line_height, room + 4, self._metrics.lineSpacing())
            painter.drawText(area, _AT_LEFT, line)
        self._paint_notes(painter, top, top + len(lines) * self._line_height)
        painter.end()


def wrapped(words: Sequence[str], widths: Sequence[float], metrics: QFontMetricsF, room: float, most: int) -> list[str]:
    """Words broken into lines of at most `room` px; long words are split, and more than `most` lines end in «…»."""
    known = dict(zip(words, widths, strict=True))

    def width_of(word: str) -> float:
        return known[word] if word in known else metrics.horizontalAdvance(word)

    def divided(word: str) -> list[str]:
        parts: list[str] = []
        while width_of(word) > room and len(parts) <= most:
            fits = max(1, int(len(word) * room / width_of(word)))
            while fits > 1 and metrics.horizontalAdvance(word[:fits]) > room:
                fits -= 1
            parts.append(word[:fits])
            word = word[fits:]
        return [*parts, word]

    filled = fill_lines(words, width_of, metrics.horizontalAdvance(" "), room, divided)
    lines = [" ".join(line.words) for line in filled]
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], metrics.elidedText(rest + " …", Qt.TextElideMode.ElideRight, room)]
    return lines
