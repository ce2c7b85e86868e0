"""The editor of a link: shows what it points to, opens the search for another, follows it and clears it."""

from collections.abc import Callable
from typing import ClassVar

import msgspec
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from fosdesk.display.noun_words import noun_one
from fosdesk.domain.fields import NOUNS, Long, Reference, Scalar, Short
from fosdesk.domain.rules.links import noun_of_target
from fosdesk.domain.values.fractional_index import at_the_end
from fosdesk.ui.controls.plain_widgets import button, plain_tip, row
from fosdesk.ui.forms.editors import Editor
from fosdesk.ui.forms.link_choices import LinkChoices
from fosdesk.ui.forms.link_popup import LinkPopup
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.places import go_to_record
from fosdesk.ui.tuning import ENTER_KEYS

_GAP, _ARROW = 10, 14
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class LinkField(QPushButton):
    """The title of what is chosen, and quietly what it is; an arrow shows that there is something to open."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._title, self._facts, self._blank = "", "", ""
        self.frozen = False
        self.setProperty("look", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(desk.theme.px(120))

    def show_words(self, title: str, facts: str, blank: str) -> None:
        """Show a title and what is said beside it; `blank` where there is no title."""
        self._title, self._facts, self._blank = title, facts, blank
        whole = " · ".join(filter(None, (title, facts)))
        self.setToolTip(plain_tip(whole) if whole else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame by the style sheet, then the words."""
        super().paintEvent(event)
        painter, elide = QPainter(self), Qt.TextElideMode.ElideRight
        rect = self.rect().adjusted(_GAP if not self.frozen else 0, 0, -_GAP, 0)
        if not self.frozen:
            size = self._theme.px(_ARROW)
            self._theme.icon("chevron-down").paint(
                painter, QRect(rect.right() - size, rect.center().y() - size // 2, size, size)
            )
            rect.setRight(rect.right() - size - _GAP)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("ink" if self._title else "quiet"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        least = rect.width() // 3 if self._facts else 0
        title = painter.fontMetrics().elidedText(self._title or self._blank, elide, rect.width() - least)
        painter.drawText(rect, middle, title)
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(title) + _GAP)
        painter.setFont(self._theme.font(14))
        painter.setPen(self._theme.colour("quiet"))
        painter.drawText(rect, middle, painter.fontMetrics().elidedText(self._facts, elide, rect.width()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that act here from shortcuts of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _acts(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the editor, and arrows to the page: in a button they would move the cursor."""
        self.key_pressed.emit(event)
        if not event.isAccepted() and event.key() not in _ARROWS:
            super().keyPressEvent(event)


class LinkEditor(QWidget, Editor):
    """A link to a record.

    Enter, Space, Alt+Down and a letter open the search; Delete clears; Ctrl+Enter follows.
    """

    committed = Signal()
    saves_in_pauses: ClassVar[bool] = False

    def __init__(self, desk: Desk, field: Reference, ask_name: Callable[[str], str] | None = None) -> None:
        """`ask_name` asks for the title of a new record of the noun that the field is for."""
        super().__init__()
        self._desk, self._ask = desk, ask_name
        self._noun = NOUNS[field.target] if field.target else None
        self._choices = LinkChoices(desk, field)
        self._chosen, self._asked = "", ""  # the id; the title of a record that is to be made, and is not stored yet
        self._label = ""
        self._read_only = False
        self.own_record = ""  # the record whose field it is, which is not offered
        self.popup: LinkPopup | None = None
        words = desk.words
        layout = row(self, gap=4)
        self.field = LinkField(desk)
        self.field.clicked.connect(self._press)
        self.field.key_pressed.connect(self._key)
        layout.addWidget(self.field, 1)
        self.clear_button = QToolButton()
        self.clear_button.setIcon(desk.theme.icon("x"))
        self.clear_button.setProperty("look", "clear")
        self.clear_button.setToolTip(plain_tip(words("Remove the link (Delete)")))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.clicked.connect(self._clear)
        layout.addWidget(self.clear_button)
        self.follow_button = button(words("Open"), "text", tip=words("Ctrl+Enter"))
        self.follow_button.clicked.connect(self.follow)
        layout.addWidget(self.follow_button)
        self.setFocusProxy(self.field)
        self._show()

    def value(self) -> Scalar:
        """The id of the chosen record; makes the new one that was asked for. FosdeskError when it cannot be stored."""
        if self._asked and self._noun is not None:
            blank = at_the_end(self._desk.school, self._noun)
            made = self._desk.workspace.add(msgspec.structs.replace(blank, **{self._noun.title: self._asked}))
            self._chosen, self._asked = made.id, ""
            self._show()
        return self._chosen

    def show_value(self, value: Scalar) -> None:
        """Show a stored link; what was deleted is shown as «deleted»."""
        self._chosen, self._asked = str(value or ""), ""
        self._show()

    def set_read_only(self) -> None:
        """Make it read-only; it can still be followed."""
        self._read_only = self.field.frozen = True
        self.field.setProperty("frozen", True)
        self._show()

    def follow(self) -> None:
        """Show what it points to on its page."""
        if noun_of_target(self._desk.school, self._chosen) is not None:
            go_to_record(self._desk, self._chosen)

    def open_search(self, typed: str = "") -> None:
        """Open the search, with what was typed in it."""
        if self._read_only:
            return
        desk = self._desk
        self.popup = LinkPopup(desk, self._choices, self._label, self, without=self.own_record, new=self._new_kind())
        self.popup.taken.connect(self._take)
        self.popup.asked.connect(self._make)
        self.popup.open_below(self.field)
        self.popup.typed.setText(typed)

    def _new_kind(self) -> str:
        """The kind of record that may be made here; empty for none."""
        noun = self._noun
        makes = noun is not None and self._ask is not None and isinstance(noun.fields.get(noun.title), Short | Long)
        return noun_one(self._desk.words, noun) if makes and noun is not None else ""

    def _take(self, record_id: str) -> None:
        self._chosen, self._asked = record_id, ""
        self._done()

    def _make(self, typed: str) -> None:
        self._asked = typed or (self._ask(self._new_kind()) if self._ask is not None else "")
        if self._asked:
            self._done()

    def _clear(self) -> None:
        if self._chosen and not self._read_only:
            self._chosen, self._asked = "", ""
            self._done()

    def _done(self) -> None:
        self._show()
        self.field.setFocus()
        self.committed.emit()

    def _press(self) -> None:
        self.follow() if self._read_only else self.open_search()

    def _key(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        controls = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
        if key in ENTER_KEYS and controls:
            self.follow()
        elif _opens(event) or key in ENTER_KEYS:
            self._press()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not controls:
            self._clear()
        elif typed and typed.isprintable() and not typed.isspace() and not controls:
            self.open_search(typed)
        else:
            event.ignore()
            return
        event.accept()

    def _show(self) -> None:
        words, school = self._desk.words, self._desk.school
        there = noun_of_target(school, self._chosen) is not None
        choice = self._choices.choice(self._chosen) if self._chosen else None
        title = self._asked or (choice.title if choice is not None else "")
        facts = choice.facts if choice is not None and not self._asked else ""
        self.field.show_words(title, facts, "–" if self._read_only else words("Search and choose …"))
        self.clear_button.setVisible(bool(self._chosen) and not self._read_only)
        self.follow_button.setVisible(there)
        said = ", ".join(filter(None, (title, facts))) or words("(empty)")
        self.field.setAccessibleName(f"{self._label}: {said}" if self._label else said)
        self.follow_button.setAccessibleName(f"{words('Open')}: {title}")
        self.clear_button.setAccessibleName(words("Remove the link: {title}", title=title))

    def setAccessibleName(self, name: str) -> None:
        """Name the field, which says its label and what is chosen."""
        self._label = name
        super().setAccessibleName(name)
        self._show()

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the field."""
        super().setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)


def _opens(event: QKeyEvent) -> bool:
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
    return event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F4)


def _acts(event: QKeyEvent) -> bool:
    return _opens(event) or event.key() in (*ENTER_KEYS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
