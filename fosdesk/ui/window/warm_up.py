"""Imports modules in idle time, so that the first page, a page's opening and the first write are fast."""

from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk.store import Store
from fosdesk.ui.frame.input_watch import InputWatch
from fosdesk.ui.frame.page_registry import PAGES
from fosdesk.ui.frame.worker import Worker
from fosdesk.ui.tuning import end_startup, in_next_turn, resolve_classes

_BETWEEN = 60  # ms between two pages
_AFTER_INPUT = 500  # ms without input before the next page, so that whoever has begun to type feels none of it
_WRITING = "fosdesk.store.schema"  # with SQLAlchemy, which takes longer than anybody should wait for a first word
_OF_PAGES = ("fosdesk.reports.document_catalogue",)  # what is too much to come with its page
_WHAT_IS_SHOWN = (
    "fosdesk.ui.frame.long_work",
    "fosdesk.ui.window.search.search_desk",
    "fosdesk.ui.window.go_to_dialog",
    "fosdesk.ui.forms.history_dialog",
)
# What the first page is made of, in pieces none of which is felt.
_FIRST_PAGE = (
    "fosdesk.domain.rules.time_use",
    "fosdesk.domain.rules.checklist",
    "fosdesk.domain.rules.advice",
    "fosdesk.display.figures.ring_geometry",
    "fosdesk.display.figures.cycle_figure",
    "fosdesk.workspace",
    "fosdesk.ui.frame.desk",
    "fosdesk.ui.controls.figure_view",
    "fosdesk.display.record_words",
    "fosdesk.ui.controls.chips",
    "fosdesk.ui.overview.advice_card",
    "fosdesk.ui.overview.overview_lines",
    "fosdesk.ui.overview.privacy_line",
    "fosdesk.ui.overview.overview_page",
    "fosdesk.content",
)


def import_first_page(owner: QObject) -> None:
    """Import what the overview needs while a large store is opened in the background."""
    left = list(_FIRST_PAGE)

    def one() -> None:
        import_module(left.pop(0))
        if left:
            in_next_turn(owner, one)

    in_next_turn(owner, one)


class WarmUp(QObject):
    """Imports the other pages after the first one is shown; one for each window.

    Only the order of imports changes. SQLAlchemy takes 246 ms of CPU time, all pages together 311 ms.
    """

    ended = Signal()

    def __init__(self, window: QObject, store: Store) -> None:
        super().__init__(window)
        self._store = store
        self._left = [*_OF_PAGES, *dict.fromkeys(place.module for place in PAGES), *_WHAT_IS_SHOWN]
        self._input = InputWatch(self)
        # Nothing of Qt's is in it, so that it need not be on the screen's thread; both at once would be felt.
        self._worker: Worker[object] = Worker(self, "warm up", self._go_on)

    def begin(self) -> None:
        """Import what writing needs, then one page after the other; then the start is over."""
        self._worker.start(partial(import_module, _WRITING))

    def _go_on(self) -> None:
        self._worker.result()
        self._store.prepare()
        self._input.start()
        in_next_turn(self, self._resolve)

    def _resolve(self) -> None:
        resolve_classes()  # in a turn of its own, as it takes 10 ms
        QTimer.singleShot(_BETWEEN, self, self._import_next)

    def _import_next(self) -> None:
        if self._input.take():
            QTimer.singleShot(_AFTER_INPUT, self, self._import_next)
            return
        import_module(self._left.pop(0))
        if self._left:
            QTimer.singleShot(_BETWEEN, self, self._import_next)
        else:
            self._input.stop()
            end_startup()
            self.ended.emit()
