"""Plain-text labels, hairlines, frames, buttons and layouts."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fosdesk.ui.controls.long_blanks import shortened_blanks
from fosdesk.ui.controls.wrapping import WrappingButton
from fosdesk.ui.style.steps import ICON, UNBOUND, Gap, Margins
from fosdesk.ui.tuning import PLAIN_TEXT, SELECTABLE_BY_MOUSE

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from fosdesk.ui.style.theme import Theme

_LINE = 20  # px at 100 %: the height of a line of text
B = TypeVar("B", bound=QBoxLayout)


class _Label(QLabel):
    def setText(self, words: str) -> None:
        """Show a text, whatever it holds."""
        super().setText(shortened_blanks(words))


def set_shown(widget: QWidget, shown: bool) -> None:
    """Show or hide a part of a page; one without a parent yet is shown with what it is put into, never by itself.

    By itself it would be a window for a moment, and take the keyboard.
    """
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        from PySide6.QtCore import Qt  # its enums are not read before the first paint

        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)


def text(words: str, look: str = "", *, wrap: bool = True, selectable: bool = False) -> QLabel:
    """A plain-text label (never rich text); `look` is a property that the style sheet selects by."""
    label = _Label(shortened_blanks(words))
    label.setProperty("textFormat", PLAIN_TEXT)
    label.setWordWrap(wrap)
    if look:
        label.setProperty("look", look)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setMinimumSize(1, 1)  # else Qt reserves the height that the text would need in a narrow column
    if selectable:
        label.setProperty("textInteractionFlags", SELECTABLE_BY_MOUSE)
    return label


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by, and style the widget anew; nothing where it has that value."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def mark(theme: "Theme", name: str, role: str) -> QLabel:
    """An icon beside words that say the same, so that a screen reader passes it; no higher than a line of them."""
    label = QLabel()
    label.setProperty("textFormat", PLAIN_TEXT)
    side = theme.px(ICON)
    label.setPixmap(theme.icon(name, role).pixmap(side, side))
    label.setFixedSize(side, max(side, theme.px(_LINE)))
    return label


class ElidedLabel(QLabel):
    """A one-line label that ends in «…» where there is no room; tooltip and accessible name have the whole text."""

    def __init__(self, words: str = "", look: str = "") -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if look:
            self.setProperty("look", look)
        self._whole = ""
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Set the text."""
        self._whole = " ".join(words.split())
        self.setAccessibleName(self._whole)
        self._fit()

    def _fit(self) -> None:
        shown = elided(self, self._whole, max(self.width(), 20))
        super().setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()


def elided(widget: QWidget, words: str, room: int) -> str:
    """A text cut to `room` pixels, ending in «…»."""
    if widget.fontMetrics().horizontalAdvance(words) <= room:
        return words
    from PySide6.QtCore import Qt

    return widget.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)


def plain_tip(words: str) -> str:
    """A tooltip that Qt does not take for rich text."""
    safe = words[:600].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{safe}</qt>"


def line() -> QFrame:
    """A horizontal hairline."""
    frame = QFrame()
    frame.setProperty("look", "line")
    frame.setFixedHeight(1)
    return frame


def framed(look: str) -> QFrame:
    """An empty frame; looks: panel, side, advice, notice, conflict or direction."""
    frame = QFrame()
    frame.setProperty("look", look)
    return frame


def column(parent: QWidget | None = None, *, gap: Gap = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout; its sizes are steps of the design."""
    return _plain(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), gap, margins)


class HeldColumn(QVBoxLayout):
    """The column of a widget that is no wider than its maximum, however wide its place is.

    Qt asks for the height at the width of the place: words that wrap in the narrower widget were cut off below.
    """

    def heightForWidth(self, width: int) -> int:
        """The height at the width that the widget will have."""
        held = self.parentWidget()
        return super().heightForWidth(width if held is None else min(width, held.maximumWidth()))


def held_column(parent: QWidget, widest: int, *, gap: Gap = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """A vertical layout in a widget that becomes no wider than `widest` px."""
    parent.setMaximumWidth(widest)
    return _plain(HeldColumn(parent), gap, margins)


def hold_width(widget: QWidget, width: int | None) -> None:
    """Keep something that wraps at a width in px; None lets it be as wide as its place."""
    widget.setMinimumWidth(1 if width is None else width)
    widget.setMaximumWidth(UNBOUND if width is None else width)


def row(parent: QWidget | None = None, *, gap: Gap = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout; its sizes are steps of the design."""
    return _plain(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), gap, margins)


def _plain(layout: B, gap: Gap, margins: Margins) -> B:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    return layout


def button(words: str, look: str = "", *, tip: str = "", name: str = "") -> QPushButton:
    """A push button whose words wrap where they must; looks: main, text, row, chip, tab; without one, an outline."""
    made = WrappingButton(words.replace("&", "&&"))
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    if tip:
        made.setToolTip(plain_tip(tip))
    if name or tip:
        made.setAccessibleName(name or words)
    return made


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
