"""PagePart: what is a page of its own, as one part of a page with tabs."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from fosdesk.domain.fields import Noun
from fosdesk.ui.controls.plain_widgets import column
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.tabbed_page import Part

_LOWEST = 260  # px at 100 %; in a lower window the whole page scrolls


class PagePart(Part):
    """The page keeps its scrolling; its sentence and its buttons stand in the head, and its title is the tab."""

    hears_all: ClassVar[bool] = True
    fills: ClassVar[bool] = True

    def __init__(self, desk: Desk, page: Page, failed: Callable[[Exception], None]) -> None:
        """`failed` takes what the page raises while Qt shows it; what it raises when refreshed is raised on."""
        super().__init__(desk)
        self.page = page
        self._failed = page.fault_handler = failed
        page.title.hide()
        page.lead.hide()
        self._acts = page.take_acts()
        page.body.setContentsMargins(0, 0, 0, 0)
        # It takes what is left and asks for no more: else the outer page would scroll around one that scrolls.
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        page.setMinimumHeight(desk.theme.px(_LOWEST))
        self._was_told = False  # to show something; before that the page fills itself when it is shown
        column(self, gap=0).addWidget(page)

    @property
    def acts(self) -> QWidget:
        """The page's main buttons."""
        return self._acts

    @property
    def about(self) -> str:
        """The page's sentence."""
        return self.page.lead.text()

    def take_changes(self, changed: frozenset[str] | None) -> None:
        """Let the page show what has changed."""
        if not self._was_told:
            self.refresh()
        elif self._outer_is_coming_up():
            self._raising(lambda: self.page.refresh_before_shown(changed))
        else:
            self._raising(lambda: self.page.mark_stale(changed))

    def _outer_is_coming_up(self) -> bool:
        around = self.parentWidget()
        while around is not None and not isinstance(around, Page):
            around = around.parentWidget()
        return around is not None and around.is_coming_up

    def refresh(self) -> None:
        """Let the page show everything anew."""
        self._raising((lambda: self.page.mark_stale(None)) if self._was_told else self.page.refresh_first)
        self._was_told = True

    def _raising(self, act: Callable[[], object]) -> None:
        self.page.fault_handler = None
        try:
            act()
        finally:
            self.page.fault_handler = self._failed

    def open_record(self, record_id: str) -> None:
        """Open a record on the page."""
        self.page.show_record(record_id)

    def begin_record(self, noun: Noun) -> bool:
        """Begin a record on the page."""
        return self.page.begin_record(noun)

    def search(self) -> bool:
        """Set the focus to the page's search field."""
        return self.page.search()
