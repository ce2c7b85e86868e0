"""Texts with the differing words marked, and two such texts beside each other."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from fosdesk.display.record_words import value_words
from fosdesk.domain.changes.text_difference import Piece, Pieces, shortened, word_changes
from fosdesk.domain.fields import Field, Long, Scalar, Short
from fosdesk.ui.controls.plain_widgets import column, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.theme import Theme

_TURNS_AT = 520


class DifferingText(QTextEdit):
    """Read-only plain text, as high as its content."""

    def __init__(self, theme: Theme, pieces: Pieces, *, gone: bool, name: str) -> None:
        """`gone` strikes the differing words out; otherwise they are marked as new."""
        super().__init__()
        self.setProperty("look", "differing")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        said = "".join(piece.text for piece in pieces)
        self.setAccessibleName(f"{name}: {said[:400]}" if name else said[:400])
        plain, marked = QTextCharFormat(), QTextCharFormat()
        if gone:
            marked.setFontStrikeOut(True)
            marked.setForeground(theme.colour("quiet"))
            marked.setBackground(theme.colour("sand"))
        else:
            marked.setFontWeight(QFont.Weight.DemiBold)
            marked.setBackground(theme.colour("accent_soft"))
            marked.setForeground(theme.colour("ink"))
        another = len(pieces) == 1 and pieces[0].differs  # a text of its own, in which no words need be pointed out
        cursor = QTextCursor(self.document())
        for piece in pieces:
            cursor.insertText(piece.text, marked if piece.differs and not another else plain)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(ceil(self.document().size().height()) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the height for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def one_text(desk: Desk, field: Field, value: Scalar, school_words: str | None = None) -> str:
    """A value for display, cut to the length there is room for."""
    shown = (
        school_words if school_words is not None else value_words(desk.words, desk.framework, desk.school, field, value)
    )
    if not shown:
        return desk.words("(empty)")
    return "".join(piece.text for piece in shortened((Piece(shown, False),)))


class TwoTexts(SideBySide):
    """The same field twice, with captions and the differing words marked."""

    def __init__(
        self,
        desk: Desk,
        field: Field,
        values: tuple[Scalar, Scalar],
        captions: tuple[str, str],
        *,
        shown: tuple[str, str] | None = None,
        equal: bool = False,
        acts: Sequence[QWidget | None] = (),
    ) -> None:
        """`shown` gives the displayed values where the open school cannot; `equal` marks neither as newer.

        `acts` are placed below each text.
        """
        super().__init__(desk.theme.px(_TURNS_AT), gap=20, narrow_gap=6)
        said = shown or tuple(value_words(desk.words, desk.framework, desk.school, field, v) for v in values)
        is_text = isinstance(field, Short | Long) and all(said)
        pieces = word_changes(said[0], said[1]) if is_text else (_whole(said[0]), _whole(said[1]))
        for place, (caption, mine) in enumerate(zip(captions, pieces, strict=True)):
            act = acts[place] if acts else None
            self.add(self._side(desk, caption, mine, act, gone=place == 0 and not equal and is_text))

    @staticmethod
    def _side(desk: Desk, caption: str, pieces: Pieces, act: QWidget | None, *, gone: bool) -> QWidget:
        side = QWidget()
        body = column(side, gap=1)
        if caption:
            body.addWidget(text(caption, "quiet"))
        if pieces:
            body.addWidget(DifferingText(desk.theme, shortened(pieces), gone=gone, name=caption))
        else:
            body.addWidget(text(desk.words("(empty)"), "quiet"))
        if act is not None:
            body.addSpacing(4)
            body.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        return side


def _whole(said: str) -> Pieces:
    return (Piece(said, False),) if said else ()
