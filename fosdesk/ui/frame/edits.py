"""Edits: the one owner of what is typed in a window and not yet stored; whatever closes something asks it first."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from fosdesk.words import Words

_AROUND = 24  # pixels above and below what is scrolled into view


class UnsavedText:
    """Mixed into a widget in which something is typed before it is stored; it reports itself with `Edits.register`."""

    @property
    def dirty(self) -> bool:
        """Whether it holds something that is not stored."""
        raise NotImplementedError

    @property
    def as_typed(self) -> str:
        """What is typed, as it stands; for showing it where the widget itself cannot be shown."""
        raise NotImplementedError

    def commit(self) -> None:
        """Store it. What cannot be stored stays as it was typed, with a sentence beside it that says why."""
        raise NotImplementedError

    def take_cursor(self) -> None:
        """Put the cursor into what is typed."""
        raise NotImplementedError


@runtime_checkable
class Revealing(Protocol):
    """A widget that hides some of what is inside it, such as the tabs of a page."""

    def reveal(self, inside: QWidget) -> None:
        """Show a widget that is somewhere inside."""


class Draft(NamedTuple):
    """Texts of a form that has a button of its own to store them, so that they outlive the form without it."""

    texts: Mapping[str, str]
    page: str = ""  # where the form is; shown before the window closes, unless the texts are not worth asking about


class Edits:
    """Knows every place of one window that holds unsaved text, and is the only way to close what may hold some."""

    def __init__(self, words: Words, say: Callable[[str], None]) -> None:
        """`say` shows one sentence at the foot of the window."""
        self._words, self._show_message = words, say
        self._held: dict[UnsavedText, None] = {}  # in the order in which they were begun
        self.drafts: dict[str, Draft] = {}

    def register(self, text: UnsavedText) -> None:
        """Note a place whose text has changed; to be called at each change, and without effect where it is stored."""
        if text not in self._held and text.dirty:
            self._held[text] = None

    def unsaved(self, within: QWidget | None = None) -> list[UnsavedText]:
        """What is typed and not stored, inside one widget or in the whole window; the place with the cursor first."""
        for text in list(self._held):
            if not isValid(text) or not text.dirty:
                del self._held[text]
        found = [text for text in self._held if within is None or _is_inside(_widget(text), within)]
        cursor = QApplication.focusWidget()
        return sorted(found, key=lambda text: cursor is None or not _is_inside(cursor, _widget(text)))

    def release(self, within: QWidget | None = None) -> bool:
        """Store what is typed inside a widget, or in the whole window; True when that widget may go now.

        False when something cannot be stored: it keeps its text, and is shown with its sentence and the cursor in it.
        """
        self.save(within)
        left = self.unsaved(within)
        if left:
            self._show(left[0])
        return not left

    def save(self, within: QWidget | None = None) -> None:
        """Store what can be stored inside a widget that stays, or whose record is about to be deleted."""
        for text in self.unsaved(within):
            if isValid(text):  # storing another one may have closed it
                text.commit()

    def drop(self, within: QWidget) -> None:
        """Forget what is typed inside a widget, because the record that it belongs to is gone."""
        for text in self.unsaved(within):
            del self._held[text]

    def keep_draft(self, key: str, texts: Mapping[str, str], page: str = "") -> None:
        """Keep what is typed in a form so far, for when it is opened again; without texts, nothing is kept."""
        self.drafts.pop(key, None)
        if texts:
            self.drafts[key] = Draft(texts, page)

    def draft(self, key: str) -> Mapping[str, str]:
        """The texts that were kept for a form."""
        return self.drafts[key].texts if key in self.drafts else {}

    def _show(self, text: UnsavedText) -> None:
        widget = _widget(text)
        around = _ancestors(widget)
        for one in around:
            if isinstance(one, Revealing):
                one.reveal(widget)
        text.take_cursor()

        def scroll() -> None:
            for one in around:
                if isinstance(one, QScrollArea):
                    one.ensureWidgetVisible(widget, 0, _AROUND)

        scroll()
        QTimer.singleShot(0, widget, scroll)  # what was hidden has its place only now
        self._show_message(self._words("Something you wrote is not saved yet. See the sentence below the field."))


def _widget(text: UnsavedText) -> QWidget:
    assert isinstance(text, QWidget)
    return text


def _is_inside(widget: QWidget, other: QWidget) -> bool:
    return widget is other or other.isAncestorOf(widget)


def _ancestors(widget: QWidget) -> list[QWidget]:
    """The widgets around one, the outermost first; beyond a dialog, too."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None:
        found.insert(0, parent)
        parent = parent.parentWidget()
    return found
