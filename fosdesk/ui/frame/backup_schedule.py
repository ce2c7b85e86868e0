"""Automatic backups: 3 s after the start, every half hour and at closing, when something has changed."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fosdesk import paths
from fosdesk.errors import FosdeskError, unusable_folder_error
from fosdesk.pace import NO_HURRY, Pace, Stopped
from fosdesk.store import Store
from fosdesk.store.copies.backups import (
    Backup,
    all_backups,
    backups_in,
    copy_database,
    mirror,
    newest_first,
    prune,
    state_in,
)
from fosdesk.store.copies.calendar_memory import carry_calendar_numbers
from fosdesk.store.database import DamagedStore
from fosdesk.store.erasing import erase_in_backup
from fosdesk.system.locked_files import wait_for
from fosdesk.ui.frame.second_backups import SecondBackups
from fosdesk.ui.frame.settings_file import SettingsFile
from fosdesk.ui.frame.worker import Worker

_SOON = 3_000  # ms after the school is shown, when its first page has long been painted
_OFTEN = 30 * 60_000


class BackupSchedule(QObject):
    """One for an open store; works in a background thread and never blocks the screen."""

    changed = Signal()  # there is another backup, or trouble with one
    trouble_found = Signal(object)  # trouble that is new, to be told at the foot of the window
    recovery_requested = Signal()  # put a store whose rows the disk has changed together again
    moved = Signal(object)  # the school now lies in another folder, too
    replacement_ready = Signal(object)  # a file that is to become the store
    damage_found = Signal(int)  # so many changes are not as they were written
    gaps_mended = Signal()  # changes are missing in the history, and what is left fits together again

    def __init__(self, store: Store, path: Path, settings: SettingsFile, clock: Callable[[], int]) -> None:
        """`path` is the store's file; `clock` gives milliseconds since 1970."""
        super().__init__()
        self._store, self._path, self._settings, self._clock = store, path, settings, clock
        self._worker: Worker[None] = Worker(self, "backup", self._background_ended, daemon=True)
        self._pace = Pace()
        self._from_before = store.newest_backups(clock())  # and not yet compared with the store
        self._saved: tuple[int, ...] | None = None  # the state of the store in the newest backup
        self.trouble: FosdeskError | None = None  # with the backups on this computer
        self._uncleaned: list[Path] = []  # copies on this computer that may still hold what was erased
        self._second = SecondBackups(store, self.folder, path.stem, settings, clock)
        self.faults: list[Exception] = []  # of the last backup, which nobody could be told of
        self.damaged = 0
        self.mended = 0  # changes that had to be moved, because others before them are missing
        self._told: tuple[FosdeskError | None, FosdeskError | None] = (None, None)
        self._told_damage = self._told_uncleaned = self._told_mended = self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN)
        self._timer.timeout.connect(self._save_in_time)  # a bound method: Qt would keep a lambda, and us with it

    # -- where they lie

    @property
    def folder(self) -> Path:
        """The folder for backups on this computer."""
        return self._path.parent / paths.BACKUP_FOLDER

    @property
    def second(self) -> Path | None:
        """The second folder for backups; None when none is chosen."""
        return self._second.folder

    @property
    def second_answers(self) -> bool:
        """Whether a second folder is chosen that nobody has waited for in vain."""
        return self._second.answers

    @property
    def second_trouble(self) -> FosdeskError | None:
        """The trouble with the second folder."""
        return self._second.trouble

    def clear_second_trouble(self) -> None:
        """Forget it, as the folder is not used any more."""
        self._second.trouble = None

    @property
    def uncleaned(self) -> list[Path]:
        """Copies, here and in the second folder, that may still hold what was erased."""
        return [*self._uncleaned, *self._second.uncleaned]

    def keep_uncleaned(self, left: Collection[Path]) -> None:
        """Keep in `uncleaned` only what is in `left`, as the others are clean now, or gone."""
        self._uncleaned = [path for path in self._uncleaned if path in left]
        self._second.uncleaned = [path for path in self._second.uncleaned if path in left]

    @property
    def folders(self) -> list[Path]:
        """The folders in which backups can be reached: the one here, and the second one while it answers."""
        second = self.second
        return [self.folder, *([second] if second is not None and self.second_answers else [])]

    def backups(self) -> list[Backup]:
        """The backups on this computer, newest first."""
        return newest_first(backups_in(self.folder, self._path.stem), self._clock())

    def all_backups(self) -> list[Backup]:
        """The backups in both folders."""
        return list(all_backups(self.folders, self._path.stem))

    # -- making them

    def begin(self) -> None:
        """Start the timers, and tell what was not copied when the program was closed last."""
        self._emit_news()
        QTimer.singleShot(_SOON, self, self.check_rows)
        self._timer.start()

    def check_rows(self) -> None:
        """Check every row in the background and make a backup if there is none; emits `damage_found`."""
        self._in_background(self._check_rows)

    def save(self, why: str, pace: Pace = NO_HURRY) -> Path:
        """Make a backup here and in the second folder; returns its path. May be called in any thread."""
        made = self._save_here(why, pace)
        self.mirror_to_second(pace)
        return made

    def _save_here(self, why: str, pace: Pace = NO_HURRY) -> Path:
        self._take_up(pace)
        mark = self._store.state()
        made = self._store.backup(self.folder, self._clock(), why, pace)
        self._saved, self.trouble = mark, None
        if not self.damaged:  # older ones may hold what this one has lost
            prune(self.folder, self._path.stem, self._clock(), made)
        return made

    def mirror_to_second(self, pace: Pace = NO_HURRY) -> None:
        """Copy missing backups to the second folder; trouble there is reported and stops nothing. Any thread."""
        with suppress(FosdeskError):  # a store that cannot be read is told elsewhere, and the next start goes on
            self._erase_unfinished(pace)
        self._second.mirror(pace, thin=not self.damaged)

    def try_second(self, pace: Pace) -> None:
        """Find out whether the second folder answers, so that `folders` leaves it out where it does not. Any thread."""
        self._second.try_folder(pace)

    def _erase_unfinished(self, pace: Pace) -> None:
        """Go on here with erasing where it was interrupted; in the second folder, whoever copies to it does."""
        if not self._uncleaned:
            from fosdesk.exchange.erase_copies import erase_unfinished

            self._uncleaned = erase_unfinished(self._store, [self.folder], self.folder, self._clock(), pace)

    def rewrite_second(self, pace: Pace = NO_HURRY) -> None:
        """Write the second folder's backups anew after a change of password, where they exist here too."""
        self._second.rewrite(pace, thin=not self.damaged)

    def is_saved(self) -> bool:
        """Whether the newest backup holds the current state of the store."""
        if self._saved is None:
            newest = next(iter(self.backups()), None)
            self._saved = state_in(newest.path) if newest is not None else None
        return self._saved is not None and self._saved == self._store.state()

    def _take_up(self, pace: Pace = NO_HURRY) -> None:
        """Take up what others changed in the store's file, while it was open or before, ahead of every backup of it."""
        self._store.take_up_changes(pace)
        if self._from_before and not self.damaged:
            self._store.take_up_backup(self._from_before, pace)
            self._from_before = []

    def _save_in_time(self) -> None:
        self._in_background(lambda pace: self._save_if_changed("time", pace))

    def _save_if_changed(self, why: str, pace: Pace) -> None:
        self._take_up(pace)
        if self._store.schools() and not self.is_saved():
            self.save(why, pace)
        else:
            self.trouble = None
            self.mirror_to_second(pace)

    def _check_rows(self, pace: Pace) -> None:
        try:
            self._store.take_up_changes(pace)
            self.damaged = self._store.bad_rows(pace)
        except DamagedStore:
            self.damaged = 1
        if not self.damaged:
            self._save_if_changed("start", pace)
            self.mended += self._store.mend_gaps(pace)

    # -- in the background

    def _in_background(self, act: Callable[[Pace], None]) -> None:
        if self._worker.under_way or self._over:
            return
        self._pace = pace = Pace()
        self._worker.start(lambda: act(pace))

    def _background_ended(self) -> None:
        try:
            self._worker.result()
        except Stopped:
            pass
        except FosdeskError as trouble:
            self.trouble = trouble
        except Exception:  # goes on to the one hook for every exception
            if not self._second.failed:
                self.trouble = FosdeskError(
                    "The last backup could not be made, because something went wrong in the program."
                )
            raise
        finally:
            self._second.note_copied()
            self._emit_news()

    def _emit_news(self) -> None:
        told, self._told = self._told, (self.trouble, self.second_trouble)
        for before, now in zip(told, self._told, strict=True):
            if now is not None and (before is None or before.sentence != now.sentence):
                self.trouble_found.emit(now)
        if self.damaged and not self._told_damage:
            self._told_damage = True
            self.damage_found.emit(self.damaged)
        if self.mended and not self._told_mended:
            self._told_mended = True
            self.gaps_mended.emit()
        if self.uncleaned and not self._told_uncleaned:
            self._told_uncleaned = True
            self.trouble_found.emit(FosdeskError("Some copies may still hold what was erased. See the page Privacy."))
        self.changed.emit()

    def pause(self) -> None:
        """Cancel background work and wait until it has ended, but not for a second folder that does not answer."""
        self._pace.stop()
        self._worker.wait()
        self._second.stop()

    def end(self) -> None:
        """Stop, and make a last backup when something changed; never raises, as nobody could be told.

        The next start tries again, and tells. Faults are kept in `faults`.
        """
        self._over = True
        self._timer.stop()
        self._pace.stop()
        self._worker.wait()
        for act in (self._save_last, lambda: self._second.end(thin=not self.damaged)):
            try:
                act()
            except FosdeskError as trouble:
                self.trouble = trouble
            except Exception as fault:
                self.faults.append(fault)

    def _save_last(self) -> None:
        self._take_up()
        if self._store.schools() and not self.is_saved():
            self._save_here("close")

    # -- going back

    def prepare_replacement(self, backup: Path, pace: Pace) -> Path:
        """Back up the store, and make a verified copy of `backup` to replace it; returns the copy's path."""
        from fosdesk.exchange.working_copy import schools_in

        schools_in(backup, pace, data=self._path.parent)
        self.save("restore", pace)
        part = self._path.with_name(f"{self._path.stem}.restored{self._path.suffix}")
        self._copy(backup, part, pace)
        erased = {school.id: self._store.erased(school.id) for school in self._store.schools()}
        wanted = {school: erasure for school, erasure in erased.items() if any(erasure)}
        if wanted:  # what was erased since does not come back
            erase_in_backup(part, wanted, self._clock(), pace)
        carry_calendar_numbers(self._store, part)
        return part

    @staticmethod
    def _copy(backup: Path, target: Path, pace: Pace) -> None:
        with closing(sqlite3.connect(backup, isolation_level=None)) as source:
            source.execute("PRAGMA query_only = ON")
            copy_database(source, target, pace)

    # -- moving

    def better_folder(self) -> Path | None:
        """A free data folder outside any sync service, when the store lies in a synced one; None otherwise."""
        if not paths.synced_by(self._path.parent, os.environ):
            return None
        usual = paths.user_folder()
        places = [usual, *(usual.with_name(f"{usual.name}-{n}") for n in range(2, 10))]
        free = (place for place in places if not (place / self._path.name).exists())
        return next((place for place in free if not paths.synced_by(place, os.environ)), None)

    def move_to(self, folder: Path, pace: Pace) -> Path:
        """Copy store, backups and settings to another folder and verify the copy; returns its folder."""
        made = self.save("move", pace)
        try:
            paths.make_private_folder(folder)
            self._copy(made, folder / self._path.name, pace)
            mirror(self.folder, folder / paths.BACKUP_FOLDER, self._path.stem, self._clock(), None, pace)
            settings = self._path.with_name("settings.json")
            if settings.is_file():
                wait_for(lambda: shutil.copy2(settings, folder / settings.name))
                paths.make_private(folder / settings.name)
        except OSError as why:
            raise unusable_folder_error(folder) from why
        return folder
