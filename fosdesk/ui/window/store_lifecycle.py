"""StoreLifecycle: the open store with its lock, backups and listener for second starts; it notices a changed file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk.errors import FosdeskError
from fosdesk.exchange.private_folder import sweep
from fosdesk.ui.frame.untold import keep_untold, take_untold
from fosdesk.ui.frame.worker import Worker
from fosdesk.ui.tuning import BackgroundWork

if TYPE_CHECKING:
    from fosdesk.store import Store
    from fosdesk.store.lock import Lock
    from fosdesk.ui.frame.backup_schedule import BackupSchedule
    from fosdesk.ui.frame.settings_file import SettingsFile
    from fosdesk.ui.window.system.single_instance import Listener

_LOOKING = 10_000  # ms between two looks at whether others have changed the file


class StoreLifecycle(QObject):
    """Owns what belongs to the open store of one data folder, from `hold` to `close`; then another one may be held."""

    backups_started = Signal(object)  # the new BackupSchedule, before it begins, so that its signals can be connected
    # Others changed the file, and it is dealt with: the FosdeskError that tells it, and whether that was just now.
    file_put_right = Signal(object, bool)
    _put_right = Signal(object)  # the same, in whichever thread it was seen

    def __init__(self, clock: Callable[[], int]) -> None:
        """`clock` gives milliseconds since 1970."""
        super().__init__()
        self._clock = clock
        self.store: Store | None = None
        self.backup_schedule: BackupSchedule | None = None
        self._lock: Lock | None = None
        self._listener: Listener | None = None
        self._told = ""  # what could not be put right, told once
        self._untold: list[FosdeskError] = []  # what was put right, while nobody has been told of it
        self._settings: SettingsFile | None = None
        self._repair_settings: BackgroundWork | None = None
        self._repair: Worker[bool] = Worker(self, "repair", self._repair_ended, daemon=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKING)
        self._timer.timeout.connect(self.look_at_file)
        self._tells = False

    def hold(self, store: "Store", lock: "Lock", settings: "SettingsFile") -> None:
        """Take over an open store and the lock that keeps other programs out of it; sweep what a crash left there.

        What was put right when it was closed last, and was too late to be told, is told now.
        """
        from PySide6.QtCore import Qt  # its enums are not read before the first paint

        self.store, self._lock, self._settings = store, lock, settings
        if not self._tells:  # later, when the act is over in which it was seen
            self._put_right.connect(self._tell, Qt.ConnectionType.QueuedConnection)
            self._tells = True
        sweep(store.path.parent)
        store.on_taken_up(self._note)
        store.hand_over_repair(self._begin_repair)
        self._timer.start()
        QTimer.singleShot(0, self, self._tell_from_before)

    def _note(self, told: FosdeskError) -> None:
        """Remember what is to be told, in whichever thread it was seen."""
        self._untold.append(told)
        self._put_right.emit(told)

    def _tell(self, told: FosdeskError) -> None:
        if told in self._untold:  # else it was left for the next start
            self._untold.remove(told)
            self.file_put_right.emit(told, True)

    def _tell_from_before(self) -> None:
        told = take_untold(self._settings) if self._settings is not None and self.store is not None else None
        if told is not None:
            self.file_put_right.emit(told, False)

    def look_at_file(self) -> None:
        """See whether others have changed the store's file, and put it right; a failure is tried again."""
        if self.store is not None:
            from fosdesk.store.database import RepairUnderWay

            try:
                self.store.take_up_changes()
            except RepairUnderWay:
                pass  # told at its beginning and at its end
            except FosdeskError as trouble:
                if self._told != trouble.sentence:
                    self._told = trouble.sentence
                    self.file_put_right.emit(trouble, True)

    def _begin_repair(self) -> None:
        """Put a large store together in the background; said once, and what was seen is told at the end."""
        from fosdesk.store.database import RepairUnderWay

        if not self._repair.under_way and self.store is not None:
            self._repair_settings = BackgroundWork()
            self._repair.start(self.store.take_up_changes)
            self.file_put_right.emit(RepairUnderWay(self.store.path), False)

    def _repair_ended(self) -> None:
        self._end_repair_settings()
        try:
            if not self._repair.result() and self.store is not None:  # the same is in it as before
                told = FosdeskError(
                    "Another program has written in the file {file} while fosdesk had it open; what is new there is "
                    "shown.",
                    file=self.store.path.name,
                )
                self.file_put_right.emit(told, True)
        except FosdeskError as trouble:
            self.file_put_right.emit(trouble, True)

    def _end_repair_settings(self) -> None:
        if self._repair_settings is not None:
            self._repair_settings.end()
            self._repair_settings = None

    def _wait_for_repair(self) -> None:
        """From now on the store is put together where it is used, because the program ends."""
        self._repair.wait()
        self._end_repair_settings()
        if self.store is not None:
            self.store.hand_over_repair(None)

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
        from fosdesk.ui.window.system.single_instance import Listener

        if self._listener is None and self.store is not None:
            self._listener = Listener(folder, asked)

    def stop_listening(self) -> None:
        """Hear no second start any more; harmless when it does not listen."""
        if self._listener is not None:
            self._listener.end()
            self._listener = None

    def end_backups(self) -> None:
        """Make the last backup, when something changed since the one before, and make no more; faults are logged."""
        self._wait_for_repair()
        if self.backup_schedule is not None:
            from fosdesk.ui.window.crash import log_fault

            self.backup_schedule.end()
            for fault in self.backup_schedule.faults:
                log_fault(self.backup_schedule.folder.parent, fault)
            self.backup_schedule = None

    def close(self, *, look: bool = True) -> None:
        """Close the store and release its lock; with `look`, the file is checked first. Harmless when none is open."""
        self._timer.stop()
        self._wait_for_repair()
        if self.store is not None:
            sweep(self.store.path.parent)
            self.store.close(look=look)
            self.store = None
            if self._untold and self._settings is not None:
                keep_untold(self._settings, self._untold[-1])
            self._untold.clear()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
