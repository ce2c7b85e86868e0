"""Edits: the registry of unsaved text in a window; whatever closes a widget asks it first."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fosdesk.words import Words

_TYPED = "typed"  # in the draft of a single field


class UnsavedText:
    """Interface of widgets that hold typed text before it is stored; they report to `Edits.register`."""

    @property
    def dirty(self) -> bool:
        """Whether it holds text that is not stored."""
        raise NotImplementedError

    @property
    def as_typed(self) -> str:
        """The text as typed, to show where the widget itself cannot be shown."""
        raise NotImplementedError

    @property
    def draft_key(self) -> str:
        """The key under which text that cannot be stored is kept until the next start; empty where it is not."""
        return ""

    def commit(self) -> None:
        """Store the text; what cannot be stored stays, with an error beside it."""
        raise NotImplementedError

    def take_cursor(self) -> None:
        """Set the focus to the text."""
        raise NotImplementedError


@runtime_checkable
class Revealing(Protocol):
    """A widget that hides some of its content, such as tabs."""

    def reveal(self, inside: QWidget) -> None:
        """Show the part that contains a widget."""


class Draft(NamedTuple):
    """The texts of a form with a save button of its own, kept when the form closes without saving."""

    texts: Mapping[str, str]
    page: str = ""  # where the form is; shown before the window closes, unless the texts are not worth asking about


class Edits:
    """Knows every widget of one window that holds unsaved text; `release` is the only way to close such a widget."""

    def __init__(self, words: Words, say: Callable[[str], None]) -> None:
        """`say` shows one sentence at the foot of the window."""
        self._words, self._show_message = words, say
        self._held: dict[UnsavedText, None] = {}  # in the order in which they were begun
        self.drafts: dict[str, Draft] = {}
        # Told the id of each record whose panel opens or closes; what may be open at a time is known here.
        self.record_opened: Callable[[str], object] = lambda _: None
        self.record_closed: Callable[[str], object] = lambda _: None

    def register(self, text: UnsavedText) -> None:
        """Register a widget whose text has changed; called at each change, harmless where it is stored."""
        if text not in self._held and text.dirty:
            self._held[text] = None

    def unsaved(self, within: QWidget | None = None) -> list[UnsavedText]:
        """The widgets with unsaved text inside `within`, or in the window; the focused one first."""
        for text in list(self._held):
            if not isValid(text) or not text.dirty:
                del self._held[text]
        found = [text for text in self._held if within is None or _is_inside(_widget(text), within)]
        cursor = QApplication.focusWidget()
        return sorted(found, key=lambda text: cursor is None or not _is_inside(cursor, _widget(text)))

    def release(self, within: QWidget | None = None) -> bool:
        """Store the text inside `within`, or in the window; True when it may close.

        False when something cannot be stored: it keeps its text, and is shown with its error and the focus.
        """
        self.save(within)
        left = self.unsaved(within)
        if left:
            self._show(left[0])
        return not left

    def save(self, within: QWidget | None = None) -> None:
        """Store what can be stored inside a widget that stays open, or whose record is about to be deleted."""
        for text in self.unsaved(within):
            if isValid(text):  # storing another one may have closed it
                text.commit()

    def drop(self, within: QWidget) -> None:
        """Discard unsaved text inside a widget whose record was deleted."""
        for text in self.unsaved(within):
            del self._held[text]

    def keep_draft(self, key: str, texts: Mapping[str, str], page: str = "") -> None:
        """Keep the texts of a form for when it is opened again; without texts, the draft is removed."""
        self.drafts.pop(key, None)
        if texts:
            self.drafts[key] = Draft(texts, page)

    def draft(self, key: str) -> Mapping[str, str]:
        """The texts kept for a form; empty when there are none."""
        return self.drafts[key].texts if key in self.drafts else {}

    def keep_typed(self, key: str, typed: str) -> None:
        """Keep what is typed until `take_typed` gives it back, also after a restart; blank text is removed."""
        self.keep_draft(key, {_TYPED: typed} if typed.strip() else {})

    def take_typed(self, key: str) -> str:
        """What was typed and is not stored, from this session or the last; given once. Empty when there is none."""
        return self.drafts.pop(key).texts.get(_TYPED, "") if key in self.drafts else ""

    def left_over(self) -> dict[str, Draft]:
        """What is to be kept until the next start: the drafts, and what is typed and cannot be stored."""
        typed = {text.draft_key: Draft({_TYPED: text.as_typed}) for text in self.unsaved() if text.draft_key}
        return {**self.drafts, **typed}

    def not_shown_yet(self) -> dict[str, Draft]:
        """What the last session left and nobody has seen since."""
        return {key: draft for key, draft in self.drafts.items() if _TYPED in draft.texts}

    def _show(self, text: UnsavedText) -> None:
        widget = _widget(text)
        for one in _ancestors(widget):
            if isinstance(one, Revealing):
                one.reveal(widget)
        from fosdesk.ui.controls.scrolling import scroll_into_view

        text.take_cursor()
        scroll_into_view(widget)
        self._show_message(self._words("Something you wrote is not saved yet. See the sentence below the field."))


def _widget(text: UnsavedText) -> QWidget:
    assert isinstance(text, QWidget)
    return text


def _is_inside(widget: QWidget, other: QWidget) -> bool:
    return widget is other or other.isAncestorOf(widget)


def _ancestors(widget: QWidget) -> list[QWidget]:
    """The parents of a widget, outermost first, also beyond its dialog."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None:
        found.insert(0, parent)
        parent = parent.parentWidget()
    return found
