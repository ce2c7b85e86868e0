"""StoreLifecycle: the open store with its lock, backups and listener for second starts; it notices a changed file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from fosdesk.errors import FosdeskError
from fosdesk.exchange.private_folder import sweep

if TYPE_CHECKING:
    from fosdesk.store import Store
    from fosdesk.store.lock import Lock
    from fosdesk.ui.frame.backup_schedule import BackupSchedule
    from fosdesk.ui.frame.settings_file import SettingsFile
    from fosdesk.ui.window.single_instance import Listener

_LOOKING = 10_000  # ms between two looks at whether others have changed the file


class StoreLifecycle(QObject):
    """Owns what belongs to the open store of one data folder, from `hold` to `close`; then another one may be held."""

    backups_started = Signal(object)  # the new BackupSchedule, before it begins, so that its signals can be connected
    file_put_right = Signal(object)  # others changed the file, and it is dealt with; the FosdeskError that tells it
    _put_right = Signal(object)  # the same, in whichever thread it was seen

    def __init__(self, clock: Callable[[], int]) -> None:
        """`clock` gives milliseconds since 1970."""
        super().__init__()
        self._clock = clock
        self.store: Store | None = None
        self.backup_schedule: BackupSchedule | None = None
        self._lock: Lock | None = None
        self._listener: Listener | None = None
        # Later, when the act is over in which it was seen.
        self._put_right.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._told = ""  # what could not be put right, told once
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKING)
        self._timer.timeout.connect(self.look_at_file)

    def hold(self, store: "Store", lock: "Lock") -> None:
        """Take over an open store and the lock that keeps other programs out of it; sweep what a crash left there."""
        self.store, self._lock = store, lock
        sweep(store.path.parent)
        store.on_taken_up(self._put_right.emit)
        self._timer.start()

    def _tell(self, told: FosdeskError) -> None:
        if self.store is not None:  # it may be closed by now
            self.file_put_right.emit(told)

    def look_at_file(self) -> None:
        """See whether others have changed the store's file, and put it right; a failure is tried again."""
        if self.store is not None:
            try:
                self.store.take_up_changes()
            except FosdeskError as trouble:
                if self._told != trouble.sentence:
                    self._told = trouble.sentence
                    self.file_put_right.emit(trouble)

    def open_backup_schedule(self, path: Path, settings: "SettingsFile") -> "BackupSchedule":
        """The backup schedule of the open store at `path`; made and started when first asked for."""
        from fosdesk.ui.frame.backup_schedule import BackupSchedule

        if self.backup_schedule is None:
            assert self.store is not None
            self.backup_schedule = BackupSchedule(self.store, path, settings, self._clock)
            self.backups_started.emit(self.backup_schedule)
            self.backup_schedule.begin()
        return self.backup_schedule

    def listen(self, folder: Path, asked: Callable[[Path | None], None]) -> None:
        """Call `asked` when the program is started again with this folder, with the file that is named then, or None.

        Does nothing when it listens already.
        """
        from fosdesk.ui.window.single_instance import Listener

        if self._listener is None and self.store is not None:
            self._listener = Listener(folder, asked)

    def stop_listening(self) -> None:
        """Hear no second start any more; harmless when it does not listen."""
        if self._listener is not None:
            self._listener.end()
            self._listener = None

    def end_backups(self) -> None:
        """Make the last backup, when something changed since the one before, and make no more; faults are logged."""
        if self.backup_schedule is not None:
            from fosdesk.ui.window.crash import log_fault

            self.backup_schedule.end()
            for fault in self.backup_schedule.faults:
                log_fault(self.backup_schedule.folder.parent, fault)
            self.backup_schedule = None

    def close(self, *, look: bool = True) -> None:
        """Close the store and release its lock; with `look`, the file is checked first. Harmless when none is open."""
        self._timer.stop()
        if self.store is not None:
            sweep(self.store.path.parent)
            self.store.close(look=look)
            self.store = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
