"""Keeps the search index of a window up to date, some records at a time, while nobody types."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.ui.frame.desk import Desk
from fosdesk.ui.window.input_watch import InputWatch

_PORTION = 0.006  # seconds of work at a time, less than half a frame
_AT_ONCE = 0.012  # seconds when a search begins; a small school is whole then
_BETWEEN = 8  # ms between two portions
_AFTER_INPUT = 400  # ms without input before the next portion, unless a search waits for it


class IndexBuilding(QObject):
    """The index and what feeds it; `ready` is emitted when all that waited is indexed."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.speech = ShownSpeech(desk.words)
        self.index = SearchIndex(desk.framework, speech=self.speech, today=desk.day())
        self._input = InputWatch(self)
        self._hurries = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._portion)
        self.index.follow(desk.school)
        desk.workspace.changed.connect(self._follow)

    @property
    def is_whole(self) -> bool:
        """Whether everything is indexed."""
        return not self.index.waits

    def begin(self) -> None:
        """Index in idle time."""
        if not self.is_whole and not self._timer.isActive():
            self._input.start()
            self._timer.start(_BETWEEN)

    def hurry(self, on: bool) -> None:
        """Go on although there is input, because somebody searches; a portion is never felt. False: as before."""
        self._hurries = on
        self.index.follow(self._desk.school, (), self._desk.day())
        if on:
            self.index.work(_for(_AT_ONCE))
        self.begin()

    def _follow(self, changed: frozenset[str]) -> None:
        self.index.follow(self._desk.school, changed, self._desk.day())
        self.begin()

    def _portion(self) -> None:
        if self._input.take() and not self._hurries:
            self._timer.start(_AFTER_INPUT)
            return
        if self.index.work(_for(_PORTION)):
            self._input.stop()
            self.ready.emit()
        else:
            self._timer.start(_BETWEEN)


def _for(seconds: float) -> Callable[[], bool]:
    end = perf_counter() + seconds
    return lambda: perf_counter() < end
