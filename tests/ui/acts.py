"""What a person does in the window: goes to a page, presses, types, and leaves a field; and what colleagues send."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from fosdesk.app import Fosdesk
from fosdesk.domain.fields import Record
from fosdesk.domain.journal import Journal
from fosdesk.exchange.school_file import SchoolFile, read_school_file, write_school_file
from fosdesk.store import Store
from fosdesk.ui import tuning
from fosdesk.ui.forms.editors import as_widget
from fosdesk.ui.forms.field_editor import FieldEditor
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.page_registry import place_named
from fosdesk.ui.frame.tabbed_page import TabbedPage
from fosdesk.ui.lists.page_part import PagePart
from fosdesk.ui.safety.privacy_page import PrivacyPage
from fosdesk.ui.start.first_start_page import FirstStartPage
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.workspace import Workspace
from tests.patience import LIMIT
from tests.program import NOON
from tests.reading import words_on

P = TypeVar("P", bound=Page)
R = TypeVar("R", bound=Record)
_TURNS = 12  # of the event loop: what is laid a moment later is seen a moment after that


def begin_school(program: Fosdesk) -> tuple[MainWindow, Desk]:
    """Answer the first start's questions with what it proposes; the window, and its desk."""
    first = program.window.findChild(FirstStartPage)
    assert first is not None
    first.start_school()
    return program.window, desk_of(program)


def desk_of(program: Fosdesk) -> Desk:
    """What the pages of the main window are handed."""
    assert program.window.desk is not None
    return program.window.desk


def window_of(desk: Desk) -> MainWindow:
    """The window whose pages were handed this."""
    assert isinstance(desk.window, MainWindow)
    return desk.window


def page_of(window: MainWindow, key: str, kind: type[P]) -> P:
    """A page, or what is a page of its own as a part of one, shown in the window that is in front."""
    window.go(key, "")
    page = page_in(window, key, kind)
    bring_to_front(window)
    return page


def page_in(window: MainWindow, key: str, kind: type[P]) -> P:
    """A page, or what is a page of its own as a part of one; shown or not."""
    page = window.page(key)
    if not isinstance(page, kind) and isinstance(page, TabbedPage):
        for one in (place_named(key).part or page.part_shown, *page.tabs._names):
            part = page.part(one)
            if isinstance(part, PagePart) and isinstance(part.page, kind):
                page.tabs.show_tab(one)
                page = part.page
                break
    assert isinstance(page, kind)
    return page


def said_on(widget: QWidget) -> str:
    """All words that can be read on a widget, once it has shown what it has to show."""
    settle()
    return "\n".join(words_on(widget))


def settle() -> None:
    """Let the window show what it has to show, also a list that lays a few of its rows a turn."""
    for _ in range(_TURNS):
        QApplication.processEvents()
        while tuning._turns:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def button_on(within: QWidget, words: str) -> QAbstractButton:
    """The visible button that says, or begins with, these words."""
    settle()
    buttons = _buttons(within)
    found = [b for b in buttons if b.text() == words] or [b for b in buttons if b.text().startswith(words)]
    found = found or [b for b in buttons if b.accessibleName().startswith(words)]  # a line that paints its words
    assert found, f"no button says {words!r}; there are {[b.text() for b in buttons]}"
    return found[0]


def has_button(within: QWidget, words: str) -> bool:
    """Whether a visible button says these words."""
    QApplication.processEvents()
    return any(b.text() == words for b in _buttons(within))


def _buttons(within: QWidget) -> list[QAbstractButton]:
    """The visible buttons inside a widget; of a page that is a part of another one also those in the head above it."""
    part = within.parentWidget()
    places = [within, part.acts] if isinstance(part, PagePart) else [within]
    return [b for place in places for b in place.findChildren(QAbstractButton) if b.isVisibleTo(place)]


def press(within: QWidget, words: str) -> None:
    """Click the visible button that says, or begins with, these words."""
    QTest.mouseClick(button_on(within, words), Qt.MouseButton.LeftButton)


def wait_for_work(desk: Desk) -> None:
    """Let long work come to its end, also what begins in the next turn, and be shown."""
    wait_until(lambda: not tuning._turns and not desk.long_work.under_way)
    QApplication.processEvents()


def erase_person(page: PrivacyPage, person: str) -> None:
    """Look somebody up, and erase them for good."""
    settle()
    QTest.mouseClick(page.lines[person], Qt.MouseButton.LeftButton)
    wait_for_work(page.desk)
    press(page, "Slett personen …")
    press(page.dialog, "Slett for godt")
    wait_for_work(page.desk)


def type_in(editor: FieldEditor, typed: str) -> QWidget:
    """Put the cursor into a field and type over what stands there; nobody has left it yet."""
    widget = _emptied(editor)
    QTest.keyClicks(widget, typed)
    return widget


def put_in(editor: FieldEditor, pasted: str) -> QWidget:
    """Paste over what stands in a field; nobody has left it yet."""
    widget = _emptied(editor)
    QApplication.clipboard().setText(pasted)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return widget


def _emptied(editor: FieldEditor) -> QWidget:
    widget = as_widget(editor.editor)
    take_cursor(widget)
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    return widget


def wait_until(holds: Callable[[], object]) -> None:
    """Let the program work until something holds; for what is done off the screen's thread."""
    for _ in range(12_000):
        if holds():
            return
        QTest.qWait(10)
    raise AssertionError("waited in vain")


def bring_to_front(window: QWidget) -> None:
    """Let the keyboard belong to a window, once those that were closed are gone."""
    for _ in range(3):
        QApplication.processEvents()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, LIMIT)


def take_cursor(widget: QWidget) -> None:
    """Put the cursor into a widget of the window that is in front."""
    bring_to_front(widget.window())
    widget.setFocus()
    QApplication.processEvents()
    assert widget.hasFocus()


def leave(editor: FieldEditor) -> None:
    """Take the cursor out of a field, as Tab does."""
    as_widget(editor.editor).clearFocus()
    QApplication.processEvents()


def changed(record: R, **values: Any) -> R:
    """The record with other values."""
    return msgspec.structs.replace(record, **values)


def journal_in(place: Path) -> Journal:
    """The journal of the only school in a store."""
    store = Store.open(place)
    (only,) = store.schools()
    journal = store.journal(only.id)
    store.close()
    return journal


def open_beside(program: Fosdesk, journal: Journal) -> MainWindow:
    """Another school, as it came with a file, in a window of its own."""
    desk_of(program).workspace.store.merge(journal, own=False, now=NOON)
    program.open_school(journal.school)
    window = program.school_window(journal.school)
    assert window is not None
    return window


def copy_of(desk: Desk) -> SchoolFile:
    """One's own school as a school file that was just read."""
    journal = desk.workspace.store.journal(desk.school.id)
    return read_school_file(write_school_file(journal, app="test", made=NOON, reference=False))


def from_colleague(desk: Desk, folder: Path, act: Callable[[Workspace], object]) -> Path:
    """A copy of the school in which a colleague did something, as a file; what one does oneself comes afterwards."""
    store = Store.open(folder / "colleague.db")
    store.merge(copy_of(desk).journal, own=True, now=NOON)
    act(Workspace(store, desk.school.id, role="deputy", app="test", clock=lambda: NOON + 60_000))
    packed = write_school_file(store.journal(desk.school.id), app="test", made=NOON, reference=False)
    store.close()
    (folder / "colleague.db").unlink()
    place = folder / "fra kollega.fosdesk"
    place.write_bytes(packed)
    return place
