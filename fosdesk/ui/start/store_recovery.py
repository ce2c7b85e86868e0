"""A store that cannot be opened: shows the error, salvages what can be read, and offers ways to go on."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fosdesk import __version__
from fosdesk.errors import FosdeskError
from fosdesk.pace import Pace
from fosdesk.paths import BACKUP_FOLDER
from fosdesk.store.copies.backups import (
    Backup,
    backups_in,
    file_timestamp,
    newest_first,
    replace_store_file,
    restore_backup,
)
from fosdesk.store.copies.recovery import Rescue, rescue
from fosdesk.store.copies.row_check import is_good
from fosdesk.store.database import DamagedStore, OtherKind
from fosdesk.store.lock import Lock
from fosdesk.system.locked_files import remove
from fosdesk.ui.frame.long_work import LongWork
from fosdesk.ui.start.trouble_page import TroublePage
from fosdesk.ui.window.main_window import MainWindow
from fosdesk.words import Words


class StoreRecovery(QObject):
    """Shows the error in the window; for a damaged store, salvages a copy without changing the original."""

    again_requested = Signal()
    folder_chosen = Signal(str)
    recovered = Signal(str)  # another file has taken the store's place; the sentence to say about it

    def __init__(
        self, window: MainWindow, store: Path, trouble: FosdeskError, clock: Callable[[], int], role: str
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._clock, self._role = window, store, clock, role
        self._words: Words = window.words
        self._damaged = isinstance(trouble, DamagedStore | OtherKind)
        self._foreign = isinstance(trouble, OtherKind)
        self._backup: Backup | None = None
        self._rescue: Rescue | None = None
        sentence = self._words(trouble.sentence, **trouble.arguments)
        self.page = TroublePage(self._words, window.theme, store.parent, sentence, damaged=self._damaged)
        self.page.again_requested.connect(self.again_requested)
        self.page.folder_chosen.connect(self.folder_chosen)
        self.page.looking_wanted.connect(self.examine)
        self.page.rescue_wanted.connect(self._put_together)
        self.page.backup_wanted.connect(self._use_backup)
        self.work = LongWork(window, self._words, self.page.show_error)

    def show(self) -> None:
        """Replace the window's content."""
        self._window.show_alone(self.page)
        if self._damaged:
            self.examine()

    def examine(self) -> None:
        """Salvage into a file beside the damaged store, to show what it would contain."""
        target = self._store.with_name(f"{self._store.stem}.rescued{self._store.suffix}")

        def act(pace: Pace) -> tuple[Backup | None, Rescue]:
            now = self._clock()
            there = newest_first(backups_in(self._store.parent / BACKUP_FOLDER, self._store.stem), now)
            good = next((backup for backup in there if not backup.sealed and is_good(backup.path, pace)), None)
            path = good.path if good else None
            return good, rescue(self._store, path, target, role=self._role, app=__version__, now=now, pace=pace)

        self.work.begin(
            self._words("Looking at what can be read"), act, self._looked, failed=self._failed, stopped=self.page.wait
        )

    def end(self) -> None:
        """Cancel, because the program ends."""
        self.work.end_now()

    def _looked(self, found: tuple[Backup | None, Rescue]) -> None:
        self._backup, self._rescue = found
        if self._foreign and self._backup is None and not self._rescue.brought:
            return  # somebody else's file, and that was said
        made = self._backup.made.date().isoformat() if self._backup else ""
        self.page.show_found(made, self._rescue)

    def _failed(self, trouble: FosdeskError) -> None:
        self.page.show_error(self._words(trouble.sentence, **trouble.arguments))

    def _put_together(self) -> None:
        if self._rescue is not None:
            part = self._rescue.store
            self._place(lambda: replace_store_file(part, self._store, f"damaged {file_timestamp(self._clock())}"))

    def _use_backup(self) -> None:
        if self._backup is not None:
            path = self._backup.path
            self._place(lambda: restore_backup(path, self._store, self._clock()))

    def _place(self, act: Callable[[], object]) -> None:
        words, lock = self._words, Lock(self._store)
        try:
            lock.acquire()
            try:
                act()
            finally:
                lock.release()
        except FosdeskError as trouble:
            self._failed(trouble)
            return
        self._tidy()
        self.recovered.emit(words("Your school is open again. The damaged file lies in the folder under another name."))

    def _tidy(self) -> None:
        if self._rescue is not None:
            for left in (self._rescue.store, self._rescue.store.with_name(self._rescue.store.name + ".whole")):
                with suppress(OSError):
                    remove(left)
