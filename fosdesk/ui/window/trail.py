"""Trail: the places one came from and went back from, as a browser keeps them; for one window, until it closes."""

from typing import NamedTuple, Protocol

from fosdesk.ui.frame.page import Page
from fosdesk.ui.frame.recent_records import RecentRecords

_MOST = 100


class WalkedWindow(Protocol):
    """What the trail needs of the window."""

    @property
    def current_key(self) -> str:
        """The key of the page that is shown; empty before the first."""

    def page(self, key: str) -> Page:
        """A page by its key."""

    def leave_page(self) -> bool:
        """Save what is unsaved on the page that is shown; False where that cannot be stored."""

    def arrive(self, key: str, part: str, record_id: str) -> None:
        """Show a page, a part of it and a record."""


class Spot(NamedTuple):
    """A page, a part of it, and the record that is open there; the last two may be empty."""

    page: str
    part: str = ""
    record: str = ""


class Trail:
    """Keeps keys and ids only; a record that is gone by then is passed over by its page."""

    def __init__(self, window: WalkedWindow, recent: RecentRecords) -> None:
        self._window, self._recent = window, recent
        self._back: list[Spot] = []
        self._forward: list[Spot] = []

    def leave(self, page: str, record: str) -> None:
        """Note the place that is left for a page and a record; called before it is left."""
        here = self._here()
        is_same = here.page == page and record in ("", here.record)
        if here.page and not is_same:
            self._back = [*self._back, here][-_MOST:]
            self._forward.clear()

    def back(self) -> None:
        """Go to where one came from, if there is such a place."""
        self._step(self._back, self._forward)

    def forward(self) -> None:
        """Go to where one went back from, if there is such a place."""
        self._step(self._forward, self._back)

    def _here(self) -> Spot:
        key = self._window.current_key
        return Spot(key, self._window.page(key).part_shown, self._recent.open_on(key)) if key else Spot("")

    def _step(self, source: list[Spot], target: list[Spot]) -> None:
        """Show the latest place of one list, as it was left; what is open there stays, so that nothing scrolls."""
        if source and self._window.leave_page():
            target.append(self._here())
            spot = source.pop()
            is_open = spot.record == self._recent.open_on(spot.page)
            self._window.arrive(spot.page, spot.part, "" if is_open else spot.record)
