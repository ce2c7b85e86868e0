"""RecordSearch: the search index of the open school, kept up to date some records at a time while nobody types."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk.display.record_words import record_words
from fosdesk.display.search_speech import ShownSpeech
from fosdesk.domain.fields import Record
from fosdesk.domain.framework import Framework
from fosdesk.domain.rules.search_index import SearchIndex
from fosdesk.domain.values.text_folding import folded
from fosdesk.ui.frame.input_watch import InputWatch
from fosdesk.words import Words
from fosdesk.workspace import Workspace

_PORTION = 0.006  # seconds of work at a time, less than half a frame
_AT_ONCE = 0.012  # seconds when a search begins; a small school is whole then
_BETWEEN = 8  # ms between two portions
_AFTER_INPUT = 400  # ms without input before the next portion, unless a search waits for it


class RecordSearch(QObject):
    """One for each window: its search and its pickers ask the same index. `ready` tells that nothing waits any more."""

    ready = Signal()

    def __init__(
        self, framework: Framework, words: Words, workspace: Workspace, day: Callable[[], str], parent: QObject
    ) -> None:
        """`day` gives today as YYYY-MM-DD."""
        super().__init__(parent)
        self._framework, self._words, self._workspace, self._day = framework, words, workspace, day
        self.speech = ShownSpeech(words)
        self.index = SearchIndex(framework, speech=self.speech, today=day())
        self._input = InputWatch(self)
        self._hurries = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._portion)
        self.index.follow(workspace.school)
        workspace.changed.connect(self._follow)

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
        self.index.follow(self._workspace.school, (), self._day())
        if on:
            self.index.work(_for(_AT_ONCE))
        self.begin()

    def find(self, typed: str, limit: int, kind: type[Record] | None = None) -> list[str]:
        """The ids of the records that fit what is typed, best match first; of one `kind` if given.

        All is searched, also what is private; what still waits is indexed first.
        """
        self.index.work(lambda: True)
        found = self.index.find(typed, limit, private=True, kind=kind, by_day=False)
        begun = folded(typed).strip()
        # Whoever types the beginning of a title means that one.
        return sorted(found, key=lambda one: not folded(self._title(one)).startswith(begun))

    def _title(self, record_id: str) -> str:
        return record_words(self._words, self._framework, self._workspace.school, record_id)

    def _follow(self, changed: frozenset[str]) -> None:
        self.index.follow(self._workspace.school, changed, self._day())
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
