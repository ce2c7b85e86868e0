"""Opens the store of a data folder; a large one in the background."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk import paths
from fosdesk.content import read_framework
from fosdesk.domain.school import School
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.pace import NO_HURRY, Pace, takes_long
from fosdesk.store import Store
from fosdesk.store.lock import Lock, StoreInUse
from fosdesk.ui.tuning import resolve_classes
from fosdesk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from fosdesk.ui.frame.long_work import LongWork

_AGAIN, _TIMES = 250, 240  # ms between tries, and how many: what is done last in a large school may take a minute


class OpenedStore(NamedTuple):
    """The open store, its lock, and the snapshot of one's own school, or None when there is none."""

    store: Store
    lock: Lock
    school: School | None


def open_store(path: Path, *, chosen: bool, ahead: bool = False, pace: Pace = NO_HURRY) -> OpenedStore:
    """Lock and open a store; FosdeskError when that fails, and then the lock is released.

    `chosen` is true for a folder that a person chose, which may be on a removable disk. `ahead` computes in advance
    what the first page and the first write need.
    """
    folder = path.parent
    try:
        if chosen and not folder.is_dir():
            raise FosdeskError(
                "The folder {folder} is not there now. If it is on a disk or a stick, connect it and try again.",
                folder=str(folder),
            )
        paths.make_private_folder(folder)
    except OSError as why:
        raise unusable_folder_error(folder) from why
    lock = Lock(path)
    lock.acquire()
    paths.close_data_folder(folder)
    store: Store | None = None
    try:
        store = Store.open(path)
        pace()
        own = next((school for school in store.schools() if school.own), None)
        picture = store.snapshot(own.id) if own is not None else None
        if own is not None and picture is not None and ahead:
            from fosdesk.domain.rules.preloading import preload

            store.preload(own.id)
            preload(picture)
        pace()
    except BaseException:
        if store is not None:
            with suppress(FosdeskError):
                store.close(look=False)
        lock.release()
        raise
    return OpenedStore(store, lock, picture)


class StoreOpening(QObject):
    """Opens a store after the first paint; emits `opened` or `failed`."""

    opened = Signal(object)
    failed = Signal(object)  # a FosdeskError

    def __init__(self, window: MainWindow, path: Path, *, chosen: bool) -> None:
        super().__init__(window)
        self._window, self._path, self._chosen = window, path, chosen
        self._work: LongWork | None = None
        self._arrived: OpenedStore | None = None  # and not yet handed over
        self._tries = 0
        self._is_over = False

    def begin(self) -> None:
        """Open a small store at once, a large one in the background; cancelling closes the window.

        Where a program that is closing still has the store, try again until it is done.
        """
        if self._is_over:
            return
        if not takes_long(self._path):
            try:
                self._arrived = open_store(self._path, chosen=self._chosen)
            except FosdeskError as trouble:
                self._fail(trouble)
                return
            self._hand_over()
            return
        from fosdesk.ui.frame.long_work import LongWork
        from fosdesk.ui.window.warm_up import import_first_page

        window = self._window
        import_first_page(self)
        resolve_classes()
        self._work = LongWork(window, window.words, window.show_message)
        self._work.begin(
            window.words("Opening the school"),
            self._act,
            lambda _: self._hand_over(),
            failed=self._fail,
            stopped=self._stopped,
        )

    def _fail(self, trouble: FosdeskError) -> None:
        is_closing = isinstance(trouble, StoreInUse) and not paths.is_marked_open(self._path.parent)
        if not is_closing or self._tries >= _TIMES:
            if isinstance(trouble, StoreInUse) and paths.is_open_elsewhere(self._path.parent):
                trouble = StoreInUse(
                    "fosdesk has this folder open for somebody else who is signed in on this machine. Close it there "
                    "first."
                )
            self.failed.emit(trouble)
            return
        self._tries += 1
        words = self._window.words
        self._window.show_message(words("Finishing from last time, and then the school opens."))
        QTimer.singleShot(_AGAIN, self, self.begin)

    def end(self) -> None:
        """Cancel and release what was opened, because the program ends."""
        self._is_over = True
        if self._work is not None:
            self._work.end_now()
        if self._arrived is not None:
            self._arrived.store.close(look=False)
            self._arrived.lock.release()
            self._arrived = None

    def _stopped(self) -> None:
        self._window.close()

    def _act(self, pace: Pace) -> None:
        read_framework(self._window.words.language)  # the first page asks for it
        self._arrived = open_store(self._path, chosen=self._chosen, ahead=True, pace=pace)

    def _hand_over(self) -> None:
        arrived, self._arrived = self._arrived, None
        if self._tries:
            self._window.show_message("")
        self.opened.emit(arrived)
