"""Creates, shows and refreshes the pages of a window; a page that raises is replaced by a sentence."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fosdesk.domain.fields import NOUNS, Noun
from fosdesk.errors import FosdeskError
from fosdesk.ui.controls.plain_widgets import button, column, text
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.page_registry import PAGES, page_names
from fosdesk.ui.frame.places import part_of
from fosdesk.ui.window.crash import LOG_NAME, log_fault
from fosdesk.ui.window.guard import attempt


def _tool(record_id: str) -> Noun | None:
    """The noun whose key stands in place of the id of a record, where a part of a page keeps it."""
    noun = NOUNS.get(record_id)
    return noun if noun is not None and part_of(noun) else None


class FailedPage(Page):
    """Replaces a page that raised an exception: a sentence and a button to try again."""

    again_requested = Signal()

    def __init__(self, desk: Desk, title: str, sentence: str) -> None:
        self._sentence = sentence
        super().__init__(desk, title, "")

    def build(self) -> None:
        """Create the sentence, the place for unsaved text, and the button."""
        self.body.addWidget(text(self._sentence))
        self._unsaved = column(gap=4)
        self.body.addLayout(self._unsaved)
        self.again = button(self.words("Try again"))
        self.again.clicked.connect(self.again_requested)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.again)

    def show_unsaved(self, texts: list[str]) -> None:
        """Show the text that could not be saved, so that it can be copied."""
        self._unsaved.addWidget(text(self.words("This is not saved yet:"), "label"))
        for typed in texts:
            self._unsaved.addWidget(text(typed, selectable=True))


class PageHost(QObject):
    """Pages by key; no exception of a page leaves it."""

    def __init__(self, desk: Desk, stack: QStackedWidget) -> None:
        """`stack` shows one page at a time."""
        super().__init__(stack)
        self._desk, self._stack = desk, stack
        if not stack.count():
            stack.addWidget(QWidget())  # else the page made first would be shown, and so filled, in the same turn
        self.pages: dict[str, Page] = {}  # by key; a FailedPage where the page itself raised
        self._sentences: dict[str, str] = {}  # about pages that are still to give way
        self._put_aside: dict[str, Page] = {}  # pages that gave way and hold text that could not be saved

    def page(self, key: str) -> Page:
        """A page by its key, created when first asked for."""
        if key not in self.pages:
            self._place(key, self._made(key))
            self._give_way(key)
        return self.pages[key]

    def show(self, key: str, record_id: str = "", part: str = "") -> Page:
        """Show a page, turned to `part` or where a record or a noun is shown; returns it, or what replaces it."""
        page = self.page(key)
        tool = _tool(record_id)
        if part:
            self._try(key, lambda: page.turn_to_part(part))
        elif tool is not None:
            self._try(key, lambda: page.show_tool(tool))
        elif record_id and page is not self._stack.currentWidget():
            self._try(key, lambda: page.turn_to(record_id))
        self._stack.setCurrentWidget(self.pages[key])
        self._give_way(key)
        return self.pages[key]

    def show_record(self, key: str, record_id: str) -> None:
        """Open a record on a page; for the key of a noun that has a part of its own, that part is shown already."""
        page = self.page(key)
        if _tool(record_id) is None:
            self._try(key, lambda: page.show_record(record_id))

    def show_field(self, key: str, record_id: str, name: str) -> bool:
        """Show a field of the record that is open on a page; False where the page does not show it."""
        from fosdesk.ui.forms.field_finding import show_field

        return show_field(self.page(key), record_id, name)

    def mark_stale(self, changed: frozenset[str] | None) -> None:
        """Refresh all pages for these changed records; None means that all may have changed, or the day."""
        for key, page in list(self.pages.items()):
            page.mark_stale(changed)
            self._give_way(key)

    def try_again(self, key: str) -> None:
        """Create a failed page anew; one with unsaved text is refreshed instead, so that the text stays."""
        shown = self._stack.currentWidget() is self.pages[key]
        stand_in, kept = self.pages[key], self._put_aside.get(key)
        if kept is not None:
            try:
                kept.refresh(None)
            except Exception as fault:
                log_fault(self._desk.folder, fault)
                return
            del self._put_aside[key]
            self._place(key, kept)
        else:
            del self.pages[key]
        self._remove(stand_in)
        if shown:
            self.show(key).setFocus()

    # -- making

    def _made(self, key: str) -> Page:
        place = next(place for place in PAGES if place.key == key)
        try:
            page_class = getattr(import_module(place.module), place.page)
            # A class that is more than one page is told which one: the phase, or the whole key.
            which = (key.partition(":")[2],) if ":" in key else () if page_class.key else (key,)
            made: Page = page_class(self._desk, *which)
        except Exception as fault:
            sentence = self._logged(fault)
        else:
            return made
        return self._stand_in(key, self._name(key), sentence)

    def _place(self, key: str, page: Page) -> None:
        self.pages[key] = page
        page.fault_handler = lambda fault: self._failed(key, fault)
        self._stack.addWidget(page)

    def _remove(self, page: Page) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()

    # -- failing

    def _try(self, key: str, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as fault:
            self._failed(key, fault)
        self._give_way(key)

    def _failed(self, key: str, fault: Exception) -> None:
        # It may have happened while Qt is showing the page, so it gives way when that is done.
        self._sentences[key] = self._logged(fault)
        QTimer.singleShot(0, self, lambda: self._give_way(key))

    def _give_way(self, key: str) -> None:
        sentence = self._sentences.pop(key, "")
        if not sentence:
            return
        failed = self.pages[key]
        failed.fault_handler = lambda _: None
        shown = self._stack.currentWidget() is failed
        stand_in = self._stand_in(key, failed.title.text(), sentence)
        self._place(key, stand_in)
        if shown:
            self._stack.setCurrentWidget(stand_in)
        attempt(lambda: self._desk.edits.save(failed))
        left = [one.as_typed for one in self._desk.edits.unsaved(failed)]
        if left:
            stand_in.show_unsaved(left)
            self._put_aside[key] = failed
        else:
            self._remove(failed)

    def _logged(self, fault: Exception) -> str:
        """Log an exception; returns the sentence to show."""
        words = self._desk.words
        log_fault(self._desk.folder, fault)
        if isinstance(fault, FosdeskError):
            return words(fault.sentence, **fault.arguments)
        return words(
            "This page cannot be shown just now. What is saved is still there, and the other pages work as before. "
            "Details are in {file}.",
            file=str(self._desk.folder / LOG_NAME),
        )

    def _stand_in(self, key: str, title: str, sentence: str) -> FailedPage:
        made = FailedPage(self._desk, title, sentence)
        made.again_requested.connect(lambda: self.try_again(key))
        return made

    def _name(self, key: str) -> str:
        words = self._desk.words
        return page_names(words).get(key) or words("phase {n}", n=key[-1]).capitalize()
