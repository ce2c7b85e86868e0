"""Rows of a translation card: a question to the left, the source and the school beside each other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fosdesk.display.noun_words import label_words
from fosdesk.domain.fields import fields_of
from fosdesk.domain.records import TranslationNote
from fosdesk.ui.controls.plain_widgets import column, line, set_shown, set_style_property, text
from fosdesk.ui.controls.side_by_side import SideBySide
from fosdesk.ui.forms.editors import LongEditor, as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.steps import UNBOUND

_QUESTION = 124  # px at 100 %
_TURNS_AT = 520
SOURCE, HERE, OURS = "source", "here", "ours"  # how a text looks: of the source, of the school, its own words


class CardText(QWidget):
    """One text of a card; its caption is shown where no head of a column says what it is."""

    def __init__(self, desk: Desk, name: str, look: str, *, captioned: bool) -> None:
        super().__init__()
        self.look = look
        self.is_captioned = captioned
        body = column(self, gap=2)
        self.caption = text(label_words(desk.words, fields_of(TranslationNote)[name]), "note")
        set_shown(self.caption, captioned)
        body.addWidget(self.caption)
        self.editor = FieldEditor(desk, TranslationNote, "", name, label="", lines=1)
        shown = as_widget(self.editor.editor)
        self.caption.setBuddy(shown)
        if isinstance(self.editor.editor, LongEditor):
            set_style_property(shown, "look", look)
        body.addWidget(self.editor)
        body.addStretch(1)

    def show_caption(self, *, shown: bool) -> None:
        """Show what the text is about, where the head of a column does not."""
        set_shown(self.caption, (shown or self.is_captioned) and not self.editor.isHidden())


class CardRow(QWidget):
    """The texts stand beside each other, or below each other where the card is narrow."""

    def __init__(self, desk: Desk, question: str, parts: Sequence[QWidget]) -> None:
        super().__init__()
        body = column(self, gap=8)
        body.addWidget(line())
        self._whole = SideBySide(desk.theme.px(_TURNS_AT), gap=12, narrow_gap=6)
        self.parts = parts
        asked = self._asked = text(question, "quiet")
        self._question_width = desk.theme.px(_QUESTION)
        asked.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        asked.setContentsMargins(0, 4, 0, 0)
        self._whole.add(asked, 0)
        for part in parts:
            self._whole.add(part, 1)
        self._whole.turned.connect(lambda _: self._fit())
        body.addWidget(self._whole)
        self._fit()

    def _fit(self) -> None:
        """Beside the texts the question has a column of its own, above them the whole line."""
        wide = self._whole.is_wide
        self._asked.setMinimumWidth(self._question_width if wide else 0)
        self._asked.setMaximumWidth(self._question_width if wide else UNBOUND)
        set_shown(self._asked, wide or bool(self._asked.text()))
        self.show_captions()

    def show_captions(self) -> None:
        """Show what each text is where the columns have gone."""
        for part in self.parts:
            if isinstance(part, CardText):
                part.show_caption(shown=not self._whole.is_wide)


def heads(desk: Desk) -> SideBySide:
    """The heads of the two columns, as wide as the columns."""
    made = SideBySide(desk.theme.px(_TURNS_AT), gap=12, narrow_gap=6)
    first = text("")
    first.setFixedWidth(desk.theme.px(_QUESTION))
    titles = [text(desk.words("In the source"), "strong"), text(desk.words("Here at the school"), "strong")]
    made.add(first, 0)
    for one in titles:
        made.add(one, 1)

    def show(wide: bool) -> None:
        for one in (first, *titles):
            set_shown(one, wide)

    made.turned.connect(show)
    show(made.is_wide)
    return made
