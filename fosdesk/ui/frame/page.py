"""Page: the base class of all pages: scrolls, refreshes when visible, and stores nothing but record ids."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fosdesk.domain.fields import Noun
from fosdesk.ui.controls.plain_widgets import column, row, set_shown, text
from fosdesk.ui.controls.scroll_sheet import SheetArea, lay_sheet
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.style.steps import RINGED
from fosdesk.ui.tuning import in_next_turn

_ACTS_BELOW = 480  # narrower than this, the main buttons stand below the title


class Page(QWidget):
    """Gets the Desk; `build` creates its widgets once, `refresh` shows the current school."""

    key: ClassVar[str] = ""

    def __init__(self, desk: Desk, title: str, lead: str) -> None:
        """`lead` is the sentence below the title that says what the page is for."""
        super().__init__()
        self.desk = desk
        self.words = desk.words
        self.setObjectName("page")
        self.setAccessibleName(title)
        # Takes what `refresh` raises; without one it is raised on. Nothing may leave `showEvent` through Qt.
        self.fault_handler: Callable[[Exception], None] | None = None
        self._stale: frozenset[str] | None = frozenset()  # None: all may have changed
        self._shown_once = False
        self._is_coming_up = False
        self._parts_due: list[Callable[[], object]] = []  # that are refreshed in the next turns
        outer = row(self, gap=0)
        self.scroller = SheetArea()
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._outer: QHBoxLayout = outer
        outer.addWidget(self.scroller, 1)
        self.body: QVBoxLayout = column(lay_sheet(self.scroller, "sheet"), gap=16, margins=(32, 20, 32, 28))
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(12)
        words = column(gap=2)
        self.title = text(title, "title")
        self.lead = text(lead, "lead")
        self.title.setProperty(RINGED, True)  # it has the cursor when the page has just come
        self.setFocusProxy(self.title)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        if not lead:  # showing it before it has its place would make it a window, which takes the keyboard
            self.lead.hide()
        self._acts = row(gap=12)
        self.head.addLayout(words, 1)
        self.head.addLayout(self._acts)
        self.body.addLayout(self.head)
        self.build()
        self.body.addStretch(1)

    def build(self) -> None:
        """Create the widgets; called once."""

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the current school; `changed` holds the ids of records that differ, None means all may."""

    def show_record(self, record_id: str) -> None:
        """Scroll to one record and open it."""

    def turn_to(self, record_id: str) -> None:
        """Choose the part that shows a record, before the page is shown, so that no other part is filled for it."""

    @property
    def part_shown(self) -> str:
        """The key of the part that is shown; empty where the page has no parts."""
        return ""

    def turn_to_part(self, key: str) -> None:
        """Show a part by its key, where the page has it."""

    def show_tool(self, noun: Noun) -> None:
        """Show where the records of a noun are kept; a page with one list shows it anyway."""

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record of a noun, with the cursor in it; False where the page does not make one."""
        return False

    def search(self) -> bool:
        """Set the focus to the page's search field; False when it has none."""
        return False

    def main_act(self, button: QWidget) -> None:
        """Place the page's main button at the right of its title, and below it where the page is narrow."""
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._acts.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def take_acts(self) -> QWidget:
        """The page's main buttons, taken from its head to be placed elsewhere."""
        taken = QWidget()
        beside = row(taken, gap=12)
        while (item := self._acts.takeAt(0)) is not None:
            act = item.widget()
            if act is not None:
                was_hidden = act.isHidden()
                beside.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
                set_shown(act, not was_hidden)
        return taken

    def side_panel(self, widget: QWidget) -> None:
        """Place a panel at the right edge, outside the scroll area."""
        self._outer.addWidget(widget)

    def mark_stale(self, changed: frozenset[str] | None) -> None:
        """Refresh now if visible, else when shown next; `changed` as in `refresh`."""
        if self.isVisible():
            self._refresh(changed)
        elif changed is None or self._stale is None:
            self._stale = None
        else:
            self._stale |= changed

    def refresh_first(self) -> None:
        """Refresh unless that was done before; done while hidden, what is left to the showing is layout and paint."""
        if not self._shown_once:
            self._shown_once, self._stale = True, frozenset()
            self.refresh_before_shown(None)

    @property
    def is_coming_up(self) -> bool:
        """Whether it is being shown, so that all of it has to be as it should be at once."""
        return self._is_coming_up

    @property
    def is_filled(self) -> bool:
        """Whether it was refreshed before."""
        return self._shown_once

    def refresh_in_turns(self, *parts: Callable[[], object]) -> None:
        """Refresh parts of the page in one turn each, where all at once would be felt.

        At once while the page is being shown: nobody shall see a part of it that is not as it should be.
        """
        for part in parts:
            if self._is_coming_up:
                part()
            elif part not in self._parts_due:
                self._parts_due.append(part)
                in_next_turn(self, self._refresh_next_part)

    def _refresh_next_part(self) -> None:
        part = self._parts_due.pop(0)
        if self.isVisible():
            self._guarded(part)
        else:  # its window may be closed, and the store with it; shown again, the page is refreshed whole
            self._stale = None

    def refresh_before_shown(self, changed: frozenset[str] | None) -> None:
        """Refresh all of it at once, as it, or what it stands in, is being shown."""
        self._is_coming_up = True
        try:
            self._refresh(changed)
        finally:
            self._is_coming_up = False

    def _refresh(self, changed: frozenset[str] | None) -> None:
        self._guarded(lambda: self.refresh(changed))

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as fault:
            if self.fault_handler is None:
                raise
            self.fault_handler(fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the main buttons where there is room for them."""
        super().resizeEvent(event)
        narrow = self.width() < self.desk.theme.px(_ACTS_BELOW)
        turned = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if turned != self.head.direction():
            self.head.setDirection(turned)
            self.head.setAlignment(self._acts, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh after changes while hidden."""
        super().showEvent(event)
        self.refresh_first()
        if self._stale is None or self._stale:
            changed, self._stale = self._stale, frozenset()
            self.refresh_before_shown(changed)
